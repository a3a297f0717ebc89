import MattersText

/// Cuts a file into the parts of it that different programs laid out.
///
/// A clerk binds into a pack what others sent: minutes out of one program, a tracker out of
/// another. A part begins with a page that opens as a paper does, where what begins there is laid
/// out otherwise than what stands before it; each is then read as if it had come alone.
enum LayoutParts {
  /// How lines are set, as far as that decides how they are read.
  private enum Layout {
    case spaced
    case wrapped(Int)
    case plain
    /// Too little to tell by, with its longest line.
    case untold(Int)

    /// Whether one program may have set both: wrapped to one width, as nearly as can be told.
    func agrees(with other: Layout) -> Bool {
      switch (self, other) {
      case (.spaced, .spaced), (.plain, .plain): true
      case (.wrapped(let a), .wrapped(let b)): abs(a - b) <= 3
      case (.wrapped(let width), .untold(let longest)), (.untold(let longest), .wrapped(let width)):
        longest <= width + 12
      case (.untold, _), (_, .untold): true
      default: false
      }
    }

    /// What both together are that agree.
    func joined(with other: Layout) -> Layout {
      switch (self, other) {
      case (.untold(let a), .untold(let b)): .untold(max(a, b))
      case (.untold, _): other
      default: self
      }
    }
  }

  /// How many lines of a page are looked at for what opens a paper.
  private static let frontLines = 14
  /// Among how many of them its title stands.
  private static let titleLines = 6

  /// The parts of a file, one where it is laid out in one way throughout.
  static func of(_ source: SourceText) -> [SourceText] {
    let starts = fronts(source)
    guard starts.count > 1 else { return [source] }
    var parts: [(first: Int, layout: Layout)] = []
    for (index, first) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : source.lineCount + 1
      let layout = layout(of: source.part(LineRange(first, next - 1)))
      if let former = parts.last, layout.agrees(with: former.layout) {
        parts[parts.count - 1].layout = former.layout.joined(with: layout)
      } else {
        parts.append((first, layout))
      }
    }
    guard parts.count > 1 else { return [source] }
    return parts.indices.map { index in
      let next = index + 1 < parts.count ? parts[index + 1].first : source.lineCount + 1
      return source.part(LineRange(parts[index].first, next - 1))
    }
  }

  /// The first line, and those of later pages that open as a paper does: with a title that names
  /// what met, and a day near it.
  private static func fronts(_ source: SourceText) -> [Int] {
    var starts = [1]
    for number in 1...max(1, source.lineCount) where number > 1 && number <= source.lineCount {
      let line = source.line(number)
      if !line.isEmpty, source.bytes[line.lower] == 0x0C, opensPaper(source, number) {
        starts.append(number)
      }
    }
    return starts
  }

  private static func opensPaper(_ source: SourceText, _ first: Int) -> Bool {
    let names: [StaticString] = [
      "minutes", "agenda", "meeting", "committee", "council", "board", "cabinet", "panel", "report",
      "tracker",
    ]
    var seen = 0
    var hasDay = false
    var hasName = false
    var number = first
    while number <= source.lineCount, seen < frontLines, !(hasDay && hasName) {
      let line = source.bytes.trimmed(source.line(number))
      number += 1
      guard !line.isEmpty else { continue }
      seen += 1
      hasDay = hasDay || DateReader.first(in: source.bytes, line) != nil
      if seen <= titleLines, names.contains(where: { source.bytes.contains($0, in: line) }) {
        hasName = hasName || isTitle(source.bytes, line)
      }
    }
    return hasDay && hasName
  }

  /// Whether a line is one of names: hardly a word in it but small ones begins in lower case, and it
  /// is no label of what follows.
  private static func isTitle(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    if bytes[line.upper - 1] == 0x3A { return false }
    var small = 0
    var words = 0
    var at = line.lower
    while at < line.upper {
      let start = at
      while at < line.upper, bytes[at] != 0x20 { at += 1 }
      // "of", "the", "held" stand in titles too.
      if at - start > 4 || at - start > 0 && !bytes[start].isLower { words += 1 }
      if at - start > 4, bytes[start].isLower { small += 1 }
      at += 1
    }
    return words > 0 && small * 3 <= words
  }

  /// How a stretch of a file is laid out; a few lines do not tell.
  private static func layout(of part: SourceText) -> Layout {
    let lengths = (0..<part.lineCount).map { part.bytes.trimmed(part.line($0 + 1)).count }
    let longest = lengths.max() ?? 0
    guard lengths.count(where: { $0 > 0 }) >= frontLines else { return .untold(longest) }
    let evidence = Dialect.Evidence(part)
    if evidence.spaced > evidence.marked { return .spaced }
    if let width = HardWrap.width(of: part) { return .wrapped(width) }
    let hasLongLines = lengths.count { $0 > HardWrap.longest } >= 2
    return evidence.marked >= 4 || hasLongLines ? .plain : .untold(longest)
  }
}

extension Paper {
  /// The paper whose parts were read one by one.
  init(joining parts: [Paper], of source: SourceText) {
    var clean = CleanText()
    var blocks: [Block] = []
    var cells: [ByteRange] = []
    var diagnostics: [Diagnostic] = []
    var lines = 0
    var bytes = 0
    var tables: Int32 = 0
    for part in parts {
      let base = clean.bytes.count
      func moved(_ range: ByteRange) -> ByteRange {
        ByteRange(range.lower + base, range.upper + base)
      }
      for var block in part.blocks {
        block.lines = LineRange(block.lines.first + lines, block.lines.last + lines)
        (block.label, block.text) = (moved(block.label), moved(block.text))
        let first = Int32(cells.count)
        block.cells = (block.cells.lowerBound + first)..<(block.cells.upperBound + first)
        if block.table >= 0 { block.table += tables }
        blocks.append(block)
      }
      tables += (part.blocks.map(\.table).max() ?? -1) + 1
      cells += part.cells.map(moved)
      clean.append(part.clean, placedAt: bytes)
      diagnostics += part.diagnostics.filter { !diagnostics.contains($0) }
      lines += part.source.lineCount
      bytes += part.source.bytes.count
    }
    self.init(source: source, clean: clean, blocks: blocks, cells: cells, diagnostics: diagnostics)
  }
}
