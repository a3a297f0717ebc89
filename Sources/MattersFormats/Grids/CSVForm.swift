import MattersBlocks
import MattersText
import SwiftCSV

/// CSV files: trackers and programmes that were saved from a spreadsheet.
enum CSVForm {
  /// Larger files are refused: a tracker of thirty years has not a tenth of it.
  private static let largest = 64 << 20
  private static let columnLimit = 200

  /// What separates the fields, where a text is CSV; nothing where it is not.
  ///
  /// Most records have the same number of fields, three or more, and the delimiter does not behave
  /// as in prose, where a space follows it. Text with tabs is the readers' own dialect; only quotes
  /// around its cells make a CSV file of it.
  static func delimiter(of source: SourceText) -> UInt8? {
    let candidates = [UInt8.ascii(","), .ascii(";"), .ascii("|"), .ascii("\t")]
    let sample = sample(source.bytes)
    let tally = DelimiterTally(sample)
    return candidates.first {
      tally.mayPart(by: $0) && fits(source, SourceText(name: "", utf8: sample), delimiter: $0)
    }
  }

  private static func fits(
    _ source: SourceText, _ sample: SourceText, delimiter: UInt8
  ) -> Bool {
    let bytes = source.bytes
    guard bytes.prefix(1 << 16).contains(delimiter) else { return false }
    var cutter = CSVCutter(sample, delimiter: delimiter)
    var widths: [Int: Int] = [:]
    var (records, delimiters, spaced, quoted, titles) = (0, 0, 0, 0, 0)
    while let record = cutter.next() {
      let count = record.fieldStarts.count
      guard !record.isBlank else { continue }
      // The title above a table has no delimiters.
      if widths.isEmpty, count == 1, titles < 10 {
        titles += 1
        continue
      }
      records += 1
      widths[count, default: 0] += 1
      delimiters += count - 1
      for start in record.fieldStarts.dropFirst() where start < bytes.count {
        if bytes[start] == 0x20 { spaced += 1 }
        if bytes[start] == 0x22 { quoted += 1 }
      }
    }
    guard let (width, count) = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      width >= 3, width <= columnLimit, count >= 2, count * 10 >= records * 8
    else { return false }
    if delimiter == 0x09 { return quoted > 0 && quoted * 20 >= delimiters }
    return spaced * 10 < delimiters
  }

  /// The beginning of the text, up to a line's end.
  private static func sample(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 1 << 18 else { return bytes }
    let head = bytes[..<(1 << 18)]
    return Array(head[...(head.lastIndex(of: 0x0A) ?? head.endIndex - 1)])
  }

  static func read(_ source: SourceText, delimiter: UInt8) throws(PaperFormError) -> Paper {
    guard source.bytes.count <= largest else {
      throw .tooLarge(form: "a CSV file", limit: largest)
    }
    var cutter = CSVCutter(source, delimiter: delimiter)
    var grid = GridReader(source: source)
    var failed: [Int] = []
    while let record = cutter.next() {
      guard !record.isBlank else {
        grid.blankRow()
        continue
      }
      let fields: [String]
      if let read = Self.cut(record, delimiter) {
        fields = read
      } else {
        failed.append(record.lines.first)
        fields = [String(decoding: record.text, as: UTF8.self)]
      }
      // The places of the fields are known where both ways of cutting agree.
      let agree = fields.count == record.fieldStarts.count
      grid.row(
        fields.enumerated().map {
          let start = record.fieldStarts[agree ? $0 : 0]
          let isQuoted = start < source.bytes.count && source.bytes[start] == 0x22
          let words = Self.withoutGuard($1)
          let place = isQuoted ? start + 1 : start
          return GridCell(text: words, place: words.utf8.count < $1.utf8.count ? place + 1 : place)
        }, lines: record.lines)
    }
    return grid.finish().noticing(
      cutter.faults.map { fault in
        Diagnostic(
          fault.isUnclosed ? "csv.unclosed_quote" : "csv.stray_quote", .warning,
          fault.isUnclosed
            ? "a quotation mark that opens a field is never closed; the field was ended with its line"
            : "a quotation mark inside a field is not doubled; it was taken as it stands",
          lines: LineRange(fault.line, fault.line))
      }
        + failed.map {
          Diagnostic(
            "csv.row", .warning, "the row could not be taken apart into fields",
            lines: LineRange($0, $0))
        })
  }

  /// A field without the apostrophe that keeps a spreadsheet from running it as a formula.
  ///
  /// It stands before `=`, `+`, `@`, a tab, a carriage return, and a hyphen without a space after it;
  /// and before any such apostrophes that were there already.
  static func withoutGuard(_ field: String) -> String {
    guard field.utf8.first == 0x27 else { return field }
    let rest = field.utf8.drop { $0 == 0x27 }
    let isGuard: Bool =
      switch rest.first {
      case 0x3D, 0x2B, 0x40, 0x09, 0x0D: true
      case 0x2D: rest.dropFirst().first != 0x20
      default: false
      }
    return isGuard ? String(decoding: field.utf8.dropFirst(), as: UTF8.self) : field
  }

  /// The fields of a record; all its words as one where they cannot be told.
  static func fields(of record: CSVCutter.Line, _ delimiter: UInt8 = .ascii(",")) -> [String] {
    cut(record, delimiter) ?? [String(decoding: record.text, as: UTF8.self)]
  }

  private static func cut(_ record: CSVCutter.Line, _ delimiter: UInt8) -> [String]? {
    let text = String(decoding: record.text, as: UTF8.self)
    let delimiter = CSVDelimiter(unicodeScalarLiteral: Character(Unicode.Scalar(delimiter)))
    guard let csv = try? EnumeratedCSV(string: text, delimiter: delimiter, loadColumns: false),
      csv.rows.isEmpty
    else { return nil }
    // An empty field at the end is left out by the library.
    return csv.header.count + 1 == record.fieldStarts.count ? csv.header + [""] : csv.header
  }
}
