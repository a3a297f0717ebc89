public import MattersText

/// How alike two wordings are.
public enum Likeness {
  /// Twice the longest common subsequence of words over the words of both: 1 for the same words.
  public static func share(_ a: MatchKey, _ b: MatchKey) -> Double {
    if a == b { return 1 }
    let (x, y) = (a.words, b.words)
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    let shorter = Double(min(x.count, y.count))
    guard 2 * shorter / Double(x.count + y.count) >= 0.5 else { return 0 }
    var row = [Int](repeating: 0, count: y.count + 1)
    for word in x {
      var diagonal = 0
      for (index, other) in y.enumerated() {
        let above = row[index + 1]
        row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[y.count]) / Double(x.count + y.count)
  }

  /// The share of the shorter wording's different words that the longer has too.
  public static func containment(_ a: MatchKey, _ b: MatchKey) -> Double {
    let (x, y) = (Set(a.words), Set(b.words))
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    return Double(x.intersection(y).count) / Double(min(x.count, y.count))
  }
}
