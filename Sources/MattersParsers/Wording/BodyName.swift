import MattersText

/// Tells the names of councils and of the bodies that meet.
enum BodyName {
  /// Words that a body's name ends with or turns on.
  private static let nouns: Set<String> = [
    "committee", "subcommittee", "cabinet", "council", "board", "panel", "commission", "executive",
    "association", "group", "forum", "partnership", "assembly", "subgroup",
  ]

  /// Whether some words can be the name of a body: short, capitalised, with a body's noun.
  static func isBody(_ text: String) -> Bool {
    // A paragraph is no name; what its bytes tell is asked before its words are folded.
    guard text.utf8.count <= longest, !text.utf8.contains(UInt8(ascii: ":")),
      text.utf8.last != UInt8(ascii: "."), text.first?.isUppercase == true
    else { return false }
    guard signs.isIn(text) else { return false }
    let words = MatchKey.words(text)
    guard (1...14).contains(words.count) else { return false }
    let isNamed =
      words.contains { nouns.contains($0) }
      || words.indices.dropFirst().contains {
        words[$0] == "district" && ["municipal", "metropolitan"].contains(words[$0 - 1])
      }
    guard isNamed, !addresses(words) else { return false }
    if words.count > 5, text.place(of: ". ") != nil { return false }
    return text.place(of: " > ") == nil
  }

  /// Words that end the names of bodies that are no committee: a school's, a trust's, an authority.
  private static let others: Set<String> = [
    "authority", "governors", "trustees", "directors", "taskforce", "collaborative", "alliance",
    "consortium", "network", "conference", "federation", "commissioners", "parliament", "senate",
    "meeting", "governance", "trust", "district",
  ]

  /// Whether some words of a head are the name of a body that meets, its noun last or before `of`.
  static func canMeet(_ words: ArraySlice<Substring>) -> Bool {
    let text = words.joined(separator: " ")
    guard text.utf8.count <= longest, text.first?.isUppercase == true else { return false }
    let plain = MatchKey.words(text)
    guard (1...14).contains(plain.count), !addresses(plain) else { return false }
    let ends = plain.indices.filter { at in
      nouns.contains(plain[at])
        || plain.count > 1 && others.contains(plain[at])
        || at > 0 && ["force", "party", "body", "team", "whole"].contains(plain[at])
          && ["task", "working", "governing", "whole", "the", "representative", "project"]
            .contains(plain[at - 1])
    }
    guard let last = ends.last else { return false }
    // A noun in the middle is a name's only before "of", "for" or what tells committees apart.
    return last == plain.count - 1 || plain[last + 1] == "of" || plain[last + 1] == "for"
      || plain.count - last <= 3 && plain[last + 1].count <= 5
      || plain[(last + 1)...].allSatisfy { $0.count <= 2 || $0.allSatisfy(\.isNumber) }
      || text.hasSuffix(")") || plain[last + 1] == "on"
  }

  /// Whether a word is the noun with which a body's name ends.
  static func endsName(_ plain: String) -> Bool {
    nouns.contains(plain) || others.contains(plain) && plain != "meeting"
  }

  /// Whether words are those to whom a letter goes: "Each Member of the Municipal District".
  private static func addresses(_ words: [String]) -> Bool {
    words.indices.dropLast().contains {
      ["each", "all"].contains(words[$0]) && ["member", "members"].contains(words[$0 + 1])
        || words[$0] == "members" && words[$0 + 1] == "of"
    }
  }

  /// Whether the bytes of some words may be a body's name: a capital, and a body's noun.
  static func mayBeBody(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard !range.isEmpty, bytes[range.lower].isUpper || bytes[range.lower] >= 0x80 else {
      return false
    }
    return signs.isIn(bytes, range)
  }

  /// The nouns and `district` as they stand anywhere in words.
  private static let signs: SignSet = [
    "committee", "cabinet", "council", "board", "panel", "commission", "executive", "association",
    "group", "forum", "partnership", "assembly", "district",
  ]

  /// The most bytes of fourteen words.
  private static let longest = 300

  /// Whether some words are the name of a council as such: `Brackenmere Council`.
  static func isCouncil(_ text: String) -> Bool {
    guard text.utf8.count <= longest,
      text.place(of: "council") != nil || text.place(of: "authority") != nil
    else { return false }
    let words = MatchKey.words(text)
    guard (2...8).contains(words.count), text.first?.isUppercase == true, !addresses(words) else {
      return false
    }
    // "Leader of the Council", "Members of the Council".
    if words.last == "council", words.count > 2, words[words.count - 2] == "the" { return false }
    guard words.last == "council" || words.first == "council" && words[1] == "of" else {
      return words.last == "authority"
    }
    return !["full", "the", "town", "annual"].contains(words[0]) || words.count > 2
  }

  /// Whether the name of a council ends with a body's name, `Millbeck Parish Council` and `Parish
  /// Council`: they are one.
  static func ends(_ council: String, in body: String) -> Bool {
    let (long, short) = (MatchKey.words(council), MatchKey.words(body))
    return short.last == "council" && short.count < long.count && short.count >= 2
      && Array(long.suffix(short.count)) == short
  }

  /// Whether a sentence calls a body by some words of its name: `the Joint Committee` is the Joint
  /// Health Committee.
  static func shortens(_ short: String, _ name: String) -> Bool {
    let (few, all) = (MatchKey.words(short), MatchKey.words(name))
    // "the Board" is whatever board the page is of.
    let isBare = few == ["board"] || few == ["committee"] || few == ["panel"] || few == ["forum"]
    guard few.count >= 2 || isBare, few.count < all.count, few.last == all.last,
      few.last != "council"
    else { return false }
    let people: Set<String> = ["to", "member", "members", "each", "mayor", "chair", "dear"]
    guard !all.contains(where: { people.contains($0) || $0.hasPrefix("cathaoir") }) else {
      return false
    }
    var rest = all[...]
    for word in few {
      guard let at = rest.firstIndex(of: word) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// Whether a sentence calls a body by its last word alone, `a meeting of the Board`, and its name
  /// stands in full above.
  static func isAlias(_ short: String, of name: String) -> Bool {
    let (few, all) = (MatchKey.words(short), MatchKey.words(name))
    guard few.count == 1, all.count >= 2, few.last == all.last else { return false }
    return ["committee", "board", "panel", "commission", "forum", "group", "partnership"]
      .contains(few[0])
  }

  /// Whether a body is the council of a parish, a town or a community, and so its own.
  static func isLocalCouncil(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    return words.count >= 3 && words.last == "council"
      && ["parish", "town", "community"].contains(words[words.count - 2])
  }

  /// A committee and the council it is of: behind a comma or `of`, `Ponds Committee, Brackenmere
  /// Council`, or before it in one line, `Brackenmere City Council Ponds Committee`.
  static func parted(_ text: String) -> (body: String, council: String)? {
    guard text.utf8.count <= longest else { return nil }
    if let comma = text.lastIndex(of: ",") {
      let council = text[text.index(after: comma)...].split(separator: " ").joined(separator: " ")
      let body = String(text[..<comma])
      if isCouncil(council), isBody(body), !isCouncil(body) { return (body, council) }
    }
    return ofCouncil(text) ?? behindCouncil(text) ?? besideCouncil(text)
  }

  /// `Brackenmere Council - Ponds Committee`: a mark stands between the two, either first.
  private static func besideCouncil(_ text: String) -> (body: String, council: String)? {
    let parts = segments(text)
    guard parts.count == 2 else { return nil }
    for (one, other) in [(parts[0], parts[1]), (parts[1], parts[0])]
    where isCouncil(one) && isBody(other) && !isCouncil(other)
      && isDistinct(one.split(separator: " "))
    {
      return (other, one)
    }
    return nil
  }

  /// What stands between the dashes and bars of a line that sets facts beside each other.
  static func segments(_ text: String) -> [String] {
    guard text.utf8.count <= longest else { return [text] }
    var parts: [String] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      if ["-", "\u{2013}", "\u{2014}", "|", "\u{2022}", "//"].contains(word) {
        parts.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(word)
      }
    }
    return (parts + [words.joined(separator: " ")]).filter { !$0.isEmpty }
  }

  /// A body and the council it is said to be of: `Ponds Panel of Brackenmere Council`.
  ///
  /// A council that only has a town's name in it, `Council of the City of Brackenmere`, is none.
  static func ofCouncil(_ text: String) -> (body: String, council: String)? {
    let words = text.split(separator: " ")
    guard words.count >= 4, MatchKey.words(String(words[words.count - 1])) == ["council"] else {
      return nil
    }
    for at in words.indices.dropFirst() where words[at].lowercased() == "of" {
      var rest = words[(at + 1)...]
      if rest.first?.lowercased() == "the" { rest = rest.dropFirst() }
      let council = rest.joined(separator: " ")
      let body = words[..<at].joined(separator: " ")
      guard isDistinct(rest), isCouncil(council),
        rest.allSatisfy({ $0.first?.isLowercase != true || $0.count <= 3 }),
        isBody(body), let last = MatchKey.words(body).last(where: { !$0.allSatisfy(\.isNumber) }),
        last != "council", nouns.contains(last)
      else { continue }
      return (body, council)
    }
    return nil
  }

  /// "Brackenmere City Council Ponds Committee": a page sets the two beside each other.
  private static func behindCouncil(_ text: String) -> (body: String, council: String)? {
    let words = text.split(separator: " ")
    guard (4...14).contains(words.count), !text.utf8.contains(UInt8(ascii: ",")),
      let end = words.indices.first(where: { at in
        let word = words[at].lowercased()
        return word == "council"
          || at > 0 && word == "board" && words[at - 1].lowercased() == "care"
      }), end + 2 < words.count, isDistinct(words[...end])
    else { return nil }
    let rest = words[(end + 1)...]
    let body = rest.joined(separator: " ")
    let joins: Set<Substring> = ["and", "&", "for"]
    guard rest.allSatisfy({ $0.first?.isUppercase == true || joins.contains($0) }),
      let last = MatchKey.words(body).last, nouns.contains(last), isBody(body), !isCouncil(body),
      !rest.contains(where: { ["meeting", "minutes", "agenda"].contains($0.lowercased()) })
    else { return nil }
    return (body, words[...end].joined(separator: " "))
  }

  /// Whether a council's name has a word of its own, as `Parish Council` has none.
  static func isDistinct<Words: Sequence<Substring>>(_ words: Words) -> Bool {
    let kinds: Set<String> = [
      "parish", "town", "city", "county", "district", "borough", "community", "council", "full",
      "the", "metropolitan", "joint", "of", "annual", "special", "regular", "and", "integrated",
      "care", "board", "local", "municipal",
    ]
    return words.contains { !kinds.contains($0.lowercased()) }
  }

  /// Whether a body is an executive one: a Cabinet or an Executive.
  static func isExecutive(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    return words == ["cabinet"] || words == ["executive"] || words == ["the", "cabinet"]
      || words.starts(with: ["cabinet", "of"])
      || words.suffix(1) == ["cabinet"] || words.suffix(2) == ["executive", "committee"]
      || words == ["council", "executive"] || words == ["executive", "board"]
  }

  /// The body a sentence names between a lead such as `meeting of` and what follows a name:
  /// `held at`, `on`, a comma.
  static func inSentence(_ text: String, after lead: String) -> String? {
    guard let start = text.lowercasedRange(of: lead) else { return nil }
    var words: [Substring] = []
    for word in text[start...].split(separator: " ") {
      let plain = word.lowercased()
      let stops: Set<String> = [
        "held", "on", "at", "in", "to", "which", "that", "-", "–", "will", "is", "was", "shall",
        "takes", "for",
      ]
      if stops.contains(plain) { break }
      if words.isEmpty, ["the", "a", "an", "of"].contains(plain) { continue }
      words.append(word)
      if word.hasSuffix(",") || word.hasSuffix(";") || word.hasSuffix(":") {
        let soFar = words.joined(separator: " ")
        if word.hasSuffix(","), !nouns.contains(plain.filter(\.isLetter)) { continue }
        return trimmed(soFar)
      }
    }
    let name = trimmed(words.joined(separator: " "))
    return isBody(name) ? name : nil
  }

  /// The body that a title begins with: the words up to its last body's noun.
  ///
  /// `Ponds Scrutiny Committee Information Requests Tracker` is the Ponds Scrutiny Committee's, and
  /// so is one with a colon between.
  static func leading(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard
      let last = words.prefix(12).lastIndex(where: {
        nouns.contains(trimmed(String($0)).lowercased())
      }),
      last > 0
    else { return nil }
    let name = trimmed(words[...last].joined(separator: " "))
    return isBody(name) && !isCouncil(name) ? name : nil
  }

  /// Whether two names are one body's, letter case and joining words aside.
  static func isSame(_ a: String, _ b: String?) -> Bool {
    guard let b else { return false }
    func folded(_ name: String) -> [String] {
      MatchKey.words(name).filter { !["and", "the", "of"].contains($0) }
    }
    return folded(a) == folded(b)
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ",;:. ".contains(last) { text = text.dropLast() }
    return String(text)
  }
}

extension String {
  /// The index just past the first place where some lower-case words stand, letter case aside.
  func lowercasedRange(of words: String) -> String.Index? { place(of: words)?.upperBound }
}
