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

  /// Whether a task and finish group made them, and not a committee at a meeting.
  var isGroup: Bool {
    madeBy.map { MatchKey.words($0).last == "group" } ?? false
  }

  /// How many blocks above a table are looked at.
  private static let reach = 40

  init(above start: Int, in paper: Paper, before day: PlainDate?) {
    var index = start - 1
    while index >= 0, start - index <= Self.reach {
      let block = paper.blocks[index]
      index -= 1
      guard block.kind != .row, block.kind != .furniture else { continue }
      read(paper.text(block), before: day)
      // The heading of the minute that the table stands in: what is above it is of another.
      let isHeading =
        block.kind == .heading
        || block.kind == .item && ItemNumber(paper.label(block) ?? "") != nil
          && paper.capitalShare(block.text) > 0.7
      if isHeading || meetingDate != nil && madeBy != nil && addressedTo != nil { break }
    }
  }

  private mutating func read(_ text: String, before day: PlainDate?) {
    for sentence in text.sentences {
      let words = MatchKey.words(sentence)
      let speaks = words.contains { $0.hasPrefix("recommend") }
      if speaks, meetingDate == nil,
        words.contains("made") || words.contains("recommended") || words.contains("agreed")
          || words.contains("submitted"),
        let date = DateReader.first(in: sentence), day.map({ date < $0 }) ?? true
      {
        meetingDate = date
        minute = Self.minute(in: words)
      }
      if speaks, addressedTo == nil, words.contains("cabinet") || words.contains("executive") {
        addressedTo = words.contains("cabinet") ? "Cabinet" : "Executive"
      }
      let isDecision = ["decided", "considered", "agreed", "approved", "responded", "resolved"]
        .contains { words.contains($0) }
      if isDecision, decidedOn == nil,
        words.first == "cabinet" || words.prefix(2) == ["the", "cabinet"]
          || words.prefix(2) == ["the", "executive"], let date = DateReader.first(in: sentence)
      {
        decidedOn = date
      }
    }
    if madeBy == nil { madeBy = ScrutinyBody.first(in: text) }
  }

  /// The number after the word "minute", `(minute 16)`, `minute no. 16/23`.
  private static func minute(in words: [String]) -> String? {
    guard let at = words.firstIndex(of: "minute") else { return nil }
    return words[(at + 1)...].prefix(2).first { $0.allSatisfy(\.isNumber) }
  }
}

/// Finds the names of the bodies that scrutinise.
enum ScrutinyBody {
  private static let ends: Set<String> = ["committee", "panel", "group", "commission", "board"]
  private static let signs: Set<String> = ["scrutiny", "task", "working", "select", "overview"]
  private static let before: Set<String> = [
    "the", "by", "to", "from", "response", "recommendations", "report", "a", "an", "this", "on",
  ]

  /// The first such name in some words: capitalised, with a sign of scrutiny in it.
  static func first(in text: String) -> String? {
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
      let name = words[start...index]
      guard name.count > 1, name.contains(where: { signs.contains(folded($0)) }) else { continue }
      var printed = Substring(name.joined(separator: " "))
      while let last = printed.last, ",.;:".contains(last) { printed = printed.dropLast() }
      return String(printed)
    }
    return nil
  }

  private static func folded(_ word: Substring) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "&" }
  }
}
