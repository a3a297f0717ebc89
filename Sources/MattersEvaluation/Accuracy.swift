public import MattersArising

/// What was counted by kind, for one paper or for many.
public struct Accuracy: Sendable, Hashable {
  /// The kinds that were scored.
  public var kinds: [RecordKind: Tally] = [:]

  /// Nothing scored.
  public init() {}

  /// The kinds by name, with links last.
  public var order: [RecordKind] { Self.ordered(kinds.keys) }

  /// All kinds taken together.
  public var total: Tally { kinds.values.reduce(into: Tally()) { $0 += $1 } }

  /// The figures of all records taken together, so that a kind weighs by its records.
  public var micro: Figures { total.overall }

  /// The mean over the kinds, so that each weighs the same; kinds of which there is nothing, in
  /// the gold or read, are left out.
  public var macro: Figures {
    Figures.mean(order.compactMap { kinds[$0] }.filter { $0.gold + $0.read > 0 }.map(\.figures))
  }

  /// Counts both.
  public static func += (a: inout Accuracy, b: Accuracy) {
    for (kind, tally) in b.kinds { a.kinds[kind, default: Tally()] += tally }
  }

  /// Kinds by name, with links last: their ends must have been found before.
  static func ordered(_ kinds: some Sequence<RecordKind>) -> [RecordKind] {
    kinds.sorted { ($0 == .link ? 1 : 0, $0.rawValue) < ($1 == .link ? 1 : 0, $1.rawValue) }
  }
}
