/// The lines of the untouched source that something was read from: 1-based and inclusive.
public struct LineRange: Hashable, Sendable, Comparable {
  /// The first line.
  public var first: Int
  /// The last line; equal to `first` for one line.
  public var last: Int

  /// The lines from `first` to `last`, both included.
  @inlinable
  public init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = max(first, last)
  }

  /// The smallest range that holds both.
  public func union(_ other: LineRange) -> LineRange {
    LineRange(min(first, other.first), max(last, other.last))
  }

  /// Earlier lines come first; of two that start together, the shorter.
  public static func < (a: LineRange, b: LineRange) -> Bool {
    (a.first, a.last) < (b.first, b.last)
  }
}
