import MattersText

/// The wording of the heads of meeting papers: bodies, places, organisations.
enum HeadWording {
  private static let placeNouns: Set<String> = [
    "chamber", "chambers", "room", "rooms", "hall", "house", "centre", "center", "offices",
    "school", "college", "hotel", "theatre", "suite", "teams", "zoom", "library", "church",
    "pavilion", "street", "road", "lane", "virtual", "virtually", "online", "remotely", "building",
    "buildings", "boardroom", "headquarters", "clubhouse", "museum", "court", "academy",
    "videoconference",
  ]
  private static let bodyNouns: Set<String> = [
    "committee", "subcommittee", "cabinet", "council", "board", "panel", "commission", "executive",
    "association", "group", "forum", "partnership", "assembly", "meeting", "minutes",
  ]

  /// Whether a line is a web page's path to itself: `Home > Council and democracy > Minutes`.
  static func isPath(_ text: String) -> Bool {
    [" > ", " \u{BB} ", " \u{203A} ", " \u{2192} "].contains { text.place(of: $0) != nil }
      || text.count <= 120 && text.lowercased().hasPrefix("you are here")
  }

  /// Whether a line is a place: it has a place's noun and does not end as a body's name does.
  static func isPlace(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    guard (1...16).contains(words.count), text.first?.isUppercase == true,
      words.contains(where: placeNouns.contains), let last = words.last, !bodyNouns.contains(last)
    else { return false }
    return !text.hasSuffix(":") && !namesCommittee(words) && !words.contains("minutes")
      && !words.contains("www") && !words.contains("councillor") && !words.contains("tel")
  }

  /// Whether "committee" is said of a body and not of a room.
  private static func namesCommittee(_ words: [String]) -> Bool {
    words.indices.contains {
      words[$0] == "committee"
        && !($0 + 1 < words.count && ["room", "rooms", "suite", "suites"].contains(words[$0 + 1]))
    }
  }

  /// Whether a line names a council or a trust that is not called a council.
  static func isOrganisation(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    guard (2...10).contains(words.count), text.first?.isUppercase == true else { return false }
    let starts = [
      ["london", "borough", "of"], ["royal", "borough", "of"], ["city", "of"], ["borough", "of"],
      ["county", "of"], ["municipality", "of"], ["the", "corporation", "of"], ["township", "of"],
      ["the", "township", "of"], ["town", "of"], ["the", "municipality", "of"],
      ["the", "county", "council", "of"], ["metropolitan", "borough", "of"],
    ]
    if starts.contains(where: { words.starts(with: $0) }) { return true }
    return words.last == "trust" || words.first == "nhs" && words.last == "board"
  }

  /// What may stand before the name of a body and is no part of it.
  private static let adjectives: Set<String> = [
    "the", "a", "an", "regular", "ordinary", "extraordinary", "special", "annual", "monthly",
    "remote", "virtual", "hybrid", "informal", "draft", "minutes", "of", "unconfirmed", "statutory",
  ]
  /// What may stand behind it.
  private static let tails: Set<String> = [
    "meeting", "meetings", "minutes", "agenda", "-", "–", "—", "agm", "annual", "general",
    "ordinary", "monthly", "regular", "extraordinary", "quarterly",
  ]

  /// A body's name without the adjectives and the word "meeting" around it.
  static func body(_ name: String) -> String {
    let bare =
      keepsBrackets(name)
      ? name
      : name.components(parted: [
        " (", " [", " - public", " \u{2013} public", " - part ", " \u{2013} part ", " - private",
      ]) ?? name
    var words = withoutDecisions(bare.isEmpty ? name : bare).split(separator: " ")
    while let first = words.first?.lowercased(), adjectives.contains(first), words.count > 1 {
      words.removeFirst()
    }
    if words.first?.lowercased() == "full", words.count > 2 { words.removeFirst() }
    while let last = words.last?.lowercased(), tails.contains(last), words.count > 1 {
      words.removeLast()
    }
    // "the Finance Committee of the Board" is the Finance Committee.
    let parents: Set<String> = ["board", "council", "authority", "trust"]
    if words.count >= 5, let last = words.last?.lowercased(), parents.contains(last),
      words[words.count - 3].lowercased() == "of", words[words.count - 2].lowercased() == "the",
      ["committee", "panel", "group"].contains(words[words.count - 4].lowercased())
    {
      words.removeLast(3)
    }
    return words.joined(separator: " ")
  }

  /// The body whose meeting a sentence is about.
  static func bodyOfMeeting(_ text: String) -> String? {
    let leads = [
      "meeting of ", "proceedings of ", "minutes of ", "minute of ", "notes of ", "agenda for ",
      "meeting for ", "minutes for ",
      "agenda of ", "decisions of ", "decisions taken by ", "decisions made by ",
    ]
    for lead in leads {
      guard let start = text.lowercasedRange(of: lead) else { continue }
      // "the law allows the proceedings of Council to be recorded" is of no meeting.
      if lead == "proceedings of ", text.utf8.distance(from: text.startIndex, to: start) > 44 {
        continue
      }
      if let name = name(text[start...]) { return ofPrefix(text, name) ?? name }
    }
    if let name = ofGeneralMeeting(text) ?? ofParishMeeting(text) ?? ofSegments(text) {
      return name
    }
    // "Overview Committee: Draft Minutes"
    if text.utf8.count <= 120, let name = text.components(parted: [": "]), BodyName.isBody(name) {
      let kinds: Set<String> = ["draft", "unconfirmed", "approved", "public", "minutes", "agenda"]
      let rest = MatchKey.words(String(text.dropFirst(name.count)))
      if !rest.isEmpty, rest.allSatisfy(kinds.contains) { return body(name) }
    }
    // "Regular Council Meeting Minutes", "PARISH COUNCIL MEETING".
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter(\.isLetter) }
    guard
      let end = plain.firstIndex(where: { $0 == "meeting" || $0 == "minutes" || $0 == "agenda" }),
      end > 0,
      words.count <= 14
    else { return nil }
    let name = body(words[..<end].joined(separator: " "))
    guard DateReader.first(in: name) == nil else { return nil }
    // "Council authorised signing of minutes" is a sentence.
    let joins: Set<String> = ["of", "the", "for", "and", "&", "on", "-", "\u{2013}", "in"]
    guard
      name.split(separator: " ").allSatisfy({
        $0.first?.isLowercase != true || joins.contains(String($0))
      })
    else { return nil }
    return BodyName.isBody(name) && MatchKey.words(name).count <= 9 ? name : nil
  }

  /// The body among facts that stand beside each other, one of them the word for the paper: `Minutes
  /// – Ponds Committee – 5 December 2023`.
  static func ofSegments(_ text: String) -> String? {
    guard text.utf8.count <= 160 else { return nil }
    var parts = BodyName.segments(text)
    if parts.count == 1, let colon = text.place(of: ": ") {
      parts = [String(text[..<colon.lowerBound]), String(text[colon.upperBound...])]
    }
    guard parts.count >= 2, parts.contains(where: isPaperWord) else { return nil }
    let bodies = parts.filter {
      !isPaperWord($0) && BodyName.isBody($0) && DateReader.first(in: $0) == nil
    }
    let named = bodies.filter { !BodyName.isCouncil($0) }
    guard let found = named.first ?? bodies.first, named.count <= 1 else { return nil }
    return body(found)
  }

  /// Whether words are those for a paper, with the day of its meeting or without: `Draft Minutes`,
  /// `Minutes of meeting 5 December 2023`.
  private static func isPaperWord(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    let kinds: Set<String> = ["draft", "unconfirmed", "approved", "confirmed", "public"]
    guard let first = words.first(where: { !kinds.contains($0) }),
      ["minutes", "agenda"].contains(first)
    else { return false }
    let rest = words[(words.firstIndex(of: first) ?? 0)...].dropFirst()
    return rest.isEmpty || words.count <= 9 && DateReader.first(in: text) != nil
  }

  /// The council whose name stands before the words that only say of what kind its meeting is:
  /// `MILLBECK PARISH COUNCIL MINUTES OF THE PARISH COUNCIL MEETING`.
  static func ofPrefix(_ text: String, _ name: String) -> String? {
    guard let at = text.place(of: " minutes of the") else { return nil }
    let council = String(text[..<at.lowerBound])
    return BodyName.isCouncil(council) && BodyName.ends(council, in: name) ? council : nil
  }

  /// Whose annual general meeting it is: any association has one, whatever it calls itself.
  private static func ofGeneralMeeting(_ text: String) -> String? {
    guard let meeting = text.place(of: "general meeting") else { return nil }
    if let start = text.lowercasedRange(of: "general meeting of ") {
      var words: [Substring] = []
      for word in text[start...].split(separator: " ") {
        let plain = word.lowercased()
        if stops.contains(plain) || word.hasPrefix("(") { break }
        if words.isEmpty, plain == "the" { continue }
        guard word.first?.isUppercase == true || ["of", "and", "the", "for", "&"].contains(plain)
        else { break }
        words.append(word)
        if let last = word.last, ",;:.".contains(last) { break }
      }
      let name = trimmed(words.joined(separator: " "))
      return (2...9).contains(words.count) ? name : nil
    }
    guard let minutes = text.place(of: " minutes of the"), minutes.upperBound <= meeting.lowerBound
    else { return nil }
    let before = String(text[..<minutes.lowerBound])
    let name = before.components(parted: [" ("]) ?? before
    let words = name.split(separator: " ")
    return (2...8).contains(words.count) && words.allSatisfy({ $0.first?.isUppercase == true })
      ? name : nil
  }

  /// The meeting of a parish's people, which is no council's: "Harlow Parish Annual Meeting".
  private static func ofParishMeeting(_ text: String) -> String? {
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter(\.isLetter) }
    guard let parish = plain.firstIndex(of: "parish"), !plain.contains("council"),
      let end = plain[parish...].prefix(3).firstIndex(of: "meeting")
    else { return nil }
    let start = plain[..<parish].lastIndex { ["of", "the"].contains($0) }.map { $0 + 1 } ?? 0
    let name = words[start...end].joined(separator: " ")
    return end - start >= 2
      && name.split(separator: " ").allSatisfy {
        $0.first?.isUppercase == true || $0.first?.isNumber == true
      } ? name : nil
  }

  private static let stops: Set<String> = [
    "held", "on", "at", "in", "to", "which", "that", "-", "–", "will", "is", "was", "commencing",
    "took", "convened", "duly", "via", "by", "meeting", "minutes",
  ]

  private static func name(_ text: Substring) -> String? {
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      let plain = word.lowercased()
      if stops.contains(plain), !words.isEmpty || plain == "held" || plain == "on" { break }
      // "Notes of Ponds Panel meeting, Tuesday 5 December"
      if plain == "meeting,", !words.isEmpty { break }
      if words.isEmpty, ["the", "a", "an", "of", "meeting"].contains(plain) { continue }
      // "a meeting of the above Committee": another line names it.
      if words.isEmpty, ["above", "above-named", "said", "following"].contains(plain) {
        return nil
      }
      // "Minutes of Parish Council 22 November 2023": the day is none of the name.
      if !words.isEmpty, plain.first?.isNumber == true,
        DateReader.first(in: String(text[word.startIndex...].prefix(40))) != nil
      {
        break
      }
      // "the Town of Larkmount November 26, 2024", "the Committee (Part A, in public)".
      if !words.isEmpty,
        word.hasPrefix("(")
          || word.first?.isUppercase == true
            && DateReader.first(in: String(text[word.startIndex...].prefix(24))) != nil
            && DateReader.first(in: String(text[word.endIndex...].prefix(24))) == nil
      {
        break
      }
      words.append(word)
      guard let last = word.last, ",;:.(".contains(last) else { continue }
      let bare = plain.filter(\.isLetter)
      if last == ",", !bodyNouns.contains(bare) { continue }
      // "of Larkshire Council, Roads Strategic Policy Committee": the council's committee.
      if last == ",", BodyName.isCouncil(trimmed(words.joined(separator: " "))),
        let own = name(text[word.endIndex...].drop { $0 == " " }), !BodyName.isCouncil(own),
        text[word.endIndex...].dropFirst().hasPrefix(own)
      {
        return own
      }
      break
    }
    var name = body(words.joined(separator: " "))
    while let last = name.last, ",;:. ".contains(last) { name.removeLast() }
    // "the Municipal District of": the line broke in the middle of the name.
    if ["of", "for", "and", "the", "&"].contains(words.last?.lowercased() ?? "") { return nil }
    guard BodyName.isBody(name) else {
      let own = name.split(separator: " ")
      return own.count >= 3 && BodyName.canMeet(own[...]) && !isPlace(name) ? name : nil
    }
    // "meeting held on 3 May" names nobody.
    return MatchKey.words(name).contains {
      bodyNouns.contains($0) && $0 != "meeting" || $0 == "district"
    }
      ? name : nil
  }

  // MARK: - Sentences over several lines

  private static let openWords: Set<String> = [
    "of", "the", "on", "at", "in", "and", "to", "be", "held", "for", "a", "an", "by", "will",
    "municipal", "metropolitan", "&", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Whether a line of a head stops in mid-sentence: a comma, a hyphen or a joining word ends it.
  static func goesOn(_ text: String) -> Bool {
    guard let last = text.last, let word = text.split(separator: " ").last else { return false }
    if ",-".contains(last) { return true }
    if last == ":" { return ["held:", "at:", "in:", "on:", "held"].contains(word.lowercased()) }
    return openWords.contains(word.lowercased())
  }

  /// A head's words without the blank behind a hyphen at which a line was broken.
  static func whole(_ text: String, isWrapped: Bool) -> String {
    guard isWrapped, text.utf8.contains(UInt8(ascii: "-")) else { return text }
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    for at in all.indices {
      if all[at] == 0x20, at >= 2, at + 1 < all.count, all[at - 1] == 0x2D, all[at - 2].isLetter,
        all[at + 1].isUpper
      {
        continue
      }
      bytes.append(all[at])
    }
    return bytes.string(ByteRange(0, bytes.count))
  }

  /// Two lines as one; a hyphen at the break is the name's own.
  static func joined(_ first: String, _ second: String) -> String {
    first.hasSuffix("-") ? first + second : first + " " + second
  }

  // MARK: - Places

  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "commencing",
    "starting", "from", "beginning", "will", "for",
  ]

  /// Where a sentence says that a meeting is held: behind `held at` or `in the`, or behind the time.
  static func place(in text: String) -> String? {
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    let from = plain.firstIndex(of: "held") ?? plain.firstIndex(of: "meeting") ?? 0
    for index in (from + 1)..<max(from + 1, words.count)
    where ["in", "at", "via"].contains(plain[index]) {
      guard index + 1 < words.count, isPlaceWord(words[index + 1], plain[index + 1]) else {
        continue
      }
      var taken: [Substring] = []
      for at in (index + 1)..<words.count {
        let next = at + 1 < words.count ? plain[at + 1] : ""
        if days.contains(plain[at]) { break }
        if plain[at] == "on" || plain[at] == "at",
          days.contains(next) || next.first?.isNumber == true
            || plain[at] == "on" && next == "the"
        {
          break
        }
        if plain[at].first?.isNumber == true, TimeReader.first(in: String(words[at])) != nil {
          break
        }
        if plain[at] == "at", !taken.isEmpty { break }
        taken.append(words[at])
        if words[at].hasSuffix("."), plain[at].count > 2 { break }
      }
      while let last = taken.last?.lowercased(), ["on", "at", "and"].contains(last) {
        taken.removeLast()
      }
      let place = trimmed(taken.joined(separator: " "))
      if place.count >= 3 { return place }
    }
    return behindTime(words, plain)
  }

  /// "at 9.30 am, Lecture Theatre, Fennmarch College".
  private static func behindTime(_ words: [Substring], _ plain: [String]) -> String? {
    guard
      let at = plain.indices.last(where: {
        ["am", "pm", "noon", "hours", "hrs"].contains(plain[$0])
          || plain[$0].first?.isNumber == true
            && (plain[$0].hasSuffix("pm") || plain[$0].hasSuffix("am"))
      }), words[at].hasSuffix(","), at + 1 < words.count
    else { return nil }
    let rest = words[(at + 1)...].joined(separator: " ")
    return rest.first?.isUppercase == true && isPlace(rest) ? trimmed(rest) : nil
  }

  private static func isPlaceWord(_ word: Substring, _ plain: String) -> Bool {
    if ["public", "private", "person", "accordance", "attendance", "respect", "hybrid", "open"]
      .contains(plain)
    {
      return false
    }
    if plain.first?.isNumber == true {
      return !plain.allSatisfy(\.isNumber) ? TimeReader.first(in: String(word)) == nil : false
    }
    return plain == "the" || word.first?.isUppercase == true && !days.contains(plain)
  }

  /// A place without the marks at its end.
  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ",. ;".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
