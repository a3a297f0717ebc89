import MattersBlocks
import MattersText

/// Finds what was decided in minutes that say so in prose: parish and community councils, area
/// committees and boards print no `RESOLVED`; they tell that something was agreed.
///
/// A sentence is kept whole, since no word of it leads to the decision. What somebody reported,
/// asked or said is told of, and is no decision.
struct ToldDecision {
  /// The words that tell it.
  var words: ByteRange
  /// The sentence after the last that was taken.
  var next: Int

  /// The decision that a block's sentences tell from one of them on, if they do.
  ///
  /// With `quotes` an order to do something keeps the words that lead to it.
  init?(
    _ sentences: [ByteRange], at index: Int, of block: Block, in paper: Paper, quotes: Bool
  ) {
    let reading = TellingReading(
      sentences: sentences, block: block, paper: paper, quotes: quotes)
    guard let found = reading.decision(at: index) else { return nil }
    self = found
  }

  init(words: ByteRange, next: Int) { (self.words, self.next) = (words, next) }
}

/// The reading of a block's sentences for what they tell as decided.
struct TellingReading {
  let sentences: [ByteRange]
  let block: Block
  let paper: Paper
  let quotes: Bool

  var bytes: [UInt8] { paper.clean.bytes }

  func decision(at index: Int) -> ToldDecision? {
    let sentence = sentences[index]
    guard sentence.count <= 1200, Self.stems.contains(where: { bytes.contains($0, in: sentence) }),
      bytes[sentence.upper - 1] != 0x3F
    else { return nil }
    let words = SpokenWords(bytes, sentence, limit: 120).words
    if let found = agreed(words, index) ?? briefly(words, index) { return found }
    guard bytes[sentence.upper - 1] != 0x3A else { return nil }
    if let found = secondedNext(words, index) ?? seconded(words, index) { return found }
    if let found = takenUp(words, index) { return found }
    guard isElection(words) || isPassive(words) || isOfBody(words) || isRecord(words) else {
      return nil
    }
    return ToldDecision(words: upTo(start(of: index), index), next: index + 1)
  }

  /// Where a sentence begins: past the title that a point of a list has before it, `Fence - As ...`.
  private func start(of index: Int) -> Int {
    let sentence = sentences[index]
    guard index == 0 else { return sentence.lower }
    for at in sentence.lower..<min(sentence.upper - 4, sentence.lower + 90)
    where bytes[at] == 0x20 {
      var next = at + 1
      if bytes[next] == 0x2D {
        next += 1
      } else if bytes[next] == 0xE2, bytes[next + 1] == 0x80,
        bytes[next + 2] == 0x93 || bytes[next + 2] == 0x94
      {
        next += 3
      } else {
        continue
      }
      guard next + 1 < sentence.upper, bytes[next] == 0x20, bytes[next + 1].isUpper else {
        continue
      }
      return next + 1
    }
    return sentence.lower
  }

  /// Whether a sentence agrees the record of another meeting.
  ///
  /// `Agreed as a correct record.`
  private func isRecord(_ words: [SpokenWords.Word]) -> Bool {
    guard let first = words.first, words.count <= 12 else { return false }
    return ["agreed", "approved", "confirmed", "accepted", "signed"].contains(first.plain)
      && bytes.contains(
        "record", in: ByteRange(first.range.lower, words[words.count - 1].range.upper))
  }

  private static let stems: [StaticString] = [
    "agreed", "decided", "seconded", "elected", "appointed", "co-opted", "approved",
    "adopted", "accepted", "ratified", "authorised", "confirmed", "noted", "moved", "endorsed",
  ]
  private static let adverbs: Set<String> = [
    "unanimously", "duly", "then", "also", "formally", "therefore", "subsequently", "all", "both",
    "further", "generally", "accordingly",
  ]
  private static let modals: Set<String> = ["would", "should", "will", "shall", "be", "to"]
  /// Words that make what follows them somebody's tale.
  private static let telling: Set<String> = [
    "had", "said", "reported", "advised", "stated", "explained", "informed", "asked", "queried",
    "when", "whether", "if", "although", "because", "previously", "earlier", "last", "previous",
    "hoped", "felt", "commented", "outlined", "referred", "not", "which", "who", "has", "have",
    "never", "once", "until", "unless",
  ]

  private static let reporting: Set<String> = [
    "had", "said", "reported", "advised", "stated", "explained", "informed", "asked", "queried",
    "when", "whether", "if", "previously", "outlined", "where",
  ]

  /// `It was agreed that the surveys would go ahead`: the order, and not an opinion.
  private func agreed(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    for at in words.indices.dropFirst(2)
    where ["agreed", "decided"].contains(words[at].plain) && at + 2 < words.count {
      var subject = at - 1
      while subject > 1, Self.adverbs.contains(words[subject].plain) { subject -= 1 }
      guard words[subject].plain == "was", subject > 0, words[subject - 1].plain == "it",
        !words[..<(subject - 1)].contains(where: { Self.reporting.contains($0.plain) })
          || subject >= 2 && words[subject - 2].plain == "and" && words[at + 1].plain == "to",
        ["that", "to"].contains(words[at + 1].plain) || isByBody(words, at),
        words[(at + 1)...].contains(where: {
          Self.modals.contains($0.plain) || Self.orders.contains($0.plain)
        }),
        !words[(at + 1)...].contains(where: { $0.plain == "apologies" })
      else { continue }
      // "that the fence be mended" is an order by itself, and its lead is left out.
      let rest = words[(at + 2)...].map(\.plain)
      let isTold = rest.contains { ["would", "should", "will", "shall"].contains($0) }
      let isMoved = words[..<subject].contains { Self.movers.contains($0.plain) }
      if words[at + 1].plain == "that", !isTold {
        guard rest.contains("be") || rest.prefix(7).contains(where: Self.orders.contains) else {
          continue
        }
        let start =
          quotes && !isMoved ? words[subject - 1].range.lower : words[at + 2].range.lower
        return ToldDecision(words: upTo(start, index), next: index + 1)
      }
      if words[at + 1].plain == "to", !quotes, words.count < 24 {
        return ToldDecision(words: upTo(words[at + 1].range.lower, index), next: index + 1)
      }
      let start = isMoved ? words[subject - 1].range.lower : start(of: index)
      return ToldDecision(words: upTo(start, index), next: index + 1)
    }
    return nil
  }

  /// Verbs in the form in which something is ordered: `that officers write to the Department`.
  private static let orders: Set<String> = [
    "write", "ask", "arrange", "contact", "invite", "seek", "send", "prepare", "obtain", "purchase",
    "proceed", "draft", "circulate", "liaise", "investigate", "submit", "attend", "respond",
    "make", "provide", "bring", "apply", "request", "instruct", "continue", "remain", "go",
  ]

  /// `agreed by the Board that`.
  private func isByBody(_ words: [SpokenWords.Word], _ at: Int) -> Bool {
    words[at + 1].plain == "by"
      && words[(at + 1)...].prefix(9).contains { $0.plain == "that" || $0.plain == "to" }
  }

  static let movers: Set<String> = [
    "proposed", "moved", "proposal", "proposition", "motion", "prop",
  ]
  /// What is moved elsewhere, in words of its own.
  private static let matters: Set<String> = [
    "motion", "resolved", "recommendations", "recommendation", "following",
  ]
  private static let seconders: Set<String> = ["seconded", "seconding"]

  /// The decision that a proposal and its seconder tell.
  ///
  /// `Cllr Ash proposed, seconded by Cllr Birch, that the letter be sent. Unanimously agreed.`
  private func seconded(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard let mover = words.firstIndex(where: { Self.movers.contains($0.plain) }),
      let seconder = words.firstIndex(where: { Self.seconders.contains($0.plain) }),
      !words[..<min(mover, seconder)].contains(where: { Self.isReported($0) || $0.plain == "that" }
      ),
      // "Proposed by Cllr Ash, seconded by Cllr Birch and agreed." is how something else went.
      ![words[0].plain].contains(where: { $0 == "proposed" || $0 == "moved" || $0 == "seconded" }),
      !(mover <= 2 && words[0].plain.contains(where: \.isNumber)),
      !words.contains(where: { Self.matters.contains($0.plain) }),
      !words.contains(where: { Self.failures.contains($0.plain) || $0.plain == "adjourned" })
    else { return nil }
    var start = sentences[index].lower
    if let that = words[seconder...].prefix(9).firstIndex(where: { $0.plain == "that" }),
      that + 2 < words.count, that <= seconder + 8
    {
      let rest = words[(that + 1)...].map(\.plain)
      if !rest.contains(where: { ["would", "should", "will", "shall"].contains($0) }) {
        start = words[that + 1].range.lower
      }
    }
    guard index + 1 < sentences.count else {
      return ToldDecision(words: upTo(start, index), next: index + 1)
    }
    let next = SpokenWords(bytes, sentences[index + 1], limit: 40).words
    // How it went says whether it was decided; an election tells it in words of its own.
    if next.contains(where: { Self.failures.contains($0.plain) }) {
      return nil
    }
    if isElection(next) {
      return ToldDecision(words: sentences[index + 1], next: index + 2)
    }
    if isAffirmed(next), start == sentences[index].lower {
      return ToldDecision(words: upTo(start, index + 1), next: index + 2)
    }
    return ToldDecision(words: upTo(start, index), next: index + (isAffirmed(next) ? 2 : 1))
  }

  static let failures: Set<String> = [
    "lost", "defeated", "withdrawn", "fell", "negatived", "amendment", "rejected", "failed",
    "deferred", "counter-proposal",
  ]

  private func isAffirmed(_ words: [SpokenWords.Word]) -> Bool {
    words.count <= 8
      && words.contains {
        ["agreed", "favour", "carried", "unanimous", "unanimously", "resolved", "approved", "aye"]
          .contains($0.plain)
      }
  }

  /// `... and was duly elected`, `P. Reed duly appointed`.
  private func isElection(_ words: [SpokenWords.Word]) -> Bool {
    words.indices.dropFirst().contains { at in
      guard
        ["elected", "appointed", "co-opted", "accepted", "re-elected"].contains(words[at].plain),
        !words[..<at].contains(where: { Self.isReported($0) || $0.plain == "that" })
      else { return false }
      if words[at - 1].plain == "duly" { return true }
      // "Cllr Marl was elected unopposed."
      var verb = at - 1
      while verb > 0, Self.adverbs.contains(words[verb].plain) { verb -= 1 }
      return ["was", "were"].contains(words[verb].plain) && words[at].plain != "accepted"
        && PeopleList.title(words[0].plain) != nil
    }
  }

  private static let participles: Set<String> = [
    "approved", "adopted", "ratified", "accepted", "authorised", "confirmed", "agreed", "endorsed",
  ]
  /// What a meeting approves, accepts or notes.
  private static let asides: Set<String> = ["previous", "last"]
  static let papers: Set<String> = [
    "minutes", "accounts", "payments", "payment", "invoices", "cheques", "report", "reports",
    "budget", "precept", "policy", "policies", "statement", "certificate", "quotation", "quote",
    "quotes", "grant", "regulations", "orders", "schedule", "plan", "programme",
    "proposal", "request", "amendment", "list", "expenditure", "donation", "donations", "agenda",
    "terms", "membership", "strategy", "application", "applications", "recommendation",
    "recommendations", "dates", "tender", "estimate", "figures", "audit",
    "appointment", "appointments", "contract", "contracts", "correspondence", "assessment",
    "assessments", "constitution", "log", "tracker", "update", "position", "register", "charter",
    "increase", "purchase", "bills", "transfer",
  ]

  /// `The accounts for payment were approved`, `The certificate was received and noted`.
  private func isPassive(_ words: [SpokenWords.Word]) -> Bool {
    for at in words.indices.dropFirst() {
      let isNoted = words[at].plain == "noted"
      let isMoved =
        words[at].plain == "moved" && at + 2 < words.count && words[at + 1].plain == "as"
        && ["correct", "true", "accurate"].contains(words[at + 2].plain)
      guard isNoted || isMoved || Self.participles.contains(words[at].plain) else { continue }
      guard let verb = words[..<at].lastIndex(where: { ["was", "were"].contains($0.plain) }),
        verb > 0
      else {
        // "Fen Committee and membership ratified for twelve months.": as in a telegram.
        return !isNoted && isTelegram(words, before: at)
      }
      let before = words[..<verb]
      // "These were presented by the chair and approved": more than a word on what was said before.
      let isPaper =
        before.contains { Self.papers.contains($0.plain) }
        || ["these", "this", "they"].contains(words[0].plain) && (words.count >= 7 || isNoted)
      let isOfMinutes = before.prefix(3).contains { $0.plain == "minutes" }
      if isNoted, !before.prefix(4).contains(where: { Self.papers.contains($0.plain) }),
        words[0].plain != "this"
      {
        return false
      }
      guard isPaper, before.count <= 24,
        !before.contains(where: {
          Self.isTelling($0) && !(isOfMinutes && Self.asides.contains($0.plain))
            || $0.plain == "that"
        }),
        !words[verb..<at].contains(where: {
          Self.isTelling($0) || $0.plain == "being" || $0.plain == "that"
        })
      else { return false }
      let next = at + 1 < words.count ? words[at + 1].plain : ""
      if isNoted {
        // "were noted" may follow what was said; a paper that is received and noted is business.
        return next != "that" && next != "by" && words[verb].plain != ""
          && words[..<at].contains { Self.noted.contains($0.plain) }
      }
      if next == "by", !isByOwn(words[(at + 2)...]) { return false }
      let subject = before[0].plain
      return subject != "it" && !(words[at].plain == "agreed" && next == "with")
    }
    return false
  }

  /// Whether what follows "by" is the meeting itself, and no other council.
  private func isByOwn(_ words: ArraySlice<SpokenWords.Word>) -> Bool {
    let agent = words.prefix(4).map(\.plain)
    let others: Set<String> = [
      "county", "borough", "district", "city", "auditor", "auditors", "residents", "government",
    ]
    if agent.contains(where: others.contains) { return false }
    return agent.contains {
      Self.bodies.contains($0) || $0 == "all" || $0.hasPrefix("chair") || $0 == "cllr"
        || $0 == "clerk"
    }
  }

  private static let noted: Set<String> = [
    "minutes", "accounts", "report", "certificate", "correspondence", "statement", "update",
    "formally",
  ]

  private func isTelegram(_ words: [SpokenWords.Word], before at: Int) -> Bool {
    let finite: Set<String> = [
      "is", "are", "was", "were", "has", "had", "have", "been", "be", "will", "would", "that", "to",
    ]
    guard bytes[block.text.upper - 1] == 0x2E else { return false }
    let isSure = ["ratified", "adopted"].contains(words[at].plain)
    let next = at + 1 < words.count ? words[at + 1].plain : ""
    guard isSure || ["as", "by", "for"].contains(next) && words.count >= at + 3 else {
      return false
    }
    return at >= 2 && !words[..<at].contains { finite.contains($0.plain) || Self.isTelling($0) }
  }

  static let bodies: Set<String> = [
    "council", "councillors", "committee", "members", "meeting", "trustees", "directors", "board",
    "we",
  ]
  private static let acts: Set<String> = [
    "authorised", "approved", "adopted", "agreed", "accepted", "ratified", "confirmed", "decided",
    "endorsed",
  ]

  /// `The councillors agreed that the minutes should be signed`, `Council authorised the payment`.
  private func isOfBody(_ words: [SpokenWords.Word]) -> Bool {
    if isAgreedAfterAll(words) || isReceivedAndNoted(words) || isWeighed(words) { return true }
    guard
      let at = words.prefix(6).firstIndex(where: { Self.acts.contains($0.plain) }), at > 0,
      at + 1 < words.count
    else { return false }
    var subject = at - 1
    while subject > 0, Self.adverbs.contains(words[subject].plain) { subject -= 1 }
    guard Self.bodies.contains(words[subject].plain), subject <= 2,
      !words[..<subject].contains(where: { Self.isTelling($0) })
    else { return false }
    // Why somebody was away is accepted at every meeting.
    if words.contains(where: { ["apologies", "reasons", "apology"].contains($0.plain) }) {
      return false
    }
    guard ["agreed", "decided"].contains(words[at].plain) else { return true }
    let rest = words[(at + 1)...].map(\.plain)
    if rest.contains("record"), rest.contains("minutes") { return true }
    return rest.first == "to" || rest.first == "this" || Self.changes.contains(rest.first ?? "")
      || rest.first == "that" && rest.contains { ["should", "would", "be", "will"].contains($0) }
  }

  private static let changes: Set<String> = ["amendments", "changes", "terms", "dates", "actions"]

  static func isTelling(_ word: SpokenWords.Word) -> Bool { telling.contains(word.plain) }

  /// Whether a word makes a proposal part of a report.
  private static func isReported(_ word: SpokenWords.Word) -> Bool {
    [
      "reported", "advised", "previously", "had", "whether", "when", "if", "asked", "indicated",
      "stated",
    ]
    .contains(word.plain)
  }

  private func upTo(_ start: Int, _ index: Int) -> ByteRange {
    ByteRange(start, sentences[index].upper)
  }
}
