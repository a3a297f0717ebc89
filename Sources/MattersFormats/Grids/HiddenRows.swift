import MattersText

/// The rows and sheets that a workbook hides, as a filter or a careful clerk leaves them.
///
/// A hidden row is a row: what a tracker's filter hides may be the very thing that is asked for. The
/// tool's later versions leave such rows out, so that the mark is taken off before it reads; what
/// was hidden is said.
struct HiddenRows {
  /// The workbook with all its rows in sight.
  private(set) var contents: [UInt8]
  /// The sheets that are hidden, by name.
  private(set) var sheets: [String] = []
  /// How many rows are hidden.
  private(set) var rowCount = 0

  init(_ contents: [UInt8], _ zip: ZipDirectory, limit: Int) {
    self.contents = contents
    var zip = zip
    for name in zip.entries.map(\.name) where name.hasPrefix("xl/") && name.hasSuffix(".xml") {
      guard name == "xl/workbook.xml" || name.hasPrefix("xl/worksheets/"),
        let entry = zip.entries.first(where: { $0.name == name }),
        var text = ZipPart.read(entry, of: self.contents, limit: limit)
      else { continue }
      if name == "xl/workbook.xml" {
        sheets = Self.hiddenSheets(text)
        continue
      }
      let count = Self.show(&text)
      guard count > 0 else { continue }
      rowCount += count
      self.contents = ZipPart.replacing(entry, with: text, in: self.contents, zip)
      guard let next = ZipDirectory(self.contents) else { break }
      zip = next
    }
  }

  /// What was hidden, for the reader of the paper.
  var diagnostics: [Diagnostic] {
    var found = sheets.map {
      Diagnostic(
        "workbook.hidden_sheet", .warning,
        "the sheet \"\($0)\" is hidden in the workbook; it was read like the others")
    }
    if rowCount > 0 {
      found.append(
        Diagnostic(
          "workbook.hidden_rows", .warning,
          "\(rowCount) \(rowCount == 1 ? "row is" : "rows are") hidden in the workbook, as by a "
            + "filter; read like the others"))
    }
    return found
  }

  // MARK: - Markup

  private static func hiddenSheets(_ text: [UInt8]) -> [String] {
    var names: [String] = []
    forEachTag("sheet", in: text) { tag in
      guard let state = value("state", in: tag, of: text),
        text[state].elementsEqual("hidden".utf8) || text[state].elementsEqual("veryHidden".utf8),
        let name = value("name", in: tag, of: text)
      else { return }
      names.append(plain(String(decoding: text[name], as: UTF8.self)))
    }
    return names
  }

  /// Takes the mark off hidden rows, and says how many there were.
  private static func show(_ text: inout [UInt8]) -> Int {
    var marks: [Range<Int>] = []
    forEachTag("row", in: text) { tag in
      guard let value = value("hidden", in: tag, of: text),
        text[value].elementsEqual("1".utf8) || text[value].elementsEqual("true".utf8)
      else { return }
      marks.append(value)
    }
    for mark in marks.reversed() { text.replaceSubrange(mark, with: [0x30]) }
    return marks.count
  }

  private static func forEachTag(_ name: String, in text: [UInt8], _ body: (Range<Int>) -> Void) {
    let opening = Array("<\(name) ".utf8)
    var at = 0
    while let start = text[at...].firstIndex(of: 0x3C) {
      at = start + 1
      guard text[start...].starts(with: opening),
        let end = text[start...].firstIndex(of: 0x3E)
      else { continue }
      body(start..<end)
      at = end
    }
  }

  private static func value(_ name: String, in tag: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    let key = Array(" \(name)=".utf8)
    var at = tag.lowerBound
    while let start = text[at..<tag.upperBound].firstIndex(of: 0x20) {
      at = start + 1
      guard text[start..<tag.upperBound].starts(with: key) else { continue }
      let quote = start + key.count
      guard quote < tag.upperBound,
        let end = text[(quote + 1)..<tag.upperBound].firstIndex(of: text[quote])
      else { return nil }
      return quote + 1..<end
    }
    return nil
  }

  private static func plain(_ words: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(words) { $0.replacing($1.0, with: $1.1) }
  }
}
