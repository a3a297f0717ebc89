import MattersText

/// Finds whom a request or a recommendation is put to, where its own words name a post or a body.
enum Addressee {
  /// The post that a request names: `Clarification from the Monitoring Officer regarding ...`,
  /// `... be provided by the Head of Waste`.
  static func ofRequest(_ text: String) -> String? {
    let words = text.split(separator: " ")
    // "The Head of Structures provide members with ...".
    if words.first?.lowercased() == "the", let post = post(words, 1) { return post }
    for (index, word) in words.enumerated() {
      let plain = word.lowercased()
      guard ["from", "by", "that", "ask", "asks", "request", "requests"].contains(plain) else {
        continue
      }
      var at = index + 1
      if at < words.count, words[at].lowercased() == "the" { at += 1 }
      if let post = post(words, at) { return post }
    }
    return nil
  }

  /// The body that a request names where no post is: `the Trust be requested to supply ...`.
  static func ofAsked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return Asking.maker(bytes, ByteRange(0, bytes.count))
  }

  /// The decision maker that words recommend something to.
  static func ofRecommendation(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard let recommends = words.firstIndex(where: { $0.lowercased().hasPrefix("recommend") })
    else {
      let bytes = Array(text.utf8)
      return Asking.maker(bytes, ByteRange(0, bytes.count))
    }
    // "recommends to Cabinet", "recommendations be made to the Cabinet Member for Transport".
    for index in (recommends + 1)..<max(recommends + 1, min(words.count, recommends + 8)) {
      let plain = words[index].lowercased()
      guard plain == "to" || plain == "that" || plain == "the" else { continue }
      if let name = decisionMaker(words, index + 1) { return name }
    }
    // "Cabinet be recommended to", "that the Executive be recommended".
    var at = recommends - 1
    while at >= 0, recommends - at <= 12 {
      if let name = decisionMaker(words, at) { return name }
      at -= 1
    }
    let bytes = Array(text.utf8)
    return Asking.maker(bytes, ByteRange(0, bytes.count))
  }

  private static let decisionMakers: Set<String> = ["cabinet", "executive", "council", "leader"]

  private static func decisionMaker(_ words: [Substring], _ start: Int) -> String? {
    var at = start
    while at < words.count, ["the", "full"].contains(words[at].lowercased()) { at += 1 }
    guard at < words.count, words[at].first?.isUppercase == true,
      decisionMakers.contains(bare(words[at]).lowercased())
    else { return nil }
    if bare(words[at]).lowercased() == "cabinet", at + 1 < words.count,
      bare(words[at + 1]).lowercased() == "member"
    {
      return post(words, at) ?? "Cabinet Member"
    }
    if bare(words[at]).lowercased() == "council", at + 1 < words.count, words[at + 1].first == "E",
      bare(words[at + 1]).lowercased() == "executive"
    {
      return "\(words[at]) \(bare(words[at + 1]))"
    }
    let isFull = at > 0 && words[at - 1].lowercased() == "full"
    return isFull ? "\(words[at - 1]) \(bare(words[at]))" : bare(words[at])
  }

  /// Words that a post begins or ends with.
  private static let postNouns: Set<String> = [
    "officer", "director", "head", "manager", "member", "leader", "executive", "commissioner",
    "chairperson", "chair", "engineer", "accountant", "solicitor", "treasurer", "surveyor",
    "constable", "team", "department", "directorate", "librarian", "planner", "clerk", "secretary",
    "convener", "coordinator", "adviser", "warden", "master", "lead", "holder", "scrutineer",
  ]

  /// The capitalised words from an index on, where one of them is a post's noun.
  private static func post(_ words: [Substring], _ start: Int) -> String? {
    var taken: [Substring] = []
    var hasNoun = false
    var at = start
    while at < words.count {
      let word = words[at]
      let plain = bare(word)
      if word.first?.isUppercase == true {
        taken.append(word)
        if postNouns.contains(plain.lowercased()) { hasNoun = true }
        if let last = word.last, ",;.:".contains(last) {
          // "Director of Children, Families and Schools" goes on; a sentence's comma does not.
          guard last == ",", at + 1 < words.count, words[at + 1].first?.isUppercase == true else {
            break
          }
        }
      } else if !taken.isEmpty,
        ["of", "for", "and", "&", "-", "–"].contains(plain.lowercased()) || word == "&",
        at + 1 < words.count, words[at + 1].first?.isUppercase == true
      {
        taken.append(word)
      } else {
        break
      }
      at += 1
    }
    guard hasNoun else { return nil }
    return bare(Substring(taken.joined(separator: " ")))
  }

  private static func bare(_ word: Substring) -> String {
    var word = word
    while let last = word.last, ",;.:".contains(last) { word = word.dropLast() }
    return String(word)
  }
}
