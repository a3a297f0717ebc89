import MattersBlocks
import MattersText

/// Tells what a resolved item is from its own words.
enum ItemWording {
  static func purpose(of block: Block, in paper: Paper) -> Lead.Purpose {
    purpose(of: block.text, in: paper)
  }

  static func purpose(of range: ByteRange, in paper: Paper) -> Lead.Purpose {
    let bytes = paper.clean.bytes
    func has(_ phrase: StaticString) -> Bool { bytes.contains(phrase, in: range) }
    if has("information requests") && (has("completed") || has("noted")) { return .resolution }
    // It asks for nothing new: the former request goes on.
    if has("requested again") || has("asked again") || has("asked for again") {
      return .resolution
    }
    // "The minutes, having been circulated to all members, were confirmed."
    if has("having been circulated") || has("having previously been circulated") {
      return .resolution
    }
    if notes.contains(where: { bytes.matches($0, at: range.lower, before: range.upper) }) {
      return .resolution
    }
    if beginsAsRequest(bytes, range) { return .informationRequest }
    if bytes.matches("recommend that ", at: range.lower, before: range.upper)
      || bytes.matches("to recommend that ", at: range.lower, before: range.upper)
    {
      return .recommendation
    }
    if asked.contains(where: has), things.contains(where: has), !has(" be recommended") {
      return .informationRequest
    }
    if asksForThing(bytes, range) { return .informationRequest }
    if recommends.contains(where: has) || recommendsTo(bytes, range) { return .recommendation }
    if providing.contains(where: has), whom.contains(where: has) { return .informationRequest }
    if asksDecisionMaker(bytes, range) { return .recommendation }
    if gives.contains(where: has), whom.contains(where: has) { return .informationRequest }
    if has("let "), has(" have"), RequestWording.isGiven(SpokenWords(bytes, range).plain, from: 0) {
      return .informationRequest
    }
    if OfficerTask.isOne(bytes, range) || OfficerTask.isAskedFor(bytes, range) {
      return .informationRequest
    }
    if asksBack.contains(where: has) { return .informationRequest }
    if asksFor.contains(where: has) || has("ask") || has("request"),
      RequestWording.asks(bytes.string(range), named: asksFor.contains(where: has))
    {
      return .informationRequest
    }
    if asks.contains(where: has), things.contains(where: has), !has("be brought") {
      return .informationRequest
    }
    if takes.contains(where: has) { return .informationRequest }
    // "to request that the Head of Ponds circulate the survey"
    if has(" circulate "), has("request that ") || has("requests that ") || has("requested that ") {
      return .informationRequest
    }
    return .resolution
  }

  /// What is only noted asks for nothing: `to note that the Head would send members the list`.
  private static let notes: [StaticString] = [
    "noted that ", "to note that ", "note that ", "notes that ", "that it be noted that ",
  ]

  /// `Request the uptake of meals in each ward`: the thing stands right behind the verb, and nobody
  /// is asked to do anything.
  private static func beginsAsRequest(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let leads: [StaticString] = ["request the ", "to request the ", "request a ", "to request a "]
    guard leads.contains(where: { bytes.matches($0, at: range.lower, before: range.upper) }) else {
      return false
    }
    let plain = SpokenWords(bytes, range).words.map(\.plain)
    let start = plain.first == "to" ? 2 : 1
    guard plain.count <= 40, start + 2 < plain.count,
      !plain[start...].contains(where: { ["to", "be", "that", "report", "meeting"].contains($0) })
    else { return false }
    return plain[(start + 1)...].prefix(6).contains { ["of", "for", "on", "by"].contains($0) }
  }

  /// `to recommend the standard to the Board`: whom it is put to stands behind what is put.
  private static func recommendsTo(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard let at = bytes.firstIndex(of: "to recommend ", in: range) else { return false }
    let rest = ByteRange(at, range.upper)
    let makers: [StaticString] = [
      " to the board", " to the council", " to cabinet", " to the cabinet", " to the executive",
      " to full council", " to the trustees", " to council", " to the parent committee",
    ]
    return makers.contains { bytes.contains($0, in: rest) }
  }

  /// Whether words that end in a colon ask for what stands below them.
  static func opensRequests(_ range: ByteRange, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    if opening.contains(where: { bytes.contains($0, in: range) }) { return true }
    return bytes.contains(" let ", in: range) && bytes.contains(" have", in: range)
  }

  /// Words that ask somebody to give something: "the Trust be requested to supply its plan".
  private static let providing: [StaticString] = [
    "be asked to provide", "be requested to provide", "be requested to supply",
    "be asked to supply", "be asked to circulate", "be requested to circulate", "be asked to send",
    "be requested to send",
  ]
  private static let opening: [StaticString] = [
    "be asked to provide", "be requested to provide", "be requested to supply", "be sent",
    "be asked to supply", "be asked to circulate", "be requested to circulate", "be asked for",
    "be asked to send", "be requested to send", "be provided with", "be supplied with",
    "be furnished with", "be asked to share", "be requested to share", "be given the following",
  ]

  private static let recommends: [StaticString] = [
    "be recommended to", "be recommended that", "recommends to cabinet", "recommends that cabinet",
    "recommend to cabinet", "recommends to the executive", "recommend to the executive",
    "recommends that the cabinet", "recommend that cabinet", "recommend that the cabinet",
    "recommends to the cabinet", "recommend to the cabinet", "recommended to cabinet",
    "recommends to full council", "recommend to full council", "recommends to council",
    "recommended to the cabinet", "recommended to the executive", "recommended to council",
    "recommended to full council", "recommend to council", "with the recommendation that",
    "recommended that the", "recommends that the executive", "recommend that the executive",
    "recommending that", "recommend to the council that", "recommend to the full council",
    "recommends to the council",
  ]
  private static let gives: [StaticString] = [
    "be provided", "be circulated", "be supplied", "be sent", "be shared", "provide", "circulate",
    "be submitted", "supply", "be forwarded", "be emailed", "be issued", "be e-mailed",
    "be made available",
  ]
  private static let whom: [StaticString] = [
    "to members", "to the committee", "to committee members", "to all members",
    "to all committee members", "to board members", "to all board", "to partner members",
    "to the next meeting", "to scrutiny members", "with members", "with the committee",
    "to the panel", "the committee with", "members with", "to the board", "to the sub-committee",
    "the panel with", "the board with", "provide members", "to councillors", "to the next ordinary",
    "provide a list", "provide a breakdown", "provide figures", "provide details",
    "provide a written",
  ]
  private static let takes: [StaticString] = [
    "members be shown", "members be sent", "members be given", "members be provided",
    "members be supplied", "members be furnished", "members be informed of",
    "members be told", "committee be shown", "committee be sent", "committee be provided",
    "committee be supplied", "panel be sent", "panel be provided", "panel be supplied",
    "board be provided", "board be sent", "councillors be sent", "councillors be provided",
    "asked for the number", "asked for details", "asked for figures", "asked for a breakdown",
    "asked for a list", "asked for a copy", "asked for a note", "asked for the cost",
    "asks for details", "asks for figures", "asks for a breakdown", "asks for a list",
    "asks for a copy", "asks for the number", "to ask for details", "to ask for figures",
    "to ask for a breakdown", "to ask for the number", "to ask for a list",
  ]
  /// What turns on whether the thing can be sent: a list, not a litter bin.
  private static let asksFor: [StaticString] = [
    "be asked to provide", "be requested to provide", "be requested to supply",
    "be asked to supply", "be asked to circulate", "be requested to circulate", "be asked for a ",
    "be asked for the ", "be invited to provide", "be asked to send", "be requested to send",
  ]
  private static let asksBack: [StaticString] = [
    "be asked for a report", "be asked for details", "be asked for figures", "be brought back",
    "requests further information", "requested further information", "request further information",
  ]
  /// "asks the Executive to provide a report on ...": what is asked for is to be read.
  private static let asked: [StaticString] = [
    "to provide a report", "to provide details", "to provide a breakdown", "to provide figures",
    "to provide information", "to supply a ", "to provide a list", "to request details",
    "to provide an update", "to ask when ", "to ask how ", "to ask what ", "to ask if ",
  ]
  private static let asks: [StaticString] = [
    "requests a", "requested a", "request a", "requests the", "requested the", "requests that",
    "request that", "requested that", "to request from", "be directed to report back",
    "requested from", "requests from",
  ]
  private static let things: [StaticString] = [
    " note ", " note on", "cost of", " bill", "number of", "costs of", "information on",
    "report on", "report to the", "report back", "breakdown", "figures",
    "briefing", "list of", "copy of", "details of", "written response", "data on", "analysis of",
    "update on", "statistics", "table of", "table showing", "map of", "map showing", "estimate of",
    "schedule of",
  ]

  /// "the Trust be requested to provide the number of ...": what is to be given can be sent, whoever
  /// is asked.
  private static func asksForThing(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    for phrase in asksFor {
      guard let at = bytes.firstIndex(of: phrase, in: range) else { continue }
      let start = at + phrase.utf8CodeUnitCount
      let words = bytes.string(ByteRange(start, min(range.upper, start + 120)))
      return RequestWording.isThing(MatchKey.words(words), at: 0)
    }
    return false
  }

  /// "Cabinet be asked to", "the Executive be urged to", "to ask the Executive to": a decision
  /// maker is asked to do something.
  private static func asksDecisionMaker(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    Asking.maker(bytes, range) != nil
  }
}

/// Finds the decision maker that words ask to do something.
enum Asking {
  private static let passives: [StaticString] = [
    " be asked to ", " be requested to ", " be urged to ", " be invited to ", " be called on to ",
    " be encouraged to ", " be called upon to ", " be asked that ", " be pressed to ",
    " be advised that ", " be recommended to ", " be recommended that ",
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

  private static let nouns: Set<String> = [
    "cabinet", "executive", "commissioner", "mayor", "icb", "icp", "ccg", "opcc", "ofwat", "ofsted",
    "trust",
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
    var words = text.split(separator: " ").prefix(4)
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
