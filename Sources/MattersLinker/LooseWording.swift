import MattersRecords
import MattersText

/// Rows that say in words of their own what was asked at the meeting that they name: they share more
/// of its telling words than of anything else's there.
enum LooseWording {
  /// Words that stand in what is asked for everywhere, and tell nothing apart.
  private static let common = WordRoots.stock.union(
    WordRoots.of([
      "number", "numbers", "list", "lists", "details", "figures", "breakdown", "report", "reports",
      "year", "years", "last", "council", "councils", "that", "this", "they", "their", "which",
      "made", "panel", "board", "commission", "councillor", "councillors", "officer", "officers",
      "head", "director", "manager", "including", "since", "each", "into", "will", "would",
      "should",
      "than", "with", "when", "what", "whether", "those", "these", "there", "where", "over",
      "every",
      "service", "services", "update", "data", "copy", "summary", "consider", "ensure", "review",
    ]))

  private static func telling(_ words: String) -> Set<String> {
    WordRoots.of(MatchKey.words(words)).subtracting(common)
  }

  /// The one thing asked at a meeting that a row can mean; nothing where two come near one another.
  ///
  /// - Parameter title: the title of the minute of something asked.
  static func match(
    _ reference: AskedReference, among meeting: [Asked], title: (Asked) -> String?
  ) -> AskedMatch? {
    let own = telling(reference.key.description)
    guard reference.mayBeLoose, own.count >= 2 || own.count == 1 && reference.label != nil else {
      return nil
    }
    let label = LabelKey.of(reference.label)
    let scored = meeting.compactMap { asked -> (asked: Asked, shared: Int, size: Int)? in
      let theirs = telling(asked.key.description)
      let shared = own.intersection(theirs).count
      guard shared > 0 else { return nil }
      return (asked, shared, theirs.count)
    }
    // What shares most, and of that what is most like it.
    func likeness(_ one: (asked: Asked, shared: Int, size: Int)) -> Double {
      2 * Double(one.shared) / Double(own.count + one.size)
    }
    guard let top = scored.max(by: { ($0.shared, likeness($0)) < ($1.shared, likeness($1)) }),
      top.shared >= 2 || label != nil && own.count == top.shared
    else { return nil }
    let near = scored.filter {
      $0.shared * 2 > top.shared && likeness($0) * 4 >= likeness(top) * 3
    }
    // The same words minuted twice, as a request and as somebody's action, are one thing.
    let first =
      near.first { $0.asked.kind == reference.kind }
      ?? near.first { $0.asked.kind != .action } ?? near[0]
    guard near.allSatisfy({ $0.asked.key == first.asked.key }),
      first.shared * 5 >= own.count * 3, first.shared * 3 >= min(own.count, first.size),
      reference.key.figures.isEmpty || first.asked.key.figures.isEmpty
        || !reference.key.figures.isDisjoint(with: first.asked.key.figures),
      fits(label, first.asked) && (label == nil || first.shared >= 2 || isSame(label, first.asked))
        || first.shared >= 3 && first.shared * 5 >= own.count * 4
    else { return nil }
    // A row that is about something else is of something else.
    if let subject = reference.subject, let title = title(first.asked) {
      let about = telling(subject)
      guard about.isEmpty || !about.isDisjoint(with: telling(title + " " + first.asked.text)) else {
        return nil
      }
    }
    var match = AskedMatch(
      candidates: [first.asked], grade: .strong,
      because: "asked at the meeting of \(reference.meetingDate ?? "") in words that nothing else "
        + "asked there shares")
    match.isLoose = true
    return match
  }

  private static func isSame(_ label: String?, _ asked: Asked) -> Bool {
    guard let label, let own = LabelKey.of(asked.label) else { return false }
    return LabelKey.isSame(label, own)
  }

  /// Whether a label may be that of something asked; a report may number anew what it repeats, and
  /// then the words have to tell more.
  private static func fits(_ label: String?, _ asked: Asked) -> Bool {
    guard let label, let own = LabelKey.of(asked.label) else { return true }
    return LabelKey.isSame(label, own)
  }
}
