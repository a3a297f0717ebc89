public import MattersRecords
public import MattersText

/// Something that happened to a matter on a day, with its source.
public struct MatterEvent: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// The committee asked.
    case raised
    /// A tracker laid at a meeting showed it so.
    case reported
    /// An answer came, entered by a person.
    case responded
    /// The committee agreed it as completed.
    case completed
    /// The committee withdrew it.
    case withdrawn
    /// The committee made a task group's recommendation its own.
    case endorsed
    /// Officers proposed how the decision maker should answer.
    case proposed
    /// The decision maker answered.
    case decided
    /// The committee asked for it again.
    case reRequested = "re_requested"
    /// The committee carried it forward.
    case carriedForward = "carried_forward"
    /// The committee let it go.
    case discontinued
    /// A person typed it into a tracker that was taken in again.
    case edited
    /// A person set where it stands.
    case judged
    /// The recommendations were received by those they are put to.
    case received
    /// The written notice or request for a response was given.
    case noticed
    /// A person said who owes the answer.
    case assigned
    /// A person corrected what was read or entered.
    case corrected
    /// A person took it back as never asked.
    case retracted
    /// A person noted something.
    case noted
    /// A letter asked for the answer.
    case chased
  }

  /// Where an event is known from.
  public enum Source: Sendable, Hashable {
    /// Lines of a paper.
    case paper(document: String, name: String, lines: LineRange, record: RecordID)
    /// A person, and when it was entered (ISO 8601).
    case person(name: String, at: String)
  }

  /// What happened.
  public var kind: Kind
  /// The day: of the meeting, or on which an answer was received.
  public var date: PlainDate
  /// What state the event says; none where it says nothing of the state.
  public var state: MatterState?
  /// The words of a response.
  public var response: String?
  /// Whose words they are.
  public var from: String?
  /// The day a tracker's row says it was updated.
  public var updated: String?
  /// The minute by which the committee agreed, where it did.
  public var minute: String?
  /// What the decision maker made of a recommendation.
  public var ruling: Ruling?
  /// The row of the tracker, for reports that give it back as printed.
  public var row: TrackerEntry?
  /// Where it is known from.
  public var source: Source
  /// The rule or the person's word that makes it so, in one line.
  public var because: String
  /// Who may see the words it is known from.
  public var access: Access = .public
  /// How firmly the source is joined to the matter.
  public var grade = LinkGrade.exact
  /// What a person says of the matter itself.
  public var change: Change?

  /// What a person says of the matter itself; what is left out stays as it was.
  public struct Change: Sendable, Hashable {
    /// Who owes the answer.
    public var owner: String?
    /// The words.
    public var text: String?
    /// What it is about.
    public var subject: String?
    /// The label.
    public var label: String?
    /// The number of the minute.
    public var minute: String?
    /// The day on which it was asked.
    public var raised: PlainDate?

    /// Nothing said.
    public init() {}
  }

  /// An event.
  public init(
    _ kind: Kind, on date: PlainDate, state: MatterState?, source: Source, because: String
  ) {
    self.kind = kind
    self.date = date
    self.state = state
    self.source = source
    self.because = because
  }

  /// Events of one day in the order in which they happen: papers are laid before the meeting
  /// opens, answers are in hand when it does, and then the meeting decides.
  var rank: Int {
    switch kind {
    case .reported, .proposed: 0
    // A reply told in the minutes that ask for it comes after the asking.
    case .responded where !isPersons: 3
    case .responded, .edited, .received, .noticed, .judged, .assigned, .corrected, .retracted,
      .noted,
      .chased:
      1
    case .raised: 2
    case .completed, .withdrawn, .endorsed, .decided, .reRequested, .carriedForward, .discontinued:
      3
    }
  }

  /// Whether it brings an answer: a decision on a recommendation, else words that a person entered.
  package var bringsAnswer: Bool {
    switch kind {
    case .decided, .responded: true
    case .edited: isAnswer
    default: false
    }
  }

  /// Whether what was typed is an answer, and not only that there will be one.
  package var isAnswer: Bool {
    switch state {
    case .answered, .completed, .refused: true
    default: ruling?.decision != nil && ruling?.decision != .deferred
    }
  }

  /// Whether it was the meeting of its day that did it.
  var isMeetingsWork: Bool { rank >= 2 }

  /// Whether a person entered it.
  public var isPersons: Bool {
    if case .person = source { true } else { false }
  }

  /// The state that a decision of a meeting leaves.
  var settledState: MatterState? { kind == .decided ? ruling?.state : state }

  static func inOrder(_ a: MatterEvent, _ b: MatterEvent) -> Bool {
    (a.date, a.rank, a.sourceOrder) < (b.date, b.rank, b.sourceOrder)
  }

  private var sourceOrder: String {
    switch source {
    case .paper(let document, let name, let lines, _):
      "0\(name)|\(document)|\(PlainDate.padded(lines.first))"
    case .person(_, let at): "1\(at)"
    }
  }
}

extension PlainDate {
  fileprivate static func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 8 - String(number).count)) + String(number)
  }
}
