public import MattersText

/// What one cell of a report says.
public struct ReportCell: Sendable, Equatable, ExpressibleByStringLiteral {
  /// What a spreadsheet may take the cell for.
  public enum Value: Sendable, Equatable {
    /// Words and nothing more.
    case words
    /// A day.
    case date(PlainDate)
    /// A whole number.
    case number(Int)
  }

  /// The words as they are printed.
  public var words: String
  /// What a spreadsheet may take them for.
  public var value: Value
  /// What is said in the place of words that are a mark alone, where somebody may only listen.
  public var spoken: String?

  /// A cell of words.
  public init(_ words: String?, spoken: String? = nil) {
    self.words = words ?? ""
    self.value = .words
    self.spoken = spoken
  }

  /// A cell that is a day, printed in words.
  public init(_ day: PlainDate?) {
    words = day?.inWords ?? ""
    value = day.map { .date($0) } ?? .words
  }

  /// A cell of words that mean a day, as a tracker printed it.
  public init(_ words: String?, meaning day: PlainDate?) {
    self.words = words ?? ""
    value = self.words.isEmpty ? .words : day.map { .date($0) } ?? .words
  }

  /// A day in ISO 8601 as a day, anything else as the words it is.
  public init(iso text: String?) {
    if let text, let day = PlainDate(iso: text) { self.init(day) } else { self.init(text) }
  }

  /// A cell that is a number.
  public init(_ number: Int?) {
    words = number.map(String.init) ?? ""
    value = number.map { .number($0) } ?? .words
  }

  /// A cell of words.
  public init(stringLiteral words: String) { self.init(words) }

  /// The words, or what is said in their place.
  public var aloud: String { spoken ?? words }
}
