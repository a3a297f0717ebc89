public import MattersLinker
import MattersRecords
public import MattersText

/// What is due at a meeting of a committee: the desk's side of its agenda.
public struct AgendaListing: Sendable {
  /// The parts of the list, in the order of an agenda.
  public enum Part: String, Sendable, CaseIterable {
    /// Minutes that no meeting has confirmed yet.
    case minutes
    /// Requests to report back on.
    case requests
    /// Recommendations whose answer or review is due.
    case recommendations
    /// Actions that are due.
    case actions
    /// Items of the work programme.
    case programme

    /// The part's heading.
    public var heading: String {
      switch self {
      case .minutes: "Minutes to confirm"
      case .requests: "Requests to report back"
      case .recommendations: "Recommendations due for an answer or a review"
      case .actions: "Actions due"
      case .programme: "Work programme items for this meeting"
      }
    }
  }

  /// One thing that is due.
  public struct Item: Sendable, Hashable {
    /// The part it stands in.
    public var part: Part
    /// The reference, the item's code, or the day of the minutes.
    public var reference: String
    /// The words.
    public var text: String
    /// Who owes it.
    public var owner: String?
    /// Why it is due at this meeting.
    public var because: String
  }

  /// The committee.
  public let body: String
  /// The meeting.
  public let meeting: PlainDate
  /// What is due, part by part.
  public private(set) var items: [Item] = []
  /// The committee's meeting before.
  private let last: PlainDate?

  /// Works out what is due.
  ///
  /// - Parameters:
  ///   - matters: all that the committee asked.
  ///   - programme: its work programme.
  ///   - records: its meetings and resolutions, from papers.
  public init(
    body: String, meeting: PlainDate, matters: [RegisteredMatter], programme: [ProgrammeItem],
    records: [LaidRecord], calendar: MeetingCalendar, settings: CouncilSettings?
  ) {
    self.body = body
    self.meeting = meeting
    last = calendar.days(of: body).last { $0.date < meeting && !$0.isOff }?.date
    for day in UnconfirmedMinutes.list(body, before: meeting, records, calendar) {
      items.append(
        Item(
          part: .minutes, reference: day.date.iso, text: "Minutes of \(day.date.inWords)",
          because: day.because))
    }
    for registered in matters {
      if let item = item(registered, settings, calendar) { items.append(item) }
    }
    for one in programme where one.meeting(asOf: meeting) == meeting {
      guard let step = one.step(asOf: meeting) else { continue }
      items.append(
        Item(
          part: .programme, reference: one.code, text: one.title,
          because: "\(step.move.inWords) (\(step.from))"))
    }
    let order = Part.allCases
    items = order.flatMap { part in items.filter { $0.part == part } }
  }

  private func item(
    _ registered: RegisteredMatter, _ settings: CouncilSettings?, _ calendar: MeetingCalendar
  ) -> Item? {
    let matter = registered.matter
    // What the meeting itself asks for is not due at it.
    guard let raised = matter.raised, raised < meeting,
      let position = matter.position(.openingOf(meeting)), position.isUnresolved
    else { return nil }
    let due = due(matter, settings, calendar)
    let part: Part
    let because: String?
    switch matter.kind {
    case .request:
      part = .requests
      because = request(position, due)
    case .action:
      part = .actions
      because = due.map { $0.day <= meeting ? "due \($0.day.iso)\($0.words)" : nil } ?? nil
    case .recommendation:
      part = .recommendations
      because = recommendation(matter, position, due)
    }
    return because.map {
      Item(
        part: part, reference: registered.reference, text: matter.wording,
        owner: PostNames(settings).now(matter.responsible ?? matter.addressedTo, on: meeting)
          ?? matter.responsible ?? matter.addressedTo, because: $0)
    }
  }

  private func request(_ position: Position, _ due: LetterItem.Due?) -> String? {
    let date = position.updated.map { " of \($0)" } ?? ""
    switch position.state {
    case .answered: return "the answer\(date) is for the committee to agree as completed"
    case .refused: return "a refusal\(date) is for the committee to decide on"
    case .partlyAnswered: return "an answer in part\(date)"
    case .holding: return "a holding reply\(date)"
    default:
      guard let due else { return "awaited; no day is set" }
      return due.day <= meeting
        ? "due \(due.day.iso)\(due.words)" : "awaited; due \(due.day.iso)\(due.words)"
    }
  }

  /// A recommendation is for a meeting when its answer came, is late, or is to be reviewed.
  private func recommendation(
    _ matter: Matter, _ position: Position, _ due: LetterItem.Due?
  ) -> String? {
    if let review = position.ruling?.reviewDate, review <= meeting.iso {
      return "to be reviewed \(review)"
    }
    switch position.state {
    case .answered, .refused:
      // What came before the last meeting was reported to that one.
      if let last, let cause = position.cause, cause.date <= last { return nil }
      return "\(position.ruling?.decision?.inWords ?? position.state.inWords): for the committee"
    case .pending, .holding, .unknown, .partlyAnswered:
      if position.ruling?.decision == .deferred { return "deferred by the decision maker" }
      if position.ruling?.decision == nil {
        guard let due, due.day <= meeting else { return nil }
        return "an answer was due \(due.day.iso)\(due.words)"
      }
      guard let due = position.ruling?.due, due <= meeting.iso else { return nil }
      return "the work was due \(due)"
    default: return nil
    }
  }

  private func due(
    _ matter: Matter, _ settings: CouncilSettings?, _ calendar: MeetingCalendar
  ) -> LetterItem.Due? {
    LetterItem.due(matter, meeting, settings, calendar)
  }

  // MARK: - Forms

  /// One part as a table.
  public func table(_ part: Part) -> ReportTable {
    ReportTable(
      caption: part.heading, columns: ["Reference", "What", "Owed by", "Why"],
      rows: items.filter { $0.part == part }.map {
        [$0.reference, $0.text, $0.owner ?? "", $0.because]
      })
  }

  /// One object with an array for each part.
  public var json: String {
    var json = JSONText()
    json.beginObject()
    json.field("body", body)
    json.field("meeting", meeting.iso)
    for part in Part.allCases {
      json.key(named: part.rawValue)
      json.beginArray()
      for item in items where item.part == part {
        json.beginObject()
        json.field("id", item.reference)
        json.field("text", item.text)
        json.field("owner", item.owner)
        json.field("because", item.because)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    return json.text + "\n"
  }
}
