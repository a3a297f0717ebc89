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
    if let found = noted(words, index) { return found }
    if let found = agreed(words, index) ?? briefly(words, index) { return found }
    guard bytes[sentence.upper - 1] != 0x3A else { return nil }
    if let found = secondedBehind(words, index) { return found }
    if let found = secondedNext(words, index) ?? seconded(words, index) { return found }
    if let found = takenUp(words, index) { return found }
    guard
      isElection(words) || isPassive(words) || isAllApproved(words) || isOfBody(words)
        || isRecord(words)
    else {
      return nil
    }
    return ToldDecision(words: upTo(start(of: index), index), next: index + 1)
  }

  /// Where a sentence begins: past the title that a point of a list has before it, `Fence - As ...`.
  private func start(of index: Int) -> Int {
    let sentence = sentences[index]
    if let opener = behindTitle(sentence) { return opener }
    guard index == 0 else { return sentence.lower }
    // "Spring fair: It was agreed to ..."
    if let colon = bytes[sentence.lower..<min(sentence.upper, sentence.lower + 70)].firstIndex(
      of: 0x3A), colon + 5 < sentence.upper,
      bytes.matches(" it ", at: colon + 1, before: sentence.upper)
    {
      return colon + 2
    }
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

  /// Where a sentence begins behind a title that no mark ends.
  ///
  /// `Balances and Reconciliation The accounts were approved.`
  private func behindTitle(_ sentence: ByteRange) -> Int? {
    let words = SpokenWords(bytes, sentence, limit: 40).words
    for at in words.indices.dropFirst(2).dropLast(2)
    where Self.openers.contains(words[at].plain) && words[at].isCapital {
      let before = words[at - 1]
      guard before.isCapital || before.plain.allSatisfy(\.isNumber), !before.endsClause,
        !words[..<at].contains(where: { Self.finite.contains($0.plain) }),
        words[(at + 1)...].contains(where: { Self.finite.contains($0.plain) })
      else { continue }
      return words[at].range.lower
    }
    return nil
  }

  /// Words with which a sentence may begin, and which in a title have no capital or stand at its head.
  private static let openers: Set<String> = [
    "it", "the", "this", "these", "members", "councillors",
  ]
  private static let finite: Set<String> = [
    "was", "were", "is", "are", "has", "had", "have", "would", "will", "agreed", "resolved", "said",
    "asked", "reported", "decided",
  ]

  /// What a clerk notes in two or three words, at the end of a sentence or alone.
  private func noted(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard let last = words.last else { return nil }
    var start = words.startIndex
    // Behind the last colon or dash.
    for at in words.indices.dropFirst() {
      let gap = bytes[words[at - 1].range.upper..<words[at].range.lower]
      let isDash = gap.count >= 3 && gap.contains { $0 == 0x2D || $0 == 0x93 || $0 == 0x94 }
      if isDash || gap.first == 0x3A { start = at }
    }
    let brief = BriefDecision(words: words[start...], isSetOff: start > words.startIndex)
    let window = ByteRange(max(block.text.lower, last.range.upper - 900), last.range.upper)
    let isOfPlanning = Self.planning.contains { bytes.contains($0, in: window) }
    guard brief.isOne(ofPlanning: isOfPlanning),
      start == 0 || !bytes.contains("decision", in: sentences[index])
    else { return nil }
    return ToldDecision(
      words: ByteRange(words[start].range.lower, sentences[index].upper), next: index + 1)
  }

  private static let planning: [StaticString] = ["planning", "application", "decision", "appeal"]

  /// Whether a sentence agrees the record of another meeting.
  ///
  /// `Agreed as a correct record.`
  private func isRecord(_ words: [SpokenWords.Word]) -> Bool {
    guard let first = words.first, words.count <= 12 else { return false }
    let whole = ByteRange(first.range.lower, words[words.count - 1].range.upper)
    return ["agreed", "approved", "confirmed", "accepted", "signed"].contains(first.plain)
      && (bytes.contains("record", in: whole) || bytes.contains(" as correct", in: whole))
  }

  private static let stems: [StaticString] = [
    "agreed", "decided", "seconded", "elected", "appointed", "co-opted", "approved",
    "adopted", "accepted", "ratified", "authorised", "confirmed", "noted", "moved", "endorsed",
    "deferred", "objection", "recommended", "comment", "directed",
  ]
  static let adverbs: Set<String> = [
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
    "when", "whether", "if", "previously", "outlined", "where", "pointed", "reminded", "recalled",
    "last",
  ]

  /// `It was agreed that the surveys would go ahead`: the order, and not an opinion.
  private func agreed(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    for at in words.indices.dropFirst(2)
    where ["agreed", "decided"].contains(words[at].plain) && at + 2 < words.count {
      var subject = at - 1
      while subject > 1, Self.adverbs.contains(words[subject].plain) { subject -= 1 }
      guard words[subject].plain == "was", subject > 0, words[subject - 1].plain == "it",
        !words[..<(subject - 1)].contains(where: { Self.reporting.contains($0.plain) })
          || subject >= 2 && words[subject - 2].plain == "and",
        ["that", "to"].contains(words[at + 1].plain) || isByBody(words, at)
          || afterMovers(words, at) != nil
          || words[at + 1].plain == "the"
            && words[(at + 2)...].prefix(14).contains(where: { $0.plain == "would" }),
        words[(at + 1)...].contains(where: {
          Self.modals.contains($0.plain) || Self.orders.contains($0.plain)
        }) || isOrdered(words, at + 2),
        !words[(at + 1)...].contains(where: { $0.plain == "apologies" })
      else { continue }
      // "It was agreed, on the proposal of Alderman Ash, seconded by Councillor Birch, to write":
      // who moved is no part of it.
      if let order = afterMovers(words, at) {
        let start = words[order].plain == "that" ? order + 1 : order
        guard start < words.count else { continue }
        return ToldDecision(words: upTo(words[start].range.lower, index), next: index + 1)
      }
      // "that the fence be mended" is an order by itself, and its lead is left out.
      let rest = words[(at + 2)...].map(\.plain)
      let isTold = rest.contains { ["would", "should", "will", "shall"].contains($0) }
      let isMoved = words[..<subject].contains { Self.movers.contains($0.plain) }
      if words[at + 1].plain == "that", !isTold {
        guard
          rest.contains("be") || rest.prefix(7).contains(where: Self.orders.contains)
            || isOrdered(words, at + 2)
        else { continue }
        let start =
          quotes && !isMoved ? words[subject - 1].range.lower : words[at + 2].range.lower
        return ToldDecision(words: upTo(start, index), next: index + 1)
      }
      // "After some discussion it was agreed to ...": the debate is no part of it.
      let isLed = words[..<(subject - 1)].isOfDiscussion
      let start =
        isLed
        ? words[quotes || words[at + 1].plain != "to" ? subject - 1 : at + 1].range.lower
        : isMoved
          ? words[words[at + 1].plain == "to" ? at + 2 : subject - 1].range.lower
          : start(of: index)
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

  /// Whether somebody named is told to do something: `that the Clerk approach the owner`, where the verb
  /// has no ending.
  private func isOrdered(_ words: [SpokenWords.Word], _ start: Int) -> Bool {
    var at = start
    while at < words.count, ["the", "a", "both"].contains(words[at].plain) { at += 1 }
    let first = at
    while at < words.count, at - first < 7,
      words[at].isCapital || at > first && ["of", "and", "for"].contains(words[at].plain)
    {
      at += 1
    }
    guard at > first, at + 1 < words.count, !words[at - 1].endsClause else { return false }
    let verb = words[at].plain
    let never: Set<String> = [
      "was", "were", "is", "had", "has", "would", "should", "could", "did", "does", "still", "who",
      "and", "in", "on", "at", "to", "with", "by", "from", "as",
    ]
    return verb.count >= 3 && !never.contains(verb) && !verb.hasSuffix("ed") && !verb.hasSuffix("s")
  }

  /// Where `that` or `to` stands behind those who moved and seconded, who stand behind the verb.
  private func afterMovers(_ words: [SpokenWords.Word], _ at: Int) -> Int? {
    guard words[at + 1].plain == "on",
      words[at...].prefix(7).contains(where: {
        Self.movers.contains($0.plain)
      }),
      let seconder = words[at...].prefix(24).firstIndex(where: {
        Self.seconders.contains($0.plain)
      })
    else { return nil }
    return words.indices[seconder...].prefix(12).first { index in
      ["that", "to"].contains(words[index].plain) && words[index - 1].endsClause
    }
  }

  /// `agreed by the Board that`.
  private func isByBody(_ words: [SpokenWords.Word], _ at: Int) -> Bool {
    words[at + 1].plain == "by"
      && words[(at + 1)...].prefix(9).contains { $0.plain == "that" || $0.plain == "to" }
  }

  static func isTelling(_ word: SpokenWords.Word) -> Bool { telling.contains(word.plain) }

  /// Whether a word makes a proposal part of a report.
  static func isReported(_ word: SpokenWords.Word) -> Bool {
    [
      "reported", "advised", "previously", "had", "whether", "when", "if", "asked", "indicated",
      "stated",
    ]
    .contains(word.plain)
  }

  func upTo(_ start: Int, _ index: Int) -> ByteRange {
    ByteRange(start, sentences[index].upper)
  }
}
