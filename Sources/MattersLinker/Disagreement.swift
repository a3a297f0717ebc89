import MattersRecords
import MattersText

/// Something that two sources say differently, or that one of them should say and does not.
public struct Disagreement: Sendable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// The tracker says completed, and no meeting agreed so.
    case completedWithoutResolution = "completed_without_resolution"
    /// The minutes have a request that a later tracker does not.
    case neverTracked = "never_tracked"
    /// The tracker words it otherwise than the minutes.
    case wordingDrifted = "wording_drifted"
    /// A row is gone from the next tracker, and nothing closed it.
    case rowVanished = "row_vanished"
    /// The answer came after the time that the law gives.
    case answeredLate = "answered_late"
    /// The same recommendation was made before.
    case madeAgain = "made_again"
    /// An undertaking of which no later paper says anything.
    case untraced = "undertaking_untraced"
    /// Two people typed different things into copies of one tracker, or one against the minutes.
    case conflictingEdits = "conflicting_edits"
    /// A person set it otherwise than the minutes have it; the minutes stand.
    case clashesWithMinutes = "clashes_with_minutes"
    /// A tracker laid since shows it otherwise than a person set it; the person's word stands.
    case differsFromPerson = "differs_from_person"

    /// What is wrong, in words.
    public var inWords: String {
      switch self {
      case .completedWithoutResolution:
        "marked completed, but no meeting is known to have agreed it"
      case .neverTracked: "in the minutes, but in no tracker since"
      case .wordingDrifted: "worded in the tracker otherwise than in the minutes"
      case .rowVanished: "gone from the tracker without being completed"
      case .answeredLate: "answered after the time that the law gives"
      case .madeAgain: "recommended before"
      case .untraced: "undertaken, but no later paper speaks of it"
      case .conflictingEdits:
        "typed into a tracker otherwise than it stands here; see: matters review"
      case .clashesWithMinutes: "set by a person otherwise than the minutes have it"
      case .differsFromPerson: "set by a person otherwise than a tracker laid since shows it"
      }
    }
  }

  /// A place in a paper with its words.
  public struct Quotation: Sendable, Hashable {
    /// The document's file name and first line.
    public var place: String
    /// The words.
    public var words: String

    /// Words at a place.
    public init(place: String, words: String) {
      self.place = place
      self.words = words
    }
  }

  /// What is wrong.
  public var kind: Kind
  /// The matter's reference.
  public var reference: String
  /// What the one source says.
  public var first: Quotation
  /// What the other says, or where it should.
  public var second: Quotation?
}

/// Compares what papers say of the same matters.
public enum Disagreements {
  /// What sources disagree on over some matters, in the order of the matters.
  ///
  /// - Parameters:
  ///   - matters: all matters of one kind and body, so that rows can be missed.
  ///   - arrangements: whose clocks are those of the law.
  public static func all(
    in matters: [RegisteredMatter], nation: Nation,
    arrangements: CouncilSettings.Arrangements? = nil
  ) -> [Disagreement] {
    var laid: [PlainDate: String] = [:]
    for event in matters.flatMap(\.matter.events) where event.kind == .reported {
      if let name = event.paperName { laid[event.date] = min(laid[event.date] ?? name, name) }
    }
    let trackers = laid.sorted { $0.key < $1.key }.map { (day: $0.key, name: $0.value) }
    var found: [Disagreement] = []
    var wordings: [MatchKey: RegisteredMatter] = [:]
    for registered in matters {
      let matter = registered.matter
      let origin = quotation(matter.principal.laid, matter.text)
      func add(_ kind: Disagreement.Kind, _ second: Disagreement.Quotation?) {
        found.append(
          Disagreement(kind: kind, reference: registered.reference, first: origin, second: second))
      }
      if let drifted = drifted(matter) { add(.wordingDrifted, drifted) }
      if let missed = neverTracked(matter, trackers) { add(.neverTracked, missed) }
      if let ticked = completedWithoutResolution(matter) {
        add(.completedWithoutResolution, ticked)
      }
      if let last = vanished(matter, trackers) { add(.rowVanished, last) }
      if let late = late(registered, nation, arrangements) { add(.answeredLate, late) }
      for clash in clashes(matter) {
        found.append(
          Disagreement(
            kind: clash.kind, reference: registered.reference,
            first: Disagreement.quotation(of: clash.word),
            second: Disagreement.quotation(of: clash.paper)))
      }
      for waiting in registered.waiting {
        found.append(
          Disagreement(
            kind: .conflictingEdits, reference: registered.reference,
            first: Disagreement.Quotation(place: "", words: waiting.against), second: waiting.typed)
        )
      }
      if matter.kind == .recommendation {
        let key = MatchKey(matter.text)
        if let former = wordings[key], former.matter.raised != matter.raised {
          add(.madeAgain, quotation(former.matter.principal.laid, former.matter.text))
        }
        wordings[key] = wordings[key] ?? registered
      }
    }
    return found
  }

  // MARK: - Each check

  private static func drifted(_ matter: Matter) -> Disagreement.Quotation? {
    guard matter.principal.role == .origin else { return nil }
    let said = MatchKey(matter.text)
    for member in matter.members.reversed() {
      guard case .trackerEntry(let entry) = member.laid.record.content,
        MatchKey(entry.text) != said, !WordRoots.isSame(matter, entry.text)
      else { continue }
      return quotation(member.laid, entry.text)
    }
    return nil
  }

  private static func neverTracked(
    _ matter: Matter, _ trackers: [(day: PlainDate, name: String)]
  ) -> Disagreement.Quotation? {
    guard matter.principal.role == .origin, let raised = matter.raised,
      !matter.members.contains(where: { $0.role == .tracked }),
      let next = trackers.first(where: { $0.day > raised })
    else { return nil }
    return Disagreement.Quotation(
      place: next.name, words: "the tracker laid on \(next.day.inWords) does not have it")
  }

  private static func completedWithoutResolution(_ matter: Matter) -> Disagreement.Quotation? {
    guard matter.kind == .request,
      !matter.events.contains(where: { $0.kind == .completed }),
      let ticked = matter.events.first(where: { $0.kind == .reported && $0.state == .completed })
    else { return nil }
    return Disagreement.quotation(of: ticked)
  }

  /// The last row of a matter that a later tracker leaves out though nothing closed it.
  private static func vanished(
    _ matter: Matter, _ trackers: [(day: PlainDate, name: String)]
  ) -> Disagreement.Quotation? {
    // The rows of one tracker may bear different days.
    let own = Set(matter.events.compactMap { $0.kind == .reported ? $0.paperName : nil })
    guard let last = matter.events.last(where: { $0.kind == .reported }),
      trackers.contains(where: { $0.day > last.date && !own.contains($0.name) }),
      matter.position(.endOf(last.date))?.isUnresolved ?? false,
      !matter.events.contains(where: {
        $0.date >= last.date
          && [.completed, .withdrawn, .discontinued, .retracted].contains($0.kind)
      }),
      last.state != .refused
    else { return nil }
    return Disagreement.quotation(of: last)
  }

  private static func late(
    _ registered: RegisteredMatter, _ nation: Nation,
    _ arrangements: CouncilSettings.Arrangements?
  ) -> Disagreement.Quotation? {
    guard
      let clock = ResponseClock(registered.matter, nation: nation, arrangements: arrangements),
      !clock.isEstimated,
      let answered = ResponseClock.answered(registered.matter), answered > clock.lastDay,
      let event = registered.matter.events.first(where: { $0.date == answered })
    else { return nil }
    return Disagreement.quotation(of: event)
  }

  /// A person's word and a paper that has it otherwise.
  private struct Clash {
    var kind: Disagreement.Kind
    var word: MatterEvent
    var paper: MatterEvent
  }

  /// What minutes or a later tracker have otherwise than a person set it.
  private static func clashes(_ matter: Matter) -> [Clash] {
    var set: MatterEvent?
    var minuted: MatterEvent?
    var lastRow: MatterEvent?
    var found: [Clash] = []
    for event in matter.events {
      switch event.kind {
      case .judged:
        set = event
        if let minuted, let state = event.state, minuted.settledState != state {
          found.append(Clash(kind: .clashesWithMinutes, word: event, paper: minuted))
        }
      case .reported: lastRow = event
      case .completed, .withdrawn, .discontinued, .decided:
        guard !event.isPersons else { continue }
        minuted = event
        set = nil
      default: break
      }
    }
    if let set, let state = set.state, let row = lastRow, row.date > set.date, minuted == nil,
      let said = row.state, said != state
    {
      found.append(Clash(kind: .differsFromPerson, word: set, paper: row))
    }
    return found
  }

  // MARK: - Quoting

  static func quotation(_ laid: LaidRecord, _ words: String) -> Disagreement.Quotation {
    Disagreement.Quotation(
      place: laid.entered.map { "entered by \($0.person)" }
        ?? "\(laid.documentName):\(laid.record.lines.first)", words: words)
  }
}

extension MatterEvent {
  /// The file name of the paper that it is known from.
  fileprivate var paperName: String? {
    if case .paper(_, let name, _, _) = source { name } else { nil }
  }
}

extension Disagreement {
  /// What an event says, and where.
  package static func quotation(of event: MatterEvent) -> Disagreement.Quotation {
    var words = event.row?.text ?? event.response ?? event.because
    if event.kind == .edited { words = event.points }
    if event.kind == .judged, let state = event.state {
      words = "set to \(state.rawValue) on \(event.date.iso): \(event.because)"
    }
    switch event.source {
    case .paper(_, let name, let lines, _):
      return Disagreement.Quotation(place: "\(name):\(lines.first)", words: words)
    case .person(let name, _):
      return Disagreement.Quotation(place: "entered by \(name)", words: words)
    }
  }
}
