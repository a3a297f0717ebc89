/// A table of a report: columns that may be chosen among, and rows under permanent references.
public struct ReportGrid: Sendable, Equatable {
  /// One row.
  public struct Entry: Sendable, Equatable {
    /// The permanent reference of what the row is about.
    public var reference: String?
    /// What the row says, by the grid's columns.
    public var cells: [ReportCell]
    /// What JSON says of the row besides its cells.
    public var facts: [ReportFact]
    /// What is to be done by a day; none where nothing is due.
    public var todo: ReportTodo?

    /// A row from its parts.
    public init(
      _ cells: [ReportCell], reference: String? = nil, facts: [ReportFact] = [],
      todo: ReportTodo? = nil
    ) {
      self.cells = cells
      self.reference = reference
      self.facts = facts
      self.todo = todo
    }
  }

  /// The heading over the table; none where it stands alone.
  public var heading: String?
  /// A short name, as a workbook's sheet has it; none where the heading is short.
  public var tab: String?
  /// What the table shows.
  public var caption: String
  /// The columns.
  public var columns: [ReportColumn]
  /// The rows.
  public var entries: [Entry]
  /// What JSON says of the group besides its rows.
  public var facts: [ReportFact]

  /// A table from its parts.
  public init(
    heading: String? = nil, caption: String, columns: [ReportColumn], entries: [Entry],
    facts: [ReportFact] = []
  ) {
    self.heading = heading
    self.caption = caption
    self.columns = columns
    self.entries = entries
    self.facts = facts
  }

  /// The grid with the columns that were chosen, in their order.
  public func choosing(_ choice: ColumnChoice) throws(ColumnChoice.Unknown) -> ReportGrid {
    let chosen = try choice.applied(to: columns)
    var grid = self
    grid.columns = chosen.map(\.column)
    grid.entries = entries.map { entry in
      var entry = entry
      entry.cells = chosen.map { entry.cells[$0.place] }
      return entry
    }
    return grid
  }

  /// The grid with the permanent references as its first column, where rows have them.
  public var withReferences: ReportGrid {
    var grid = self
    if let place = columns.firstIndex(where: { $0.key == "reference" }) {
      if columns[place].isShown { return self }
      grid.columns.remove(at: place)
      grid.columns.insert(columns[place].shown, at: 0)
      grid.entries = entries.map { entry in
        var entry = entry
        entry.cells.insert(entry.cells.remove(at: place), at: 0)
        return entry
      }
      return grid
    }
    guard entries.contains(where: { $0.reference != nil }) else { return self }
    grid.columns.insert(ReportColumn("reference", "Reference", weight: 10), at: 0)
    grid.entries = entries.map { entry in
      var entry = entry
      entry.cells.insert(ReportCell(entry.reference), at: 0)
      return entry
    }
    return grid
  }

  /// The table as the writers of plain text take it.
  ///
  /// - Parameter aloud: whether a mark is given with what it means.
  public func table(aloud: Bool) -> ReportTable {
    var table = ReportTable(
      caption: caption, columns: columns.map(\.heading),
      rows: entries.map { $0.cells.map { aloud ? $0.aloud : $0.words } },
      weights: columns.map(\.weight))
    table.figures = Set(
      columns.indices.filter { place in
        entries.contains { entry in
          if case .number = entry.cells[place].value { true } else { false }
        }
      })
    return table
  }
}

/// Something that JSON says beside words and tables.
public struct ReportFact: Sendable, Equatable {
  /// The key.
  public var key: String
  /// What it says.
  public var value: Value

  /// A value of JSON.
  public enum Value: Sendable, Equatable {
    /// Words.
    case words(String)
    /// A number.
    case number(Int)
    /// True or false.
    case flag(Bool)
  }

  /// Words under a key; nothing where there are none.
  public init?(_ key: String, _ words: String?) {
    guard let words, !words.isEmpty else { return nil }
    self.key = key
    value = .words(words)
  }

  /// A number under a key.
  public init(_ key: String, number: Int) {
    self.key = key
    value = .number(number)
  }

  /// A yes or a no under a key.
  public init(_ key: String, flag: Bool) {
    self.key = key
    value = .flag(flag)
  }
}
