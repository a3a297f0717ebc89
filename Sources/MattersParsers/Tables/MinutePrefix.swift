import MattersText

/// The minute that a tracker's cell names before what was resolved in it: `Min. No. 702 – Ponds (2)
/// That a report be brought`.
enum MinutePrefix {
  private static let most = 140

  /// What the minute was about, and the words behind it; nothing where the cell does not begin so.
  static func split(_ words: String) -> (subject: String, rest: String)? {
    guard words.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "m") else { return nil }
    let parts = words.split(separator: " ")
    guard let first = parts.first, ["min", "min.", "minute"].contains(first.lowercased()) else {
      return nil
    }
    var at = 1
    if at < parts.count, ["no", "no.", "number"].contains(parts[at].lowercased()) { at += 1 }
    guard at < parts.count, parts[at].contains(where: \.isNumber) else { return nil }
    at += 1
    while at < parts.count, !parts[at].contains(where: { $0.isLetter || $0.isNumber }) { at += 1 }
    guard
      let start = parts.indices.first(where: { $0 > at && opens(parts, $0) }),
      parts[at].first?.isLetter == true
    else { return nil }
    let subject = parts[at..<start].joined(separator: " ").trimmingMarks
    guard (3...most).contains(subject.utf8.count) else { return nil }
    return (subject, parts[start...].joined(separator: " "))
  }

  /// Whether what was resolved begins at a word: with `That`, or with a label before it.
  private static func opens(_ parts: [Substring], _ index: Int) -> Bool {
    if parts[index] == "That" { return true }
    let isLabel = parts[index].first == "(" && parts[index].last == ")" && parts[index].count <= 5
    return isLabel && index + 1 < parts.count && ["That", "To"].contains(parts[index + 1])
  }
}
