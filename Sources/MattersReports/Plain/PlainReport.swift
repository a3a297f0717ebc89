/// A report as a plain value: what it says, and nothing of how it is written.
public struct PlainReport: Sendable, Equatable {
  /// What a report is made of, from top to bottom.
  public enum Part: Sendable, Equatable {
    /// Words.
    case passage(ReportPassage)
    /// A table.
    case grid(ReportGrid)
    /// A drawing of figures that a table beside it also gives.
    case chart(ReportChart)
  }

  /// The report's name as it is asked for: `recommendations`.
  public var name: String
  /// The title.
  public var title: String
  /// One line below it: of when, and of what.
  public var purpose: String
  /// What JSON says of the whole.
  public var facts: [ReportFact]
  /// Words, tables and drawings in their order.
  public var parts: [Part]
  /// What stands where there is nothing to show.
  public var nothing: String
  /// What the marks mean; none where there are no marks.
  public var key: String?
  /// The hash of the last line of the history of the register that it was made of.
  ///
  /// Whoever has the report can tell later whether that register was rewritten.
  public var head: String?

  /// A report from its parts.
  public init(
    name: String, title: String, purpose: String, facts: [ReportFact] = [], parts: [Part],
    nothing: String, key: String? = nil
  ) {
    self.name = name
    self.title = title
    self.purpose = purpose
    self.facts = facts
    self.parts = parts
    self.nothing = nothing
    self.key = key
  }

  /// The line that says from what state of the register the report was made.
  var headWords: String? { head.map { "Register head: \($0)" } }

  /// The tables.
  public var grids: [ReportGrid] {
    parts.compactMap { part in
      if case .grid(let grid) = part { grid } else { nil }
    }
  }

  /// The report with the permanent references in sight, where nobody chose other columns.
  ///
  /// The real pack's tables have none; a council that gives its own wants them on every paper.
  public var withReferences: PlainReport {
    var report = self
    for (index, part) in parts.enumerated() {
      if case .grid(let grid) = part { report.parts[index] = .grid(grid.withReferences) }
    }
    return report
  }

  /// The report with the columns that were chosen.
  ///
  /// A choice is for the reports whose tables all have the same columns.
  public func choosing(_ choice: ColumnChoice) throws(ColumnChoice.Unknown) -> PlainReport {
    var report = self
    for (index, part) in parts.enumerated() {
      guard case .grid(let grid) = part else { continue }
      let chosen: ReportGrid = try grid.choosing(hasOneShape ? choice : ColumnChoice())
      report.parts[index] = .grid(chosen)
    }
    return report
  }

  /// Whether all tables have the same columns, so that their rows can stand below one another.
  public var hasOneShape: Bool {
    let shapes = grids.map { $0.columns.map(\.key) }
    return shapes.allSatisfy { $0 == shapes.first }
  }

  /// The sources of the sentences in order, each once: a sentence is marked by their numbers.
  var sources: [ReportSource] {
    var seen: Set<ReportSource> = []
    return parts.flatMap { part -> [ReportSource] in
      guard case .passage(let passage) = part else { return [] }
      return passage.paragraphs.flatMap { ($0.sentences + $0.points).flatMap(\.sources) }
    }.filter { seen.insert($0).inserted }
  }
}
