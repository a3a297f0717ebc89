import MattersBlocks
import MattersRecords
import MattersText

/// Sentences that are marked as actions at their end: `The table will be redone - ACTION`.
extension ActionLine {
  /// Reads the sentence that a paragraph's last word marks; whether one was.
  static func readMark(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) -> Bool {
    let block = paper.blocks[index]
    let bytes = paper.clean.bytes
    var end = block.text.upper
    while end > block.text.lower, [0x2E, 0x29, 0x5D, 0x20].contains(bytes[end - 1]) { end -= 1 }
    let start = end - 6
    guard start - block.text.lower >= 24, bytes.matches("action", at: start, before: end),
      bytes[start].isUpper, bytes[end - 1].isUpper
    else { return false }
    end = start
    while end > block.text.lower + 3 {
      if [0x20, 0x2D, 0x28, 0x5B].contains(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    // A dash or a bracket sets the mark off; "further ACTION" is prose.
    guard start - end >= 3 || bytes[start - 1] == 0x28 || bytes[start - 1] == 0x5B,
      let sentence = Sentences.split(bytes, ByteRange(block.text.lower, end)).last,
      sentence.count >= 20
    else { return false }
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.text = paper.text(sentence)
    action.due = DueWording.read(action.text).due
    sink.add(
      .action(action), parts: [action.meetingDate, action.minute], lines: paper.lines(of: sentence))
    return true
  }
}

extension ActionDetails {
  /// `Sara Ash (the split of permits)`: who is to act, and in brackets what.
  static func named(_ text: String) -> (text: String, owner: String?, due: String?)? {
    guard text.utf8.count <= 160, text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      return nil
    }
    let name = String(text[..<open]).trimmingMarks
    let words = String(text[text.index(after: open)...].dropLast()).trimmingMarks
    guard PostWords.isName(name), words.utf8.count >= 12, words.contains(" "),
      !PostWords.isPost(words), DateReader.only(words) == nil
    else { return nil }
    return (words, name, nil)
  }
}
