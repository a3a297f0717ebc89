import MattersLinker
import MattersRecords
import MattersReports
import MattersText

/// CSV files with CSVW metadata that say what each column is.
struct CSVOnTheWeb {
  private let holdings: Holdings

  init(_ holdings: Holdings) { self.holdings = holdings }

  /// A column: its name, what it is, and the kind of its values.
  private struct Field {
    var name: String
    var title: String
    var datatype = "string"
  }

  var files: [Export.File] {
    [
      Export.File(name: "matters.csv", text: csv(matterColumns, holdings.matters.map(matterRow))),
      Export.File(
        name: "meetings.csv", text: csv(meetingColumns, holdings.meetings.map(meetingRow))),
      Export.File(
        name: "events.csv",
        text: csv(
          eventColumns,
          holdings.matters.flatMap { one in one.matter.events.map { eventRow(one, $0) } })),
      Export.File(name: "csv-metadata.json", text: metadata.line),
    ]
  }

  private func csv(_ columns: [Field], _ rows: [[String?]]) -> String {
    CSVWriter.table(
      ReportTable(
        caption: "", columns: columns.map(\.name), rows: rows.map { $0.map { $0 ?? "" } }))
  }

  // MARK: - Tables

  private let matterColumns = [
    Field(name: "reference", title: "Permanent reference"), Field(name: "kind", title: "Kind"),
    Field(name: "council", title: "Council"), Field(name: "body", title: "Committee"),
    Field(name: "raised", title: "Day it was asked", datatype: "date"),
    Field(name: "minute", title: "Minute"), Field(name: "label", title: "Label"),
    Field(name: "text", title: "Words"), Field(name: "subject", title: "Subject"),
    Field(name: "addressed_to", title: "Put to"), Field(name: "responsible", title: "Owed by"),
    Field(name: "state", title: "State"), Field(name: "decision", title: "Decision"),
    Field(name: "decided_by", title: "Who decided"),
    Field(name: "decided_on", title: "Day of the decision"),
    Field(name: "agreed_text", title: "Wording agreed, where it was changed"),
    Field(name: "implementation", title: "Implementation"),
    Field(name: "due", title: "By when it is to be done"),
    Field(name: "review_date", title: "When implementation is to be reviewed"),
    Field(name: "response", title: "Response"),
    Field(name: "source", title: "Read in"),
  ]

  private func matterRow(_ registered: RegisteredMatter) -> [String?] {
    let matter = registered.matter
    let last = matter.events.map(\.date).max()
    let position = last.flatMap { matter.position(.endOf($0)) }
    return [
      registered.reference, matter.kind.rawValue, matter.council, matter.body, matter.raised?.iso,
      matter.minute, matter.label, matter.text, matter.subject, matter.addressedTo,
      matter.responsible, position?.state.rawValue, position?.ruling?.decision?.rawValue,
      position?.ruling?.decidedBy, position?.ruling?.decidedOn,
      last.flatMap { matter.agreedText(asOf: $0) }, position?.ruling?.implementation?.rawValue,
      position?.ruling?.due, position?.ruling?.reviewDate, position?.response,
      matter.principal.laid.place,
    ]
  }

  private let meetingColumns = [
    Field(name: "council", title: "Council"), Field(name: "body", title: "Body"),
    Field(name: "date", title: "Day", datatype: "date"), Field(name: "time", title: "Time"),
    Field(name: "place", title: "Place"),
    Field(name: "held", title: "What kept it from being held"),
    Field(name: "papers", title: "Papers"),
  ]

  private func meetingRow(_ meeting: Holdings.Meeting) -> [String?] {
    [
      meeting.body.council, meeting.body.name, meeting.date.iso, meeting.first(\.time),
      meeting.first(\.place), meeting.first(\.held)?.rawValue,
      meeting.papers.map(\.name).joined(separator: "; "),
    ]
  }

  private let eventColumns = [
    Field(name: "reference", title: "Permanent reference"),
    Field(name: "date", title: "Day", datatype: "date"),
    Field(name: "event", title: "What happened"),
    Field(name: "state", title: "State"), Field(name: "decision", title: "Decision"),
    Field(name: "response", title: "Response"), Field(name: "because", title: "Why"),
  ]

  private func eventRow(_ registered: RegisteredMatter, _ event: MatterEvent) -> [String?] {
    [
      registered.reference, event.date.iso, event.kind.rawValue, event.state?.rawValue,
      event.ruling?.decision?.rawValue, event.response, event.because,
    ]
  }

  // MARK: - Metadata

  private var metadata: JSONTree {
    .members([
      "@context": .list(["http://www.w3.org/ns/csvw", .members(["@language": "en-GB"])]),
      "tables": .list([
        table(
          "matters.csv", "What committees asked for, and where each thing stands", matterColumns,
          key: ["reference"]),
        table("meetings.csv", "Meetings and their papers", meetingColumns),
        table("events.csv", "What happened to each thing, in order", eventColumns),
      ]),
    ])
  }

  private func table(
    _ url: String, _ title: String, _ columns: [Field], key: [String] = []
  ) -> JSONTree {
    .members([
      "url": .words(url), "dc:title": .words(title),
      "tableSchema": .members([
        "columns": .list(
          columns.map { column in
            .members([
              "name": .words(column.name), "titles": .words(column.name),
              "dc:description": .words(column.title),
              "datatype": .words(column.datatype),
            ])
          }), "primaryKey": .list(key.map { .words($0) }),
      ]),
    ])
  }
}
