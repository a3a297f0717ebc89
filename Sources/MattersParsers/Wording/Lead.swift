import MattersBlocks
import MattersText

/// A line that says what the words after it are: resolutions, requests, recommendations, actions.
struct Lead {
  /// What the items under a lead are.
  enum Purpose { case resolution, informationRequest, recommendation, action }

  var purpose: Purpose
  /// The decision maker that recommendations are put to, where the lead names one.
  var addressedTo: String?
  /// The number that the clerk gave to what follows.
  var label: String?

  /// Whether it says no more than `RECOMMENDED`: what names a decision maker is put to that.
  var mayRecommend = false
  /// Whether the paper says `RESOLVED` of what is its own, so that what it recommends is put to others.
  var isPut = false

  /// The lead that a block is, if it is one.
  ///
  /// In a report only a line that announces information requests counts: officers retell in prose
  /// what was resolved, and that is not a resolution.
  static func of(_ block: Block, in paper: Paper, inReport: Bool) -> Lead? {
    let isColon = paper.ends(block, with: ":") || paper.ends(block, with: ":-")
    if isColon || isRequestHeading(block, in: paper), announcesRequests(block, in: paper) {
      return Lead(purpose: .informationRequest)
    }
    guard !inReport else { return nil }
    if isColon, asksFor(block, in: paper) { return Lead(purpose: .informationRequest) }
    if isColon, block.text.count <= 80, let found = heading(block, in: paper) { return found }
    if isColon, let whom = RequestLead.whom(block, in: paper) {
      return Lead(purpose: .informationRequest, addressedTo: whom)
    }
    if block.kind != .item,
      paper.says(block, "actions") || paper.says(block, "action points")
        || paper.says(block, "action") && paper.ends(block, with: ":")
        || paper.says(block, "agreed actions")
    {
      return Lead(purpose: .action)
    }
    if isColon, block.text.count < 400, announcesRecommendations(block, in: paper) {
      return Lead(
        purpose: .recommendation, addressedTo: Addressee.ofRecommendation(paper.text(block)))
    }
    if isColon, DecisionHeading.announces(block, in: paper) { return Lead(purpose: .resolution) }
    return nil
  }

  private static let things: SignSet = ["information", "writing", "written"]
  private static let asks: Set<String> = [
    "requested", "request", "requests", "sought", "required", "supplied", "provided", "asked",
    "wanted", "follow", "outstanding",
  ]

  private static let announcements: SignSet = [
    "information requests be made", "information request be made",
    "following information request", "requests for information",
    "following information be requested", "following information was requested",
    "requested the following information", "following information be provided",
    "following further information", "following additional information",
    "asked to be provided with the following", "asked to be sent the following",
    "asked to see the following", "requested the following be provided",
    "be provided with the following", "be sent the following", "asked for the following",
    "requested the following from", "following be supplied to", "following be provided to",
    "following be sent to", "following be circulated to", "following be made available",
    "following be shared with", "following be given to", "sought the following",
  ]

  /// Whether a short line says no more than that requests follow: `Information requests`, `Requests
  /// made by the Committee`.
  private static func isRequestHeading(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, (8...60).contains(block.text.count),
      paper.has(block, "request") || paper.has(block, "information")
    else { return false }
    let words = MatchKey.words(paper.text(block))
    let known: Set<String> = [
      "information", "request", "requests", "requested", "further", "additional", "for", "made",
      "by", "the", "committee", "panel", "board", "members", "council", "sought", "of", "arising",
      "from", "items", "data",
    ]
    return words.allSatisfy(known.contains)
      && (words.contains { $0 == "information" || $0 == "data" }
        && words.contains { $0.hasPrefix("request") || $0 == "sought" }
        || words.contains("requests") && words.contains("made"))
  }

  private static func announcesRequests(_ block: Block, in paper: Paper) -> Bool {
    let whole: [StaticString] = [
      "information requested", "information requests", "requests for information",
      "further information requested", "information to be provided", "information sought",
      "further information to be provided", "additional information requested",
    ]
    if announcements.isIn(block, of: paper)
      || whole.contains(where: { paper.says(block, $0) }) || isRequestHeading(block, in: paper)
    {
      return true
    }
    // "Further information which members sought:", "To be answered in writing:"
    guard block.text.count <= 90, things.isIn(block, of: paper) else { return false }
    let words = MatchKey.words(paper.text(block))
    return words.contains("information") && !asks.isDisjoint(with: words)
      || words.contains("writing") && words.contains("answered")
      || words.hasRun(["written", "answers"]) || words.hasRun(["written", "responses"])
  }

  /// "The Board asked that:", "Members requested:".
  private static func asksFor(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 90 else { return false }
    let words = MatchKey.words(paper.text(block))
    guard
      let verb = words.firstIndex(where: {
        $0 == "asked" || $0 == "requested" || $0 == "sought"
      }), verb >= 1,
      verb <= 8,
      words.count <= verb + 5 || words.suffix(4).contains("to") && words.count <= verb + 11
        || words.last == "following" && words.count <= verb + 5
        || words.count <= verb + 8 && words[verb + 1] == "that"
    else { return false }
    let bodies: Set<String> = [
      "board", "committee", "members", "panel", "councillors", "council", "group", "subcommittee",
    ]
    guard words[..<verb].contains(where: bodies.contains) else { return false }
    let tail = Array(words[(verb + 1)...])
    let ends: [[String]] = [
      ["to", "be", "provided", "with"], ["to", "be", "sent"], ["to", "see"], ["to", "receive"],
      ["further", "information", "on"], ["further", "details", "of"],
      ["more", "information", "on"],
      ["details", "of"], ["information", "on"], ["to", "be", "given"], ["to", "have"],
    ]
    // "Members asked officers to provide:"
    if let to = tail.lastIndex(of: "to"), (1...6).contains(to), to + 1 < tail.count,
      tail.count - to <= 4,
      ["provide", "supply", "send", "circulate", "share", "confirm"].contains(tail[to + 1])
    {
      return true
    }
    return tail.isEmpty || tail.first == "that" || tail.first == "for"
      || tail == ["the", "following"] || ends.contains(tail)
  }

  private static func announcesRecommendations(_ block: Block, in paper: Paper) -> Bool {
    let phrases: [StaticString] = [
      "recommendations be made", "following recommendation", "be recommended to",
      "be recommended that", "recommends to", "recommend to", "recommends that", "recommended to",
      "be requested to agree", "recommended that", "be recommended",
      "as the committee's recommendations", "as the committee\u{2019}s recommendations",
      "as the panel's recommendations", "put to cabinet as recommendations",
      "as recommendations to", "forwarded to cabinet as", "as a recommendation:",
      "as recommendations:", "recommendations to cabinet are", "recommendations to council are",
      "recommendations to full council are", "recommendations to the executive are",
      "recommendations to the council are", "recommendations to the cabinet are",
      "recommendations to cabinet were", "recommendations to council were",
      "recommendations to full council were", "recommendations to the executive were",
    ]
    // What an earlier sentence says was recommended is not what the colon announces.
    let last = Sentences.split(paper.clean.bytes, block.text).last ?? block.text
    return phrases.contains { paper.clean.bytes.contains($0, in: last) }
  }
}

extension Lead {
  /// What words under the lead are: of another kind than it says where they are plain.
  func purpose(of words: ByteRange, in paper: Paper) -> Purpose {
    if mayRecommend, Recommended.to(paper.text(words)) != nil { return .recommendation }
    return purpose == .resolution ? ItemWording.purpose(of: words, in: paper) : purpose
  }
}
