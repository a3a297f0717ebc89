import MattersRecords
import MattersText

/// The progress report in the forms it is handed out in.
extension ProgressReport {
  /// The title.
  public var title: String { "\(body): progress on information requests" }

  private var purpose: String {
    "For the meeting on \(meeting.inWords), as it stands before the meeting opens."
  }

  private static let key =
    "Key: a tick (\(tick)) means completed. A completed item is left out of later reports."

  /// Markdown with a table for each meeting.
  public var markdown: String {
    var out = "# \(MarkdownWriter.escape(title))\n\n\(purpose)\n"
    if groups.isEmpty { out += "\nThere are no information requests to report.\n" }
    for group in groups {
      out += "\n## \(MarkdownWriter.escape(group.heading))\n\n"
      out += MarkdownWriter.table(table(of: group, tickInWords: false))
    }
    return out + "\n\(Self.key)\n"
  }

  /// A page with a captioned table for each meeting.
  public var html: String {
    var body = "<p>\(HTMLWriter.escape(purpose))</p>\n"
    if groups.isEmpty { body += "<p>There are no information requests to report.</p>\n" }
    for group in groups {
      body += "<h2>\(HTMLWriter.escape(group.heading))</h2>\n"
      body += HTMLWriter.table(table(of: group, tickInWords: true))
    }
    body +=
      "<h2>Key</h2>\n<p>\(HTMLWriter.escape(String(Self.key.dropFirst(5)).capitalizedFirst))</p>\n"
    return HTMLWriter.page(title: title, body: body)
  }

  /// The six headings and a record for each row, newest meeting first.
  public var csv: String { CSVWriter.table(table) }

  /// An object with the report's groups and rows.
  public var json: String {
    var json = JSONText()
    json.beginObject()
    json.field("report", "progress")
    json.field("body", body)
    json.field("meeting", meeting.iso)
    json.key("groups")
    json.beginArray()
    for group in groups {
      json.beginObject()
      json.field("heading", group.heading)
      json.field("raised", group.date?.iso)
      json.key("rows")
      json.beginArray()
      for item in group.items {
        json.beginObject()
        json.field("reference", item.reference)
        let keys = Self.keys
        for (key, cell) in zip(keys, item.cells) {
          json.key(key)
          json.string(cell)
        }
        json.key("completed")
        json.bool(item.isCompleted)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }

  /// The tables for a terminal.
  public func terminal(width: Int) -> String {
    var out = "\(title)\n\(purpose)\n"
    if groups.isEmpty { out += "\nThere are no information requests to report.\n" }
    for group in groups {
      out += "\n\(group.heading)\n\n"
      out += TerminalWriter.table(table(of: group, tickInWords: false), width: width)
    }
    return out + "\n\(Self.key)\n"
  }

  private static let keys: [StaticString] = [
    "subject_and_date", "information_request", "department_responsible", "response", "status",
    "date_updated",
  ]

  private func table(of group: Group, tickInWords: Bool) -> ReportTable {
    ReportTable(
      caption: group.date.map { "Information requests made on \($0.inWords)" }
        ?? "Information requests", columns: Self.columns,
      rows: group.items.map { item in
        guard item.isCompleted, tickInWords else { return item.cells }
        var cells = item.cells
        // A mark alone says nothing to a screen reader.
        cells[4] = "\(Self.tick) Completed"
        return cells
      }, weights: [18, 24, 14, 26, 9, 9])
  }
}
