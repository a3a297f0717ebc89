import MattersRecords
import MattersText

/// A line of a paper's head in which every word tells something: `Ponds Committee Minutes - 3 May
/// 2024, 7 pm, Town Hall`.
///
/// The facts may stand in any order and behind any marks. What they are is told from classes of
/// words: those for a paper and its state, those that join, a body's nouns, a place's. A line with a
/// word that belongs to no class says nothing.
struct HeadLine {
  var role: DocumentRole?
  var body: String?
  var council: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var status: MinutesStatus?
  var type: MeetingType?
  /// Whether it speaks of a meeting or of the paper of one.
  var isOfMeeting = false
  /// Words that no class holds: whose meeting it is, where all else is told.
  private var rest: String?

  init?(_ text: String) {
    guard (4...220).contains(text.utf8.count), !HeadWording.isPath(text) else { return nil }
    let (words, day) = Self.withoutDay(text)
    if text.utf8.last == UInt8(ascii: "."), let last = words.last, last != "|",
      day == nil
        || last.first?.isLowercase == true && !HeadWords.hours.contains(HeadWords.plain(last))
    {
      return nil
    }
    date = day
    // "Roads, Parks and Ponds Committee": a comma may stand in a name.
    var open: Part?
    for part in parts(of: words) {
      let whole = open.map { $0.joined(part) } ?? part
      open = nil
      if take(whole) { continue }
      if whole.endsInComma {
        open = whole
        continue
      }
      guard rest == nil, body == nil, !whole.isPlace, let name = Self.organisation(whole.words)
      else { return nil }
      rest = name
    }
    guard open == nil else { return nil }
    if let rest {
      guard body != nil, role != nil || date != nil else { return nil }
      council = council ?? rest
    }
    let isSaid =
      role != nil || body != nil || council != nil || date != nil || time != nil || place != nil
      || status != nil || isOfMeeting
    guard isSaid else { return nil }
  }

  // MARK: - Parts

  /// Words between two marks, and whether the word before them leads to a place.
  private struct Part {
    var words: [Substring] = []
    var isPlace = false
    var endsInComma = false

    func joined(_ next: Part) -> Part {
      var whole = self
      whole.comma()
      whole.words += next.words
      whole.endsInComma = next.endsInComma
      return whole
    }

    private mutating func comma() {
      guard let last = words.popLast() else { return }
      words.append(last + ",")
    }
  }

  /// The line without its day, a mark where it stood; none of two different days.
  private static func withoutDay(_ text: String) -> (words: [Substring], day: PlainDate?) {
    let bytes = Array(text.utf8)
    var kept = ""
    var from = 0
    var day: PlainDate?
    while let found = DateReader.next(in: bytes, from: from, before: bytes.count) {
      guard let date = found.date, day == nil || day == date else { break }
      kept += bytes.string(ByteRange(from, found.range.lower)) + " | "
      from = found.range.upper
      day = date
    }
    kept += bytes.string(ByteRange(from, bytes.count))
    return (kept.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }), day)
  }

  /// Cuts a line at its marks, at its time of day and at the words that lead to a day or a place.
  private mutating func parts(of words: [Substring]) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    func close(_ parts: inout [Part], _ part: inout Part) {
      if !part.words.isEmpty { parts.append(part) }
      part = Part()
    }
    var at = 0
    while at < words.count {
      var word = words[at]
      if let length = Self.timeLength(words[at...]) {
        time = time ?? TimeReader.first(in: words[at..<at + length].joined(separator: " "))
        close(&parts, &part)
        at += length
        continue
      }
      at += 1
      if word.first == "(" || word.first == "[" {
        close(&parts, &part)
        word = word.dropFirst()
      }
      let plain = word.lowercased()
      if HeadWords.marks.contains(plain) {
        close(&parts, &part)
        continue
      }
      let isLead =
        HeadWords.leads.contains(plain)
        || plain == "in"
          && (part.words.isEmpty
            || part.words.last.map { HeadWords.held.contains($0.lowercased()) } ?? false)
      if isLead {
        let own = part.words.isEmpty && parts.isEmpty
        close(&parts, &part)
        part.isPlace = plain == "at" || plain == "in" || plain == "via" || own && plain == "venue"
        continue
      }
      var end = word
      while let last = end.last, ",;:)]".contains(last) || last == "." && end.count > 3 {
        end = end.dropLast()
      }
      if !end.isEmpty { part.words.append(end) }
      if end.count < word.count {
        let isPlace = part.isPlace && word.last == ","
        part.endsInComma = word.last == ","
        close(&parts, &part)
        part.isPlace = isPlace
      }
    }
    close(&parts, &part)
    return parts
  }

  /// How many words a time of day takes that begins some words, with the end of it where one is told.
  static func timeLength(_ words: ArraySlice<Substring>) -> Int? {
    guard let first = words.first?.drop(while: { $0 == "(" }), first.first?.isNumber == true else {
      return nil
    }
    let next = words.dropFirst().first ?? ""
    // "1. 4.30 pm": the time is another word's.
    let isHalved = HeadWords.hours.contains(HeadWords.plain(next).filter(\.isLetter))
    guard
      TimeReader.first(in: String(first)) != nil
        || isHalved && TimeReader.first(in: String(first) + " " + next) != nil
        || next.first?.isLetter == true && TimeReader.first(in: first + " x") != nil
    else { return nil }
    var count = 1
    for word in words.dropFirst() {
      let plain = word.lowercased().filter { $0.isLetter || $0.isNumber }
      let isMark = ["-", "\u{2013}", "to", "until"].contains(word.lowercased())
      let isTime =
        HeadWords.hours.contains(plain.filter(\.isLetter))
        || word.first?.isNumber == true && TimeReader.first(in: String(word)) != nil
      guard isMark || isTime else { break }
      count += 1
    }
    while count > 1, let last = words.prefix(count).last,
      ["-", "\u{2013}", "to", "until"].contains(last.lowercased())
    {
      count -= 1
    }
    return count
  }

  /// The name of an organisation that has no noun of one: `Millbrook ICB`, `Weir Homes Ltd`.
  private static func organisation(_ words: [Substring]) -> String? {
    let isName = words.allSatisfy {
      $0.first?.isUppercase == true || HeadWords.joins.contains(String($0))
    }
    let last = words.last.map { HeadWords.plain($0) } ?? ""
    guard isName, (1...6).contains(words.count),
      HeadWords.organisations.contains(last)
        || words.contains(where: { HeadWords.organisations.contains(HeadWords.plain($0)) })
    else { return nil }
    return words.joined(separator: " ")
  }

  // MARK: - What a part is

  /// Takes what some words tell; whether they tell anything.
  private mutating func take(_ part: Part) -> Bool {
    var words = part.words[...]
    if part.isPlace, takePlace(words) { return true }
    words = strippedFront(words)
    words = strippedBack(words)
    guard !words.isEmpty else { return true }
    let text = words.joined(separator: " ")
    let isTitle = words.allSatisfy {
      $0.first?.isLowercase != true || HeadWords.joins.contains(String($0))
    }
    guard isTitle, words.count <= 14 else { return false }
    if words.allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "/" } && $0.utf8.count <= 4 }) {
      return true
    }
    if let parted = BodyName.parted(text) {
      council = council ?? parted.council
      return name(parted.body)
    }
    if BodyName.isCouncil(text) || HeadWording.isOrganisation(text) {
      council = council ?? text
      return true
    }
    if BodyName.canMeet(words) { return name(HeadWording.body(text)) }
    return takePlace(words)
  }

  /// Takes a body's name; a second one is the same or a fuller one.
  private mutating func name(_ found: String) -> Bool {
    guard let own = body else {
      body = found
      return true
    }
    if BodyName.isSame(own, found) || BodyName.shortens(found, own) { return true }
    if BodyName.shortens(own, found) {
      body = found
      return true
    }
    return false
  }

  private mutating func takePlace(_ words: ArraySlice<Substring>) -> Bool {
    var words = words
    while let first = words.first?.lowercased(), ["at", "in", "venue", "on"].contains(first) {
      words = words.dropFirst()
    }
    let text = HeadWording.trimmed(words.joined(separator: " "))
    let isTitle = words.allSatisfy {
      $0.first?.isLowercase != true || HeadWords.joins.contains(String($0))
    }
    let bare = text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
    guard isTitle, (1...12).contains(words.count) else { return false }
    if let own = place {
      // What stands behind a place is its address.
      guard words.count <= 5 else { return false }
      place = own + ", " + text
      return true
    }
    guard HeadWording.isPlace(bare), !BodyName.canMeet(words) else { return false }
    place = text
    return true
  }

  /// The words behind those for the paper, its state and its meeting.
  private mutating func strippedFront(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    var words = words
    while let first = words.first {
      let plain = HeadWords.plain(first)
      let isKind = HeadWords.kinds.contains(plain)
      if isKind {
        // "Special Projects Committee" keeps what "Special Meeting of" does not.
        let next = words.dropFirst().first { !HeadWords.kinds.contains(HeadWords.plain($0)) }
        if let next, !HeadWords.behindKind.contains(HeadWords.plain(next)) { break }
      }
      guard isKind || HeadWords.front.contains(plain) else { break }
      note(plain)
      words = words.dropFirst()
    }
    return words
  }

  /// The words before those for the paper, its state and its meeting.
  private mutating func strippedBack(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    var words = words
    while let last = words.last {
      let plain = HeadWords.plain(last)
      guard
        HeadWords.kinds.contains(plain) || HeadWords.front.contains(plain)
          || HeadWords.back.contains(plain)
          || words.count > 1 && plain.count <= 2
            && words.dropLast().last.map({ HeadWords.plain($0) == "part" }) ?? false
      else { break }
      note(plain)
      words = words.dropLast()
    }
    return words
  }

  /// Takes what a word for a paper says of it.
  private mutating func note(_ word: String) {
    if HeadWords.minutes.contains(word) { role = .minutes }
    if HeadWords.agendas.contains(word), role == nil { role = .agenda }
    if HeadWords.drafts.contains(word) { status = .draft }
    if HeadWords.confirmed.contains(word), status == nil { status = .confirmed }
    if word.hasPrefix("meeting") { isOfMeeting = true }
    switch word {
    case "extraordinary", "special", "emergency": type = .extraordinary
    case "informal": type = .informal
    case "ordinary": type = type ?? .ordinary
    case "decision", "decisions": role = role ?? .minutes
    default: break
    }
  }
}

/// The words that heads of papers have around their facts, by class.
enum HeadWords {
  /// A word in the form in which it is looked up.
  static func plain(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  static let minutes: Set<String> = [
    "minutes", "minute", "notes", "note", "proceedings", "cofnodion", "miontuairiscí",
    "miontuairisci",
  ]
  static let agendas: Set<String> = ["agenda", "summons", "rhaglen", "clár", "agendas"]
  static let drafts: Set<String> = [
    "draft", "unconfirmed", "unapproved", "unratified", "unadopted", "drafft",
  ]
  static let confirmed: Set<String> = ["confirmed", "approved", "ratified", "adopted"]

  /// Marks that part one fact from the next.
  static let marks: Set<String> = [
    "-", "\u{2013}", "\u{2014}", "|", "\u{2022}", "//", "/", "~", "*", ":", "\u{B7}",
  ]
  /// Words that part a fact from the one they lead to.
  static let leads: Set<String> = ["held", "at", "on", "via", "convened", "commencing", "starting"]
  static let held: Set<String> = ["held", "meeting", "convened", "meetings", "place"]
  /// Words of a time of day behind its figures.
  static let hours: Set<String> = [
    "am", "pm", "noon", "midday", "hrs", "hours", "gmt", "bst", "prompt", "sharp",
  ]
  /// Words that join the words of a name.
  static let joins: Set<String> = ["of", "and", "the", "for", "&", "in", "with", "to", "on", "a"]

  /// Words that may stand before a name and are no part of it.
  static let front: Set<String> = minutes.union(agendas).union(drafts).union(confirmed).union([
    "meeting", "meetings", "of", "the", "a", "an", "and", "for", "from", "record", "report", "copy",
    "notice", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "date", "time", "venue",
    "dated", "subject", "by", "sheet", "taken", "made", "list",
  ])
  /// Words of which kind a meeting is; before a name they are its own, before "meeting" they are not.
  static let kinds: Set<String> = [
    "public", "private", "open", "closed", "regular", "ordinary", "extraordinary", "special",
    "annual", "monthly", "quarterly", "informal", "emergency", "virtual", "hybrid", "remote",
    "online", "statutory", "scheduled", "inaugural", "adjourned", "reconvened", "formal", "final",
    "full", "next", "decision", "decisions", "action",
  ]
  /// What stands behind the kind of a meeting where it is no name's first word.
  static let behindKind: Set<String> = minutes.union(agendas).union([
    "meeting", "meetings", "of", "session", "council", "held", "notice", "sheet", "record", "taken",
    "made", "by", "list",
  ])
  /// Words that may stand behind a name and are no part of it.
  static let back: Set<String> = [
    "session", "in", "held", "to", "be", "will", "is", "was", "at", "on", "papers", "pack", "part",
    "business", "sheet", "front", "person", "starting", "commencing", "start", "commenced", "began",
    "via", "which", "place", "took", "notice", "location", "page", "pages", "hybrid", "starts",
    "finish", "published", "attached", "today", "approval", "confirmation", "ratification",
    "amendment",
  ]
  /// Words in the names of those whose bodies meet.
  static let organisations: Set<String> = [
    "icb", "nhs", "ltd", "limited", "homes", "housing", "school", "schools", "academy", "college",
    "trust", "association", "federation", "service", "services", "partnership", "authority",
    "hospital", "hospitals", "university", "police", "fire", "district", "districts", "group",
    "cic", "llp", "society", "park", "region", "ccg",
  ]
}
