import MattersText

/// The grades that inspectorates give, as a closed vocabulary, and the sentences that end in one.
enum Grades {
  /// The grades as folded words.
  ///
  /// Words that also colour trackers (green, amber) or audits (limited) are left out.
  static let words: Set<String> = [
    // Ofsted, of councils, schools and services; older reports have the second line.
    "outstanding", "good", "requires improvement", "inadequate", "requires improvement to be good",
    "adequate", "satisfactory", "unsatisfactory", "poor", "unsatisfactory and needs improvement",
    // Welsh and Scottish inspectorates.
    "excellent", "very good", "weak", "good with outstanding features",
    // The housing regulator.
    "c1", "c2", "c3", "c4", "g1", "g2", "g3", "g4", "v1", "v2", "v3", "v4",
    // What is printed where no grade was given.
    "not judged", "not inspected", "not yet rated",
  ]

  /// Whether some words are a grade and nothing else.
  static func isGrade(_ text: String) -> Bool {
    text.utf8.count <= 60 && known.meaning(of: text) != nil
  }

  private static let known = KeyTable(words.map { (key: $0, value: true) })

  /// The subject and the grade of a sentence that says only this: `The overall judgement is good`,
  /// `The effectiveness of the board requires improvement`.
  static func judged(in sentence: String) -> (subject: String, grade: String)? {
    guard sentence.utf8.count <= 300 else { return nil }
    var parts = sentence.split(separator: " ")
    while let last = parts.last, last.allSatisfy({ ".,;:".contains($0) }) { parts.removeLast() }
    // The longest grade that the sentence can end with.
    for count in stride(from: min(4, parts.count - 1), to: 0, by: -1) {
      let grade = parts.suffix(count).joined(separator: " ")
      guard isGrade(grade) else { continue }
      var subject = Array(parts.dropLast(count))
      let verbs: Set<String> = [
        "is", "are", "was", "were", "as", "judged", "graded", "rated", "-", "–",
      ]
      let before = subject.count
      while let last = subject.last, verbs.contains(last.lowercased()) { subject.removeLast() }
      let isJoined =
        subject.count < before || grade.lowercased().hasPrefix("requires")
        || subject.last?.hasSuffix(":") == true
      guard isJoined, !subject.isEmpty else { return nil }
      return (bare(subject.joined(separator: " ")), bare(grade))
    }
    return nil
  }

  private static func bare(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ".,;: ".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
