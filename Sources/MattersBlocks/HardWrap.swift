import MattersText

/// Tells text that was wrapped to a fixed width from text with a paragraph a line.
enum HardWrap {
  /// The most bytes that a wrapped line has.
  static let longest = 120

  /// The width a paper was wrapped to, or nothing where its lines are whole paragraphs.
  ///
  /// Wrapped text has hardly any long line, and many lines that stop in mid-sentence, full or
  /// followed directly by one that begins in lower case.
  static func width(of source: SourceText) -> Int? {
    let bytes = source.bytes
    let lines = prose(source)
    var lengths = lines.map(\.words.count)
    let long = lengths.count { $0 > longest }
    guard lengths.count >= 8, long * 50 <= lengths.count else { return nil }
    // The width that nearly all lines keep to: the longest one may be a table or an address.
    lengths.sort()
    let width = lengths[lengths.count * 97 / 100]
    var continued = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where next.number == line.number + 1 && line.words.count > 40 {
      let isFull = line.words.count + 1 + firstWord(bytes, next.words) > width
      if bytes[next.words.lower].isLower || isFull && !isClosed(bytes, line.words) {
        continued += 1
      }
    }
    return continued * 8 >= lengths.count ? width : nil
  }

  /// Whether a blank line stands between every two lines, wrapped ones too: most lines that stop in
  /// mid-sentence go on in lower case behind a blank one.
  static func isSpread(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    let lines = prose(source)
    var apart = 0
    var together = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where line.words.count > 40 && bytes[next.words.lower].isLower && !isClosed(bytes, line.words) {
      if next.number == line.number + 2 { apart += 1 }
      if next.number == line.number + 1 { together += 1 }
    }
    let long = lines.count { $0.words.count > longest }
    return apart >= 3 && apart > 2 * together && long * 20 <= lines.count
  }

  /// Whether the lines in which a block goes on are set in by two blanks, as some converters of web
  /// pages print them: nearly all lines that are set in so stand right below another.
  static func hangs(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    var lines = 0
    var hung = 0
    var apart = 0
    var isBelow = false
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      let whole = source.line(number)
      let words = bytes.trimmed(whole)
      guard !words.isEmpty else {
        isBelow = false
        continue
      }
      lines += 1
      if isHung(bytes, words, in: whole) { if isBelow { hung += 1 } else { apart += 1 } }
      isBelow = true
    }
    return hung >= 4 && apart * 4 <= hung && hung * 6 >= lines
  }

  /// Whether a line is set in by two blanks and begins with a word.
  static func isHung(_ bytes: [UInt8], _ words: ByteRange, in whole: ByteRange) -> Bool {
    words.lower - whole.lower == 2 && bytes[whole.lower] == 0x20
      && (bytes[words.lower].isWordByte || bytes[words.lower] >= 0x80
        || bytes[words.lower] == 0x28 || bytes[words.lower] == 0x26)
  }

  /// The width that the lines of a paper keep to whose lines all stand apart.
  static func spreadWidth(_ source: SourceText) -> Int {
    let lengths = prose(source).map(\.words.count).sorted()
    return lengths.isEmpty ? 80 : lengths[lengths.count * 97 / 100]
  }

  /// The lines of prose: rows of tables are as long as their cells.
  private static func prose(_ source: SourceText) -> [(number: Int, words: ByteRange)] {
    let bytes = source.bytes
    var lines: [(number: Int, words: ByteRange)] = []
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      var words = bytes.trimmed(source.line(number))
      // A quotation's mark is none of its words.
      while words.count > 2, bytes[words.lower] == 0x3E, bytes[words.lower + 1] == 0x20 {
        words = bytes.trimmed(ByteRange(words.lower + 2, words.upper))
      }
      guard !words.isEmpty, bytes[words.lower] != 0x7C, !isTabbed(bytes, words) else { continue }
      lines.append((number, words))
    }
    return lines
  }

  /// Whether tabs part a line into three cells or more.
  private static func isTabbed(_ bytes: [UInt8], _ words: ByteRange) -> Bool {
    guard let first = bytes.firstIndex(of: 0x09, in: words) else { return false }
    return bytes.firstIndex(of: 0x09, in: ByteRange(first + 1, words.upper)) != nil
  }

  private static func firstWord(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    var at = range.lower
    while at < range.upper, !bytes[at].isSpace { at += 1 }
    return at - range.lower
  }

  private static func isClosed(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    switch bytes[range.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x22, 0x9D: return true
    default: return false
    }
  }
}
