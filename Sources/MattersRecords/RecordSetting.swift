public import MattersText

/// The meeting that a record's document is a paper of: the minutes' own meeting, or the meeting at
/// which an agenda, a report or a tracker was laid.
public struct RecordSetting: Hashable, Sendable {
  /// The council.
  public var council: String?
  /// The committee or other body.
  public var body: String?
  /// The day of the meeting.
  public var date: PlainDate?

  /// A meeting as far as it is known.
  public init(council: String? = nil, body: String? = nil, date: PlainDate? = nil) {
    self.council = council
    self.body = body
    self.date = date
  }
}
