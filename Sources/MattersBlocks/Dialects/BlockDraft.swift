import MattersText

/// A stretch of a block's words, and how it follows the one before.
struct Segment {
  enum Join { case none, space, paragraph }
  var range: ByteRange
  var join: Join
}

/// A block that may still grow: what a page break cut is found pages later.
struct BlockDraft {
  var kind: Block.Kind
  var lines: LineRange
  var label: ByteRange = .none
  var text: [Segment] = []
  var cells: [[Segment]] = []
  var table: Int32 = -1
  var level: UInt8 = 0
  var style: Block.Style = []
  /// The offset past the words at its head that are set apart from the rest.
  var headEnd: Int?
  var furniture: Furniture?
}

extension Paper {
  /// A paper of drafts that are finished.
  init(_ source: SourceText, drafts: [BlockDraft], diagnostics: [Diagnostic]) {
    var cleaner = InlineCleaner()
    var cells: [ByteRange] = []
    var head = 0
    func clean(_ segments: [Segment], headEnd: Int? = nil) -> ByteRange {
      let start = cleaner.begin()
      head = 0
      for segment in segments {
        switch segment.join {
        case .none: break
        case .space: cleaner.space()
        case .paragraph: cleaner.paragraph()
        }
        var from = segment.range.lower
        if let headEnd, from < headEnd, headEnd < segment.range.upper {
          cleaner.append(source.bytes, from, headEnd)
          head = cleaner.text.bytes.count - start
          from = headEnd
        }
        cleaner.append(source.bytes, from, segment.range.upper)
      }
      return ByteRange(start, cleaner.text.bytes.count)
    }
    let blocks = drafts.map { draft in
      var block = Block(kind: draft.kind, lines: draft.lines)
      block.table = draft.table
      block.level = draft.level
      block.style = draft.style
      block.furniture = draft.furniture
      if !draft.label.isEmpty { block.label = clean([Segment(range: draft.label, join: .none)]) }
      if draft.kind == .row {
        let first = cells.count
        for cell in draft.cells { cells.append(clean(cell)) }
        block.cells = Int32(first)..<Int32(cells.count)
      } else {
        block.text = clean(draft.text, headEnd: draft.headEnd)
        block.lead = UInt8(clamping: head < block.text.count ? head : 0)
      }
      return block
    }
    self.init(
      source: source, clean: cleaner.text, blocks: blocks, cells: cells, diagnostics: diagnostics)
  }
}

extension SpacedText {
  /// Words after which a sentence has to go on.
  private static let openWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
  ]

  /// Whether words break off in mid-air: before a word that has to follow, or after a comma.
  func breaksOff(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    let bytes = source.bytes
    switch bytes[range.upper - 1] {
    case 0x2C, 0x26: return true  // , &
    default: break
    }
    var start = range.upper
    while start > range.lower, bytes[start - 1] != 0x20 { start -= 1 }
    return start > range.lower && range.upper - start <= 4
      && Self.openWords.contains(bytes.string(ByteRange(start, range.upper)).lowercased())
  }

  /// How words that were wrapped are joined again: a hyphen or a stroke at the line's end belongs
  /// to a compound, `Vice-` and `Chairperson`.
  func wrapJoin(after range: ByteRange, before next: ByteRange) -> Segment.Join {
    let bytes = source.bytes
    guard range.count >= 2, !next.isEmpty else { return .space }
    let last = bytes[range.upper - 1]
    let before = bytes[range.upper - 2]
    guard last == 0x2D || last == 0x2F, before.isWordByte, bytes[next.lower].isWordByte else {
      return .space
    }
    for word: StaticString in ["and ", "or ", "to "]
    where bytes.matches(word, at: next.lower, before: next.upper) { return .space }
    return .none
  }
}
