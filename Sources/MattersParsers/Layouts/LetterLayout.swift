import MattersBlocks
import MattersRecords
import MattersText

/// A letter between scrutiny and those it looks into: what a committee recommends and asks for after
/// a meeting, or what an executive answers.
enum LetterLayout: Layout {
  static let name = "letter"
  static let summary =
    "Letter of a scrutiny committee to a Cabinet member, or the answer: what it recommends and asks"

  /// How many blocks of address may stand above the greeting.
  private static let front = 24

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 60,
      LetterForm.greets(block, in: paper),
      let body = LetterForm.body(from: index, before: paper.blocks.count, in: paper)
    else { return nil }
    let bytes = paper.clean.bytes
    // A summons is a letter too.
    guard !body.contains(where: { summons.isIn(bytes, paper.blocks[$0].text) }),
      body.contains(where: { subjects.isIn(bytes, paper.blocks[$0].text) }),
      isOfScrutiny(max(0, index - front)..<min(paper.blocks.count, body.upperBound + 12), in: paper)
    else { return nil }
    return Opening(start: start(above: index, in: paper), signs: 3)
  }

  private static let summons: SignSet = [
    "summon", "hereby", "to attend the meeting", "to attend a meeting", "agenda is set out",
  ]
  private static let subjects: SignSet = [
    "recommend", "request", "would ask", "would like", "please provide", "let us know",
    "please could", "asked for", "grateful if",
  ]
  private static let bodies: SignSet = [
    "scrutiny", "select committee", "task group", "task and finish", "overview", "working group",
    "inquiry panel", "review panel", "performance panel",
  ]

  private static func isOfScrutiny(_ blocks: Range<Int>, in paper: Paper) -> Bool {
    blocks.contains { bodies.isIn(paper.clean.bytes, paper.blocks[$0].text) }
  }

  /// Where the letterhead begins: above short lines that no sentence ends.
  private static func start(above greeting: Int, in paper: Paper) -> Int {
    var start = greeting
    for index in (max(0, greeting - front)..<greeting).reversed() {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        if block.furniture == .marksOnly { break }
        continue
      }
      let isSummary = paper.starts(block, with: "summary:")
      guard isSummary || block.text.count <= 200 && !paper.ends(block, with: "."),
        block.kind != .item
      else { break }
      start = index
    }
    return start
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard
      let greeting = section.blocks.first(where: { LetterForm.greets(paper.blocks[$0], in: paper) }
      ),
      let body = LetterForm.body(from: greeting, before: section.blocks.upperBound, in: paper),
      !LetterForm.answers(section.blocks, in: paper)
    else { return }
    var letter = ScrutinyLetter(paper: paper, section: section.blocks, body: body)
    letter.read(into: &sink)
  }
}
