public import MattersLinker
public import MattersRecords
public import MattersText

/// A record with its source and its links, ready to be shown.
public struct RecordView: Sendable {
  /// A link as seen from the record.
  public struct Tie: Sendable {
    /// What it says.
    public var relation: Relation
    /// Whether the record is the one that refers.
    public var isOutgoing: Bool
    /// The other record.
    public var other: RecordID
    /// The other record's document and line.
    public var place: String
    /// How firmly it stands.
    public var grade: LinkGrade
    /// The evidence.
    public var because: String

    /// A link from its parts.
    public init(
      relation: Relation, isOutgoing: Bool, other: RecordID, place: String, grade: LinkGrade,
      because: String
    ) {
      self.relation = relation
      self.isOutgoing = isOutgoing
      self.other = other
      self.place = place
      self.grade = grade
      self.because = because
    }
  }

  /// The record.
  public var record: PaperRecord
  /// Its document's file name.
  public var documentName: String
  /// Its lines as the source has them.
  public var quotation: [String]
  /// Its links.
  public var links: [Tie]

  /// A view from its parts.
  public init(record: PaperRecord, documentName: String, quotation: [String], links: [Tie]) {
    self.record = record
    self.documentName = documentName
    self.quotation = quotation
    self.links = links
  }
}

/// One thing shown whole: what it is, where it stands, where it was read, what happened.
public struct MatterView: Sendable {
  private let matter: RegisteredMatter?
  private let records: [RecordView]
  private let asOf: PlainDate

  /// A view; without a matter only the records are shown.
  public init(matter: RegisteredMatter?, records: [RecordView], asOf: PlainDate) {
    self.matter = matter
    self.records = records
    self.asOf = asOf
  }

  // MARK: - Text

  /// The view as text.
  public var text: String {
    var out = ""
    if let matter { out += head(matter) }
    for member in matter?.matter.members ?? [] {
      guard member.laid.entered != nil else { continue }
      out += "\n\(member.laid.record.kind.rawValue), \(member.laid.placeInWords)\n"
    }
    for (index, view) in records.enumerated() {
      if index > 0 || matter != nil { out += "\n" }
      out += recordText(view, member: member(view))
    }
    if let matter { out += "\nHistory\n" + history(matter.matter) }
    return out
  }

  /// The matter's own word on a record that is shown.
  private func member(_ view: RecordView) -> Matter.Member? {
    matter?.matter.members.first {
      $0.laid.record.id == view.record.id && $0.laid.documentName == view.documentName
    }
  }

  private func head(_ registered: RegisteredMatter) -> String {
    let matter = registered.matter
    let position = matter.position(.endOf(asOf))
    var out =
      "\(registered.reference)  \(position?.standing(of: matter.kind) ?? "not yet raised")\n"
    out += [matter.label, matter.text].compactMap { $0 }.joined(separator: " ") + "\n"
    func line(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { out += "  \(name): \(value)\n" }
    }
    line("Body", matter.body)
    line("Subject", matter.subject)
    line(
      "Raised",
      matter.raised.map { day in day.iso + (matter.minute.map { ", minute \($0)" } ?? "") })
    line("Owed by", matter.responsible ?? matter.addressedTo)
    for step in matter.dueHistory.reversed() {
      line("Due", "\(step.due), since \(step.since.iso): \(step.because)")
    }
    line("Days open", matter.daysOpen(asOf: asOf).map(String.init))
    line("Latest response", position?.response)
    line("Agreed as", matter.agreedText(asOf: asOf))
    return out
  }

  private func recordText(_ view: RecordView, member: Matter.Member?) -> String {
    let record = view.record
    let unit = record.sheet.map { "sheet \"\($0)\" row" } ?? "line"
    let range =
      record.lines.first == record.lines.last
      ? "\(unit) \(record.lines.first)" : "\(unit)s \(record.lines.first)-\(record.lines.last)"
    var out = "\(record.kind.rawValue) \(record.id), \(view.documentName), \(range)"
    out += " (\(record.certainty.rawValue)\(record.because.map { ": \($0)" } ?? ""))\n"
    if let member {
      out += "  \(member.role.rawValue), \(member.grade.rawValue): \(member.because)\n"
    }
    for (offset, line) in view.quotation.enumerated() where !line.allSatisfy(\.isWhitespace) {
      out += "  \(record.lines.first + offset) | \(line)\n"
    }
    for tie in view.links {
      let arrow = tie.isOutgoing ? "->" : "<-"
      out += "  \(arrow) \(tie.relation.rawValue) \(tie.other) (\(tie.place)); "
      out += "\(tie.grade.rawValue): \(tie.because)\n"
    }
    return out
  }

  private func history(_ matter: Matter) -> String {
    matter.events.map { event in
      let line = "  \(event.date.iso)  \(event.inWords)  [\(event.place)] \(event.because)\n"
      guard event.response != nil else { return line }
      return line + "              \(event.words)\n"
    }.joined()
  }

  // MARK: - JSON

  /// The view as one JSON object.
  public var json: String {
    var json = JSONText()
    json.beginObject()
    if let matter { write(matter, to: &json) }
    json.key("records")
    json.beginArray()
    for view in records {
      json.beginObject()
      json.field("document", view.documentName)
      json.field("id", view.record.id.description)
      json.field("kind", view.record.kind.rawValue)
      if let sheet = view.record.sheet { json.field("sheet", sheet) }
      json.key("lines")
      json.beginArray()
      json.number(view.record.lines.first)
      json.number(view.record.lines.last)
      json.endArray()
      json.key("quotation")
      json.beginArray()
      for line in view.quotation { json.string(line) }
      json.endArray()
      json.key("links")
      json.beginArray()
      for tie in view.links {
        json.beginObject()
        json.field("relation", tie.relation.rawValue)
        json.field(tie.isOutgoing ? "to" : "from", tie.other.description)
        json.field("place", tie.place)
        json.field("grade", tie.grade.rawValue)
        json.field("because", tie.because)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }

  private func write(_ registered: RegisteredMatter, to json: inout JSONText) {
    let matter = registered.matter
    let position = matter.position(.endOf(asOf))
    json.field("reference", registered.reference)
    json.field("state", position?.state.rawValue)
    json.field("label", matter.label)
    json.field("text", matter.text)
    json.field("body", matter.body)
    json.field("subject", matter.subject)
    json.field("raised", matter.raised?.iso)
    json.field("minute", matter.minute)
    json.field("responsible", matter.responsible)
    json.field("addressed_to", matter.addressedTo)
    json.field("response", position?.response)
    json.key("history")
    Timeline.write(matter.events, to: &json)
  }
}
