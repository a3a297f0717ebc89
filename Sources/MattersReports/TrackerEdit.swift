public import MattersLinker
public import MattersRecords
public import MattersText

/// What a tracker's row, edited by hand, says of a matter that the register does not have.
///
/// A cell that says what a report has said before is no edit: somebody may have worked on an older
/// copy. A cell that was emptied takes nothing back.
public struct TrackerEdit: Sendable {
  /// The day: of the row's own date where it has a new one, else that of taking it in.
  private var date: PlainDate
  /// The day that the row itself gives.
  private var own: PlainDate?
  private var state: MatterState?
  private var response: String?
  private var ruling: Ruling?

  /// What a row changes; nothing where it changes nothing.
  ///
  /// - Parameter today: the day on which it is taken in.
  public init?(_ entry: TrackerEntry, of registered: RegisteredMatter, asOf today: PlainDate) {
    let matter = registered.matter
    let last = max(matter.events.last?.date ?? today, today)
    guard let now = matter.position(.endOf(last)) else { return nil }
    let days = Set(matter.events.map(\.date)).union([last]).sorted()
    let said = SaidBefore(
      days.flatMap { [matter.position(.openingOf($0)), matter.position(.endOf($0))] }
        .compactMap { $0 }, of: matter)
    let isAnswered = said.response.isNew(entry.response)
    let isMoved = said.status.isNew(entry.statusAsPrinted)
    if isAnswered { response = entry.response }
    var ruling = Ruling()
    if matter.kind != .request, let decision = entry.decision,
      decision != now.ruling?.decision || entry.decisionAsPrinted != now.ruling?.asPrinted,
      isAnswered || said.decision.isNew(entry.decisionAsPrinted)
        || isMoved && SaidBefore.fold(entry.statusAsPrinted).hasPrefix(decision.inWords)
    {
      ruling.decision = decision
      ruling.asPrinted = entry.decisionAsPrinted
    }
    if isMoved, entry.implementation != now.ruling?.implementation {
      ruling.implementation = entry.implementation
    }
    if said.due.isNew(entry.due) { ruling.due = entry.due }
    if said.review.isNew(entry.reviewDate) { ruling.reviewDate = entry.reviewDate }
    if said.decidedOn.isNew(entry.decidedOn) { ruling.decidedOn = entry.decidedOn }
    if said.decidedBy.isNew(entry.decidedBy) { ruling.decidedBy = entry.decidedBy }
    if ruling != Ruling() { self.ruling = ruling }
    state = Self.state(
      entry, isMoved: isMoved, isAnswered: isAnswered, of: matter.kind, deciding: ruling)
    own = [entry.updated, entry.decidedOn].compactMap { $0 }.filter { said.updated.isNew($0) }
      .compactMap { PlainDate(iso: $0) }.max()
    // What is typed is known from the day of taking it in on; or from its own, where that is later
    // than what is known already.
    date = today
    if let own, own < today, own >= (matter.events.last?.date ?? own) { date = own }
    if response == nil, state == nil, self.ruling == nil { return nil }
  }

  /// The state that a row's new words make; a status that was left as it stood says nothing.
  private static func state(
    _ entry: TrackerEntry, isMoved: Bool, isAnswered: Bool, of kind: Asked.Kind,
    deciding ruling: Ruling
  ) -> MatterState? {
    guard let said = entry.state, said != .unknown else { return nil }
    if isMoved { return said }
    if ruling.decision != nil { return ruling.state }
    // The words of an answer to a request make its state, but for a status that is out of date.
    guard isAnswered, kind == .request, said != .pending else { return nil }
    return said
  }

  /// The event that it makes.
  public func event(from source: MatterEvent.Source, because: String) -> MatterEvent {
    var event = MatterEvent(.edited, on: date, state: state, source: source, because: because)
    event.response = response
    event.ruling = ruling
    event.updated = own?.iso
    return event
  }

  /// What it is at odds with, in words; nothing where it is at odds with nothing.
  ///
  /// Two people may have edited copies of one tracker. What one of them said is taken; what the
  /// other says of the same point is for a person to decide, unless the copy was made after the
  /// first was known, or the row has a later day. What minutes say is never outranked.
  ///
  /// - Parameter made: the moment at which the copy was made, where the file says it.
  public func conflict(with registered: RegisteredMatter, made: String?) -> String? {
    let events = registered.matter.events
    let other = events.last { event in
      if !event.isPersons { return contradicts(minutes: event) }
      guard case .person(_, let at) = event.source, !isKnown(at, made: made) else { return false }
      return contradicts(event)
    }
    guard let other else { return nil }
    let quotation = Disagreement.quotation(of: other)
    return "\(quotation.words) (\(quotation.place))"
  }

  /// Whether the one who typed can have seen what was entered at a moment.
  private func isKnown(_ at: String, made: String?) -> Bool {
    if let made { return made > at }
    return own.map { $0.iso > String(at.prefix(10)) } ?? false
  }

  private func contradicts(_ other: MatterEvent) -> Bool {
    if let response, let words = other.response {
      // Words that only go on from the other's contradict nothing.
      return !SaidBefore.fold(response).contains(SaidBefore.fold(words))
    }
    func differ<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a != nil && b != nil && a != b }
    return differ(state, other.state) || differ(ruling?.decision, other.ruling?.decision)
      || differ(ruling?.implementation, other.ruling?.implementation)
      || differ(ruling?.due, other.ruling?.due)
      || differ(ruling?.reviewDate, other.ruling?.reviewDate)
      || differ(ruling?.decidedOn, other.ruling?.decidedOn)
      || differ(ruling?.decidedBy, other.ruling?.decidedBy)
  }

  /// A decision that minutes have, or an end that a meeting made of it, stands.
  private func contradicts(minutes event: MatterEvent) -> Bool {
    switch event.kind {
    case .decided:
      guard let decided = event.ruling?.decision, let ours = ruling?.decision else { return false }
      // What was deferred is decided later.
      return decided != ours && decided != .deferred
    case .completed, .withdrawn, .discontinued:
      return state.map { $0 != event.state } ?? false
    default: return false
    }
  }
}
