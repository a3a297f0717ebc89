import MattersOffice
import MattersReports
import MattersText
import NIOCore

/// The forms of a report.
enum ReportForm: String, CaseIterable, Sendable {
  case html, docx, xlsx, markdown, csv, json, ics

  var name: String {
    switch self {
    case .html: "Web page, for print"
    case .docx: "Word"
    case .xlsx: "Excel"
    case .markdown: "Markdown"
    case .csv: "CSV, for spreadsheets"
    case .json: "JSON, for programs"
    case .ics: "Calendar of what is due"
    }
  }

  var type: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .markdown: "text/markdown; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .json: "application/json"
    case .ics: "text/calendar; charset=utf-8"
    }
  }

  var ending: String { self == .markdown ? "md" : rawValue }

  /// The bytes of a report with its usual columns.
  ///
  /// - Throws: `OfficeError` where what makes an office file is missing or failed.
  func write(_ report: PlainReport, on day: PlainDate, _ site: Site) async throws -> ByteBuffer {
    let usual = try report.choosing(ColumnChoice())
    return switch self {
    case .html: ByteBuffer(string: usual.html)
    case .docx: ByteBuffer(bytes: try await WordWriter.write(usual))
    case .xlsx: ByteBuffer(bytes: try await site.ask { _ in try WorkbookWriter.written(usual) })
    case .markdown: ByteBuffer(string: usual.markdown)
    case .csv: ByteBuffer(string: usual.csv)
    case .json: ByteBuffer(string: usual.json)
    case .ics: ByteBuffer(string: usual.calendar(on: day))
    }
  }
}
