package import MattersText

/// Decoded words on their way into a paper, with the places in the source that they came from.
///
/// White space is made one space as words are added, so that nothing has to be cleaned twice.
package struct PlacedWords: Sendable {
  /// The words: UTF-8, single spaces, and ``CleanText/paragraphBreak`` between paragraphs.
  package private(set) var bytes: [UInt8] = []
  /// Where runs of the words begin in the source; ascending in both.
  private(set) var runs: [CleanText.Run] = []
  /// Whether the words are a list's from the first point on, as in a cell that holds one.
  package var opensList = false
  private var gap: UInt8?
  private var bold = 0
  private var struck = 0
  private var marked = 0
  /// How many bytes at the head are set apart, and whether more may follow.
  private var (head, isHeadOpen) = (0, true)
  private var lastPlace = 0

  /// No words yet.
  package init() {}

  /// Words that stood together at an offset of the source.
  package init(_ text: String, at place: Int) { append(Array(text.utf8)[...], at: place) }

  /// Words that stand in the source as they are.
  package init(_ range: ByteRange, of source: SourceText) {
    append(source.bytes[range.lower..<range.upper], at: range.lower)
  }

  /// Whether there are no words.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Adds decoded UTF-8 that stood at an offset of the source, byte for byte or nearly so.
  package mutating func append(
    _ text: ArraySlice<UInt8>, at place: Int, isBold: Bool = false, isStruck: Bool = false,
    isSet: Bool = false
  ) {
    var at = text.startIndex
    while at < text.endIndex {
      if let blank = Self.blank(text, at) {
        if gap == nil { gap = 0x20 }
        at += blank
        continue
      }
      let start = at
      while at < text.endIndex, Self.blank(text, at) == nil { at += 1 }
      let offset = place + start - text.startIndex
      flushGap(at: offset)
      if runs.last.map({ Int($0.source) + bytes.count - Int($0.clean) == offset }) != true {
        runs.append(.init(clean: UInt32(bytes.count), source: UInt32(clamping: offset)))
      }
      bytes.append(contentsOf: text[start..<at])
      let count = at - start
      marked += count
      isHeadOpen = isHeadOpen && (isSet || isBold)
      if isHeadOpen { head = bytes.count }
      if isBold { bold += count }
      if isStruck { struck += count }
      lastPlace = offset + count - 1
    }
  }

  /// Asks for one space before whatever comes next.
  package mutating func space() { if gap == nil { gap = 0x20 } }

  /// Asks for a paragraph break before whatever comes next.
  package mutating func paragraph() { gap = CleanText.paragraphBreak }

  /// Adds other words behind these, with their places.
  package mutating func append(_ other: PlacedWords) {
    guard !other.isEmpty else { return }
    flushGap(at: other.firstPlace)
    let base = UInt32(bytes.count)
    if isHeadOpen, other.head > 0 { head = bytes.count + other.head }
    isHeadOpen = isHeadOpen && other.isHeadOpen
    runs.append(contentsOf: other.runs.map { .init(clean: $0.clean + base, source: $0.source) })
    bytes.append(contentsOf: other.bytes)
    bold += other.bold
    struck += other.struck
    marked += other.marked
    lastPlace = other.lastPlace
    gap = other.gap
  }

  /// Leaves out all words from an offset on.
  package mutating func cut(at end: Int) {
    guard end < bytes.count else { return }
    bytes.removeSubrange(max(0, end)...)
    runs.removeAll { Int($0.clean) >= bytes.count }
    if let last = runs.last {
      lastPlace = Int(last.source) + max(0, bytes.count - 1 - Int(last.clean))
    }
  }

  /// The words after the last of some separators; none where no separator stands in them.
  package func lastPart(after separators: [String]) -> PlacedWords? {
    let text = bytes[...]
    var best: Int?
    for separator in separators {
      let mark = Array(separator.utf8)
      guard text.count > mark.count else { continue }
      for start in (0..<text.count - mark.count).reversed()
      where text[start..<start + mark.count].elementsEqual(mark) {
        best = max(best ?? 0, start + mark.count)
        break
      }
    }
    guard let best, best < bytes.count else { return nil }
    let run = runs.last { Int($0.clean) <= best }
    var part = PlacedWords()
    part.append(bytes[best...], at: run.map { Int($0.source) + best - Int($0.clean) } ?? 0)
    return part
  }

  /// The marks that all of the words bear.
  package var style: Block.Style {
    var style: Block.Style = []
    if marked > 0, bold == marked { style.insert(.bold) }
    if marked > 0, struck == marked { style.insert(.struck) }
    if marked > 0, head >= bytes.count { style.insert(.emphasized) }
    return style
  }

  /// How many bytes from an offset on are set apart from what follows them; 0 where all or none are.
  package func lead(from offset: Int) -> Int {
    head > offset && head < bytes.count ? head - offset : 0
  }

  /// The lines of a source that the words stand on.
  package func lines(in source: SourceText) -> LineRange {
    LineRange(source.line(at: firstPlace), source.line(at: lastPlace))
  }

  /// The whole of the words.
  package var all: ByteRange { ByteRange(0, bytes.count) }

  /// Where in the source the first word stands.
  package var firstPlace: Int { runs.first.map { Int($0.source) } ?? 0 }

  /// The words without white space asked for at their end.
  var trimmed: PlacedWords {
    var words = self
    words.gap = nil
    return words
  }

  private mutating func flushGap(at place: Int) {
    guard let wanted = gap else { return }
    gap = nil
    guard !bytes.isEmpty else { return }
    runs.append(
      .init(clean: UInt32(bytes.count), source: UInt32(clamping: max(0, place - 1))))
    bytes.append(wanted)
  }

  /// How many bytes of white space stand at an index, the no-break space included; nil for none.
  private static func blank(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
    let byte = text[at]
    if byte.isSpace { return 1 }
    return byte == 0xC2 && at + 1 < text.endIndex && text[at + 1] == 0xA0 ? 2 : nil
  }
}
