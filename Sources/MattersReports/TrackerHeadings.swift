import MattersText

/// The headings of the trackers that are written here where nobody chose others.
public enum TrackerHeadings {
  /// Whether a table has them, with a reference or without.
  public static func areOurs(_ columns: [String]) -> Bool {
    let own = columns.filter { !$0.isEmpty && $0 != "Reference" }
    return usual.contains(own)
  }

  private static let usual: [[String]] = [
    ProgressReport.choosable, RecommendationsReport.columns, ActionsReport.columns,
  ].map { columns in columns.filter(\.isShown).map(\.heading).filter { $0 != "Reference" } }
}
