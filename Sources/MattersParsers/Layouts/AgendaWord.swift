import MattersBlocks
import MattersText

/// The lines that say that what stands below them is an agenda.
extension AgendaLayout {
  static func isFrontTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 300 else {
      return false
    }
    return saysAgenda(block, in: paper) && !HeadWording.isPath(paper.text(block))
  }

  /// What stands in each line that says it is an agenda.
  private static let words = WordStems(ofAny: [
    "agenda", "a g e n d a", "notice", "summon", "business", "cancel",
  ])

  static func saysAgenda(_ block: Block, in paper: Paper) -> Bool {
    guard block.stems.meets(words) else { return false }
    let starts: [StaticString] = [
      "agenda for ", "agenda of ", "notice of meeting", "notice of a meeting", "notice of an ",
      "notice of the meeting", "agenda frontsheet", "agenda -", "agenda:",
    ]
    return paper.says(block, "agenda") || paper.says(block, "agenda front sheet")
      || isOverColumns(block, in: paper)
      || paper.says(block, "summons") || paper.says(block, "business")
      || paper.says(block, "a g e n d a")
      || block.text.count <= 40 && paper.starts(block, with: "a g e n d a ")
      || paper.says(block, "business to be transacted")
      || starts.contains { paper.starts(block, with: $0) }
      || block.text.count <= 90 && paper.starts(block, with: "the agenda")
        && paper.ends(block, with: ":")
      || block.text.count <= 60 && paper.ends(block, with: " / agenda")
      || block.text.count <= 100 && paper.ends(block, with: " agenda")
        && !paper.has(block, "this agenda") && !paper.has(block, "the agenda")
      || isCancellation(block, in: paper)
      || isSummons(block, in: paper)
  }

  /// Whether a sentence summons members to transact the business that follows it.
  static func isSummons(_ block: Block, in paper: Paper) -> Bool {
    block.text.count >= 60 && paper.has(block, " summoned to ")
      && paper.has(block, "following business")
  }

  /// "AGENDA      PAGE NO": the title in one line with the headings of the items' columns.
  private static func isOverColumns(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 40 else { return false }
    let mayBegin = !block.cells.isEmpty || agenda.mayBegin(paper.clean.bytes, block.text)
    if mayBegin, MatchKey(paper.text(block)).description == "agenda" { return true }
    // "Agenda        LIJB": the body's letters at the right.
    let code = paper.starts(block, with: "agenda ") ? paper.text(block).dropFirst(7) : ""
    if (2...8).contains(code.utf8.count), code.allSatisfy(\.isUppercase) {
      return true
    }
    guard paper.starts(block, with: "agenda ") else { return false }
    let columns: Set<String> = [
      "page", "pages", "no", "nos", "number", "item", "items", "time", "lead", "paper", "papers",
      "ref", "presenter", "purpose", "action", "owner", "title", "subject",
    ]
    return MatchKey.words(paper.text(block)).dropFirst().allSatisfy(columns.contains)
  }

  private static let agenda = FirstWords(["agenda"])

  /// The title of a notice that a meeting is not to be held.
  static func isCancellation(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 120
      && (paper.starts(block, with: "notice of cancel") || paper.says(block, "cancellation notice")
        || paper.says(block, "meeting cancelled") || paper.says(block, "cancelled meeting")
        || paper.starts(block, with: "cancellation of meeting")
        || paper.starts(block, with: "cancellation of the meeting"))
  }
}
