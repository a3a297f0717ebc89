/// What was counted when records were held against gold.
public struct Tally: Sendable, Hashable {
  /// Records in the gold.
  public var gold = 0
  /// Records that were read.
  public var read = 0
  /// Records of the gold that were found among those read.
  public var found = 0
  /// Found records that have a place and words of their own: all but links.
  public var placed = 0
  /// Of these, those whose identifying words are exactly the gold's.
  public var exact = 0
  /// Of these, those whose lines are right.
  public var lines = 0
  /// Other values that the found records of the gold have.
  public var asked = 0
  /// Of these, those that are right.
  public var right = 0

  /// Nothing counted.
  public init() {}

  /// Counts both.
  public static func += (a: inout Tally, b: Tally) {
    a.gold += b.gold
    a.read += b.read
    a.found += b.found
    a.placed += b.placed
    a.exact += b.exact
    a.lines += b.lines
    a.asked += b.asked
    a.right += b.right
  }

  /// The figures of one kind: where nothing was to be found and nothing was read, all is well.
  public var figures: Figures {
    var figures = Figures()
    let precision = read > 0 ? share(found, of: read) : gold == 0 ? 1 : 0
    let recall = gold > 0 ? share(found, of: gold) : 1
    figures[.precision] = precision
    figures[.recall] = recall
    figures[.f1] = harmonic(precision, recall)
    if placed > 0 {
      figures[.exact] = share(exact, of: placed)
      figures[.lines] = share(lines, of: placed)
    }
    if asked > 0 { figures[.values] = share(right, of: asked) }
    return figures
  }

  /// The figures of several kinds taken together: nothing found is nought.
  public var overall: Figures {
    var figures = Figures()
    let precision = share(found, of: read)
    let recall = share(found, of: gold)
    figures[.precision] = precision
    figures[.recall] = recall
    figures[.f1] = harmonic(precision, recall)
    figures[.exact] = share(exact, of: placed)
    figures[.lines] = share(lines, of: placed)
    figures[.values] = share(right, of: asked)
    return figures
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }

  private func harmonic(_ a: Double, _ b: Double) -> Double { a + b > 0 ? 2 * a * b / (a + b) : 0 }
}

/// What is measured.
public enum Measure: String, CaseIterable, Sendable {
  case precision, recall, f1, exact, lines, values
}

/// Shares of what was measured; a measure that has nothing to be taken of is left out.
public struct Figures: Sendable, Hashable {
  private var values: [Measure: Double] = [:]

  /// Nothing measured.
  public init() {}

  /// The figure of a measure.
  public subscript(measure: Measure) -> Double? {
    get { values[measure] }
    set { values[measure] = newValue }
  }

  /// Each measure's mean over those that have it.
  public static func mean(_ all: [Figures]) -> Figures {
    var mean = Figures()
    for measure in Measure.allCases {
      let known = all.compactMap { $0[measure] }
      if !known.isEmpty { mean[measure] = known.reduce(0, +) / Double(known.count) }
    }
    return mean
  }
}
