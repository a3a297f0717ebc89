/// A column that a report can show.
public struct ReportColumn: Sendable, Equatable {
  /// The name by which a council's choice and the JSON know it: `date_made`.
  public var key: String
  /// The heading as it is printed.
  public var heading: String
  /// How wide it is beside the others on a page.
  public var weight: Int
  /// Whether it is shown where nobody chose.
  public var isShown: Bool

  /// A column from its parts.
  public init(_ key: String, _ heading: String, weight: Int = 10, isShown: Bool = true) {
    self.key = key
    self.heading = heading
    self.weight = weight
    self.isShown = isShown
  }

  /// The column where it is shown though nobody chose.
  var shown: ReportColumn { ReportColumn(key, heading, weight: weight) }
}

/// Which columns a council wants to see, in which order and under which headings.
public struct ColumnChoice: Sendable, Equatable {
  /// The keys of the columns in their order; none means the usual ones.
  public var keys: [String]
  /// Headings by key, for those that are named otherwise than usual.
  public var headings: [String: String]

  /// A choice; nothing chosen is the usual table.
  public init(keys: [String] = [], headings: [String: String] = [:]) {
    self.keys = keys
    self.headings = headings
  }

  /// What is wrong with a choice, in one line.
  public struct Unknown: Error, Equatable, Sendable {
    /// The key that no column has.
    public var key: String
    /// The keys that there are.
    public var known: [String]

    /// One line: what is wrong and what there is.
    public var explanation: String {
      "no column is called \(key); the columns are: \(known.joined(separator: ", "))"
    }
  }

  /// The places of the chosen columns among those that there are, with their headings.
  func applied(to columns: [ReportColumn]) throws(Unknown) -> [(place: Int, column: ReportColumn)] {
    for key in keys + headings.keys.sorted() where !columns.contains(where: { $0.key == key }) {
      throw Unknown(key: key, known: columns.map(\.key))
    }
    let places =
      keys.isEmpty
      ? columns.indices.filter { columns[$0].isShown }
      : keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return places.map { place in
      var column = columns[place]
      column.heading = headings[column.key] ?? column.heading
      column.isShown = true
      return (place, column)
    }
  }
}
