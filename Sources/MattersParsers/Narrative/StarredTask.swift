import MattersBlocks
import MattersRecords
import MattersText

/// Reads tasks that a clerk marks with a star in the middle of a paragraph.
///
/// `... is not signposted. *Clerk to report it to Highways.`
enum StarredTask {
  static func read(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper {
      defer { at += 1 }
      guard bytes[at] == 0x2A, let sentence = sentence(behind: at, of: block, in: paper) else {
        continue
      }
      let words = paper.text(sentence).split(separator: " ")
      guard words.count >= 3, let to = words.prefix(6).firstIndex(of: "to"), to + 1 < words.count,
        words[to + 1].first?.isLowercase == true
      else { continue }
      let named = words[..<to].filter { $0 != "asked" && $0 != "was" && $0 != "is" }
        .joined(separator: " ")
      var action = Action()
      action.meetingDate = date?.iso
      action.minute = minute
      action.text = paper.text(sentence)
      action.owner = PostWords.isPost(named) || PostWords.isName(named) ? named : nil
      action.due = DueWording.read(action.text).due
      sink.add(
        .action(action), parts: [date?.iso, minute], lines: paper.lines(of: sentence),
        blocks: index..<index, certainty: .probable,
        because: "a star marks what somebody is to do")
    }
  }

  /// The sentence behind a star that stands before a word, and not around one.
  private static func sentence(behind star: Int, of block: Block, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    let isOpen = star == block.text.lower || bytes[star - 1].isSpace || bytes[star - 1] == 0x2E
    guard isOpen, star + 12 < block.text.upper, bytes[star + 1] != 0x2A else { return nil }
    let rest = bytes.trimmed(ByteRange(star + 1, block.text.upper))
    guard !rest.isEmpty, bytes[rest.lower].isLetter else { return nil }
    return Sentences.split(bytes, rest).first
  }
}
