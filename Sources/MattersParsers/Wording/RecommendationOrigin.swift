import MattersBlocks
import MattersText

/// Where the recommendations in a table come from, by the prose above it: who made them, at which
/// meeting, in which minute, and to whom.
struct RecommendationOrigin {
  /// The meeting at which they were made.
  var meetingDate: PlainDate?
  /// The number of the minute.
  var minute: String?
  /// The committee or the group that made them.
  var madeBy: String?
  /// To whom.
  var addressedTo: String?
  /// The day of the executive's decision, where the prose says that there was one.
  var decidedOn: PlainDate?

  /// The executive that decided, where the prose names it.
  var decidedBy: String?
  /// Whether the prose says that the responses are still to be agreed.
  var isProposed = false
  /// Whether they stand in a report on a review, and not in minutes.
  private var isReview = false

  /// Whether a task and finish group or a review made them, and not a committee at a meeting.
  var isGroup: Bool {
    if madeBy.map({ MatchKey.words($0).last == "group" }) ?? false { return true }
    return isReview && minute == nil
  }

  /// Whether the prose says that they were made at a meeting; an executive answers reports
  /// otherwise.
  var isMeeting: Bool { minute != nil || meetingDate != nil || namesMinute }
  /// Whether the prose names the minute that made them.
  var isOfMinute: Bool { minute != nil || namesMinute }
  /// Whether the prose names a minute, though not one that was read.
  private var namesMinute = false

  /// How many blocks above a table are looked at.
  private static let reach = 60

  /// Reads the prose above a block, back to where the document begins.
  ///
  /// In minutes what stands above the heading of an item is of another item.
  init(
    above start: Int, from document: Int, in paper: Paper, before day: PlainDate?, isMinutes: Bool
  ) {
    var index = start - 1
    while index >= document, start - index <= Self.reach {
      let block = paper.blocks[index]
      index -= 1
      guard block.kind != .furniture, block.kind != .row || Self.isField(block, in: paper) else {
        continue
      }
      read(paper.text(block), before: day)
      // The heading of the minute that the table stands in: what is above it is of another.
      let isHeading =
        block.kind == .heading
        || block.kind == .item && ItemNumber(paper.label(block) ?? "") != nil
          && paper.capitalShare(block.text) > 0.7
      if isMinutes, isHeading || meetingDate != nil && madeBy != nil && addressedTo != nil { break }
    }
  }

  /// Whether a row is a label with a colon and what it says: `Agreed by Cabinet:   12 September`.
  private static func isField(_ row: Block, in paper: Paper) -> Bool {
    let cells = paper.cells(row).filter { !$0.isEmpty }
    guard cells.count == 2, let label = cells.first else { return false }
    return (4...80).contains(label.count) && paper.clean.bytes[label.upper - 1] == 0x3A
  }

  /// `Ponds Scrutiny Committee: 3 July 2024 (minutes 14 and 15)`: the body as a label, and the day on
  /// which it met.
  private static func meeting(in text: String) -> PlainDate? {
    guard text.utf8.count <= 160, let colon = text.firstIndex(of: ":"),
      ScrutinyBody.first(in: text).map({ $0 == text[..<colon] }) ?? false
    else { return nil }
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    guard value.first?.isNumber == true else { return nil }
    return DateReader.first(in: String(value))
  }

  private mutating func read(_ text: String, before day: PlainDate?) {
    if meetingDate == nil, let met = Self.meeting(in: text), day.map({ met < $0 }) ?? true {
      meetingDate = met
    }
    for sentence in text.sentences {
      let words = MatchKey.words(sentence)
      let speaks = words.contains { $0.hasPrefix("recommend") }
      if speaks, meetingDate == nil,
        words.contains("made") || words.contains("recommended") || words.contains("agreed")
          || words.contains("submitted") || Self.isOfDay(sentence),
        let date = DateReader.first(in: sentence), day.map({ date < $0 }) ?? true
      {
        meetingDate = date
        minute = Self.minute(in: words)
      }
      if speaks, addressedTo == nil, words.contains("cabinet") || words.contains("executive") {
        addressedTo = words.contains("cabinet") ? "Cabinet" : "Executive"
      }
      if decidedBy == nil, let found = Self.decision(words, sentence) {
        (decidedOn, decidedBy) = found
      }
      if Self.proposes(words) { isProposed = true }
    }
    let words = MatchKey.words(text)
    if words.contains("minute"), text.contains(where: \.isNumber) { namesMinute = true }
    if Self.reviews.contains(where: { words.hasRun($0) }) || Self.tellsOfReport(words) {
      isReview = true
    }
    // "Executive response: Ponds review", as a title.
    if text.utf8.count <= 120, !text.hasSuffix("."),
      words.contains(where: { $0.hasPrefix("respon") }),
      !Set(words).isDisjoint(with: ["review", "inquiry", "investigation"])
    {
      isReview = true
    }
    let named = ScrutinyBody.first(in: text)
    if madeBy == nil || named.map({ $0.hasSuffix(" " + (madeBy ?? "")) }) ?? false {
      madeBy = named
    }
  }

  /// `the Panel's recommendations of 29 June 2023`.
  private static func isOfDay(_ sentence: String) -> Bool {
    guard let place = sentence.place(of: "recommendations of ") else { return false }
    let rest = sentence[place.upperBound...].prefix(24)
    return rest.first?.isNumber == true && DateReader.first(in: String(rest)) != nil
  }

  /// Words that say that recommendations come from a report on a review.
  private static let reviews: [[String]] = [
    ["scrutiny", "review"], ["task", "and", "finish"], ["task", "group"], ["review", "group"],
    ["working", "group"], ["review", "panel"], ["scrutiny", "inquiry"], ["scrutiny", "report"],
    ["committees", "report"], ["panels", "report"], ["report", "of", "the", "panel"],
    ["in", "depth", "review"], ["commissions", "report"], ["scrutiny", "investigation"],
  ]

  /// `made by the Board in its report of May`, `the Panel's review of ponds`: a body's own report.
  private static func tellsOfReport(_ words: [String]) -> Bool {
    let owners: Set<String> = [
      "its", "their", "committees", "boards", "panels", "groups", "commissions", "scrutinys",
      "scrutiny", "councillors", "members",
    ]
    let works: Set<String> = ["report", "review", "inquiry", "investigation", "study"]
    return words.indices.dropFirst().contains { at in
      guard works.contains(words[at]) else { return false }
      if owners.contains(words[at - 1]) { return true }
      return at >= 2 && ["final", "in", "depth", "own"].contains(words[at - 1])
        && owners.contains(words[at - 2])
    }
  }

  /// The day and the body of a sentence that says that the executive decided.
  private static func decision(
    _ words: [String], _ sentence: String
  ) -> (PlainDate?, String)? {
    let verbs: Set<String> = [
      "decided", "considered", "agreed", "approved", "responded", "resolved", "endorsed",
    ]
    let names = ["cabinet": "Cabinet", "executive": "Executive"]
    for (index, word) in words.enumerated() {
      guard let name = names[word] else { continue }
      let after = words[(index + 1)...].prefix(2)
      let before = words[..<index].suffix(3)
      // "Cabinet considered ...", "agreed by the Executive", but not "the Cabinet Member agreed".
      let acts = after.contains(where: verbs.contains) && !after.contains("member")
      let isAgent =
        before.contains("by") && before.contains(where: verbs.contains) && after.first != "member"
      let speaks = words.contains {
        $0.hasPrefix("respon") || $0.hasPrefix("recommend") || $0 == "report" || $0 == "review"
      }
      guard
        index <= 1 && verbs.contains(where: words.contains) && after.first != "member"
          || (speaks || words.count <= 10) && (acts || isAgent)
      else { continue }
      if after.starts(with: ["has", "not"]) || after.contains("not") { return nil }
      // "the report of 28 July, which Cabinet considered on 18 October 2022"
      let dates = DateReader.all(in: sentence)
      let later = sentence.lowercasedRange(of: name.lowercased())
        .flatMap { DateReader.first(in: String(sentence[$0...])) }
      return (later ?? (index <= 1 ? dates.first : nil), name)
    }
    return nil
  }

  /// Whether a sentence puts responses forward for a decision.
  private static func proposes(_ words: [String]) -> Bool {
    let signs: [[String]] = [
      ["proposed", "response"], ["proposed", "responses"], ["draft", "response"],
      ["draft", "responses"], ["asked", "to", "agree"], ["asked", "to", "approve"],
      ["asked", "to", "consider"], ["cabinet", "to", "agree"], ["executive", "to", "agree"],
      ["for", "approval"], ["not", "yet", "considered"],
      ["recommended", "to", "agree"], ["recommended", "to", "approve"],
      ["approve", "the", "response"],
      ["approve", "the", "responses"], ["agree", "the", "response"], ["agree", "the", "responses"],
    ]
    return signs.contains { words.hasRun($0) }
  }

  /// The number after the word "minute", `(minute 16)`, `minute no. 16/23`.
  private static func minute(in words: [String]) -> String? {
    guard let at = words.firstIndex(of: "minute") else { return nil }
    return words[(at + 1)...].prefix(2).first { $0.allSatisfy(\.isNumber) }
  }
}

extension Array where Element == String {
  /// Whether some words stand one after another.
  func hasRun(_ run: [String]) -> Bool {
    guard let first = run.first, count >= run.count else { return false }
    return indices.dropLast(run.count - 1).contains {
      self[$0] == first && Array(self[$0..<$0 + run.count]) == run
    }
  }
}

/// Finds the names of the bodies that scrutinise.
enum ScrutinyBody {
  private static let ends: Set<String> = ["committee", "panel", "group", "commission", "board"]
  private static let endings: SignSet = ["committee", "panel", "group", "commission", "board"]
  private static let signs: Set<String> = ["scrutiny", "task", "working", "select", "overview"]
  private static let before: Set<String> = [
    "the", "by", "to", "from", "response", "chair", "chairman", "chairperson", "chairwoman",
    "recommendations", "report", "a", "an", "this", "on",
  ]

  /// The first such name in some words: capitalised, with a sign of scrutiny in it.
  static func first(in text: String) -> String? {
    guard endings.isIn(text) else { return nil }
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let end = folded(word)
      guard ends.contains(end), word.first?.isUppercase == true else { continue }
      var start = index
      while start > 0, index - start < 12 {
        let previous = words[start - 1]
        let plain = folded(previous)
        if before.contains(plain) || previous.hasSuffix(".") || previous.hasSuffix(":") { break }
        let joins = ["and", "&", "of", "for", ""].contains(plain)
        guard joins || previous.first?.isUppercase == true else { break }
        start -= 1
      }
      while start < index, ["and", "&", "of", "for", ""].contains(folded(words[start])) {
        start += 1
      }
      let name = words[start...(isNumbered(words, index) ? index + 1 : index)]
      guard name.count > 1, name.contains(where: { signs.contains(folded($0)) }) else { continue }
      var printed = Substring(name.joined(separator: " "))
      while let last = printed.last, ",.;:".contains(last) { printed = printed.dropLast() }
      return String(printed)
    }
    return nil
  }

  /// Whether a number behind a name belongs to it, `Scrutiny Committee 2`, and to no day.
  private static func isNumbered(_ words: [Substring], _ index: Int) -> Bool {
    guard index + 1 < words.count, words[index].last?.isLetter == true else { return false }
    let number = words[index + 1].filter { !",.;:".contains($0) }
    guard number.count == 1, number.allSatisfy(\.isNumber) else { return false }
    let isEnded = words[index + 1].count > number.count
    guard !isEnded, index + 2 < words.count else { return true }
    let month = words[index + 2].lowercased().filter(\.isLetter)
    return !PlainDate.monthNames.contains { $0.lowercased() == month }
  }

  private static func folded(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "&" }
  }
}
