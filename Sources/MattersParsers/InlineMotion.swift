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
    while at < lines.endIndex, at - index < 5 {
      let part = lines[at].block
      if at > index, part.kind == .row || Self.opening(part, in: paper) != nil { return nil }
      let from = at == index ? start : part.text.lower
      var kept: ByteRange?
      for sentence in Sentences.split(paper.clean.bytes, ByteRange(from, part.text.upper)) {
        switch Self.result(sentence, in: paper) {
        case .some(true):
          if let kept { words.append(kept) }
          self.lines = self.lines.union(part.lines)
          end = at + 1
          return
        case .some(false): return nil
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

  private static let asides: [StaticString] = [
    "time:", "next regular", "recorded vote", "vote:", "in favour", "opposed",
  ]

  /// Where "That" begins behind a number, two names and a colon.
  private static func opening(_ block: Block, in paper: Paper) -> (label: String?, start: Int)? {
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 110))
    guard let colon = bytes.firstIndex(of: ": that ", in: window) else { return nil }
    var words = bytes.string(ByteRange(block.text.lower, colon)).split(separator: " ")
    var label: String?
    if let first = words.first, first.contains(where: \.isNumber), first.count <= 14 {
      label = String(first)
      words.removeFirst()
    }
    let joins: Set<String> = ["and", "&", "by", "seconded", "moved", "Moved", "Seconded"]
    let names = words.filter { !joins.contains(String($0)) }
    guard names.count >= 2, names.count <= 10,
      names.allSatisfy({ $0.first?.isUppercase == true && $0.contains(where: \.isLetter) }),
      words.contains(where: { $0.hasSuffix(",") || joins.contains(String($0)) })
    else { return nil }
    return (label, colon + 2)
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
    let text = motion.words.map { paper.text($0) }.joined(separator: " ")
    let first = motion.words.first ?? lines[index].block.text
    add(
      ItemWording.purpose(of: first, in: paper), text: text, label: motion.label,
      lines: motion.lines, lines[index], lead: nil, into: &sink)
    for line in lines[index..<motion.end] { sink.claim(line.index) }
    return motion.end
  }
}
