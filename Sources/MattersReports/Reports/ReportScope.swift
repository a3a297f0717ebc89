public import MattersLinker
public import MattersText

/// Of whom and of when a report is.
public struct ReportScope: Sendable {
  /// The committee; none for all of them.
  public var body: String?
  /// The municipal year, by the year it begins; none for all of them.
  public var year: Int?
  /// The day at the end of which the report holds.
  public var asOf: PlainDate
  /// Whose law tells by when an answer is due.
  public var nation = Nation.england

  /// A scope from its parts.
  public init(body: String? = nil, year: Int? = nil, asOf: PlainDate) {
    self.body = body
    self.year = year
    self.asOf = asOf
  }

  /// Whether a day is in the year.
  func includes(_ day: PlainDate?) -> Bool { year.map { $0 == day?.municipalYear } ?? true }

  /// A title with the committee before it.
  func title(_ words: String) -> String { "\(body ?? "All committees"): \(words)" }

  /// The line below the title.
  var purpose: String {
    let year = year.map { "Municipal year \(Self.inWords($0)), as" } ?? "As"
    return "\(year) it stands at the end of \(asOf.inWords)."
  }

  /// What JSON says of the whole.
  var facts: [ReportFact] {
    [
      ReportFact("body", body), ReportFact("municipal_year", year.map(Self.inWords)),
      ReportFact("as_of", asOf.iso),
    ].compactMap { $0 }
  }

  /// `2023-24`.
  static func inWords(_ year: Int) -> String {
    let next = (year + 1) % 100
    return "\(year)-\(next < 10 ? "0" : "")\(next)"
  }
}
