public import MattersText

/// The meetings that are known, from papers and from calendars.
public struct MeetingCalendar: Sendable {
  /// A meeting on a day.
  public struct Day: Sendable, Hashable {
    /// The body's name as printed.
    public var body: String
    /// The day.
    public var date: PlainDate
    /// The time, where that is known.
    public var time: String?
    /// Whether it is held as planned: `planned`, `held`, `cancelled`, `adjourned`, `inquorate`.
    public var status: String
    /// Why it is not held.
    public var reason: String?
    /// Where it is known from.
    public var source: String

    /// A meeting from its parts.
    public init(
      body: String, date: PlainDate, time: String? = nil, status: String, reason: String? = nil,
      source: String
    ) {
      self.body = body
      self.date = date
      self.time = time
      self.status = status
      self.reason = reason
      self.source = source
    }

    /// Whether nothing was or will be decided on the day.
    public var isOff: Bool { ["cancelled", "adjourned", "inquorate"].contains(status) }
  }

  /// The meetings in order of day and body.
  public private(set) var days: [Day] = []
  private var byBody: [String: [Day]] = [:]
  private let names: BodyNames

  /// A calendar of some meetings; of two that speak of one day, the later in the list counts.
  public init(_ days: [Day], names: BodyNames = BodyNames()) {
    self.names = names
    var last: [String: Day] = [:]
    for day in days {
      let key = "\(names.now(BodyKey(day.body)))|\(day.date)"
      // What a calendar says of a cancelled meeting is not undone by a paper that was printed first.
      if let known = last[key], known.isOff, !day.isOff { continue }
      last[key] = day
    }
    self.days = last.values.sorted { ($0.date.iso, $0.body) < ($1.date.iso, $1.body) }
    for day in self.days {
      byBody[names.now(BodyKey(day.body)).description, default: []].append(day)
    }
  }

  /// The body's first meeting after a day, and those before it that are not held.
  public func next(of body: String, after day: PlainDate) -> (meeting: Day?, missed: [Day]) {
    var missed: [Day] = []
    for one in byBody[names.now(BodyKey(body)).description] ?? [] where one.date > day {
      guard one.isOff else { return (one, missed) }
      missed.append(one)
    }
    return (nil, missed)
  }

  /// The meetings of a body, under whichever of its names, in order.
  public func days(of body: String) -> [Day] {
    byBody[names.now(BodyKey(body)).description] ?? []
  }

  /// The meeting of a body on a day.
  public func day(of body: String, on date: PlainDate) -> Day? {
    days(of: body).first { $0.date == date }
  }

  /// The first meeting of any Cabinet after a day that is held.
  public func nextCabinet(after day: PlainDate) -> Day? {
    days.first { $0.date > day && !$0.isOff && BodyKey($0.body).isExecutive }
  }
}
