import MattersText

/// Copies a stretch of source into cleaned text, leaving inline markup behind.
///
/// Taken off: the inline tags of the pack's converter and of HTML, Markdown's emphasis, strike and
/// links (their words stay), backslash escapes and entities. What looks like markup but is not
/// (`5*`, `file_name`, `a < b`) stays. Runs without markup are copied whole.
struct InlineCleaner {
  private(set) var text: CleanText = CleanText()
  private var gap: Gap = .none
  private var blockStart = 0

  private enum Gap { case none, space, paragraph }

  /// Makes room for as many bytes: a text grows to nearly the length of its source.
  mutating func reserve(_ count: Int) { text.bytes.reserveCapacity(count) }

  /// Starts a stretch that is joined to nothing before it; returns where it begins.
  mutating func begin() -> Int {
    gap = .none
    blockStart = text.bytes.count
    return blockStart
  }

  /// Asks for one space before whatever comes next.
  mutating func space() { if gap == .none { gap = .space } }

  /// Asks for a paragraph break before whatever comes next.
  mutating func paragraph() { gap = .paragraph }

  /// Goes on with the stretch that began at an offset, as when a page break cut it.
  mutating func resume(_ start: Int) { blockStart = start }

  /// Cleans `source[start..<end]` onto the end of the text.
  ///
  /// - Parameter openMark: the emphasis mark that opened before the stretch.
  mutating func append(_ source: [UInt8], _ start: Int, _ end: Int, openMark: UInt8? = nil) {
    var at = start
    var star = Emphasis(isOpen: openMark == 0x2A)
    var underscore = Emphasis(isOpen: openMark == 0x5F)
    var underscores = Emphasis(width: 2)
    while at < end {
      let runStart = at
      at = Self.runEnd(source, at, end)
      if at > runStart { copy(source, runStart, at) }
      guard at < end else { break }
      let byte = source[at]
      switch byte {
      case 0x3C:  // <
        at = tag(source, at, end)
      case 0x26:  // &
        at = entity(source, at, end)
      case 0x2A:  // *
        if at + 1 < end, source[at + 1] == 0x2A {
          while at < end, source[at] == 0x2A { at += 1 }
        } else if emphasis(source, at, start, end, &star) {
          at += 1
        } else {
          copy(source, at, at + 1)
          at += 1
        }
      case 0x5F:  // _
        if emphasis(source, at, start, end, &underscores) {
          at += 2
        } else if emphasis(source, at, start, end, &underscore) {
          at += 1
        } else {
          copy(source, at, at + 1)
          at += 1
        }
      case 0x7E:  // ~
        if at + 1 < end, source[at + 1] == 0x7E {
          at += 2
        } else {
          copy(source, at, at + 1)
          at += 1
        }
      case 0x5B:  // [
        at = link(source, at, end)
      case 0x5C:  // backslash
        if at + 1 < end, Self.isEscapable(source[at + 1]) {
          copy(source, at + 1, at + 2)
          at += 2
        } else {
          copy(source, at, at + 1)
          at += 1
        }
      case 0xC2:  // a no-break space is a space
        if at + 1 < end, source[at + 1] == 0xA0 {
          space()
          at += 2
        } else {
          copy(source, at, min(at + 2, end))
          at = min(at + 2, end)
        }
      default:  // white space
        space()
        at += 1
      }
    }
  }

  /// Adds words that a reader decoded, with their places.
  mutating func append(_ words: PlacedWords, _ range: ByteRange) {
    guard !range.isEmpty else { return }
    flushGap(before: words.firstPlace)
    let base = text.bytes.count
    var index = max(0, words.runs.partitioningIndex { Int($0.clean) > range.lower } - 1)
    while index < words.runs.count, Int(words.runs[index].clean) < range.upper {
      let run = words.runs[index]
      let skipped = max(0, range.lower - Int(run.clean))
      text.runs.append(
        .init(
          clean: UInt32(base + Int(run.clean) + skipped - range.lower),
          source: run.source + UInt32(skipped)))
      index += 1
    }
    text.bytes.append(contentsOf: words.bytes[range.lower..<range.upper])
  }

  /// Copies words that were cleaned before, with their map, so that a stretch can be made whole.
  mutating func appendCleaned(_ range: ByteRange) {
    guard !range.isEmpty else { return }
    flushGap(before: text.sourceOffset(of: range.lower))
    var offset = range.lower
    var runIndex = text.runs.partitioningIndex { Int($0.clean) > offset } - 1
    while offset < range.upper {
      let next = runIndex + 1 < text.runs.count ? Int(text.runs[runIndex + 1].clean) : range.upper
      let last = min(max(next, offset + 1), range.upper)
      text.runs.append(
        .init(
          clean: UInt32(text.bytes.count), source: UInt32(text.sourceOffset(of: offset))))
      let piece = Array(text.bytes[offset..<last])  // a copy, so that the text stays in place
      text.bytes.append(contentsOf: piece)
      offset = last
      runIndex += 1
    }
  }

  // MARK: - Pieces

  private mutating func copy(_ source: [UInt8], _ start: Int, _ end: Int) {
    flushGap(before: start)
    if let last = text.runs.last,
      Int(last.source) + (text.bytes.count - Int(last.clean)) == start
    {
      // The run goes on.
    } else {
      text.runs.append(.init(clean: UInt32(text.bytes.count), source: UInt32(start)))
    }
    text.bytes.append(contentsOf: source[start..<end])
  }

  private mutating func flushGap(before source: Int) {
    guard gap != .none else { return }
    if text.bytes.count > blockStart {
      text.runs.append(.init(clean: UInt32(text.bytes.count), source: UInt32(max(0, source - 1))))
      text.bytes.append(gap == .paragraph ? CleanText.paragraphBreak : 0x20)
    }
    gap = .none
  }

  private mutating func tag(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start + 1
    let isClosing = at < end && source[at] == 0x2F
    if isClosing { at += 1 }
    let nameStart = at
    while at < end, source[at].isLetter || source[at].isDigit { at += 1 }
    let name = ByteRange(nameStart, at)
    guard name.count > 0, at < end else {
      // A tag that the line's end cut off: a closing one, or one that begins a paragraph.
      if let kind = TagKind.of(source, name), isClosing || kind == .block { return end }
      copy(source, start, start + 1)
      return start + 1
    }
    if !isClosing, source[at] == 0x3A || source[at] == 0x40 {  // <https://...> or <name@...>
      if let close = find(0x3E, source, at, min(end, at + 2_000)) {
        copy(source, start + 1, close)
        return close + 1
      }
    }
    guard let kind = TagKind.of(source, name),
      let close = find(0x3E, source, at, min(end, at + 500))
    else {
      copy(source, start, start + 1)
      return start + 1
    }
    if kind == .block { paragraph() }
    return close + 1
  }

  private mutating func entity(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard let close = find(0x3B, source, start, min(end, start + 12)),
      let scalar = Entities.scalar(source, start + 1, close)
    else {
      copy(source, start, start + 1)
      return start + 1
    }
    if scalar.properties.isWhitespace {
      space()
    } else {
      flushGap(before: start)
      text.runs.append(.init(clean: UInt32(text.bytes.count), source: UInt32(start)))
      text.bytes.append(contentsOf: Array(String(scalar).utf8))
    }
    return close + 1
  }

  /// What is known of one emphasis mark in the stretch that is being cleaned.
  private struct Emphasis {
    /// How many marks stand together: `_words_` or `__words__`.
    var width = 1
    var isOpen = false
    /// No mark further on closes anything; without this a line of marks would be searched anew
    /// from each.
    var hasNoPartner = false
  }

  /// Whether a `*` or `_` is an emphasis mark: it hugs a word on one side and has its partner.
  private func emphasis(
    _ source: [UInt8], _ at: Int, _ start: Int, _ end: Int, _ state: inout Emphasis
  ) -> Bool {
    let mark = source[at]
    let width = state.width
    func isMark(_ offset: Int) -> Bool {
      offset + width <= end && source[offset..<offset + width].allSatisfy { $0 == mark }
    }
    guard width == 1 || isMark(at) else { return false }
    let before = at > start ? source[at - 1] : 0x20
    let after = at + width < end ? source[at + width] : 0x20
    if state.isOpen {
      guard !before.isSpace, !after.isWordByte else { return false }
      state.isOpen = false
      return true
    }
    guard !state.hasNoPartner, !before.isWordByte, before != mark, !after.isSpace, after != mark
    else { return false }
    var next = at + width
    while next < end {
      if source[next] == mark, isMark(next), !source[next - 1].isSpace,
        next + width == end || !source[next + width].isWordByte
      {
        state.isOpen = true
        return true
      }
      next += 1
    }
    state.hasNoPartner = true
    return false
  }

  private mutating func link(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard let at = closing(0x5D, of: 0x5B, source, start, end), at + 1 < end else {
      copy(source, start, start + 1)
      return start + 1
    }
    // "[Title]{.underline}": a converter says how words are set.
    if source[at + 1] == 0x7B, at + 2 < end, source[at + 2] == 0x2E,
      let close = find(0x7D, source, at + 2, min(end, at + 40))
    {
      if at > start + 1 { append(source, start + 1, at) }
      return close + 1
    }
    guard source[at + 1] == 0x28, let close = closing(0x29, of: 0x28, source, at + 1, end),
      isTarget(source, at + 2, close)
    else {
      copy(source, start, start + 1)
      return start + 1
    }
    if at > start + 1 { append(source, start + 1, at) }
    return close + 1
  }

  /// The offset of the bracket that closes the one at `start`.
  ///
  /// Nothing where others nest too deep in it: no link is so, and giving up keeps a line of
  /// brackets from being searched anew from each, and links in links from filling the stack.
  private func closing(
    _ close: UInt8, of open: UInt8, _ source: [UInt8], _ start: Int, _ end: Int
  ) -> Int? {
    var depth = 0
    var at = start
    while at < end {
      switch source[at] {
      case 0x5C: at += 1
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      if depth == 0 { return at < end ? at : nil }
      if depth > 8 { return nil }
      at += 1
    }
    return nil
  }

  /// Whether the words in a link's round brackets are an address: without spaces, but for a title.
  private func isTarget(_ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, !source[at].isSpace { at += 1 }
    while at < end, source[at].isSpace { at += 1 }
    return at == end || source[start] == 0x3C || source[at] == 0x22 || source[at] == 0x27
  }

  private func find(_ byte: UInt8, _ source: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end {
      if source[at] == byte { return at }
      at += 1
    }
    return nil
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Where words that are copied as they stand end: single blanks between them go with them.
  private static func runEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    isSpecial.withUnsafeBufferPointer { isSpecial in
      source.withUnsafeBufferPointer { source in
        guard start < end, !isSpecial[Int(source[start])] else { return start }
        var at = start
        // A blank is told by the byte behind it, so that of thirty-two bytes one is looked at again.
        while at + 33 <= end, isPlain(UnsafeRawBufferPointer(source), at) { at += 31 }
        while at < end {
          if isSpecial[Int(source[at])] {
            guard source[at] == 0x20, at > start, at + 1 < end, !isSpecial[Int(source[at + 1])]
            else { break }
          }
          at += 1
        }
        return at
      }
    }
  }

  /// Whether of thirty-two bytes none is special but single blanks.
  @inline(__always)
  private static func isPlain(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let bytes = WideBytes.load(raw, at)
    var special = WideBytes.are(0x20, bytes) .& WideBytes.are(0x20, WideBytes.load(raw, at + 1))
    special .|= WideBytes.are(0x3C, bytes)
    special .|= WideBytes.are(0x26, bytes)
    special .|= WideBytes.are(0x2A, bytes)
    special .|= WideBytes.are(0x5F, bytes)
    special .|= WideBytes.are(0x7E, bytes)
    special .|= WideBytes.are(0x5B, bytes)
    special .|= WideBytes.are(0x5C, bytes)
    special .|= WideBytes.are(0xC2, bytes)
    special .|= WideBytes.are(0x09, bytes)
    special .|= WideBytes.are(0x0A, bytes)
    special .|= WideBytes.are(0x0B, bytes)
    special .|= WideBytes.are(0x0C, bytes)
    special .|= WideBytes.are(0x0D, bytes)
    return !WideBytes.isAny(special)
  }

  private static let isSpecial: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x3C, 0x26, 0x2A, 0x5F, 0x7E, 0x5B, 0x5C, 0xC2, 0x20, 0x09...0x0D: true
    default: false
    }
  }
}

/// Whether a tag separates paragraphs or only marks words.
enum TagKind {
  case block, inline

  static func of(_ source: [UInt8], _ name: ByteRange) -> TagKind? {
    guard name.count <= 10 else { return nil }
    switch source.string(name).lowercased() {
    case "p", "br", "li", "ul", "ol", "div", "tr", "td", "th", "table", "tbody", "thead", "h1",
      "h2", "h3", "h4", "h5", "h6", "hr", "blockquote":
      return .block
    case "b", "i", "u", "s", "em", "strong", "span", "sub", "sup", "a", "font", "small", "del",
      "ins", "strike", "mark", "label":
      return .inline
    default:
      return nil
    }
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that is false and then true.
  fileprivate func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
