import MattersBlocks
import MattersText
import MattersTools

/// Excel workbooks, through the rows that `xlsx2csv` takes out of them.
///
/// The text that is kept of a workbook has one line for each row, the cells separated by tabs; see
/// ``Sheet`` for how rows are found again in it.
enum WorkbookForm {
  static let name = "an Excel workbook"
  private static let largestUnpacked = 64 << 20

  static func read(
    name: String, contents: [UInt8], _ zip: ZipDirectory
  ) async throws(PaperFormError) -> Paper {
    guard zip.unpackedSize <= largestUnpacked else {
      throw .beyondLimits(
        form: Self.name, what: "says it unpacks to \(zip.unpackedSize >> 20) MiB")
    }
    let hidden = HiddenRows(contents, zip, limit: largestUnpacked)
    let csv: [UInt8]
    do {
      // A bell stands in no cell: XML cannot hold one.
      csv = try await ToolRunner.run(
        .xlsx2csv, ["--all", "-p", "x07", "-d", ",", "-q", "all", "-f", "%Y-%m-%d", "/dev/stdin"],
        on: hidden.contents)
    } catch {
      throw PaperFormError(error, .xlsx2csv, form: Self.name)
    }
    var rows = WorkbookText()
    let written = SourceText(name: name, utf8: csv.madeValid)
    var cutter = CSVCutter(written, delimiter: .ascii(","))
    while let record = cutter.next() { rows.add(record, of: written) }
    let source = SourceText(name: name, utf8: rows.text)
    var grid = GridReader(source: source)
    for row in rows.rows {
      if row.isSheetName {
        grid.sheet(row.cells[0], line: row.line)
      } else {
        grid.row(row.cells, lines: LineRange(row.line, row.line))
      }
    }
    guard source.bytes.contains(where: \.isWordByte) else { throw .noWords(form: Self.name) }
    let version = await ToolRunner.version(of: .xlsx2csv)
    return grid.finish().converted(by: version, sheets: source.sheets)
      .noticing(hidden.diagnostics)
  }
}

/// Makes the text that is kept of a workbook.
struct WorkbookText {
  /// A row, or the name of a sheet.
  struct SheetRow {
    var isSheetName: Bool
    var line: Int
    var cells: [GridCell]
  }

  /// The text so far.
  private(set) var text: [UInt8] = []
  /// Its rows.
  private(set) var rows: [SheetRow] = []
  private var line = 0

  /// Adds what the tool wrote as one record: a row, or a bell and `1 - Name`.
  mutating func add(_ record: CSVCutter.Line, of written: SourceText) {
    line += 1
    if record.text.first == 0x07 {
      let words = written.quote(record.lines).joined()
      let name = words.split(separator: "-", maxSplits: 1).last.map(String.init) ?? words
      text.append(0x0C)
      let place = text.count
      let clean = onOneLine(name.trimmed)
      text += clean.utf8
      rows.append(
        SheetRow(isSheetName: true, line: line, cells: [GridCell(text: clean, place: place)]))
    } else {
      var cells: [GridCell] = []
      for (index, field) in CSVForm.fields(of: record).enumerated() {
        if index > 0 { text.append(0x09) }
        cells.append(GridCell(text: field, place: text.count))
        text += onOneLine(field).utf8
      }
      rows.append(SheetRow(isSheetName: false, line: line, cells: cells))
    }
    text.append(0x0A)
  }

  /// A cell's words as they can stand on one line, byte for byte in their places.
  private func onOneLine(_ words: String) -> String {
    String(decoding: words.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension String {
  /// The words without blanks at their ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
