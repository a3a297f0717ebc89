package import MattersText

/// Headings that are known word for word.
extension TrackerColumns {
  /// What a heading means that is printed just as it is known.
  public static func known(_ heading: String) -> TrackerColumn? {
    // A cell of words is no heading.
    guard heading.utf8.count <= longest else { return nil }
    if heading == "#" { return .reference }
    guard beginnings.mayBegin(heading) else { return nil }
    let key = MatchKey(heading).description
    if let found = byHeading[key] ?? HeadingRules.ofMaker(key) { return found }
    if isOfVerdicts(key) { return .decision }
    if let found = HeadingRules.withSource(key) ?? WhoseHeading.column(key) { return found }
    // "Argymhelliad / Recommendation": the same in two tongues.
    if heading.utf8.contains(UInt8(ascii: "/")) {
      let parts = heading.split(separator: "/").map { byHeading[MatchKey(String($0)).description] }
      if parts.count == 2, let column = parts[0], column == parts[1] { return column }
    }
    // "Response(iii)": a note's mark is no part of the heading.
    guard heading.hasSuffix(")"), let open = heading.firstIndex(of: "("), open > heading.startIndex
    else { return nil }
    let bare = MatchKey(String(heading[..<open])).description
    return byHeading[bare]
  }

  /// Whether some bytes may be a heading that is known, told by their first word: most are not, and
  /// are known to be none before they are copied.
  package static func mayKnow(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count <= longest, !range.isEmpty else { return false }
    return bytes[range.lower] == UInt8(ascii: "#") || beginnings.mayBegin(bytes, range)
  }

  /// How the headings begin that are known, and those that list verdicts.
  private static let beginnings = FirstWords(
    Array(byHeading.values.keys)
      + verdicts.union(joints).union(HeadingRules.makers).map(String.init)
      + WhoseHeading.beginnings)

  /// Whether a heading only lists verdicts: `Accepted, rejected or partially accepted`.
  private static func isOfVerdicts(_ key: String) -> Bool {
    guard key.utf8.count >= 12, key.utf8.count <= 80, listings.mayBegin(key) else { return false }
    let first = key[..<(key.firstIndex(of: " ") ?? key.endIndex)]
    guard verdicts.contains(first) || joints.contains(first) else { return false }
    let words = key.split(separator: " ")
    return words.count(where: { verdicts.contains($0) }) >= 2
      && words.allSatisfy { verdicts.contains($0) || joints.contains($0) }
  }

  /// How a list of verdicts begins.
  private static let listings = FirstWords(verdicts.union(joints).map(String.init))

  private static let verdicts: Set<Substring> = [
    "accepted", "rejected", "agreed", "accept", "reject", "agree", "disagree", "noted", "deferred",
    "declined", "refused", "supported",
  ]
  private static let joints: Set<Substring> = [
    "or", "and", "not", "in", "part", "partially", "partly", "full", "fully", "principle", "to",
    "be", "not", "with", "amendment",
  ]

  /// What each known heading means; one that stands under two columns means the first.
  private static let byHeading = KeyTable(
    synonyms.flatMap { column, headings in
      headings.flatMap { heading in
        // "Executive's response" folds to one word less than a mark between the two would give.
        [heading, joined(heading)].map { (key: $0, value: column) }
      }
    })

  private static func joined(_ heading: String) -> String {
    var joined = ""
    for word in heading.split(separator: " ") {
      joined += joined.isEmpty || word == "s" ? String(word) : " " + word
    }
    return joined
  }
}
