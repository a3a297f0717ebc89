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
    if has("requested again") || has("asked again") || has("asked for again")
      || has(" once again for ") || has(" once more for ") || has("ask again for ")
    {
      return .resolution
    }
    if FormerRequest.isOne(bytes, range) { return .resolution }
    // "The minutes, having been circulated to all members, were confirmed."
    if has("having been circulated") || has("having previously been circulated") {
      return .resolution
    }
    if notes.contains(where: { bytes.matches($0, at: range.lower, before: range.upper) }) {
      return .resolution
    }
    // What is referred to others than the executive is decided, whatever goes with it; a report
    // that comes back is business.
    let isReferred =
      bytes.matches("refer the ", at: range.lower, before: range.upper) || has("to refer the ")
    if isReferred, !has(" to the executive"), !has(" to cabinet"), !has(" to the cabinet"),
      !has(" to mayor and cabinet"), !has("recommend to"), !has("be recommended")
    {
      return .resolution
    }
    if comesBack.contains(where: has) { return .resolution }
    if beginsAsRequest(bytes, range) || PostGives.isOne(bytes, range) { return .informationRequest }
    if putsTo(bytes, range) { return .recommendation }
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
    if has("let "), has(" have") || has(" see "),
      RequestWording.isGiven(SpokenWords(bytes, range).plain, from: 0)
    {
      return .informationRequest
    }
    if OfficerTask.isOne(bytes, range) || OfficerTask.isAskedFor(bytes, range) {
      return .informationRequest
    }
    if asksBack.contains(where: has) { return .informationRequest }
    if has("direct") || has("instruct") || has("be requested"), isErrand(bytes, range) {
      return .informationRequest
    }
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

  /// A report that somebody is to bring to a later meeting.
  private static let comesBack: [StaticString] = [
    " bring a report on ", " brings a report on ", " bring a further report ",
    " bring back a report ",
  ]

  /// `Council directed staff to report back on the cost`, `that a report on the lease be requested`.
  private static func isErrand(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let plain = SpokenWords(bytes, range).plain
    if let verb = plain.prefix(6).firstIndex(where: { ["directed", "instructed"].contains($0) }) {
      // "to report back in six months" is a day for the next report.
      return RequestErrand.isOne(plain, behind: verb)
        && plain[verb...].contains {
          $0 == "on" || $0 == "with" || RequestWording.things.contains($0)
        }
    }
    guard let asked = plain.firstIndex(of: "requested"), asked >= 3, plain[asked - 1] == "be",
      asked + 1 == plain.count || plain[asked + 1] != "to" && plain[asked + 1] != "that"
    else { return false }
    let start = plain[0] == "that" ? 1 : 0
    return RequestWording.isThing(plain, at: start)
      || ["a", "an", "further"].contains(plain[start])
        && !RequestWording.unwritten.isDisjoint(with: plain[start..<asked].prefix(6))
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

  /// `RECOMMENDED to the Governing Body that ...`: a name stands between the verb and what is put.
  private static func putsTo(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let leads: [StaticString] = ["recommended to ", "recommends to ", "to recommend to "]
    guard let lead = leads.first(where: { bytes.matches($0, at: range.lower, before: range.upper) })
    else { return false }
    var at = range.lower + lead.utf8CodeUnitCount
    if bytes.matches("the ", at: at, before: range.upper) { at += 4 }
    let window = ByteRange(at, min(range.upper, at + 90))
    return at < range.upper && bytes[at].isUpper && bytes.contains(" that ", in: window)
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
    "recommends to the council", "be a recommendation to", "be made a recommendation to",
    "be put as a recommendation to", "recommendation to council that",
    "recommendation to the council that", "recommendation to cabinet that",
    "recommendation to the cabinet that", "recommendation to the executive that",
    "recommendation to full council that", "be referred to council with a recommendation",
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
