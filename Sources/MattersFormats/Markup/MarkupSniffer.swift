import MattersText

/// Knows HTML and XML by how they begin.
enum MarkupSniffer {
  /// The language of some text; none where it is a paper's plain text, tags in it or not.
  static func language(of bytes: [UInt8]) -> MarkupParser.Language? {
    var at = 0
    // Comments and declarations may stand before the first element.
    while at < bytes.count {
      while at < bytes.count, bytes[at].isSpace { at += 1 }
      if bytes.matches("<!--", at: at, before: bytes.count) {
        guard let end = bytes.firstIndex(of: "-->", in: ByteRange(at, bytes.count)) else {
          return nil
        }
        at = end + 3
      } else if bytes.matches("<?xml", at: at, before: bytes.count) {
        guard let end = bytes.firstIndex(of: "?>", in: ByteRange(at, bytes.count)) else {
          return .xml
        }
        return isHTML(bytes, after: end + 2) ? .html : .xml
      } else {
        break
      }
    }
    return isHTML(bytes, after: at) ? .html : nil
  }

  /// Elements that only a whole page, or what is cut out of one, begins with.
  private static let openings: [StaticString] = [
    "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<main", "<article",
    "<section", "<div", "<table", "<h1", "<h2", "<style", "<script", "<link",
  ]

  private static func isHTML(_ bytes: [UInt8], after start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    guard
      let opening = openings.first(where: { bytes.matches($0, at: at, before: bytes.count) })
    else { return false }
    // `<table` of a page, but not `<tablespoon`.
    let next = at + opening.utf8CodeUnitCount
    return next < bytes.count && !bytes[next].isLetter
  }
}
