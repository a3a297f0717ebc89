import MattersText

/// Takes apart a page that was put up as one paragraph: `... was present. 1. Apologies None. 2.
/// Interests None were declared. 3 Finance 3.1 The Clerk said ...`.
///
/// Sites that take a page out of a printed file lose all its lines. Where a long paragraph counts
/// its items from 1, each with a capital behind it, each number begins a block of its own, and so
/// does the list of those present above the first.
struct RunOnPage {
  /// The fewest bytes of such a paragraph, and the fewest items.
  private static let least = (bytes: 700, items: 4)

  private let source: SourceText
  private let clean: CleanText
  private let bytes: [UInt8]
  /// The number of the last item found, and of the last point under it.
  private var item = 0
  private var point = 0
  /// Where the last item's words begin.
  private var opened = 0

  /// The blocks with such paragraphs cut.
  static func parted(_ blocks: [Block], _ clean: CleanText, of source: SourceText) -> [Block] {
    guard blocks.contains(where: { $0.kind == .paragraph && $0.text.count >= least.bytes }) else {
      return blocks
    }
    var reader = RunOnPage(clean, of: source)
    let cuts = blocks.map { reader.cuts(of: $0) }
    guard reader.item >= least.items else { return blocks }
    var parted: [Block] = []
    for (block, own) in zip(blocks, cuts) {
      parted += own.isEmpty ? [block] : reader.pieces(of: block, at: own)
    }
    return parted
  }

  private init(_ clean: CleanText, of source: SourceText) {
    (self.source, self.clean, bytes) = (source, clean, clean.bytes)
  }

  /// Where a number stands, and where the words behind it begin.
  private struct Cut {
    var label: ByteRange
    var next: Int
  }

  // MARK: - Finding the numbers

  private mutating func cuts(of block: Block) -> [Cut] {
    guard block.kind == .paragraph || block.kind == .item, block.text.count >= 300 else {
      return []
    }
    var cuts: [Cut] = []
    if block.kind == .item, !block.label.isEmpty {
      guard item > 0, let number = number(block.label), number == item + 1 else { return [] }
      (item, point, opened) = (number, 0, block.text.lower)
    } else if block.kind == .item || item == 0 && !mayOpen(block.text) {
      return []
    }
    var at = block.text.lower
    while at < block.text.upper {
      if bytes[at].isDigit, at == block.text.lower || bytes[at - 1].isSpace,
        let cut = cut(at, in: block.text)
      {
        cuts.append(cut)
        at = cut.next
      } else {
        at += 1
      }
    }
    return cuts
  }

  /// Whether the first words are those of a meeting's head.
  private func mayOpen(_ text: ByteRange) -> Bool {
    let head = ByteRange(text.lower, min(text.upper, text.lower + 700))
    let words: [StaticString] = ["present", "minutes", "agenda", "attend"]
    return words.contains { bytes.contains($0, in: head) }
  }

  /// The item or the point that a number at an offset begins: the next in order, before a capital.
  private mutating func cut(_ start: Int, in text: ByteRange) -> Cut? {
    var at = start
    while at < text.upper, bytes[at].isDigit { at += 1 }
    guard at - start <= 2, at + 2 < text.upper, let outer = number(ByteRange(start, at)) else {
      return nil
    }
    if bytes[at] == 0x2E, bytes[at + 1].isDigit {
      let inner = at + 1
      at = inner
      while at < text.upper, bytes[at].isDigit { at += 1 }
      let label = ByteRange(start, at)
      if at < text.upper, bytes[at] == 0x2E { at += 1 }
      guard at - inner <= 3, at + 1 < text.upper, bytes[at] == 0x20,
        bytes[at + 1].isUpper || bytes[at + 1].isDigit, outer == item,
        let own = number(ByteRange(inner, label.upper)), own == point + 1
      else { return nil }
      point = own
      return Cut(label: label, next: at + 1)
    }
    let isDotted = bytes[at] == 0x2E
    let label = ByteRange(start, isDotted ? at + 1 : at)
    let isStuck = isDotted && bytes[at + 1].isUpper && bytes[at + 2].isLetter
    var next = label.upper
    while next < text.upper, bytes[next].isSpace { next += 1 }
    guard next + 1 < text.upper, isStuck || next > label.upper, bytes[next].isUpper,
      isStuck || start == text.lower || closesSentence(start)
    else { return nil }
    if outer == item + 1 {
      (item, point, opened) = (outer, 0, next)
      return Cut(label: label, next: next)
    }
    // A list under the last title counts anew: "10. Action points 1. Jo to write".
    guard isDotted, item >= Self.least.items,
      outer == 1 ? start - opened <= 40 && point == 0 : outer == point + 1
    else { return nil }
    point = outer
    return Cut(label: label, next: next)
  }

  /// Whether what stands before a number ends a sentence, or is the title that a list counts under.
  private func closesSentence(_ start: Int) -> Bool {
    var at = start - 1
    while at > 0, bytes[at].isSpace { at -= 1 }
    switch bytes[at] {
    case 0x2E, 0x3F, 0x21, 0x29, 0x3A, 0x3B, 0x22, 0x9D: return true
    default: return item >= Self.least.items && start - opened <= 40 || point > 0
    }
  }

  private func number(_ range: ByteRange) -> Int? {
    var value = 0
    for byte in bytes[range.lower..<range.upper] {
      guard byte.isDigit else { break }
      value = value * 10 + Int(byte - 0x30)
    }
    return value > 0 ? value : nil
  }

  // MARK: - Cutting

  private func pieces(of block: Block, at cuts: [Cut]) -> [Block] {
    var pieces: [Block] = []
    let first = cuts[0].label.lower
    var head = block
    head.text = bytes.trimmed(ByteRange(block.text.lower, first))
    if !head.text.isEmpty || !head.label.isEmpty {
      pieces += head.label.isEmpty ? withoutRoll(head) : [head]
    }
    for (position, cut) in cuts.enumerated() {
      let end = position + 1 < cuts.count ? cuts[position + 1].label.lower : block.text.upper
      var piece = block
      (piece.kind, piece.label, piece.style) = (.item, cut.label, [])
      piece.text = bytes.trimmed(ByteRange(cut.next, end))
      piece.lines = lines(of: ByteRange(cut.label.lower, max(cut.label.upper, piece.text.upper)))
      pieces.append(piece)
    }
    return pieces
  }

  private func lines(of range: ByteRange) -> LineRange {
    LineRange(
      source.line(at: clean.sourceOffset(of: range.lower)),
      source.line(at: clean.sourceOffset(of: range.upper - 1)))
  }

  /// A head cut before those who came, who went and who sat by.
  private func withoutRoll(_ head: Block) -> [Block] {
    var starts: [Int] = []
    for word: StaticString in [" present", " in attendance", " apologies", " also present"] {
      guard
        let at = bytes.firstIndex(of: word, in: head.text), bytes[at + 1].isUpper,
        bytes[at..<min(head.text.upper, at + 40)].contains(0x3A)
      else { continue }
      starts.append(at + 1)
    }
    starts.sort()
    var pieces: [Block] = []
    var lower = head.text.lower
    for end in starts + [head.text.upper] where end > lower {
      var piece = head
      piece.text = bytes.trimmed(ByteRange(lower, end))
      if !piece.text.isEmpty {
        piece.lines = lines(of: piece.text)
        pieces.append(piece)
      }
      lower = end
    }
    return pieces
  }
}
