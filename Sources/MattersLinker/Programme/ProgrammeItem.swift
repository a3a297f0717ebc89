public import MattersText

/// An item of a committee's work programme, through all the papers and entries that speak of it.
///
/// It is put on the programme, moved, held in reserve and done; each step stays with its source.
public struct ProgrammeItem: Sendable {
  /// What happened to the item.
  public enum Move: String, Sendable, CaseIterable {
    /// It was put on the programme for a meeting.
    case scheduled
    /// It was moved to another meeting.
    case moved
    /// It is in reserve, without a meeting.
    case reserve
    /// The meeting it was planned for was not held.
    case notHeld = "not_held"
    /// A meeting took it.
    case done
    /// A person took it off the programme.
    case dropped
  }

  /// One step of its history.
  public struct Step: Sendable, Hashable {
    /// What happened.
    public var move: Move
    /// Since when it is known: the meeting whose paper says so, or the day of the entry.
    public var known: PlainDate
    /// The meeting it is planned for, or that took it.
    public var meeting: PlainDate?
    /// Where it is known from.
    public var source: MatterEvent.Source
    /// Why, in one line.
    public var because: String

    /// A step from its parts.
    public init(
      _ move: Move, known: PlainDate, meeting: PlainDate?, source: MatterEvent.Source,
      because: String
    ) {
      self.move = move
      self.known = known
      self.meeting = meeting
      self.source = source
      self.because = because
    }
  }

  /// A short name that stays as long as the title does.
  public var code: String
  /// The committee.
  public var body: String
  /// The title as last printed or entered.
  public var title: String
  /// Its history, in order.
  public var steps: [Step]
  /// Whether it is for officers alone.
  public var isWithheld = false

  /// Where it stood at the end of a day, or nothing where it was not known yet.
  public func step(asOf day: PlainDate) -> Step? { steps.last { $0.known <= day } }

  /// The meeting it was planned for at the end of a day, or that had taken it.
  public func meeting(asOf day: PlainDate) -> PlainDate? {
    guard let step = step(asOf: day), step.move != .reserve, step.move != .dropped else {
      return nil
    }
    return step.meeting
  }

  /// How many times it had been moved by the end of a day.
  public func moves(asOf day: PlainDate) -> Int {
    steps.count { $0.known <= day && $0.move == .moved }
  }
}

/// What a person says of an item of a work programme.
public struct ProgrammeWord: Sendable, Hashable {
  /// The committee.
  public var body: String
  /// The item's title.
  public var title: String
  /// What happened.
  public var move: ProgrammeItem.Move
  /// The day from which it holds.
  public var date: PlainDate
  /// The meeting it is planned for, or that took it.
  public var meeting: PlainDate?
  /// Why, in a few words.
  public var note: String?
  /// Who entered it.
  public var person: String
  /// When it was entered, ISO 8601.
  public var at: String

  /// A word from its parts.
  public init(
    body: String, title: String, move: ProgrammeItem.Move, date: PlainDate, meeting: PlainDate?,
    note: String?, person: String, at: String
  ) {
    self.body = body
    self.title = title
    self.move = move
    self.date = date
    self.meeting = meeting
    self.note = note
    self.person = person
    self.at = at
  }
}
