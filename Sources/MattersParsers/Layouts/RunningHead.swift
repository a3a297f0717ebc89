import MattersBlocks
import MattersText

/// A page's running head that stands among what was decided: a body's name and the meeting's day,
/// and nothing else.
enum RunningHead {
  static func isOne(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind != .row, block.label.isEmpty, (12...160).contains(block.text.count),
      !paper.ends(block, with: "."), !paper.ends(block, with: ":")
    else { return false }
    let bytes = paper.clean.bytes
    guard BodyName.mayBeBody(bytes, block.text),
      let day = DateReader.next(in: bytes, from: block.text.lower, before: block.text.upper),
      day.date != nil, day.range.upper >= block.text.upper - 1, day.range.lower > block.text.lower
    else { return false }
    return isName(bytes.string(ByteRange(block.text.lower, day.range.lower)))
  }

  /// Whether the words of a table's cell are one.
  static func isOne(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (12...160).contains(bytes.count),
      let day = DateReader.next(in: bytes, from: 0, before: bytes.count), day.date != nil,
      day.range.upper >= bytes.count - 1, day.range.lower > 0
    else { return false }
    return isName(bytes.string(ByteRange(0, day.range.lower)))
  }

  /// Whether the words before the day are a body's name and no more.
  private static func isName(_ text: String) -> Bool {
    var words = text.split(separator: " ")
    let days: Set<String> = [
      "on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "",
    ]
    while let last = words.last?.lowercased().filter(\.isLetter), days.contains(last) {
      words.removeLast()
    }
    let name = words.joined(separator: " ").trimmingMarks
    return !words.isEmpty && BodyName.isBody(name)
      && words.allSatisfy { $0.first?.isLowercase != true || $0.count <= 3 }
  }
}
