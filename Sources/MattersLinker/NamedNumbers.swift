import MattersText

/// The numbers and labels that stand behind a noun: `actions 6 and 7`, `Recommendations 1, 2 and 4`,
/// `items 3 to 5`, `request (a)`.
struct NamedNumbers: Equatable {
  /// The noun, folded and without its plural's ending.
  var noun: String
  /// The labels behind it, folded as labels are compared; a range is spelt out.
  var labels: [String]

  private static let nouns: Set<String> = [
    "action", "item", "entry", "row", "request", "recommendation", "reference", "number", "line",
  ]
  private static let fillers: Set<String> = ["no", "nos", "number", "numbers", "numbered"]
  /// The longest range that is spelt out: a longer one is of something else.
  private static let longest = 40

  /// Those of a text, in order.
  static func all(in text: String) -> [NamedNumbers] {
    let words = text.split(separator: " ")
    var found: [NamedNumbers] = []
    var at = 0
    while at < words.count {
      let plain = words[at].lowercased().filter(\.isLetter)
      let noun = plain == "entries" ? "entry" : plain.last == "s" ? String(plain.dropLast()) : plain
      at += 1
      guard nouns.contains(noun) else { continue }
      while at < words.count, fillers.contains(words[at].lowercased().filter(\.isLetter)) {
        at += 1
      }
      let labels = list(words, &at, takesCodes: noun == "recommendation")
      if !labels.isEmpty { found.append(NamedNumbers(noun: noun, labels: labels)) }
    }
    return found
  }

  /// The labels from a place on, with what joins them; the place moves behind the last.
  private static func list(
    _ words: [Substring], _ at: inout Int, takesCodes: Bool
  ) -> [String] {
    var labels: [String] = []
    var isRange = false
    while at < words.count {
      let word = words[at]
      let joint = word.lowercased()
      if !labels.isEmpty, ["and", "&", "or", "to", "-", "\u{2013}"].contains(joint) {
        guard at + 1 < words.count, !parts(words[at + 1], takesCodes: takesCodes).isEmpty else {
          break
        }
        isRange = ["to", "-", "\u{2013}"].contains(joint)
        at += 1
        continue
      }
      let own = parts(word, takesCodes: takesCodes)
      guard !own.isEmpty else { break }
      if isRange, let first = labels.last { labels += between(first, own[0]) }
      labels += own
      isRange = false
      at += 1
      // What follows a full stop or a bracket's end is another matter.
      if let end = word.last, ".;:".contains(end) { break }
      guard at < words.count else { break }
      let isJoined =
        word.last == ","
        || ["and", "&", "or", "to", "-", "\u{2013}"].contains(words[at].lowercased())
      if !isJoined { break }
    }
    return labels
  }

  /// What stands between two labels that count on, with the letters before their numbers.
  private static func between(_ first: String, _ last: String) -> [String] {
    let letters = first.prefix { $0.isLetter }
    guard letters == last.prefix(while: { $0.isLetter }),
      let from = Int(first.dropFirst(letters.count)), let to = Int(last.dropFirst(letters.count)),
      from < to, to - from <= longest
    else { return [] }
    return (from..<to).dropFirst().map { letters + String($0) }
  }

  /// The labels of one word: `4`, `(b)`, `3-5`, `2,`, and where the noun bears such the codes of a
  /// report, `R2`; none where it is no label.
  private static func parts(_ word: Substring, takesCodes: Bool) -> [String] {
    let isBracketed = word.first == "(" && word.contains(")")
    let bare = word.filter { !"(),.;:".contains($0) }
    // "entries 22/14 and 23/07": the year and the number.
    let halves = bare.split(separator: "/")
    if halves.count == 2, bare.first?.isNumber == true,
      halves.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }),
      let key = LabelKey.of(String(bare))
    {
      return [key]
    }
    let ends = bare.split(whereSeparator: { $0 == "-" || $0 == "\u{2013}" })
    if ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first < last,
      last - first <= longest
    {
      return (first...last).map(String.init)
    }
    guard (1...4).contains(bare.count), let key = LabelKey.of(String(bare)) else { return [] }
    let isNumber = bare.allSatisfy(\.isNumber)
    let letters = bare.prefix { $0.isUppercase }
    // "recommendations A, B and D"
    if takesCodes, bare.count == 1, letters.count == 1, bare != "I" { return [key] }
    if takesCodes, (1...3).contains(letters.count), letters.count < bare.count,
      bare.dropFirst(letters.count).allSatisfy(\.isNumber)
    {
      return [key]
    }
    return isNumber || isBracketed && bare.allSatisfy({ $0.isLetter || $0.isNumber }) ? [key] : []
  }
}
