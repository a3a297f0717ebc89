import MattersFormats

/// A council's own Word file, whose styles a report takes.
///
/// It is an ordinary file and has none of the styles that only pandoc gives names to, such as that of
/// tables: without them a table would have no lines. What it lacks is added; what it has stays.
enum WordTemplate {
  /// More than this is no list of styles.
  private static let limit = 16 << 20

  /// The template with the styles that it lacks, or as it is where it has them all; nothing where it
  /// is no Word file.
  static func completed(_ file: [UInt8]) -> [UInt8]? {
    guard let zip = ZipDirectory(file),
      let entry = zip.entries.first(where: { $0.name == "word/styles.xml" }),
      let bytes = ZipPart.read(entry, of: file, limit: limit)
    else { return nil }
    let styles = String(decoding: bytes, as: UTF8.self)
    guard let end = styles.range(ofLast: "</w:styles>") else { return nil }
    // In a file made in another language a heading has another id, and the same name.
    let folded = styles.lowercased()
    let missing = WordReference.needed.filter { style in
      !styles.contains("w:styleId=\"\(style.id)\"")
        && !folded.contains("<w:name w:val=\"\(style.name)\"")
    }
    if missing.isEmpty { return file }
    let all = styles[..<end] + missing.map(\.xml).joined() + styles[end...]
    return ZipPart.replacing(entry, with: Array(all.utf8), in: file, zip)
  }
}

extension String {
  /// Where some words last begin.
  fileprivate func range(ofLast words: String) -> String.Index? {
    var found: String.Index?
    var rest = self[...]
    while let next = rest.firstRange(of: words) {
      found = next.lowerBound
      rest = rest[next.upperBound...]
    }
    return found
  }
}
