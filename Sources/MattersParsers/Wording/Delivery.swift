/// How what was asked for is to reach those who asked, so that no answer on the spot will do: `in
/// writing`, `outside the meeting`, `to the next meeting`, `be brought back`.
enum Delivery {
  private static let phrases: [[String]] = [
    ["in", "writing"], ["outside", "the", "meeting"], ["outside", "of", "the", "meeting"],
    ["after", "the", "meeting"], ["following", "the", "meeting"], ["by", "email"],
    ["by", "e-mail"], ["offline"], ["in", "due", "course"], ["next", "meeting"],
    ["future", "meeting"], ["later", "meeting"], ["following", "meeting"],
    ["subsequent", "meeting"],
    ["next", "agenda"], ["future", "agenda"], ["later", "date"], ["with", "the", "minutes"],
    ["to", "members"], ["to", "all", "members"], ["to", "the", "committee"],
    ["to", "the", "panel"],
    ["to", "the", "board"], ["to", "councillors"], ["with", "members"],
    ["with", "the", "committee"],
    ["with", "the", "board"], ["back", "to"], ["ahead", "of"], ["in", "advance", "of"],
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "spring", "summer", "autumn", "winter",
  ]
  private static let handed: Set<String> = [
    "sent", "circulated", "provided", "supplied", "shared", "emailed", "e-mailed", "forwarded",
    "distributed", "brought", "submitted", "presented", "tabled", "appended", "included", "issued",
    "prepared", "produced", "reported",
  ]

  /// How many of the phrases leave no doubt that it is sent.
  private static let strict = 9

  /// Whether words from an index on say so; strictly, that it is to be sent, and not only to whom.
  static func isSaid(_ plain: [String], from start: Int, strictly: Bool = false) -> Bool {
    guard start < plain.count else { return false }
    for at in start..<plain.count {
      if strictly {
        if plain[at] == "written" { return true }
        if phrases.prefix(strict).contains(where: { plain[at...].starts(with: $0) }) { return true }
        continue
      }
      if phrases.contains(where: { plain[at...].starts(with: $0) }) { return true }
      if plain[at] == "written" { return true }
      let next = at + 1 < plain.count ? plain[at + 1] : ""
      if plain[at] == "be", handed.contains(next) { return true }
      // "for the September meeting", "to come to the June Board"
      if months.contains(plain[at]), ["meeting", "board", "committee", "panel"].contains(next) {
        return true
      }
    }
    return false
  }

  /// Verbs with which an officer answers.
  private static let answers: Set<String> = [
    "said", "replied", "explained", "confirmed", "advised", "reported", "responded", "stated",
    "answered", "clarified", "informed", "told", "noted",
  ]
  /// Words by which an answer is put off.
  private static let putsOff: Set<String> = [
    "would", "will", "circulate", "provide", "provided", "later", "unable", "not", "undertook",
    "bring", "send", "after",
  ]

  /// Whether a sentence, `The Clerk reported that it was open.`, answers what the one before asks.
  static func isAnswer(_ sentence: ActedSentence) -> Bool {
    let plain = sentence.plain
    guard plain.count >= 4 else { return false }
    if plain.prefix(2).elementsEqual(["in", "response"])
      || plain.prefix(2).elementsEqual(["in", "reply"])
    {
      return putsOff.isDisjoint(with: plain)
    }
    if plain[0] == "it", plain[1] == "was", answers.contains(plain[2]) {
      return putsOff.isDisjoint(with: plain)
    }
    guard let first = sentence.actors.first, first.words.lowerBound <= 1,
      first.side == .officer,
      first.words.upperBound < plain.count, answers.contains(plain[first.words.upperBound])
    else {
      return false
    }
    return putsOff.isDisjoint(with: plain)
  }
}
