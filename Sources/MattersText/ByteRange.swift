/// A half-open range of byte offsets, kept in eight bytes so that tables of ranges stay small.
public struct ByteRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset just past the last byte.
  public var end: UInt32

  /// A range from one offset up to, not including, another.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  /// The range that holds nothing.
  public static let none = ByteRange(0, 0)

  /// The offset of the first byte as an `Int`.
  @inlinable public var lower: Int { Int(start) }
  /// The offset past the last byte as an `Int`.
  @inlinable public var upper: Int { Int(end) }
  /// How many bytes.
  @inlinable public var count: Int { Int(end - start) }
  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }
}
