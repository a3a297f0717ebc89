import MattersText

/// Knows the sentences of a debate by which somebody asks to be sent or shown something: `Members
/// requested details of the survey`, `The Board asked that a table be sent to members`.
///
/// A question that the debate answers (`asked how many`) and a wish that something be done (`asked
/// that thought be given`) are none.
enum ToldRequest {
  /// Cheap looks for the words that such a sentence has.
  static let stems: [StaticString] = ["requested", "asked for", "asked that", "asked the"]

  /// Why a sentence is such a request, if it is.
  static func reason(_ sentence: ActedSentence) -> String? {
    let plain = sentence.plain
    for (index, word) in plain.enumerated() where word == "requested" || word == "asked" {
      guard index > 0, index <= 8, index + 2 < plain.count, isAsker(sentence, before: index) else {
        continue
      }
      if plain[..<index].contains(where: { ["had", "has", "that", "when", "if"].contains($0) }) {
        continue
      }
      var next = index + 1
      if word == "asked" {
        if plain[next] == "for" {
          next += 1
        } else if plain[next] == "that" {
          return isToBeSent(plain, next + 1) ? "the meeting asked that something be sent" : nil
        } else {
          return isErrand(plain, next) ? "somebody was asked to find out and to report" : nil
        }
      } else if plain[next] == "that" {
        return isToBeSent(plain, next + 1) ? "the meeting requested that something be sent" : nil
      }
      if articles.contains(plain[next]) { next += 1 }
      guard next < plain.count else { return nil }
      let isFurther = ["further", "more", "additional", "detailed", "full", "written", "regular"]
        .contains(plain[next])
      if isFurther, next + 1 < plain.count { next += 1 }
      return things.contains(plain[next]) ? "information was requested in the debate" : nil
    }
    return nil
  }

  private static let articles: Set<String> = ["a", "an", "the", "some", "any"]
  /// What is asked for that can be sent.
  private static let things: Set<String> = [
    "details", "detail", "clarification", "clarity", "breakdown", "figures", "figure",
    "information", "copy", "copies", "list", "number", "numbers", "data", "statistics", "costs",
    "cost", "timetable", "table", "map", "schedule", "results",
  ]
  private static let given: Set<String> = [
    "sent", "circulated", "provided", "supplied", "shared", "shown", "emailed", "e-mailed",
    "forwarded", "issued", "published", "distributed",
  ]
  private static let errands: Set<String> = [
    "provide", "circulate", "send", "supply", "find", "email", "forward", "share", "obtain",
  ]

  private static func isAsker(_ sentence: ActedSentence, before index: Int) -> Bool {
    let first = sentence.printed[0].filter(\.isLetter)
    // "FM asked for ...": initials.
    if index <= 2, (2...4).contains(first.count), first.allSatisfy(\.isUppercase) { return true }
    guard let actor = sentence.actor(before: index) else { return false }
    return actor.side == .committee || actor.side == .member
  }

  /// "a table comparing its rents be sent to members".
  private static func isToBeSent(_ plain: [String], _ start: Int) -> Bool {
    guard start < plain.count else { return false }
    return plain[start...].indices.dropLast().contains {
      plain[$0] == "be" && given.contains(plain[$0 + 1])
    }
  }

  /// Whether somebody is to find out and to tell: `the Clerk to find out and to send the answer`.
  private static func isErrand(_ plain: [String], _ start: Int) -> Bool {
    guard let to = plain[start...].prefix(9).firstIndex(of: "to"), to + 1 < plain.count,
      errands.contains(plain[to + 1])
    else { return false }
    return plain[to + 1] != "find" && plain[to + 1] != "obtain"
      || plain[to...].contains { ["send", "report", "circulate", "inform"].contains($0) }
  }
}
