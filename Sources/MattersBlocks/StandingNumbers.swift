import MattersText

/// The lines that hold nothing but the number of an item whose title stands below it: `12`, and then
/// `Apologies for absence`.
///
/// A page's number looks the same; those of items count on over titles that every meeting has.
struct StandingNumbers {
  /// The source's lines that hold such a number.
  private(set) var lines: Set<Int> = []

  /// What a title begins with at nearly every meeting; two of them make a list of items.
  private static let titles: [StaticString] = [
    "apolog", "declaration", "disclosure", "minutes", "confirmation of", "matters arising",
    "public", "welcome", "work programme", "correspondence", "any other", "date of", "date and",
    "exclusion of", "urgent",
  ]
  private static let longest = 160

  init(_ source: SourceText) {
    var run: [(line: Int, value: Int)] = []
    var met: Set<Int> = []
    func close(_ lines: inout Set<Int>) {
      if run.count >= 3, met.count >= 2 { lines.formUnion(run.map(\.line)) }
      (run, met) = ([], [])
    }
    var number = 1
    while number <= source.lineCount {
      defer { number += 1 }
      guard source.line(number).count <= 40, let value = Self.value(number, in: source),
        let title = Self.title(below: number, in: source)
      else { continue }
      if let last = run.last, value != last.value + 1 {
        guard value == 1 || value > last.value + 1 else { continue }
        close(&lines)
      }
      run.append((number, value))
      let known = Self.titles.firstIndex {
        source.bytes.matches($0, at: title.lower, before: title.upper)
      }
      if let known { met.insert(known) }
    }
    close(&lines)
  }

  /// The number that a line is, of three figures at most.
  private static func value(_ number: Int, in source: SourceText) -> Int? {
    let line = source.bytes.trimmed(source.line(number))
    guard (1...3).contains(line.count) else { return nil }
    var value = 0
    for byte in source.bytes[line.lower..<line.upper] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value > 0 ? value : nil
  }

  /// The words of a title in one of the next lines.
  private static func title(below number: Int, in source: SourceText) -> ByteRange? {
    for next in (number + 1)..<(number + 4) where next <= source.lineCount {
      let line = source.bytes.trimmed(source.line(next))
      if line.isEmpty { continue }
      let first = source.bytes[line.lower]
      guard (3...longest).contains(line.count), first.isUpper || first == 0x2A,
        !source.bytes[line.lower..<line.upper].contains(0x09)
      else { return nil }
      switch source.bytes[line.upper - 1] {
      case 0x2E, 0x3A, 0x3B, 0x2C: return nil
      default: return first == 0x2A ? ByteRange(min(line.lower + 2, line.upper), line.upper) : line
      }
    }
    return nil
  }
}

extension TextReader {
  /// Reads a line that is an item's number; the title below it is a block of its own.
  mutating func readStandingNumber(_ number: Int, _ line: ByteRange) {
    builder.table.isOpen = false
    var block = Block(kind: .item, lines: LineRange(number, number))
    let start = builder.cleaner.begin()
    builder.cleaner.append(source.bytes, line.lower, line.upper)
    block.label = ByteRange(start, builder.cleaner.text.bytes.count)
    let end = builder.cleaner.begin()
    block.text = ByteRange(end, end)
    builder.blocks.append(block)
    openBlock = builder.blocks.count - 1
    builder.sawGap = false
  }
}
