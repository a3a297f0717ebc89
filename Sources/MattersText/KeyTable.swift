/// What some folded words mean.
///
/// Nearly all that is asked means nothing; the length and the first letter tell so before anything
/// is hashed.
package struct KeyTable<Value: Sendable>: Sendable {
  @usableFromInline package let values: [String: Value]
  /// For each first byte the lengths of the words that begin with it, as bits.
  @usableFromInline package let lengths: [UInt64]
  /// The first words of all that is known.
  @usableFromInline package let firstWords: FirstWords

  /// A table of words and their meanings; of words that are given twice the first meaning holds.
  @inlinable
  package init(_ meanings: some Sequence<(key: String, value: Value)>) {
    var values: [String: Value] = [:]
    var lengths: [UInt64] = Array(repeating: 0, count: 256)
    for (key, value) in meanings where values[key] == nil {
      values[key] = value
      lengths[Int(key.utf8.first ?? 0)] |= 1 << UInt64(min(key.utf8.count, 63))
    }
    self.values = values
    self.lengths = lengths
    firstWords = FirstWords(values.keys)
  }

  /// What some words mean.
  @inlinable
  package subscript(key: String) -> Value? {
    guard lengths[Int(key.utf8.first ?? 0)] & 1 << UInt64(min(key.utf8.count, 63)) != 0 else {
      return nil
    }
    return values[key]
  }

  /// What a text means once it is folded.
  @inlinable
  package func meaning(of text: String) -> Value? {
    firstWords.mayBegin(text) ? self[MatchKey(text).description] : nil
  }
}
