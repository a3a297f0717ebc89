public import MattersText

/// What stands around a record that it does not say itself.
///
/// That is the meeting that its document is a paper of (the minutes' own, or the one at which an
/// agenda, a report or a tracker was laid) and the area of a plan that it belongs to.
public struct RecordSetting: Hashable, Sendable {
  /// The council.
  public var council: String?
  /// The committee or other body.
  public var body: String?
  /// The day of the meeting.
  public var date: PlainDate?
  /// The title of the plan's area, as printed.
  public var area: String?

  /// A meeting as far as it is known.
  public init(council: String? = nil, body: String? = nil, date: PlainDate? = nil) {
    self.council = council
    self.body = body
    self.date = date
  }
}
