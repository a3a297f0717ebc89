import MattersBlocks
import MattersText

/// A line that says what the words after it are: resolutions, requests, recommendations, actions.
struct Lead {
  /// What the items under a lead are.
  enum Purpose { case resolution, informationRequest, recommendation, action }

  var purpose: Purpose
  /// The decision maker that recommendations are put to, where the lead names one.
  var addressedTo: String?
  /// The words that follow the lead in the same paragraph, if it says all itself.
  var inline: String?

  /// The lead that a block is, if it is one.
  ///
  /// In a report only a line that announces information requests counts: officers retell in prose
  /// what was resolved, and that is not a resolution.
  static func of(_ block: Block, in paper: Paper, inReport: Bool) -> Lead? {
    let isColon = paper.ends(block, with: ":") || paper.ends(block, with: ":-")
    if isColon, announcesRequests(block, in: paper) { return Lead(purpose: .informationRequest) }
    guard !inReport else { return nil }
    if isColon, block.text.count < 400, announcesRecommendations(block, in: paper) {
      return Lead(
        purpose: .recommendation, addressedTo: Addressee.ofRecommendation(paper.text(block)))
    }
    guard let end = Opener.end(of: block, in: paper) else { return nil }
    let rest = paper.clean.bytes.trimmed(ByteRange(end, block.text.upper))
    if rest.count <= 3 || isColon && rest.count < 200 { return Lead(purpose: .resolution) }
    let text = paper.text(rest)
    return Lead(purpose: ItemWording.purpose(of: rest, in: paper), inline: text)
  }

  private static func announcesRequests(_ block: Block, in paper: Paper) -> Bool {
    let phrases: [StaticString] = [
      "information requests be made", "information request be made",
      "following information request", "requests for information",
      "following information be requested", "following information was requested",
      "requested the following information", "following information be provided",
    ]
    return phrases.contains { paper.has(block, $0) }
  }

  private static func announcesRecommendations(_ block: Block, in paper: Paper) -> Bool {
    let phrases: [StaticString] = [
      "recommendations be made", "following recommendations", "be recommended to",
      "be recommended that", "recommends to", "recommend to", "recommends that", "recommended to",
      "be requested to agree", "recommended that", "be recommended",
    ]
    return phrases.contains { paper.has(block, $0) }
  }
}

/// The words with which an operative sentence begins: `RESOLVED that`, `It was resolved that:`.
enum Opener {
  private static let phrases: [StaticString] = [
    "it was resolved unanimously", "it was unanimously resolved", "it was therefore resolved",
    "it was resolved", "the committee resolved", "the cabinet resolved", "cabinet resolved",
    "members resolved", "the panel resolved", "the board resolved", "the council resolved",
    "resolved unanimously", "unanimously resolved", "resolved",
  ]
  /// Openers that count only in capitals or bold, because prose begins so too.
  private static let loudPhrases: [StaticString] = [
    "it was agreed", "agreed", "decision", "recommended", "the committee agreed",
  ]

  /// The offset just past the opener and what joins it to the words after it.
  static func end(of block: Block, in paper: Paper) -> Int? {
    let bytes = paper.clean.bytes
    let start = block.text.lower
    let end = block.text.upper
    var at: Int?
    for phrase in phrases where bytes.matches(phrase, at: start, before: end) {
      at = start + phrase.utf8CodeUnitCount
      break
    }
    if at == nil {
      for phrase in loudPhrases where bytes.matches(phrase, at: start, before: end) {
        let last = start + phrase.utf8CodeUnitCount
        let isLoud = paper.capitalShare(ByteRange(start, last)) > 0.9
        if isLoud || block.style.contains(.bold) || last == end || bytes[last] == 0x3A { at = last }
        break
      }
    }
    guard var at, at == end || !bytes[at].isWordByte else { return nil }
    // What follows the verb: "(unanimously)", "by assent", "that", marks and dashes.
    if at < end - 1, bytes[at] == 0x20, bytes[at + 1] == 0x28 {
      while at < end, bytes[at] != 0x29 { at += 1 }
      if at < end { at += 1 }
    }
    at = skipMarks(bytes, at, end)
    for word: StaticString in ["unanimously", "by assent", "to"]
    where bytes.matches(word, at: at, before: end) && word.utf8CodeUnitCount > 2 {
      at = skipMarks(bytes, at + word.utf8CodeUnitCount, end)
    }
    let rest = ByteRange(at, end)
    // "that:" belongs to the lead; "that the report be noted" keeps its words.
    if rest.count <= 7, bytes.matches("that", at: at, before: end) { return end }
    if bytes.matches("that ", at: at, before: end), bytes[at].isLower { return at + 5 }
    return at
  }

  private static func skipMarks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      if bytes[at].isSpace || bytes[at] == 0x3A || bytes[at] == 0x2D || bytes[at] == 0x2C {
        at += 1
      } else if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
      {
        at += 3
      } else {
        break
      }
    }
    return at
  }
}

/// Tells what a resolved item is from its own words.
enum ItemWording {
  static func purpose(of block: Block, in paper: Paper) -> Lead.Purpose {
    purpose(of: block.text, in: paper)
  }

  static func purpose(of range: ByteRange, in paper: Paper) -> Lead.Purpose {
    let bytes = paper.clean.bytes
    func has(_ phrase: StaticString) -> Bool { bytes.contains(phrase, in: range) }
    if has("information requests") && (has("completed") || has("noted")) { return .resolution }
    let recommends: [StaticString] = [
      "be recommended to", "be recommended that", "recommends to cabinet", "recommends that cabinet",
      "recommend to cabinet", "recommends to the executive", "recommend to the executive",
      "recommends that the cabinet", "recommend that cabinet", "recommend that the cabinet",
      "recommends to the cabinet", "recommend to the cabinet", "recommended to cabinet",
      "recommends to full council", "recommend to full council", "recommends to council",
      "recommended to the cabinet", "recommended to the executive", "recommended to council",
    ]
    if recommends.contains(where: has) { return .recommendation }
    let gives: [StaticString] = [
      "be provided", "be circulated", "be supplied", "be sent", "be shared", "provide", "circulate",
      "be submitted", "supply",
    ]
    let whom: [StaticString] = [
      "to members", "to the committee", "to committee members", "to all members",
      "to the next meeting", "to scrutiny members", "with members", "with the committee",
      "to the panel", "the committee with", "members with",
    ]
    if gives.contains(where: has), whom.contains(where: has) { return .informationRequest }
    return .resolution
  }
}
