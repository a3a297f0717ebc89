import MattersBlocks
import MattersText

/// The label that a recommendation begins with: `Recommendation 1:`, `R2 -`, `(a)`.
enum RecommendationLabel {
  /// A label and the words after it; without a label all words are the text.
  static func split(_ words: String) -> (label: String?, text: String) {
    if let (label, text) = named(words) ?? underSubject(words) { return (label, text) }
    let bytes = Array(words.utf8)
    guard let (label, next) = LabelScanner.scan(bytes, 0, bytes.count) else {
      // "3 That anglers be asked": a number whose mark is the column's edge.
      let parts = words.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, parts[0].count <= 2, parts[0].allSatisfy(\.isNumber),
        ["that", "to"].contains(parts[1].lowercased())
      else { return (nil, words) }
      return (String(parts[0]), parts[1] + " " + parts[2])
    }
    return (bytes.string(label), bytes.string(bytes.trimmed(ByteRange(next, bytes.count))))
  }

  /// `Recommendation 1`, `Scrutiny recommendation no. 2`, `Recommendation Three`, `Rec 3` or `R4`,
  /// with the mark that closes it.
  static func named(_ words: String) -> (label: String, text: String)? {
    guard mayBegin(words) else { return nil }
    let bytes = Array(words.utf8)
    let first = afterMakers(bytes)
    var at = first
    for lead: StaticString in ["recommendation", "argymhelliad", "rec", "r"]
    where bytes.matches(lead, at: first, before: bytes.count) {
      at = first + lead.utf8CodeUnitCount
      break
    }
    guard at > first, first == 0 || at - first > 1 else { return nil }
    let isLetterOnly = at - first == 1
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x2E { at += 1 }
    for number: StaticString in ["number ", "no. ", "no ", "#"]
    where bytes.matches(number, at: at, before: bytes.count) {
      at += number.utf8CodeUnitCount
      break
    }
    if !isLetterOnly, at + 1 < bytes.count, bytes[at] == 0x52, bytes[at + 1].isDigit { at += 1 }
    guard let (after, isStrict) = afterNumber(bytes, at, isLetterOnly: isLetterOnly) else {
      return nil
    }
    at = after
    let end = at
    // "Recommendation 2 (minute 27(3))": where it comes from is no part of it.
    if let after = afterBrackets(bytes, at), !isLetterOnly { at = after }
    var hasMark = at == bytes.count
    while at < bytes.count {
      if bytes[at] == 0x3A || bytes[at] == 0x2E || bytes[at] == 0x2D || bytes[at] == 0x29 {
        (hasMark, at) = (true, at + 1)
      } else if bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
      {
        (hasMark, at) = (true, at + 3)
      } else if bytes[at].isSpace {
        at += 1
      } else {
        break
      }
    }
    if isLetterOnly, !hasMark { hasMark = bytes.matches("that ", at: at, before: bytes.count) }
    // "R2 of the plan" is prose; "Recommendation 2 The council should" is a label without a mark.
    guard
      hasMark
        || !isLetterOnly && !isStrict && first == 0 && at < bytes.count && bytes[at].isUpper
    else { return nil }
    return (bytes.string(ByteRange(0, end)), bytes.string(ByteRange(at, bytes.count)))
  }

  /// `Pond Access (ii): That the gate be mended`: the label in its minute, behind what that is about.
  private static func underSubject(_ words: String) -> (label: String, text: String)? {
    guard let colon = words.utf8.prefix(reach).firstIndex(of: UInt8(ascii: ":")),
      words[..<colon].last == ")", let open = words[..<colon].lastIndex(of: "("),
      open > words.startIndex
    else { return nil }
    let label = words[open..<colon]
    let text = words[words.index(after: colon)...].drop { $0 == " " }
    let inner = label.dropFirst().dropLast()
    guard (1...4).contains(inner.count), inner.allSatisfy({ $0.isLetter || $0.isNumber }),
      inner.allSatisfy(\.isNumber) || inner.count == 1 || inner.allSatisfy({ "ivx".contains($0) }),
      text.hasPrefix("That ") || text.hasPrefix("To ")
    else { return nil }
    return (String(label), String(text))
  }

  /// `R1 The charge should be frozen`: a label that nothing closes, in a list where others stand.
  static func listed(_ words: String) -> (label: String, text: String)? {
    if let found = named(words) { return found }
    let parts = words.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, (2...4).contains(parts[0].count), parts[0].first == "R",
      parts[0].dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      parts[1].first?.isUppercase == true
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  /// The label of a block, and the words after it; most blocks are known to have none before their
  /// words are copied.
  static func named(_ block: Block, in paper: Paper) -> (label: String, text: String)? {
    guard block.cells.isEmpty, !block.text.isEmpty else { return named(paper.text(block)) }
    let bytes = paper.clean.bytes
    let first = bytes[block.text.lower]
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + reach))
    guard
      first | 0x20 == 0x72
        || first == 0x41 && bytes.matches("argymhelliad", at: window.lower, before: window.upper)
        || first.isUpper && block.stems.meets(stems)
          && bytes.contains("recommendation", in: window)
    else { return nil }
    return named(paper.text(block))
  }

  private static let stems = WordStems(ofAny: ["recommendation"])

  /// Five words may stand before it, none longer than "partnership".
  private static let reach = 80

  /// Whether some words can begin with such a label: with an `R`, or with a capital and the word
  /// further on in the first few.
  private static func mayBegin(_ words: String) -> Bool {
    guard let first = words.utf8.first else { return false }
    if first | 0x20 == 0x72 || first == 0x41 && words.hasPrefix("Argymhelliad ") { return true }
    guard first.isUpper else { return false }
    return Substring(words.utf8.prefix(reach)).place(of: "recommendation") != nil
  }

  /// Those whose recommendations a label may say that they are, `Task group recommendation 3`.
  private static let makers: Set<String> = [
    "scrutiny", "overview", "panel", "committee", "board", "commission", "task", "group", "review",
    "finish", "and", "working", "inquiry", "select", "draft", "final", "proposed", "key", "council",
    "report", "osc", "the", "cabinet", "executive", "policy", "joint", "health", "partnership",
    "original", "priority", "strategic", "lga", "peer", "challenge", "inspection", "audit", "main",
    "argymhelliad",
  ]

  /// Where the word `recommendation` begins behind the words that say whose it is.
  private static func afterMakers(_ bytes: [UInt8]) -> Int {
    guard bytes.first?.isUpper == true else { return 0 }
    var at = 0
    for _ in 0..<6 {
      if bytes.matches("recommendation", at: at, before: bytes.count) { return at }
      // "Argymhelliad / Recommendation 1"
      if at > 0, at + 1 < bytes.count, bytes[at] == 0x2F || bytes[at] == 0x7C,
        bytes[at + 1] == 0x20
      {
        at += 2
        continue
      }
      let start = at
      while at < bytes.count, bytes[at].isLetter || bytes[at] == 0x27 { at += 1 }
      // None of them is longer than "argymhelliad".
      guard at < bytes.count, bytes[at] == 0x20, at - start <= 12,
        makers.contains(String(decoding: bytes[start..<at].map(\.lowered), as: UTF8.self))
      else { return 0 }
      at += 1
    }
    return 0
  }

  private static let numberWords: [StaticString] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]

  /// Where a number that begins at an offset ends, and whether only a mark can close it: one in
  /// words or a capital may be the beginning of prose.
  private static func afterNumber(
    _ bytes: [UInt8], _ start: Int, isLetterOnly: Bool
  ) -> (end: Int, isStrict: Bool)? {
    var at = start
    while at < bytes.count, bytes[at].isDigit { at += 1 }
    if at > start {
      guard at - start <= 3 else { return nil }
      // A sub-number or letter: 4.1, 4a.
      while at + 1 < bytes.count, bytes[at] == 0x2E, bytes[at + 1].isDigit { at += 2 }
      if at < bytes.count, bytes[at].isLower, at + 1 == bytes.count || !bytes[at + 1].isWordByte {
        at += 1
      }
      return (at, false)
    }
    guard !isLetterOnly, start > 0, bytes[start - 1] == 0x20 else { return nil }
    for word in numberWords.reversed()
    where bytes.matches(word, at: start, before: bytes.count) {
      let end = start + word.utf8CodeUnitCount
      if end == bytes.count || !bytes[end].isWordByte { return (end, true) }
    }
    guard start < bytes.count, bytes[start].isUpper,
      start + 1 == bytes.count || [0x3A, 0x2E, 0x29].contains(bytes[start + 1])
        || start + 2 < bytes.count && bytes[start + 1] == 0x20
          && [0x2D, 0xE2].contains(bytes[start + 2])
    else { return nil }
    return (start + 1, true)
  }

  /// Where brackets that close a line, or that a mark follows, end.
  private static func afterBrackets(_ bytes: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    guard at < bytes.count, bytes[at] == 0x28 else { return nil }
    var depth = 0
    while at < bytes.count, at - start <= 80 {
      if bytes[at] == 0x28 { depth += 1 }
      if bytes[at] == 0x29 { depth -= 1 }
      at += 1
      if depth == 0 {
        return at == bytes.count || bytes[at] == 0x3A || bytes[at] == 0x2E ? at : nil
      }
    }
    return nil
  }
}

/// The labels of recommendations that a sentence names: `recommendations (a), (b) and (d) to (f)`.
enum RecommendationLabels {
  /// The labels that some words begin with, ranges spelt out, and the words after them.
  static func read(_ text: Substring) -> (labels: [String], rest: Substring)? {
    var labels: [String] = []
    var isRange = false
    var rest = text
    while true {
      let trimmed = rest.drop { $0 == " " }
      let word = trimmed.prefix { $0 != " " }
      let bare = word.reversed().drop { ",;:".contains($0) }.reversed()
      var core = String(bare)
      // The sentence ends here: its stop is no part of the label.
      if core.hasSuffix("."), trimmed.count == word.count, labels.first?.hasSuffix(".") != true {
        core.removeLast()
      }
      if ["and", "&", "or"].contains(core.lowercased()), !labels.isEmpty {
        guard beginsLabel(trimmed.dropFirst(word.count)) else { break }
        rest = trimmed.dropFirst(word.count)
      } else if ["to", "-", "–", "through"].contains(core.lowercased()), !labels.isEmpty {
        guard beginsLabel(trimmed.dropFirst(word.count)) else { break }
        isRange = true
        rest = trimmed.dropFirst(word.count)
      } else if ["no", "no.", "nos", "nos.", "number", "numbers"].contains(core.lowercased()),
        labels.isEmpty
      {
        rest = trimmed.dropFirst(word.count)
      } else if let pair = hyphenated(core) {
        labels += spellOut(pair.first, pair.last)
        rest = trimmed.dropFirst(word.count)
      } else if labels.isEmpty, let cited = cited(trimmed) {
        labels.append(String(cited))
        rest = trimmed[cited.endIndex...]
        break
      } else if core.hasPrefix("("), !isRange, isLabel(core), let last = labels.last,
        last.contains("/"), last.last?.isNumber == true,
        !text[..<trimmed.startIndex].hasSuffix(", ")
      {
        // "12/24 (2)": the label stands apart from its minute.
        labels[labels.count - 1] = last + core
        rest = trimmed.dropFirst(word.count)
        if word.hasSuffix(","), !beginsLabel(rest) { break }
      } else if isLabel(core) {
        if isRange, let first = labels.popLast() {
          labels += spellOut(first, core)
        } else {
          labels.append(core)
        }
        isRange = false
        rest = trimmed.dropFirst(word.count)
        // A sentence's comma: what follows is a label or the list is at its end.
        if word.hasSuffix(","), !beginsLabel(rest) { break }
      } else {
        break
      }
    }
    return labels.isEmpty ? nil : (labels, rest)
  }

  /// `OSB 12/24 (4)`: a minute as its body numbers it, and the label in it.
  static func cited(_ text: Substring) -> Substring? {
    let code = text.prefix { $0.isASCII && $0.isUppercase }
    guard (2...6).contains(code.count) else { return nil }
    let number = text[code.endIndex...].drop { $0 == " " || $0 == "." }
    let digits = number.prefix {
      $0.isASCII && ($0.isNumber || $0 == "/" || $0 == "." || $0 == "-")
    }
    guard digits.contains(where: \.isNumber), digits.contains("/"), digits.last?.isNumber == true,
      digits.count <= 12
    else { return nil }
    let behind = text[digits.endIndex...].drop { $0 == " " }
    guard behind.first == "(", let close = behind.prefix(8).firstIndex(of: ")") else {
      return text[..<digits.endIndex]
    }
    let inner = behind[behind.index(after: behind.startIndex)..<close]
    guard (1...4).contains(inner.count), inner.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      return text[..<digits.endIndex]
    }
    return text[...close]
  }

  /// The label that a line cites in brackets behind a recommendation's words: `the recommendation on
  /// the gate (OSB 12/24 (4)) be noted`.
  static func bracketed(in text: Substring) -> String? {
    var rest = text
    while let open = rest.firstIndex(of: "(") {
      let inner = rest[rest.index(after: open)...]
      if let found = cited(inner),
        inner[found.endIndex...].first == ")"
          || found.last == ")" && inner[found.endIndex...].isEmpty
      {
        return String(found)
      }
      rest = inner
    }
    return nil
  }

  private static func beginsLabel(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2)
    guard let first = words.first else { return false }
    let core = first.filter { !",;:".contains($0) }
    if ["and", "&"].contains(core.lowercased()) {
      return words.count > 1 && isLabel(words[1].filter { !",;:".contains($0) })
    }
    return isLabel(String(core)) || hyphenated(String(core)) != nil
  }

  /// `(a)`, `a)`, `1`, `1.`, `(iv)`, `R2`; a bare letter only in brackets.
  private static func isLabel(_ word: String) -> Bool {
    if isCitation(word) { return true }
    var core = Substring(word)
    if core.last == "." { core = core.dropLast() }
    let isBracketed = core.last == ")"
    if core.first == "(" { core = core.dropFirst() }
    if isBracketed { core = core.dropLast() }
    if core.first == "R", core.count > 1 { core = core.dropFirst() }
    guard !core.isEmpty, core.count <= 4 else { return false }
    if core.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) { return core.count <= 3 }
    guard isBracketed else { return false }
    return core.count == 1 && core.allSatisfy { $0.isASCII && $0.isLetter }
      || core.allSatisfy { "ivx".contains($0) }
  }

  /// `32/24(ii)`, `33/24`, `45(a)`: a minute, and the label in it.
  private static func isCitation(_ word: String) -> Bool {
    let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == "/" || $0 == ".") }
    guard (2...9).contains(number.count), number.last?.isNumber == true,
      number.count(where: { !$0.isNumber }) <= 1
    else { return false }
    let label = word.dropFirst(number.count)
    if label.isEmpty { return number.contains("/") }
    return label.first == "(" && label.last == ")" && (3...6).contains(label.count)
      && label.dropFirst().dropLast().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func hyphenated(_ word: String) -> (first: String, last: String)? {
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count == 2, isLabel(String(parts[0])), isLabel(String(parts[1])) else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  /// All labels from one to another, in the brackets of the first.
  private static func spellOut(_ first: String, _ last: String) -> [String] {
    func core(_ label: String) -> String {
      let core = label.filter { $0.isLetter || $0.isNumber }
      return (core.first == "R" && core.count > 1 ? core.dropFirst() : core[...]).lowercased()
    }
    let (a, b) = (core(first), core(last))
    func inBrackets(_ name: String) -> String {
      (first.hasPrefix("(") ? "(" : "") + (first.hasPrefix("R") ? "R" : "") + name
        + (first.hasSuffix(")") ? ")" : "")
    }
    if let from = Int(a), let to = Int(b), from < to, to - from < 100 {
      return (from...to).map { inBrackets(String($0)) }
    }
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    if let from = romans.firstIndex(of: a), let to = romans.firstIndex(of: b), from < to,
      a.count + b.count > 2 || a == "i"
    {
      return romans[from...to].map(inBrackets)
    }
    if let from = a.utf8.first, let to = b.utf8.first, a.utf8.count == 1, b.utf8.count == 1,
      from.isLower, to.isLower, from < to
    {
      return (from...to).map { inBrackets(String(UnicodeScalar($0))) }
    }
    return [first, last]
  }
}
