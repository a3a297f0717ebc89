import MattersBlocks
import MattersText

/// A line that tells the one thing a board did, such as that it noted a report.
enum PlainAct {
  /// Whether a line says that the meeting noted, received or approved a paper, and no more.
  static func isOne(_ range: ByteRange, in paper: Paper) -> Bool {
    let words = SpokenWords(paper.clean.bytes, range, limit: 20).words.map(\.plain)
    guard (4...18).contains(words.count), words[0] == "the" || words[0] == "members",
      let verb = words.prefix(6).firstIndex(where: acts.contains), verb >= 1,
      TellingReading.bodies.contains(words[verb - 1]) || words[verb - 1] == "cabinet"
        || words[verb - 1] == "panel" || words[verb - 1] == "sub-committee",
      words.count > verb + 1
    else { return false }
    let rest = words[(verb + 1)...]
    return
      (["the", "this", "its", "a"].contains(rest.first ?? "")
      || rest.prefix(3).contains(where: TellingReading.papers.contains))
      && rest.prefix(9).contains(where: TellingReading.papers.contains)
      && !rest.contains("that")
      // Who is listened to has been heard, and no more.
      && !(words[verb] == "received" && rest.prefix(3).contains("presentation"))
  }

  /// Whether a sentence is nothing but the verb.
  ///
  /// `Deferred.`, `RECEIVED FOR INFORMATION.`, `Noted.`
  static func isBare(_ range: ByteRange, in paper: Paper) -> Bool {
    guard range.count <= 30, range.count >= 5, paper.clean.bytes[range.lower].isUpper else {
      return false
    }
    let words = MatchKey.words(paper.text(range))
    guard let first = words.first, acts.contains(first) || ["agreed", "deferred"].contains(first)
    else { return false }
    if words.count == 1 { return first != "agreed" || paper.capitalShare(range) > 0.9 }
    return words.count == 3 && words[1] == "for" && words[2] == "information"
  }

  private static let acts: Set<String> = [
    "noted", "received", "approved", "endorsed", "ratified", "adopted", "accepted", "homologated",
  ]
}
