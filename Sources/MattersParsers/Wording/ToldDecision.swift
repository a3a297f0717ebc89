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
          || subject >= 2 && words[subject - 2].plain == "and" && words[at + 1].plain == "to",
        ["that", "to"].contains(words[at + 1].plain) || isByBody(words, at)
          || afterMovers(words, at) != nil
          || words[at + 1].plain == "the"
            && words[(at + 2)...].prefix(8).contains(where: { $0.plain == "would" }),
        words[(at + 1)...].contains(where: {
          Self.modals.contains($0.plain) || Self.orders.contains($0.plain)
        }),
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
        guard rest.contains("be") || rest.prefix(7).contains(where: Self.orders.contains) else {
          continue
        }
        let start =
          quotes && !isMoved ? words[subject - 1].range.lower : words[at + 2].range.lower
        return ToldDecision(words: upTo(start, index), next: index + 1)
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
