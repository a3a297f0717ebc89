public import MattersRecords
public import MattersText

/// Where a matter stood at a moment.
public struct Position: Sendable {
  /// The state.
  public var state: MatterState = .pending
  /// The latest response, as printed or entered.
  public var response: String?
  /// Who gave the latest response, where that is said.
  public var from: String?
  /// The day of the latest response or of the row that shows it, ISO 8601.
  public var updated: String?
  /// The latest tracker row, for giving it back as printed.
  public var row: TrackerEntry?
  /// Whether an answer that a person recorded came after the row.
  public var isRowOutdated = false
  /// Whether a person's word holds it where it is, until a meeting decides.
  public var isHeld = false
  /// What the decision maker made of a recommendation, by the latest word on each point.
  public var ruling: Ruling?
  /// The day on which it was completed.
  public var completed: PlainDate?
  /// The event that made the state.
  public var cause: MatterEvent?

  /// Whether the committee still has to agree that it is done.
  public var isUnresolved: Bool {
    switch state {
    case .completed, .withdrawn, .discontinued: false
    default: true
    }
  }
}

/// Up to when events count.
public enum Moment: Sendable {
  /// To the end of a day: papers dated that day are included.
  case endOf(PlainDate)
  /// Until the meeting of a day opens: its papers are laid, but it has decided nothing.
  case openingOf(PlainDate)

  func includes(_ event: MatterEvent) -> Bool {
    switch self {
    case .endOf(let day): event.date <= day
    case .openingOf(let day): event.date < day || event.date == day && !event.isMeetingsWork
    }
  }
}

extension Matter {
  /// Where the matter stood at a moment, or nothing where it was not known yet.
  public func position(_ moment: Moment) -> Position? {
    let past = events.filter { moment.includes($0) }
    guard !past.isEmpty else { return nil }
    var position = Position()
    for event in counting(past) { position.take(event) }
    return position
  }

  /// How many days it had been open at the end of a day; the meeting is day zero.
  public func daysOpen(asOf day: PlainDate) -> Int? {
    guard let raised else { return nil }
    let end = position(.endOf(day))?.completed ?? day
    return max(0, min(end, day).days(since: raised))
  }
}

extension MatterEvent {
  /// Whether it is what a meeting decided, as minutes or the decision maker's own paper say.
  fileprivate var isMinuted: Bool {
    switch kind {
    case .completed, .withdrawn, .discontinued, .decided: !isPersons || minute != nil
    default: false
    }
  }
}

extension Position {
  /// Takes the next event into account.
  mutating func take(_ event: MatterEvent) {
    switch event.kind {
    case .raised:
      if cause == nil { cause = event }
    case .reported:
      // A row that still says "pending" does not undo an answer that a person recorded, and
      // nothing but the committee opens again what it has closed.
      row = event.row
      isRowOutdated = false
      let isClosed = !isUnresolved
      let isStale = event.state == .pending && cause?.isPersons == true
      if isStale { isRowOutdated = true }
      // A row without a decision does not take back one that the decision maker's minutes say.
      let isBehind =
        ruling?.decision != nil && event.ruling?.decision == nil
        && (event.ruling?.implementation == nil && event.state == .pending
          || event.state == .holding)
      if let later = event.ruling { ruling = ruling.map { $0.taking(later) } ?? later }
      if ruling?.decision == .rejected { ruling?.implementation = nil }
      if var said = event.state, !isClosed, !isStale, !isBehind, !isHeld {
        // What was only noted was not begun, so that a closed row does not say that it was done.
        if said == .completed, event.ruling?.decision == .noted { said = .answered }
        // Nor does one that is closed because nothing comes of it.
        if said == .completed, ruling?.decision == .rejected { said = .refused }
        state = said
        cause = event
        if said == .completed { completed = event.date }
        response = event.response ?? response
        updated = event.updated ?? event.date.iso
      }
    case .responded:
      if let said = event.state, state != .completed {
        state = said
        cause = event
      }
      response = event.response ?? response
      from = event.from
      updated = event.date.iso
      isRowOutdated = true
    case .edited:
      // A person's word on the points that it speaks of; nothing but the committee opens again what
      // it has closed.
      if let later = event.ruling { ruling = ruling.map { $0.taking(later) } ?? later }
      response = event.response ?? response
      if event.response != nil { from = nil }
      updated = event.updated ?? event.date.iso
      isRowOutdated = true
      guard isUnresolved, let said = event.state else { break }
      state = said
      cause = event
      isHeld = false
      if said == .completed { completed = event.date }
    case .endorsed, .proposed, .received, .noticed, .carriedForward, .assigned, .chased:
      break  // none of them is the decision maker's word
    case .corrected, .noted:
      if let later = event.ruling { ruling = ruling.map { $0.taking(later) } ?? later }
    case .retracted:
      state = .withdrawn
      cause = event
    case .judged:
      // A person's word outranks what a machine reads, and never what a meeting decided.
      if let later = event.ruling { ruling = ruling.map { $0.taking(later) } ?? later }
      guard cause.map({ !$0.isMinuted }) ?? true, let said = event.state else { break }
      state = said
      cause = event
      isHeld = true
    case .reRequested:
      // What came so far was not enough, or nothing came.
      if state != .holding, state != .partlyAnswered, state != .refused { state = .pending }
      cause = event
      completed = nil
      isHeld = false
    case .decided:
      guard let later = event.ruling else { break }
      ruling = ruling.map { $0.taking(later) } ?? later
      response = event.response ?? response
      updated = event.date.iso
      guard isUnresolved else { break }
      isHeld = false
      state = later.state
      cause = event
    case .completed, .withdrawn, .discontinued:
      isHeld = false
      state = event.state ?? .completed
      // What was accepted and is agreed as completed has been carried out.
      let going: [Decision?] = [.accepted, .acceptedInPrinciple, .partiallyAccepted]
      if event.kind == .completed, going.contains(ruling?.decision),
        [nil, .inProgress, .notStarted].contains(ruling?.implementation)
      {
        ruling?.implementation = .implemented
      }
      cause = event
      if completed == nil { completed = event.date }
    }
  }
}
