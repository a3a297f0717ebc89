import MattersText

/// A word as it stands on a page, with the box that its letters take, in points.
struct PrintedWord {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// Where its letters are in the tool's output.
  var text: ByteRange
  /// How many characters it has.
  var length: Int
  /// The rest of a word that a narrow cell broke.
  var rest: ByteRange?

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
}

/// The words of a PDF's pages, as `pdftotext -tsv` lists them: a row for each page, flow, line and
/// word, with its place.
struct PrintedPages {
  /// The tool's output, in which the words' letters are.
  let bytes: [UInt8]
  /// The words of each page, in the order in which the tool gives them.
  private(set) var pages: [[PrintedWord]] = []
  /// The width of each page.
  private(set) var widths: [Double] = []

  /// The tool's name for a row that begins a page, and for one that is a word.
  private enum Level {
    static let page: UInt8 = 0x31
    static let word: UInt8 = 0x35
  }

  init(tsv: [UInt8]) {
    bytes = tsv
    var start = 0
    while start < tsv.count {
      let end = tsv[start...].firstIndex(of: 0x0A) ?? tsv.count
      read(start..<end)
      start = end + 1
    }
  }

  private mutating func read(_ row: Range<Int>) {
    guard row.count > 2, bytes[row.lowerBound + 1] == 0x09 else { return }
    switch bytes[row.lowerBound] {
    case Level.page:
      pages.append([])
      widths.append(fields(row).map { number($0[7]) } ?? 0)
    case Level.word: readWord(row)
    default: break
    }
  }

  /// Where the fields after the first begin.
  private func fields(_ row: Range<Int>) -> [Int]? {
    var fields: [Int] = []
    for at in row where bytes[at] == 0x09 {
      fields.append(at + 1)
      if fields.count == 11 { return fields }
    }
    return nil
  }

  private mutating func readWord(_ row: Range<Int>) {
    guard let fields = fields(row), !pages.isEmpty else { return }
    let text = bytes.trimmed(ByteRange(fields[10], row.upperBound))
    guard !text.isEmpty else { return }
    let left = number(fields[5])
    let top = number(fields[6])
    pages[pages.count - 1].append(
      PrintedWord(
        left: left, right: left + max(0, number(fields[7])), top: top,
        bottom: top + max(0.1, number(fields[8])), text: text,
        length: bytes[text.lower..<text.upper].count { $0 & 0xC0 != 0x80 }))
  }

  /// A decimal number; no page is as wide as what is cut off.
  private func number(_ start: Int) -> Double {
    var at = start
    var value = 0.0
    var unit = 0.0
    let isNegative = bytes[at] == 0x2D
    if isNegative { at += 1 }
    while at < bytes.count, bytes[at].isDigit || bytes[at] == 0x2E {
      if bytes[at] == 0x2E {
        guard unit == 0 else { break }
        unit = 1
      } else {
        value = min(1e6, value * 10 + Double(bytes[at] - 0x30))
        unit *= 10
        if unit > 1e4 { break }
      }
      at += 1
    }
    return (isNegative ? -value : value) / max(1, unit)
  }
}
