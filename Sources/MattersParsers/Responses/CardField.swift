import MattersBlocks
import MattersRecords
import MattersText

/// The parts of a card: a tracker's entry that stands by itself, with its name over it and its
/// points below, and with some labels that no other council prints.
enum CardField {
  /// Labels that name who asked, where another part names who is to answer.
  static let askers: Set<String> = ["from", "of", "for", "person"]

  /// The most bytes of a label, and of a name over a card.
  private static let longest = 28
  private static let longestTitle = 120

  /// A label that is not known, and what stands behind it: `Card: Green - done`.
  static func unknown(_ text: String) -> (label: String, words: String)? {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text.utf8.distance(from: text.startIndex, to: mark) <= longest,
      let colon = text.firstIndex(of: ":"), text.first?.isUppercase == true
    else { return nil }
    let label = String(text[..<colon])
    let words = String(text[text.index(after: colon)...]).trimmingMarks
    guard label.utf8.count <= longest, (1...4).contains(MatchKey.words(label).count),
      !label.contains(where: \.isNumber), text[colon...].dropFirst().first?.isWhitespace ?? false,
      !words.isEmpty
    else { return nil }
    return (label, words)
  }

  /// The reference and the subject of a card's title: `EA/41 · Ponds`.
  static func title(_ text: String) -> (reference: String, subject: String)? {
    // Nearly all that is asked begins with a word that has no number.
    guard text.utf8.count <= longestTitle,
      text.utf8.first == UInt8(ascii: " ")
        || text.utf8.prefix(while: { $0 != UInt8(ascii: " ") })
          .contains(where: { $0.isDigit || $0 >= 0x80 }),
      let last = text.last, last != ".", last != ":"
    else { return nil }
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard let first = parts.first, first.contains(where: \.isNumber),
      first.contains(where: { $0.isUppercase || $0.isNumber }), first.utf8.count <= 16
    else { return nil }
    let rest = text.dropFirst(first.count).drop { !$0.isLetter && !$0.isNumber }
    // "3 May 2024" is a day and no name.
    guard DateReader.only(text) == nil else { return nil }
    return (first.trimmingMarks, String(rest).trimmingMarks)
  }

  /// What the nearest title above a card says that the paper lists.
  static func kind(above card: Int, from start: Int, in paper: Paper) -> TrackerColumn? {
    for index in (start..<max(start, card)).reversed() {
      let block = paper.blocks[index]
      guard block.kind == .heading || block.kind == .paragraph, block.text.count <= 160,
        TrackerLayout.isTitle(block, in: paper)
      else { continue }
      if let kind = TrackerTitle.kind([paper.text(block)]) { return kind }
    }
    return nil
  }

  /// `Minute 11 – 4 May 2023 – Ponds`: the meeting and the subject of what follows.
  static func minute(_ text: String) -> (day: String, title: String)? {
    guard text.utf8.count <= 160, let first = text.utf8.first, first | 0x20 == 0x6D,
      text.lowercased().hasPrefix("min")
    else { return nil }
    // "Min. 14 (4 May 2023) Ponds"
    if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      DateReader.first(in: String(text[open...close])) != nil,
      text[..<open].contains(where: \.isNumber)
    {
      let title = String(text[text.index(after: close)...]).trimmingMarks
      if !title.isEmpty { return (String(text[open...close]), title) }
    }
    let parts = text.replacing(" - ", by: "–").split(separator: "–").map {
      String($0).trimmingMarks
    }
    guard parts.count == 3, let day = parts.first(where: { DateReader.only($0) != nil }),
      parts[0].contains(where: \.isNumber)
    else { return nil }
    return (day, parts[2] == day ? parts[1] : parts[2])
  }
}
