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
    guard let book = open(path) else { throw .notWritten(path: path) }
    var properties = lxw_doc_properties()
    let title = strdup(report.title)
    defer { free(title) }
    properties.title = title
    workbook_set_properties(book, &properties)
    let forms = Forms(book)
    var names: Set<String> = []
    for grid in report.grids {
      let name = sheetName(grid.tab ?? grid.heading ?? report.name, besides: &names)
      guard let sheet = workbook_add_worksheet(book, name) else { continue }
      write(grid.withReferences, to: sheet, forms)
    }
    guard workbook_close(book) == LXW_NO_ERROR else { throw .notWritten(path: path) }
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
  private static func open(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    let folder = strdup(FileManager.default.temporaryDirectory.path)
    defer { free(folder) }
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.tmpdir = folder
    return workbook_new_opt(path, &options)
  }

  private static func write(
    _ grid: ReportGrid, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ forms: Forms
  ) {
    let last = UInt16(max(0, min(grid.columns.count, 16_384) - 1))
    for (place, column) in grid.columns.prefix(16_384).enumerated() {
      let width = Double(max(10, min(60, column.weight * 2)))
      worksheet_set_column(sheet, UInt16(place), UInt16(place), width, nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_autofilter(sheet, 0, 0, UInt32(grid.entries.count), last)
    for (place, column) in grid.columns.prefix(16_384).enumerated() {
      worksheet_write_string(sheet, 0, UInt16(place), column.heading, forms.header)
    }
    for (index, entry) in grid.entries.enumerated() {
      for (place, cell) in entry.cells.prefix(16_384).enumerated() {
        let (row, column) = (UInt32(index + 1), UInt16(place))
        switch cell.value {
        case .date(let day) where day.year >= 1900:
          var date = lxw_datetime(
            year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0,
            sec: 0)
          worksheet_write_datetime(sheet, row, column, &date, forms.day)
        case .number(let number):
          worksheet_write_number(sheet, row, column, Double(number), forms.words)
        case .date, .words:
          worksheet_write_string(sheet, row, column, fitting(cell.aloud), forms.words)
        }
      }
    }
  }

  /// How cells look.
  private struct Forms {
    let header: UnsafeMutablePointer<lxw_format>?
    let words: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      header = workbook_add_format(book)
      format_set_bold(header)
      format_set_bg_color(header, 0xE8EAEC)
      words = workbook_add_format(book)
      day = workbook_add_format(book)
      format_set_num_format(day, "d mmmm yyyy")
      format_set_align(day, UInt8(LXW_ALIGN_LEFT.rawValue))
      for form in [header, words, day] {
        format_set_text_wrap(form)
        format_set_align(form, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(form, UInt8(LXW_BORDER_THIN.rawValue))
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
