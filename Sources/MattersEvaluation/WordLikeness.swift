/// How alike two texts are: twice the longest common subsequence of words over the words of both.
enum WordLikeness {
  /// The likeness where it reaches the threshold, and 0 where it does not.
  static func share(_ a: PlainWords, _ b: PlainWords) -> Double {
    let (x, y) = (a.words, b.words)
    if x == y { return 1 }
    let count = x.count + y.count
    // Most pairs are told apart by their lengths, and most of the rest by which words they have.
    guard !x.isEmpty, !y.isEmpty, reaches(min(x.count, y.count), of: count),
      reaches(shared(a.sorted, b.sorted), of: count)
    else { return 0 }
    let common = commonSubsequence(x[...], y[...], band: count / 10 + 1)
    return reaches(common, of: count) ? 2 * Double(common) / Double(count) : 0
  }

  private static func reaches(_ common: Int, of count: Int) -> Bool {
    2 * Double(common) / Double(count) >= ScoringRule.threshold
  }

  /// How many words two sorted lists share, each as often as both have it.
  private static func shared(_ x: [Int32], _ y: [Int32]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < x.count, j < y.count {
      if x[i] == y[j] {
        count += 1
        i += 1
        j += 1
      } else if x[i] < y[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// The length of the longest common subsequence, or less where it takes leaving out more than
  /// `band` words: texts that are alike at all stay near the diagonal of the table.
  private static func commonSubsequence(
    _ x: ArraySlice<Int32>, _ y: ArraySlice<Int32>, band: Int
  ) -> Int {
    // What the texts begin and end with alike is in some longest common subsequence.
    let head = zip(x, y).prefix { $0 == $1 }.count
    var (x, y) = (x.dropFirst(head), y.dropFirst(head))
    let tail = zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count
    (x, y) = (x.dropLast(tail), y.dropLast(tail))
    let words = Array(x)
    let others = Array(y)
    var row = [Int](repeating: 0, count: others.count + 1)
    for i in words.indices {
      let first = max(0, i - band)
      let last = min(others.count - 1, i + band)
      guard first <= last else { continue }
      var diagonal = row[first]
      for j in first...last {
        let above = row[j + 1]
        row[j + 1] = words[i] == others[j] ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return head + tail + (row.max() ?? 0)
  }
}
