import MattersBlocks
import MattersText

/// A motion that a line holds from its number to its result.
///
/// `R2024-087 L. Ash, T. Birch: That the minutes be adopted. Carried.`
struct InlineMotion {
  var label: String?
  /// The words of the motion, block by block.
  var words: [ByteRange] = []
  var lines: LineRange
  /// The line after the last that it takes.
  var end: Int
  /// Whether it was defeated, deferred or withdrawn.
  private(set) var isLost = false

  /// The motion that begins at a line and was carried.
  init?(at index: Int, in lines: ArraySlice<MinuteLine>, of paper: Paper) {
    let block = lines[index].block
    guard block.kind == .paragraph || block.kind == .item, block.text.count >= 24,
      let (label, start) = Self.opening(block, in: paper)
    else { return nil }
    self.label = label ?? paper.label(block)
    self.lines = block.lines
    end = index + 1
    var at = index
    // A motion in quotation marks may hold a whole schedule.
    let isQuoted = Self.isQuote(start, paper.clean.bytes)
    while at < lines.endIndex, at - index < (isQuoted ? 20 : 5) {
      let part = lines[at].block
      if at > index,
        part.kind == .row || Self.opening(part, in: paper) != nil
          || MotionWording.isMover(part, in: paper)
      {
        return nil
      }
      let from = at == index ? start : part.text.lower
      var kept: ByteRange?
      for sentence in Sentences.split(paper.clean.bytes, ByteRange(from, part.text.upper)) {
        switch Self.result(sentence, in: paper) {
        case .some(true):
          if let kept { words.append(kept) }
          self.lines = self.lines.union(part.lines)
          end = at + 1
          return
        case .some(false):
          isLost = true
          end = at + 1
          return
        case .none: break
        }
        let bytes = paper.clean.bytes
        let isAside = Self.asides.contains {
          bytes.matches($0, at: sentence.lower, before: sentence.upper)
        }
        if !isAside { kept = ByteRange(kept?.lower ?? sentence.lower, sentence.upper) }
      }
      if let kept { words.append(kept) }
      self.lines = self.lines.union(part.lines)
      at += 1
    }
    return nil
  }

  /// Whether a quotation mark stands before an offset.
  private static func isQuote(_ at: Int, _ bytes: [UInt8]) -> Bool {
    at > 0 && (bytes[at - 1] == 0x22 || bytes[at - 1] == 0x9C || bytes[at - 1] == 0x98)
  }

  private static let asides: [StaticString] = [
    "time:", "next regular", "recorded vote", "vote:", "in favour", "opposed",
  ]

  /// Where "That" begins behind a number and who moves it: `98-431 L. Ash, T. Birch: That ...`,
  /// `Motion 12/2024 Moved by Councillor Ash, "THAT ...`.
  private static func opening(_ block: Block, in paper: Paper) -> (label: String?, start: Int)? {
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 200))
    guard let at = that(in: window, bytes) ?? order(in: window, bytes) else { return nil }
    // Before a word is copied: somebody moved it, or it stands behind a colon.
    let before = ByteRange(block.text.lower, at)
    guard
      bytes.contains("moved", in: before) || bytes.contains("m/s", in: before)
        || bytes.firstIndex(of: UInt8(ascii: ":"), in: before) != nil
    else { return nil }
    var lead = bytes.string(ByteRange(block.text.lower, at))
    while let last = lead.last, !last.isLetter, !last.isNumber, last != ".", last != ")" {
      if last == ":" { break }
      lead.removeLast()
    }
    let isColon = lead.hasSuffix(":")
    var words = lead.split(separator: " ")
    // A title may run on into the motion's line: "Arena Slab Motion 235/2024 Moved by ...".
    if let moved = words.indices.dropFirst().first(where: { isMoving(words, $0) }) {
      let isNumbered = words[moved - 1].contains(where: \.isNumber)
      let first = isNumbered ? moved - 1 : moved
      if first > 1 || first == 1 && !isNamer(words[0]) { words = Array(words[first...]) }
    }
    while let first = words.first, isNamer(first) { words.removeFirst() }
    // "It was moved and seconded that ...".
    if words.count > 2, words[0] == "It", words[1] == "was" { words.removeFirst(2) }
    let isUnnamed =
      words.map { $0.lowercased().filter(\.isLetter) } == ["moved", "and", "seconded"]
    var label: String?
    if let first = words.first, first.contains(where: \.isNumber), first.count <= 14 {
      label = String(first).trimmingMarks
      words.removeFirst()
    }
    let isMoved =
      words.first.map { $0.lowercased().hasPrefix("moved") || $0.lowercased() == "m/s" } ?? false
    let joins: Set<String> = [
      "and", "&", "by", "seconded", "moved", "it", "was", "deputy", "carried", "the", "or",
    ]
    let names = words.filter { !joins.contains($0.lowercased().filter(\.isLetter)) }
    if isUnnamed { return (label, at) }
    guard names.count >= (isMoved ? 1 : 2), names.count <= 12,
      names.allSatisfy({
        ($0.first?.isUppercase == true || $0.hasPrefix("(")) && $0.contains(where: \.isLetter)
      }),
      isMoved
        || isColon
          && words.contains(where: { $0.hasSuffix(",") || joins.contains($0.lowercased()) })
    else { return nil }
    return (label, at)
  }

  private static func isNamer(_ word: Substring) -> Bool {
    ["motion", "resolution", "no"].contains(word.lowercased().filter(\.isLetter))
      && !word.contains(where: \.isNumber)
  }

  private static func isMoving(_ words: [Substring], _ at: Int) -> Bool {
    let word = words[at].lowercased().filter(\.isLetter)
    return word == "moved" && at + 1 < words.count && words[at].first == "M"
      && (words[at].hasSuffix(":") || words[at + 1].lowercased().hasPrefix("by"))
  }

  /// The "to" of "Moved by Councillor Ash and seconded by Councillor Birch to approve the agenda".
  private static func order(in window: ByteRange, _ bytes: [UInt8]) -> Int? {
    guard let moved = bytes.firstIndex(of: "moved by ", in: window),
      let to = bytes.firstIndex(of: " to ", in: ByteRange(moved, window.upper)),
      to + 5 < window.upper, bytes[to + 4].isLower
    else { return nil }
    return to + 1
  }

  /// The first "that" behind a colon, a comma, a quotation mark or a name.
  private static func that(in window: ByteRange, _ bytes: [UInt8]) -> Int? {
    for at in window.lower..<max(window.lower, window.upper - 5)
    where bytes.matches("that", at: at, before: window.upper) && !bytes[at + 4].isLetter {
      guard at > window.lower, !bytes[at - 1].isLetter, !bytes[at - 1].isDigit else { continue }
      return at
    }
    return nil
  }

  /// What a sentence says of the result; nothing where it says none.
  private static func result(_ sentence: ByteRange, in paper: Paper) -> Bool? {
    guard sentence.count <= 60 else { return nil }
    let bytes = paper.clean.bytes
    func begins(_ word: StaticString) -> Bool {
      bytes.matches(word, at: sentence.lower, before: sentence.upper)
    }
    if begins("carried") || begins("motion carried") { return true }
    return begins("defeated") || begins("lost") || begins("motion defeated")
      || begins("not carried")
      || begins("deferred") || begins("withdrawn") || begins("tabled") ? false : nil
  }
}

extension OperativeReader {
  /// Reads a motion with its result; the line after it.
  mutating func readInlineMotion(
    at index: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int? {
    guard isMinute, let motion = InlineMotion(at: index, in: lines, of: paper) else { return nil }
    if motion.isLost {
      wasLost = true
      return motion.end
    }
    let text = motion.words.map { paper.text($0) }.joined(separator: " ")
    let first = motion.words.first ?? lines[index].block.text
    add(
      ItemWording.purpose(of: first, in: paper), text: text, label: motion.label,
      lines: motion.lines, lines[index], lead: nil, into: &sink)
    for line in lines[index..<motion.end] { sink.claim(line.index) }
    return motion.end
  }
}
