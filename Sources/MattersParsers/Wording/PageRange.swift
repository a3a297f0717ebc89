import MattersText

/// The pages of a pack that an item's papers are on: `9 - 20`, `(Pages 9 - 12)`.
enum PageRange {
  /// Reads words that are a page range and nothing else, as `9-20`.
  static func read(_ text: String) -> String? {
    // Most that is asked begins with a word that is no number and no name of pages.
    let first = text.utf8.first { !marks.contains($0) }
    guard let first,
      first >= 0x80 || first.isDigit || first | 0x20 == UInt8(ascii: "p")
        || first | 0x20 == UInt8(ascii: "t")
    else { return nil }
    var numbers: [Substring] = []
    for piece in text.lowercased().split(whereSeparator: { " -–—().".contains($0) }) {
      if piece == "pages" || piece == "page" || piece == "to" || piece == "pp" || piece == "p" {
        continue
      }
      guard piece.allSatisfy({ $0.isASCII && $0.isNumber }), piece.count <= 4 else { return nil }
      numbers.append(Substring(piece))
    }
    switch numbers.count {
    case 1: return String(numbers[0])
    case 2: return "\(numbers[0])-\(numbers[1])"
    default: return nil
    }
  }

  /// What parts numbers, as bytes.
  private static let marks = Array(" -().".utf8)

  /// A title without what a committee system's page prints behind it: `PDF 188 KB`.
  static func withoutSize(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard words.count >= 4, let unit = words.last, ["KB", "MB"].contains(unit),
      let at = words.lastIndex(where: { ["pdf", "doc", "docx"].contains($0.lowercased()) }),
      at >= 1, words.count - at <= 3
    else { return title }
    var kept = words[..<at]
    if kept.last == "icon" { kept = kept.dropLast(2) }
    return kept.joined(separator: " ")
  }

  /// A title and the page range that is printed behind it in brackets.
  static func split(_ title: String) -> (title: String, pages: String?) {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "("),
      title[open...].lowercased().hasPrefix("(page"), let pages = read(String(title[open...]))
    else { return (title, nil) }
    var rest = title[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return (String(rest), pages)
  }
}
