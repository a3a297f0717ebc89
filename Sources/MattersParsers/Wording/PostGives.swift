import MattersText

/// Knows what a meeting resolved that somebody give it: `that the Head of Ponds provides the number of
/// nests`, `ask for the cost of bread`, `be provided with a map of the ponds`.
enum PostGives {
  private static let verbs: Set<String> = [
    "provides", "supplies", "sends", "circulates", "shares", "furnishes",
  ]
  private static let wishes: [[String]] = [
    ["ask", "for"], ["to", "ask", "for"], ["be", "provided", "with"], ["be", "sent"],
    ["be", "supplied", "with"], ["be", "given"], ["be", "furnished", "with"],
    ["to", "be", "provided", "with"], ["to", "be", "sent"], ["to", "be", "supplied", "with"],
    ["to", "be", "given"],
  ]

  static func isOne(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let isWish =
      bytes.matches("ask for ", at: range.lower, before: range.upper)
      || bytes.matches("be ", at: range.lower, before: range.upper)
      || bytes.matches("to ask for ", at: range.lower, before: range.upper)
      || bytes.matches("to be ", at: range.lower, before: range.upper)
    let isOfPost = bytes.matches("that the ", at: range.lower, before: range.upper)
    guard isWish || isOfPost else { return false }
    let plain = MatchKey.words(
      bytes.string(ByteRange(range.lower, min(range.upper, range.lower + 160))))
    if isWish {
      return wishes.contains { wish in
        plain.starts(with: wish) && RequestWording.isThing(plain, at: wish.count)
      }
    }
    guard let verb = plain.prefix(12).firstIndex(where: verbs.contains), verb >= 3,
      plain[..<verb].allSatisfy({ !["be", "is", "are", "report"].contains($0) })
    else { return false }
    return RequestWording.isThing(plain, at: verb + 1)
  }
}
