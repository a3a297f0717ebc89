import MattersText

/// Tells what is done with something asked by the verb and what goes with it.
///
/// `be treated as met`, `carry forward`, `stay open`: how the verb is inflected and what stands between
/// is left free.
enum ActGrammar {
  /// The act that some folded words tell; nothing where they tell none.
  static func act(in words: [Substring]) -> MatterEvent.Kind? {
    for (at, word) in words.enumerated() {
      let next = at + 1 < words.count ? words[at + 1] : ""
      if carrying.contains(word), onward.contains(next) { return .carriedForward }
      if staying.contains(word), words[(at + 1)...].prefix(3).contains(where: open.contains) {
        return .carriedForward
      }
      if next == "again", looking.contains(word) { return .carriedForward }
      if repeating.contains(word) || following.contains(word) && next == "up" {
        return .reRequested
      }
      if next == "off", ["sign", "signs", "signed", "signing"].contains(word) { return .completed }
      guard holding.contains(word) else { continue }
      let rest = words[(at + 1)...].drop { fillers.contains($0) }
      guard let end = rest.first else { continue }
      if end == "withdrawn" { return .withdrawn }
      let isOut = end == "carried" && rest.dropFirst().first == "out"
      let isDealt = end == "dealt" && rest.dropFirst().first == "with"
      // "be agreed as completed": a word between tells that it is what is made of it.
      if isOut || isDealt || done.contains(end) && rest.startIndex > at + 1 { return .completed }
    }
    return nil
  }

  /// Whether what is closed had no answer, so that it was let go.
  static let unanswered: PhraseSet = [
    "without an answer", "without a reply", "without a response", "could not be met",
    "cannot be met", "could not be answered", "cannot be answered", "could not be provided",
    "cannot be provided", "could not be supplied", "cannot be supplied", "not be forthcoming",
  ]

  private static let carrying: Set<Substring> = ["carry", "carries", "carried", "carrying"]
  private static let onward: Set<Substring> = ["forward", "over", "into"]
  private static let staying: Set<Substring> = [
    "remain", "remains", "stay", "stays", "kept", "keep", "left", "leave",
  ]
  private static let open: Set<Substring> = ["open", "live", "outstanding"]
  private static let looking: Set<Substring> = ["considered", "consider", "brought", "raised"]
  private static let repeating: Set<Substring> = [
    "repeat", "repeats", "repeated", "renew", "renews", "renewed", "reiterate", "reiterates",
    "reiterated", "chased", "chase",
  ]
  private static let following: Set<Substring> = ["followed", "follow", "follows"]
  private static let holding: Set<Substring> = [
    "treated", "treat", "regarded", "regard", "taken", "recorded", "record", "noted", "considered",
    "deemed", "accepted", "agreed", "marked", "mark", "confirmed",
  ]
  private static let fillers: Set<Substring> = ["as", "to", "be", "being", "having", "been", "now"]
  private static let done: Set<Substring> = [
    "complete", "completed", "answered", "met", "satisfied", "implemented", "done", "closed",
    "discharged", "fulfilled", "concluded", "finished", "resolved",
  ]
}
