import MattersText

/// What a clerk notes of a decision in two or three words.
///
/// `Deferred to the July meeting.`, `22 Mill Lane - no objections.`, `Accounts: all approved.`
/// Such words stand alone, or behind the colon or the dash that ends what they are about.
struct BriefDecision {
  let words: ArraySlice<SpokenWords.Word>
  /// Whether a dash or a colon stands before them.
  let isSetOff: Bool

  private static let participles: Set<String> = [
    "approved", "accepted", "adopted", "deferred", "endorsed", "ratified",
  ]
  private static let tails: Set<String> = [
    "and", "as", "to", "until", "till", "pending", "for", "unanimously", "by", "subject", "with",
    "in", "without",
  ]
  private static let objections: Set<String> = [
    "objection", "objections", "comment", "comments", "observations",
  ]
  private static let verdicts: Set<String> = ["approval", "refusal", "support", "objection"]
  /// What others decided and a parish only hears of.
  private static let heard: Set<String> = [
    "received", "from", "were", "was", "had", "has", "borough", "district", "county", "planners",
    "officer",
  ]

  /// Whether the words are such a decision.
  ///
  /// `ofPlanning` says that applications are dealt with: `approved` is then what a council decided
  /// elsewhere, and only what is recommended is the meeting's own.
  func isOne(ofPlanning: Bool) -> Bool {
    guard let first = words.first, words.count <= 14 else { return false }
    let plain = words.map(\.plain)
    if plain.contains(where: Self.heard.contains) { return false }
    if plain.count >= 2 {
      if plain[0] == "no", Self.objections.contains(plain[1]) { return true }
      if Self.verdicts.contains(plain[0]), plain[1] == "recommended" { return true }
    }
    if isOfAll(plain) { return true }
    guard !ofPlanning || plain[0] == "deferred" else { return false }
    // "£500 approved for payment."
    if plain.count <= 6, plain.suffix(3) == ["approved", "for", "payment"] { return true }
    var at = 0
    if plain[0] == "circulated", plain.count > 1 { at = 1 }
    guard Self.participles.contains(plain[at]), first.isCapital || isSetOff else { return false }
    let next = at + 1 < plain.count ? plain[at + 1] : ""
    if next == "by" { return plain.contains("all") || plain.contains("members") }
    if next.isEmpty, plain[at] == "accepted" { return !isSetOff }
    return next.isEmpty ? plain[at] != "approved" || isSetOff : Self.tails.contains(next)
  }

  /// "all approved": nobody was against what stands before it.
  private func isOfAll(_ plain: [String]) -> Bool {
    plain.count == 2 && plain[0] == "all" && isSetOff
      && ["approved", "agreed", "accepted"].contains(plain[1])
  }
}
