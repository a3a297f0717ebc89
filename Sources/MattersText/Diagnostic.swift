/// Something a reader or parser noticed: data, never thrown.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// Something may have been read wrongly or not at all.
    case warning
  }

  /// A stable name that people and programs can filter by, such as `layout.tie`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// One line of plain words: what, and what to do.
  public var message: String
  /// Where, if it has a place.
  public var lines: LineRange?

  /// A diagnostic with its place.
  public init(_ id: String, _ severity: Severity, _ message: String, lines: LineRange? = nil) {
    self.id = id
    self.severity = severity
    self.message = message
    self.lines = lines
  }
}
