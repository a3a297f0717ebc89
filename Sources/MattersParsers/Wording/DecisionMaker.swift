import MattersText

/// Knows the names of those whom recommendations are put to: `Cabinet`, `Exec. Member for Roads`.
enum DecisionMaker {
  private static let bodies: Set<String> = [
    "cabinet", "executive", "council", "commissioner", "mayor", "pcc", "leader", "icb", "ministers",
    "full council", "the cabinet", "the executive", "the council", "the commissioner", "the mayor",
  ]
  private static let members: [[String]] = [
    ["cabinet", "member"], ["executive", "member"], ["exec", "member"], ["portfolio", "holder"],
    ["lead", "member"], ["police", "and", "crime", "commissioner"], ["leader", "of", "the"],
  ]

  /// Whether a short name, as a cell has it, is one of them; the Chief Executive is an officer.
  static func isOne(_ name: String) -> Bool {
    guard name.utf8.count <= 80 else { return false }
    let words = MatchKey.words(name)
    return bodies.contains(words.joined(separator: " ")) || members.contains { words.hasRun($0) }
  }
}
