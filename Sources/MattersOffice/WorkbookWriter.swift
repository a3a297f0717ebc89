import CXlsxWriter
import Foundation
public import MattersReports
import MattersText

/// Writes a report as an Excel workbook: a sheet for each table, days as days, a header that stays
/// in sight and is repeated in print, and filters.
public enum WorkbookWriter {
  /// Excel holds no longer words in a cell.
  private static let longest = 32_767

  /// Writes the tables of a report to a file.
  ///
  /// The permanent reference stands first in every sheet, so that rows which were edited are known
  /// again.
  public static func write(_ report: PlainReport, to path: String) throws(OfficeError) {
    let library = try WorkbookLibrary()
    guard let book = open(path, library) else { throw .notWritten(path: path) }
    var properties = xlsx_properties()
    let title = strdup(report.title)
    defer { free(title) }
    properties.title = UnsafePointer(title)
    let head = report.head.map { strdup("Register head: \($0)") } ?? nil
    defer { free(head) }
    properties.comments = head.map { UnsafePointer($0) }
    _ = library.setProperties(book, &properties)
    let forms = Forms(book, library)
    var names: Set<String> = []
    for grid in report.grids {
      let name = sheetName(grid.tab ?? grid.heading ?? report.name, besides: &names)
      guard let sheet = library.addSheet(book, name) else { continue }
      write(grid.withReferences, to: sheet, forms, library)
    }
    guard library.close(book) == 0 else { throw .notWritten(path: path) }
  }

  /// The bytes of a workbook.
  public static func written(_ report: PlainReport) throws(OfficeError) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "matters-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try write(report, to: file.path)
    guard let data = try? Data(contentsOf: file) else { throw .notWritten(path: file.path) }
    return Array(data)
  }

  /// A workbook that keeps no more than a row in memory.
  private static func open(_ path: String, _ library: WorkbookLibrary) -> OpaquePointer? {
    let folder = strdup(FileManager.default.temporaryDirectory.path)
    defer { free(folder) }
    var options = xlsx_options()
    options.constant_memory = 1
    options.tmpdir = UnsafePointer(folder)
    return library.open(path, &options)
  }

  private static func write(
    _ grid: ReportGrid, to sheet: OpaquePointer, _ forms: Forms, _ library: WorkbookLibrary
  ) {
    let last = UInt16(max(0, min(grid.columns.count, 16_384) - 1))
    for (place, column) in grid.columns.prefix(16_384).enumerated() {
      let width = Double(max(10, min(60, column.weight * 2)))
      _ = library.setColumn(sheet, UInt16(place), UInt16(place), width, nil)
    }
    library.freezePanes(sheet, 1, 0)
    library.setLandscape(sheet)
    library.setPaper(sheet, WorkbookLibrary.Code.a4)
    library.fitToPages(sheet, 1, 0)
    _ = library.repeatRows(sheet, 0, 0)
    _ = library.filter(sheet, 0, 0, UInt32(grid.entries.count), last)
    for (place, column) in grid.columns.prefix(16_384).enumerated() {
      _ = library.writeText(sheet, 0, UInt16(place), column.heading, forms.header)
    }
    for (index, entry) in grid.entries.enumerated() {
      for (place, cell) in entry.cells.prefix(16_384).enumerated() {
        let (row, column) = (UInt32(index + 1), UInt16(place))
        switch cell.value {
        case .date(let day) where day.year >= 1900:
          var date = xlsx_datetime(
            year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0,
            sec: 0)
          _ = library.writeDay(sheet, row, column, &date, forms.day)
        case .number(let number):
          _ = library.writeNumber(sheet, row, column, Double(number), forms.words)
        case .date, .words:
          _ = library.writeText(sheet, row, column, fitting(cell.aloud), forms.words)
        }
      }
    }
  }

  /// How cells look.
  private struct Forms {
    let header: OpaquePointer?
    let words: OpaquePointer?
    let day: OpaquePointer?

    init(_ book: OpaquePointer, _ library: WorkbookLibrary) {
      header = library.addFormat(book)
      library.setBold(header)
      library.setColour(header, 0xE8EAEC)
      words = library.addFormat(book)
      day = library.addFormat(book)
      library.setNumberForm(day, "d mmmm yyyy")
      library.setAlignment(day, WorkbookLibrary.Code.left)
      for form in [header, words, day] {
        library.setWrap(form)
        library.setAlignment(form, WorkbookLibrary.Code.top)
        library.setBorder(form, WorkbookLibrary.Code.thin)
      }
    }
  }

  /// Words that fit a cell, without characters that XML cannot hold.
  private static func fitting(_ words: String) -> String {
    let held = String(
      String.UnicodeScalarView(
        words.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
    guard held.utf16.count > longest else { return held }
    return String(held.prefix(longest / 2)) + " …"
  }

  /// A sheet's name: at most 31 letters, none of those that Excel refuses, and no other's.
  static func sheetName(_ words: String, besides names: inout Set<String>) -> String {
    var name = String(words.map { "[]:*?/\\'".contains($0) ? " " : $0 })
      .trimmingCharacters(in: .whitespacesAndNewlines)
    if name.isEmpty { name = "Sheet" }
    var count = 1
    while true {
      let ending = count == 1 ? "" : " (\(count))"
      var stem = Substring(name)
      while stem.utf16.count + ending.utf16.count > 31 { stem = stem.dropLast() }
      let candidate = stem.trimmingCharacters(in: .whitespaces) + ending
      if names.insert(candidate.lowercased()).inserted { return candidate }
      count += 1
    }
  }
}
