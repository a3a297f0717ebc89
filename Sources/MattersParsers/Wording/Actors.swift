import MattersText

/// Who speaks or acts in a sentence of minutes, as far as the wording names them.
struct Actor {
  /// On which side of the table somebody sits.
  enum Side { case committee, member, officer, pronoun, other }

  var side: Side
  /// The name or post as printed, without `the` and `Councillor`.
  var name: String
  /// The words it takes in the sentence.
  var words: Range<Int>
}

/// A sentence as words, with those who act in it.
struct ActedSentence {
  /// The words as printed.
  let printed: [Substring]
  /// The words in lower case without marks.
  let plain: [String]
  /// The actors in order.
  let actors: [Actor]

  /// Reads a sentence; whoever the roll of the meeting holds by first name and surname is one of it.
  init(_ text: String, present roll: AttendanceRoll? = nil) {
    printed = text.split(separator: " ")
    plain = printed.map(Self.plain)
    var found: [Actor] = []
    var at = 0
    if let roll, plain.count > 2, PostWords.isNameWord(printed[0]),
      PostWords.isNameWord(printed[1]), roll.holds("\(printed[0]) \(printed[1])")
    {
      found.append(Actor(side: .member, name: "\(printed[0]) \(printed[1])", words: 0..<2))
      at = 2
    }
    while at < plain.count {
      if let actor = Self.actor(at: at, printed, plain) {
        found.append(actor)
        at = actor.words.upperBound
      } else {
        at += 1
      }
    }
    actors = found
  }

  /// A word in lower case without marks.
  private static func plain(_ word: Substring) -> String {
    var word = word
    let plain = word.withUTF8 { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { letters in
        var count = 0
        for byte in bytes where byte.isLetter || byte.isDigit || byte == 0x2D {
          letters[count] = byte.lowered
          count += 1
        }
        return count
      }
    }
    return plain ?? word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  /// The nearest actor before a word.
  func actor(before index: Int) -> Actor? { actors.last { $0.words.upperBound <= index } }

  /// Whether the verb at an index can be an actor's: no clause with a subject of its own begins
  /// between them.
  func leads(_ actor: Actor, to index: Int) -> Bool {
    guard actor.words.upperBound <= index else { return false }
    return !plain[actor.words.upperBound..<index].contains("that")
      || index > 0 && plain[index - 1] == "and"
  }

  /// What single words say of who acts.
  private static let sides = KeyTable(
    pronouns.map { (key: $0, value: Actor.Side.pronoun) }
      + bodies.map { (key: $0, value: .committee) } + others.map { (key: $0, value: .other) })

  private static let bodies: Set<String> = [
    "committee", "panel", "board", "members", "councillors", "commission", "subcommittee",
    "sub-committee",
  ]
  private static let pronouns: Set<String> = ["he", "she", "they"]
  private static let others: Set<String> = [
    "cabinet", "council", "contractor", "company", "government", "ofsted", "residents", "parishes",
    "police", "trust", "provider", "ministers", "department",
  ]

  private static func actor(at start: Int, _ printed: [Substring], _ plain: [String]) -> Actor? {
    let word = plain[start]
    if PeopleList.title(printed[start]) != nil, start + 1 < plain.count {
      var end = start + 1
      while end < plain.count, end - start <= 4, PostWords.isNameWord(bare(printed[end])) {
        end += 1
        if let last = printed[end - 1].last, ",;:".contains(last) { break }
      }
      if end > start + 1 {
        let name = printed[(start + 1)..<end].map { bare($0) }.joined(separator: " ")
        return Actor(side: .member, name: name, words: start..<end)
      }
    }
    let side = sides[word]
    if side == .pronoun {
      return Actor(side: .pronoun, name: word, words: start..<start + 1)
    }
    if let post = post(at: start, printed, plain) { return post }
    if side == .committee, start == 0 || plain[start - 1] != "cabinet" {
      return Actor(side: .committee, name: String(printed[start]), words: start..<start + 1)
    }
    if side == .other { return Actor(side: .other, name: word, words: start..<start + 1) }
    return nil
  }

  /// A post with a capital: "the Head of Waste", "Vice-Chairperson"; "officers" as such.
  private static func post(at start: Int, _ printed: [Substring], _ plain: [String]) -> Actor? {
    if plain[start] == "officers" {
      return Actor(side: .officer, name: "officers", words: start..<start + 1)
    }
    guard let first = printed[start].utf8.first, first.isUpper || first >= 0x80,
      printed[start].first?.isUppercase == true, plain[start] != "the"
    else { return nil }
    guard start == 0 || plain[start - 1] == "the" || start == 1 else { return nil }
    var end = start
    while end < printed.count, end - start < 14 {
      let isCapital = printed[end].first?.isUppercase == true
      let joins =
        ["of", "for", "and", "&", "the", "-", "–"].contains(printed[end].lowercased())
        && end > start && end + 1 < printed.count
        && (printed[end + 1].first?.isUppercase == true || plain[end + 1] == "the")
      guard isCapital || joins else { break }
      end += 1
      if let last = printed[end - 1].last, ";:.".contains(last) { break }
      if printed[end - 1].last == ",", end < printed.count, printed[end].first?.isUppercase != true
      {
        break
      }
    }
    guard end > start else { return nil }
    let name = bare(Substring(printed[start..<end].joined(separator: " ")))
    let words = MatchKey.words(name)
    guard words.contains(where: { PostWords.nouns.contains($0) }) else { return nil }
    // "The Scrutiny Committee Members": a body, not a post.
    if let last = words.last, bodies.contains(last) { return nil }
    let isChair =
      words.contains {
        $0.hasPrefix("chair") || $0 == "vice" || presiding.contains($0)
      } && words.count <= 5
    return Actor(side: isChair ? .member : .officer, name: name, words: start..<end)
  }

  /// Those who preside under other names.
  private static let presiding: Set<String> = [
    "mayor", "reeve", "warden", "provost", "convener", "convenor", "cathaoirleach",
  ]

  private static func bare(_ word: Substring) -> String {
    var word = word
    while let last = word.last, ",;:.".contains(last) { word = word.dropLast() }
    return String(word)
  }
}
