import MattersBlocks
import MattersRecords
import MattersText

/// A line in a report that announces somebody's recommendations: `The review made the following
/// recommendations to the Board:`.
struct RecommendationLead {
  /// Whose they are, by the sentence's subject.
  var madeIn: MadeIn
  /// The subject as printed.
  var madeBy: String?
  /// To whom they are made.
  var addressedTo: String?

  /// Nouns of those who look at a council from outside, and of what they do.
  private static let outside: Set<String> = [
    "review", "reviews", "challenge", "ofsted", "inspector", "inspectors", "inspection", "audit",
    "auditor", "auditors", "ombudsman", "coroner", "peer", "association", "consultant",
    "consultants", "lga", "cqc", "dfe", "hmi", "cspr", "scr", "reviewer", "scrutineer",
    "commissioner",
    "inspectorate", "regulator", "diagnostic",
  ]

  /// How many blocks above a numbered recommendation may tell what it is of.
  private static let reach = 12

  /// The lead that a block is, if its words show whose the recommendations are.
  init?(_ block: Block, before index: Int, in paper: Paper, group: String?) {
    guard paper.ends(block, with: ":"), block.text.count <= 600 else { return nil }
    if !paper.has(block, "recommend") {
      guard let lead = Self.asked(paper.text(block)) else { return nil }
      self = lead
      return
    }
    let sentences = paper.text(block).sentences
    guard let last = sentences.last else { return nil }
    let words = PrintedWords(last)
    guard let verb = words.folded.firstIndex(where: { $0.hasPrefix("recommend") }),
      Self.announces(words.folded)
    else { return nil }
    let subject = words.folded[..<verb]
    let own: Set<String> = ["officers", "officer", "is", "director", "head", "i"]
    guard subject.allSatisfy({ !own.contains($0) }) else { return nil }
    let recommended = words.printed(from: verb)
    addressedTo = Addressee.ofRecommendation(last) ?? Self.body(in: recommended)

    if let group,
      subject.contains("we") || MatchKey.words(group).last.map(subject.contains) ?? false
    {
      madeIn = .scrutinyReport
      madeBy = group
    } else if subject.contains("committee") || subject.contains("scrutiny") {
      madeIn = .minutes
      madeBy = ScrutinyBody.first(in: last)
    } else if let at = subject.firstIndex(where: Self.outside.contains) {
      madeIn = .review
      madeBy = Self.name(endingAt: at, in: words, before: verb)
    } else if subject.contains("its") || subject.contains("their") || subject.contains("they")
      || subject.contains("it") || subject.contains("report")
    {
      // "A peer challenge took place in May. Its report recommended that the council:"
      guard let named = sentences.dropLast().last(where: { Self.outsider(in: $0) != nil }) else {
        return nil
      }
      madeIn = .review
      madeBy = Self.outsider(in: named)
    } else if verb == 0, words.folded.count <= 9, Self.tellsOfReview(before: index, in: paper) {
      // "Recommendations were made in respect of:" under the heading of a review.
      madeIn = .review
      madeBy = nil
    } else {
      return nil
    }
  }

  private init(madeIn: MadeIn, madeBy: String?, addressedTo: String?) {
    (self.madeIn, self.madeBy, self.addressedTo) = (madeIn, madeBy, addressedTo)
  }

  /// `In its peer challenge the Association asked the Council to act on these points:`: an outsider
  /// recommends in other words.
  private static func asked(_ text: String) -> RecommendationLead? {
    guard verbSigns.isIn(text), let last = text.sentences.last, let outsider = outsider(in: last)
    else { return nil }
    let words = MatchKey.words(last)
    guard let verb = words.firstIndex(where: verbs.contains),
      words[verb...].prefix(5).contains(where: {
        ["council", "authority", "committee", "cabinet", "board", "partnership"].contains($0)
      }),
      words[verb...].contains("to") || words[verb...].contains("should")
    else { return nil }
    return RecommendationLead(madeIn: .review, madeBy: outsider, addressedTo: nil)
  }

  private static let verbs: Set<String> = [
    "asked", "advised", "urged", "proposed", "suggested", "told",
  ]
  /// The same, as they stand anywhere in a text.
  private static let verbSigns: SignSet = [
    "asked", "advised", "urged", "proposed", "suggested", "told",
  ]

  /// Whether a sentence says that recommendations follow, and not that there were some.
  private static func announces(_ words: [String]) -> Bool {
    if words.contains("recommended") || words.contains("recommends") || words.contains("recommend")
    {
      return true
    }
    return words.contains("recommendations")
      && !Set(words).isDisjoint(with: [
        "made", "makes", "make", "following", "follows", "were", "are",
      ])
  }

  /// Whether the prose just above speaks of a review from outside.
  static func tellsOfReview(before index: Int, in paper: Paper) -> Bool {
    var at = index
    for _ in 0..<reach {
      guard let previous = paper.previous(before: at) else { return false }
      at = previous
      let block = paper.blocks[at]
      guard block.kind != .row else { return false }
      let words = MatchKey.words(paper.text(block))
      if words.contains("review") || words.contains("ofsted") || words.contains("cspr")
        || words.contains("inspection") || words.contains("ombudsman") || words.contains("audit")
        || words.contains("peer") || words.contains("auditor") || words.contains("auditors")
        || words.contains("inspectors") || words.contains("coroner") || words.contains("regulator")
      {
        return true
      }
    }
    return false
  }

  private static func outsider(in sentence: String) -> String? {
    let words = PrintedWords(sentence)
    guard let at = words.folded.firstIndex(where: outside.contains) else { return nil }
    return name(endingAt: at, in: words, before: words.folded.count)
  }

  /// The name around an outsider's noun: back to an article, on over further such nouns.
  private static func name(endingAt at: Int, in words: PrintedWords, before end: Int) -> String {
    let stops: Set<String> = [
      "a", "an", "the", "by", "of", "in", "from", "and", "this", "that", "s",
    ]
    var start = at
    while start > 0, at - start < 6, !stops.contains(words.folded[start - 1]) { start -= 1 }
    var last = at + 1
    while last < end, outside.contains(words.folded[last]) { last += 1 }
    return words.printed(start..<last)
  }

  /// The last body named in some words: `in respect to the Corporate Parenting Board`.
  private static func body(in text: String) -> String? {
    let nouns: Set<String> = [
      "board", "committee", "cabinet", "council", "partnership", "panel", "executive", "forum",
    ]
    let words = text.split(separator: " ")
    guard
      let end = words.lastIndex(where: {
        $0.first?.isUppercase == true && nouns.contains($0.lowercased().filter(\.isLetter))
      })
    else { return nil }
    var start = end
    while start > 0,
      words[start - 1].first?.isUppercase == true || words[start - 1].lowercased() == "and"
    {
      start -= 1
    }
    if words[start].lowercased() == "and" || words[start].lowercased() == "the" { start += 1 }
    guard start <= end else { return nil }
    return words[start...end].joined(separator: " ").filter { !":,.".contains($0) }
  }
}
