import MattersBlocks
import MattersRecords
import MattersText

/// Tasks as parish and community councils minute them.
///
/// `Clerk circulate this to members.`, `Cllr Ash will look into this.`, `Members were asked to read
/// the draft.`
///
/// A clerk or a councillor stands first, and behind the name a verb of doing: `will`, `to`, `asked to`
/// or the bare verb. What somebody will attend, have or be is no task.
enum ClerkTask {
  private static let heads: Set<String> = [
    "clerk", "cllr", "cllrs", "councillor", "councillors", "chair", "chairman", "chairperson",
    "treasurer", "rfo", "warden", "members", "caretaker", "groundsman",
  ]
  private static let joins: Set<String> = ["and", "&", "the", "county", "parish", "deputy", "vice"]

  /// The words of a task and who is to do it.
  static func task(
    _ sentence: ByteRange, in paper: Paper
  ) -> (words: ByteRange, owner: String)? {
    guard (16...400).contains(sentence.count), paper.clean.bytes[sentence.lower].isUpper,
      paper.clean.bytes[sentence.upper - 1] != 0x3F
    else { return nil }
    let words = paper.text(sentence).split(separator: " ", maxSplits: 24)
    var at = 0
    var isHeaded = false
    while at < words.count, at < 10 {
      let plain = words[at].lowercased().filter { $0.isLetter || $0 == "&" || $0 == "-" }
      if heads.contains(plain) {
        isHeaded = true
      } else if !joins.contains(plain) {
        guard isHeaded, words[at].first?.isUppercase == true, PostWords.isNameWord(bare(words[at]))
        else { break }
      }
      at += 1
    }
    guard isHeaded, at > 0, at + 2 < words.count,
      words[at - 1].last.map({ !".:;".contains($0) }) == true
    else { return nil }
    let named = words[0].lowercased() == "the" ? words[1..<at] : words[..<at]
    let owner = named.map { bare($0) }.joined(separator: " ")
    guard let verb = verb(words, at), verb + 1 < words.count else { return nil }
    return (sentence, owner)
  }

  /// Where the verb of doing stands behind the name.
  private static func verb(_ words: [Substring], _ at: Int) -> Int? {
    var verb = at
    switch words[at] {
    case "will":
      verb += 1
      if ["also", "then", "now"].contains(words[verb]) { verb += 1 }
    case "to":
      verb += 1
      if words[verb] == "also" { verb += 1 }
    case "is", "are":
      // "The Clerk is to write to the landowner."
      guard verb + 2 < words.count, words[verb + 1] == "to",
        !["be", "have", "attend", "remain"].contains(words[verb + 2]),
        words[verb + 2].first?.isLowercase == true
      else { return nil }
      return verb + 2
    case "agreed":
      guard verb + 2 < words.count, words[verb + 1] == "to" else { return nil }
      verb += 2
    case "asked", "was", "were":
      if words[verb] != "asked" { verb += 1 }
      // "Cllr Ash was asked to check but had no copy": that was at another meeting.
      guard verb + 1 < words.count, words[verb] == "asked", words[verb + 1] == "to",
        !words[verb...].contains("had")
      else { return nil }
      verb += 2
    default:
      // "Members report that ...": only the clerk or one councillor is told what to do so briefly.
      guard !words[..<at].contains(where: { ["Members", "Cllrs", "Councillors"].contains($0) })
      else {
        return nil
      }
    }
    guard verb < words.count, TaskVerbs.all.contains(words[verb].lowercased()),
      words[verb].first?.isLowercase == true
    else { return nil }
    return verb
  }

  private static func bare(_ word: Substring) -> String {
    var word = word
    while let last = word.last, ",;:".contains(last) { word = word.dropLast() }
    return String(word)
  }
}
