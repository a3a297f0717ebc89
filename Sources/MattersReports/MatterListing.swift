public import MattersLinker
public import MattersRecords
public import MattersText

/// The list of what a committee asked for, of one kind, with where each matter stands.
public struct MatterListing: Sendable {
  /// The groups that matters are shown in.
  public enum Group: String, Sendable, CaseIterable {
    /// No full answer is there; holding and part replies included.
    case awaiting
    /// An answer is there for the committee to agree.
    case answered
    /// The answer is no.
    case refused
    /// The committee has agreed it, or has let it go.
    case resolved

    /// The group's heading over what was asked of one kind.
    public func heading(of kind: Asked.Kind) -> String {
      switch self {
      case .awaiting:
        switch kind {
        case .request: "Awaiting a response"
        case .recommendation: "Awaiting a response, or under way"
        case .action: "Open"
        }
      case .answered: "Answered, for the committee to agree as completed"
      case .refused: "Refused or rejected, for the committee to decide"
      case .resolved: "Completed, withdrawn or discontinued"
      }
    }

    /// Its place among the groups.
    fileprivate var place: Int {
      switch self {
      case .awaiting: 0
      case .answered: 1
      case .refused: 2
      case .resolved: 3
      }
    }

    init(_ state: MatterState) {
      switch state {
      case .pending, .holding, .partlyAnswered, .unknown: self = .awaiting
      case .answered: self = .answered
      case .refused: self = .refused
      case .completed, .withdrawn, .discontinued: self = .resolved
      }
    }
  }

  /// A matter and where it stands; kept apart, so that a line without it is small.
  public final class Whole: Sendable {
    /// The matter.
    public let matter: Matter
    /// Where it stands.
    public let position: Position

    init(_ matter: Matter, _ position: Position) {
      self.matter = matter
      self.position = position
    }
  }

  /// One matter.
  public struct Item: Sendable {
    /// What a list of any kind says of it.
    public var line: MatterLine
    /// The matter and where it stands, where there is more to say.
    public var whole: Whole?
    /// How many days it has been open.
    public var daysOpen: Int?
    /// The group it is shown in.
    public var group: Group
  }

  /// What was asked.
  public let kind: Asked.Kind
  /// The day at the end of which the list holds.
  public let asOf: PlainDate
  /// The matters of each group, in the order of the groups, oldest first.
  private let groups: [[Item]]

  /// The matters by group, oldest first.
  public var items: [Item] { Array(groups.joined()) }

  /// Whether there is none.
  public var isEmpty: Bool { groups.allSatisfy(\.isEmpty) }

  /// The matters of a group, oldest first.
  public func items(of group: Group) -> [Item] { groups[group.place] }

  /// Lists matters of one kind as they stood at the end of a day.
  public init(
    _ kind: Asked.Kind, _ matters: [RegisteredMatter], asOf day: PlainDate, onlyUnresolved: Bool
  ) {
    self.init(kind, matters.map(ListedMatter.whole), asOf: day, onlyUnresolved: onlyUnresolved)
  }

  /// Lists matters of one kind as they stood at the end of a day, of some only their lines.
  public init(
    _ kind: Asked.Kind, _ matters: [ListedMatter], asOf day: PlainDate, onlyUnresolved: Bool
  ) {
    self.kind = kind
    asOf = day
    var groups: [[Item]] = Group.allCases.map { _ in [] }
    for matter in matters {
      guard let item = Item(matter, asOf: day), !onlyUnresolved || item.group != .resolved else {
        continue
      }
      groups[item.group.place].append(item)
    }
    self.groups = groups
  }

  // MARK: - Forms

  /// The heading over what was asked.
  private var asked: String {
    switch kind {
    case .request: "Request"
    case .recommendation: "Recommendation"
    case .action: "Action"
    }
  }

  private var rulingColumns: [String] {
    kind == .request ? [] : ["Decision", "Decided by", "Decided on", "Implementation", "Due"]
  }

  private func rulingCells(_ item: Item) -> [String] {
    guard kind != .request else { return [] }
    let ruling = item.whole?.position.ruling
    return [
      ruling?.decision?.inWords, ruling?.decidedBy, ruling?.decidedOn,
      ruling?.implementation?.inWords, ruling?.due,
    ].map { $0 ?? "" }
  }

  /// The table for a terminal or a page, without groups.
  public func table(_ group: Group) -> ReportTable {
    ReportTable(
      caption: group.heading(of: kind),
      columns: [
        "Reference", asked, "Subject", "Owed by", "Raised", "Days open", "State", "Response",
        "Read in",
      ] + rulingColumns,
      rows: items(of: group).map { item in
        [
          item.reference, item.line.wording, item.line.subject ?? "", item.owner ?? "",
          item.line.raised ?? "", item.daysOpen.map(String.init) ?? "",
          item.line.state.inWords, item.line.response ?? "", item.place,
        ] + rulingCells(item)
      })
  }

  /// The table for a terminal: what belongs together stands in one cell, so that words get room.
  public func terminalTable(_ group: Group) -> ReportTable {
    ReportTable(
      caption: group.heading(of: kind),
      columns: ["Reference, raised", "State, owed by", asked, "Response", "Read in"],
      rows: items(of: group).map { item in
        [
          [item.reference, item.line.raised, item.daysOpen.map { "\($0) days" }],
          item.stands(of: kind) + [item.owner], [item.line.wording],
          [item.line.response],
          [item.place],
        ].map { $0.compactMap { $0 }.joined(separator: "\n") }
      })
  }

  /// One object a request, as an array.
  public var json: String { String(decoding: jsonBytes, as: UTF8.self) }

  /// The same as bytes.
  public var jsonBytes: [UInt8] {
    var json = JSONText()
    json.beginArray()
    for item in groups.joined() { item.write(to: &json, asOf: asOf) }
    json.endArray()
    json.newline()
    return json.bytes
  }
}

extension MatterListing.Item {
  /// A matter as it stood at the end of a day; nothing where it was not known yet.
  fileprivate init?(_ listed: ListedMatter, asOf day: PlainDate) {
    switch listed {
    case .line(let line):
      self.line = line
      let raised = line.raised.flatMap(PlainDate.init(iso:))
      daysOpen = raised.map { max(0, min(line.completed ?? day, day).days(since: $0)) }
    case .whole(let registered):
      let matter = registered.matter
      guard let position = matter.position(.endOf(day)) else { return nil }
      line = MatterLine(registered, position)
      whole = MatterListing.Whole(matter, position)
      daysOpen = matter.daysOpen(asOf: day)
    }
    group = MatterListing.Group(line.state)
  }

  /// The permanent reference.
  public var reference: String { line.reference }

  /// The decision and how the work stands, in words; nothing for a request.
  public var ruling: String? {
    guard let ruling = whole?.position.ruling else { return nil }
    let words = [ruling.decision?.inWords, ruling.implementation?.inWords].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// Where it stands and what was decided, each said once.
  fileprivate func stands(of kind: Asked.Kind) -> [String?] {
    let standing = whole?.position.standing(of: kind) ?? line.state.inWords
    guard let ruling else { return [standing] }
    return ruling.contains(standing) ? [ruling] : [standing, ruling]
  }

  /// Who owes the answer: by the tracker, else by the request's own words.
  public var owner: String? { line.responsible ?? line.addressedTo }

  /// The document and the lines it was read from.
  public var place: String {
    whole?.matter.principal.laid.placeInWords ?? line.place
  }

  fileprivate func write(to json: inout JSONText, asOf: PlainDate) {
    json.beginObject()
    json.field("id", reference)
    json.field("label", line.label)
    json.field("text", line.text)
    json.field("subject", line.subject)
    json.field("addressed_to", line.addressedTo)
    json.field("responsible", line.responsible)
    json.field("raised", line.raised)
    if let daysOpen {
      json.key("days_open")
      json.number(daysOpen)
    }
    json.field("state", line.state.rawValue)
    json.field("group", group.rawValue)
    json.field("response", line.response)
    json.field("updated", line.updated)
    if let whole { Self.write(whole.matter, whole.position, to: &json, asOf: asOf) }
    json.field("body", line.body)
    json.field("minute", line.minute)
    if let entered = whole?.matter.principal.laid.entered {
      json.field("entered_by", entered.person)
      json.field("entered_at", entered.at)
    } else {
      json.field("document", line.documentName)
      json.key("lines")
      json.beginArray()
      json.number(line.lines.first)
      json.number(line.lines.last)
      json.endArray()
    }
    json.field("record", line.record)
    json.endObject()
  }

  /// Writes what was decided, and the days on which it was due.
  private static func write(
    _ matter: Matter, _ position: Position, to json: inout JSONText, asOf: PlainDate
  ) {
    if let ruling = position.ruling {
      json.field("decision", ruling.decision?.rawValue)
      json.field("decision_as_printed", ruling.asPrinted)
      json.field("decided_by", ruling.decidedBy)
      json.field("decided_on", ruling.decidedOn)
      json.field("reason", ruling.reason)
      json.field("agreed_text", matter.agreedText(asOf: asOf))
      json.field("implementation", ruling.implementation?.rawValue)
      json.field("due", ruling.due)
      json.field("review_date", ruling.reviewDate)
    }
    if matter.kind == .recommendation { json.field("made_in", matter.madeIn?.rawValue) }
    let steps = matter.dueHistory
    if steps.count > 1 {
      json.key("due_history")
      json.beginArray()
      for step in steps {
        json.beginObject()
        json.field("due", step.due)
        json.field("since", step.since.iso)
        json.field("because", step.because)
        json.endObject()
      }
      json.endArray()
    }
  }
}

extension JSONText {
  /// Writes a key with words, or nothing where there are none.
  public mutating func field(_ key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    self.key(key)
    string(value)
  }
}
