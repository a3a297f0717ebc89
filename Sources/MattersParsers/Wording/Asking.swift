import MattersText

/// Finds the decision maker that words ask to do something.
enum Asking {
  private static let passives: [StaticString] = [
    " be asked to ", " be requested to ", " be urged to ", " be invited to ", " be called on to ",
    " be encouraged to ", " be called upon to ", " be asked that ", " be pressed to ",
    " be advised that ", " be recommended to ", " be recommended that ", " be recommended, ",
  ]
  private static let pressed: [StaticString] = [
    " be called on to ", " be called upon to ", " be pressed to ", " be urged to ",
  ]
  /// What is asked of those who only come to a meeting.
  private static let visits: [StaticString] = [
    "attend", "come ", "send ", "speak", "join", "the ", "a ", "give ", "meet ", "make a present",
  ]
  private static let actives: [StaticString] = [
    "ask ", "asks ", "request ", "requests ", "urge ", "urges ", "invite ", "invites ",
    "call on ", "calls on ", "call upon ", "calls upon ", "recommend that ", "recommends that ",
    "recommended that ", "recommend to ", "recommends to ", "recommended to ", "petition to ",
    "put it to ", "press ", "presses ", "lobby ",
  ]
  /// Verbs by which others than the council are asked to act, whoever they are.
  private static let pressing: [StaticString] = ["call on ", "call upon "]

  /// The decision maker as printed, without its article.
  static func maker(_ bytes: [UInt8], _ range: ByteRange) -> String? {
    for passive in passives {
      guard let at = bytes.firstIndex(of: passive, in: range) else { continue }
      let next = at + passive.utf8CodeUnitCount
      if passive.utf8CodeUnitCount == 15, bytes.matches(" be invited", at: at, before: range.upper),
        visits.contains(where: { bytes.matches($0, at: next, before: range.upper) })
      {
        continue
      }
      if let name = name(bytes, endingAt: at, from: range.lower) { return name }
      // Whoever is called upon or pressed is no officer of the council's own.
      if pressed.contains(where: { bytes.matches($0, at: at, before: range.upper) }),
        let other = outsider(bytes, endingAt: at, from: range.lower)
      {
        return other
      }
    }
    for active in actives {
      guard let at = bytes.firstIndex(of: active, in: range),
        at == range.lower || !bytes[at - 1].isWordByte
      else { continue }
      let start = at + active.utf8CodeUnitCount
      let isPutTo = bytes.matches("recommend", at: at, before: range.upper)
      if let name = name(bytes, from: start, to: range.upper, isPutTo: isPutTo) { return name }
      if pressing.contains(where: { bytes.matches($0, at: at, before: range.upper) }),
        let other = outsider(bytes, from: start, to: range.upper)
      {
        return other
      }
    }
    return nil
  }

  /// The body that is asked, where it is named by its noun alone and is not the meeting's own: `the
  /// Board be asked to`, in the minutes of a committee.
  static func otherBody(_ bytes: [UInt8], _ range: ByteRange, than own: String) -> String? {
    let own = MatchKey.words(own)
    for passive in passives {
      guard let at = bytes.firstIndex(of: passive, in: range) else { continue }
      let next = at + passive.utf8CodeUnitCount
      let before = bytes.string(ByteRange(range.lower, at)).split(separator: " ")
      guard let noun = before.last, noun.first?.isUppercase == true,
        ["board", "council", "authority", "trust", "trustees"].contains(noun.lowercased()),
        !own.contains(noun.lowercased()), before.count <= 3,
        before.dropLast().allSatisfy({ ["that", "the", "full"].contains($0.lowercased()) }),
        !visits.contains(where: { bytes.matches($0, at: next, before: range.upper) })
      else { continue }
      return String(noun)
    }
    return nil
  }

  private static let nouns: Set<String> = [
    "cabinet", "executive", "commissioner", "mayor", "icb", "icp", "ccg", "opcc", "ofwat", "ofsted",
    "trust", "leader",
  ]
  private static let boards: Set<String> = [
    "board", "council", "committee", "authority", "forum", "partnership", "department", "plc",
    "agency",
  ]

  /// The capitalised name that ends at an offset: `that the District Council`.
  private static func name(_ bytes: [UInt8], endingAt end: Int, from lower: Int) -> String? {
    let words = bytes.string(ByteRange(lower, end)).split(separator: " ")
    var start = words.count
    while start > 0, words.count - start < 8,
      words[start - 1].first?.isUppercase == true
        || ["of", "for", "and", "&"].contains(words[start - 1]) && start < words.count
    {
      if words[start - 1].lowercased() == "that" || words[start - 1] == "T" { break }
      if words[start - 1].lowercased() == "the" { break }
      start -= 1
    }
    return checked(Array(words[start...]))
  }

  /// The capitalised name of others that ends at an offset: `that the CCGs`, `that Tarn Water`.
  private static func outsider(_ bytes: [UInt8], endingAt end: Int, from lower: Int) -> String? {
    var words = bytes.string(ByteRange(lower, end)).split(separator: " ")
    if words.first?.lowercased() == "that" { words.removeFirst() }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let joins: Set<Substring> = ["of", "for", "and", "&", "the"]
    let name = words.joined(separator: " ")
    guard (1...8).contains(words.count),
      words.allSatisfy({ $0.first?.isUppercase == true || joins.contains($0) }),
      !PostWords.isPost(name), PeopleList.title(words[0]) == nil
    else { return nil }
    return name
  }

  /// The capitalised name that begins at an offset: `the Executive to think again`.
  private static func name(
    _ bytes: [UInt8], from start: Int, to end: Int, isPutTo: Bool
  ) -> String? {
    let window = bytes.string(ByteRange(start, min(end, start + 120)))
    var taken: [Substring] = []
    for word in window.split(separator: " ") {
      let plain = word.lowercased()
      if taken.isEmpty, plain == "the" || plain == "that" { continue }
      guard word.first?.isUppercase == true || ["of", "for", "and", "&"].contains(plain) else {
        break
      }
      taken.append(word)
      if let last = word.last, ",;:.".contains(last) { break }
    }
    while let last = taken.last, ["of", "for", "and", "&"].contains(last.lowercased()) {
      taken.removeLast()
    }
    // What is recommended is put to others, "to the Board" too.
    if isPutTo, taken.count == 1, let one = taken.first.map(String.init)?.trimmingMarks,
      ["board", "council"].contains(one.lowercased())
    {
      return one
    }
    return checked(taken)
  }

  /// Whoever is called on, where it is a name that is no post and no member's: `Tarn Water to`.
  private static func outsider(_ bytes: [UInt8], from start: Int, to end: Int) -> String? {
    let window = bytes.string(ByteRange(start, min(end, start + 120)))
    let words = window.split(separator: " ")
    guard let to = words.prefix(9).firstIndex(of: "to"), to > 0 else { return nil }
    var named = words[..<to]
    if named.first?.lowercased() == "the" { named = named.dropFirst() }
    let name = named.joined(separator: " ")
    let joins: Set<Substring> = ["of", "for", "and", "&", "the", "plc"]
    guard named.count >= 2, named.first?.first?.isUppercase == true,
      named.allSatisfy({ $0.first?.isUppercase == true || joins.contains($0) }),
      !PostWords.isPost(name), PeopleList.title(named[named.startIndex]) == nil
    else { return nil }
    return name
  }

  private static func checked(_ words: [Substring]) -> String? {
    guard let last = words.last, words.count <= 9 else { return nil }
    let bare = last.lowercased().filter(\.isLetter)
    // The Chief Executive is an officer, and decides nothing.
    if bare == "executive", words.dropLast().last?.lowercased() == "chief" { return nil }
    var printed = words.joined(separator: " ")
    while let mark = printed.last, ",;:.".contains(mark) { printed.removeLast() }
    if nouns.contains(bare) { return printed }
    // "the Council" is the meeting's own; "the District Council" is another's.
    if boards.contains(bare), words.count >= 2 { return printed }
    let first = words.first?.lowercased() ?? ""
    // "the Portfolio Holder for Leisure", "the Cabinet Member for Roads"
    if words.count >= 2,
      [
        ["portfolio", "holder"], ["cabinet", "member"], ["executive", "member"],
      ].contains(words.prefix(2).map { $0.lowercased() })
    {
      return printed
    }
    if ["minister", "government", "taoiseach"].contains(first) || printed.hasPrefix("Secretary of")
      || ["minister", "government", "ministers"].contains(bare)
    {
      return printed
    }
    return first == "cabinet" && words.count >= 2 ? printed : nil
  }
}

/// Finds who is to do what was recommended: `the Cabinet take a lease`, `Cabinet consider ...`.
enum Recommended {
  /// Whether words ask the council to do something: `Council be recommended to approve ...`.
  static func putsToCouncil(_ text: String) -> Bool {
    let folded = text.lowercased()
    return [
      "council be recommended to ", "council be recommended that ", "recommend to council that",
      "recommend to the council that", "recommend to full council that", "recommend council to ",
    ].contains { folded.contains($0) }
  }

  /// The council itself, where a committee of it speaks: `the Council adopt`, `Council approves`.
  static func council(_ text: String) -> String? {
    var words = text.split(separator: " ").prefix(5)
    if words.first?.lowercased() == "that" { words = words.dropFirst() }
    if words.first?.lowercased() == "the" { words = words.dropFirst() }
    let isFull = words.first?.lowercased() == "full"
    guard let noun = words.dropFirst(isFull ? 1 : 0).first, noun == "Council" || noun == "COUNCIL"
    else { return nil }
    return isFull ? words.prefix(2).joined(separator: " ") : String(noun)
  }

  static func to(_ text: String) -> String? {
    var words = text.split(separator: " ").prefix(12)
    if words.first?.lowercased() == "that" { words = words.dropFirst() }
    if words.first?.lowercased() == "the" { words = words.dropFirst() }
    var taken: [Substring] = []
    for word in words {
      guard word.first?.isUppercase == true || ["of", "for", "and", "&"].contains(word) else {
        break
      }
      taken.append(word)
    }
    while let last = taken.last, last.first?.isUppercase != true { taken.removeLast() }
    guard let last = taken.last?.lowercased() else { return nil }
    let name = taken.joined(separator: " ")
    if ["cabinet", "executive", "mayor", "commissioner"].contains(last) { return name }
    let head = taken.prefix(2).map { $0.lowercased() }
    if [["cabinet", "member"], ["executive", "member"], ["portfolio", "holder"]].contains(head) {
      return name
    }
    return taken.count >= 2 && ["board", "council", "committee", "authority"].contains(last)
      ? name : nil
  }
}
