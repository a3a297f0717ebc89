/// A municipal year as people write it.
public enum MunicipalYear {
  /// The year in which a municipal year begins, from that year alone or from both: `2024`, `2024-25`,
  /// `2024/25`, `2024/2025`, `24/25`; nothing where the two do not follow one another.
  public static func read(_ words: String) -> Int? {
    let parts = words.split(
      omittingEmptySubsequences: false,
      whereSeparator: { "-/\u{2013}\u{2014}".contains($0) || $0 == " " }
    ).filter { !$0.isEmpty }
    guard let first = parts.first, parts.count <= 2, [2, 4].contains(first.utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let start = Int(first)
    else { return nil }
    guard parts.count == 2 else { return first.utf8.count == 4 ? start : nil }
    let year = first.utf8.count == 4 ? start : 2000 + start
    guard let second = Int(parts[1]) else { return nil }
    switch parts[1].utf8.count {
    case 2: return (year + 1) % 100 == second ? year : nil
    case 4: return second == year + 1 ? year : nil
    default: return nil
    }
  }
}
