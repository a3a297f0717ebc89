import MattersBlocks
import MattersText

/// Reads a saved web page as a paper.
enum HTMLPaper {
  /// How many cells may be added for cells that stretch, in all tables of a page.
  static let spanBudget = 50_000

  /// The paper of a page's text.
  static func read(_ source: SourceText) throws(PaperFormError) -> Paper {
    try check(source)
    var pieces: [HTMLPiece] = []
    do throws(MarkupParser.Stop) {
      try HTMLReader.read(source.bytes, of: source) { pieces.append($0) }
    } catch {
      throw PaperFormError(error)
    }
    var builder = PaperBuilder(source: source)
    write(pieces, to: &builder)
    return builder.finish()
  }

  /// The paper of what was cut out of a page; the lines above it are paragraphs.
  static func read(
    _ source: SourceText, fragment: PageFragment
  ) throws(PaperFormError) -> Paper {
    try check(source)
    let opening = Array(fragment.opening.utf8)
    // What stands above is blanked, so that places stay what they are.
    var bytes = opening + source.bytes
    for at in 0..<fragment.start where !bytes[opening.count + at].isSpace {
      bytes[opening.count + at] = 0x20
    }
    var pieces: [HTMLPiece] = []
    do throws(MarkupParser.Stop) {
      try HTMLReader.read(
        bytes, of: source, place: { max(0, $0 - opening.count) }, emit: { pieces.append($0) })
    } catch {
      throw PaperFormError(error)
    }
    var builder = PaperBuilder(source: source)
    if fragment.start > 0 {
      for number in 1...source.line(at: fragment.start - 1) {
        let line = source.bytes.trimmed(source.line(number))
        guard !line.isEmpty else { continue }
        if source.bytes[line.lower..<line.upper].contains(where: \.isWordByte) {
          builder.paragraph(PlacedWords(line, of: source))
        } else {
          builder.furniture(.marksOnly, lines: LineRange(number, number))
        }
      }
    }
    write(pieces, to: &builder)
    return builder.finish()
  }

  /// Refuses what could not be parsed in time.
  static func check(_ source: SourceText) throws(PaperFormError) {
    guard source.bytes.count <= MarkupGuard.sizeLimit else {
      throw .tooLarge(form: "a web page", limit: MarkupGuard.sizeLimit)
    }
    if let offset = MarkupGuard.overloadedTag(source.bytes) {
      throw .overloadedTag(line: source.line(at: offset))
    }
  }

  /// Gives a page's pieces to a builder, less what a committee system prints around them.
  static func write(_ pieces: [HTMLPiece], to builder: inout PaperBuilder) {
    let noise = PageNoise(marksIn: pieces)
    var budget = spanBudget
    for piece in pieces {
      switch piece.without(noise, in: builder.source) {
      case .heading(let words, let level): builder.heading(words, level: level)
      case .paragraph(let words, let level): builder.paragraph(words, level: level)
      case .item(let words, let label, let level, let isBullet):
        builder.item(words, label: label, level: level, isBullet: isBullet)
      case .furniture(let rule, let lines): builder.furniture(rule, lines: lines)
      case .table(let table):
        builder.endTable()
        for row in table.grid(budget: &budget) {
          builder.row(row.cells, lines: row.lines)
        }
        builder.endTable()
      }
    }
  }
}

extension PageNoise {
  /// Looks for the marks of a committee system's page in the words of a page.
  fileprivate init(marksIn pieces: [HTMLPiece]) {
    var bytes: [UInt8] = []
    var lines: [ByteRange] = []
    for piece in pieces {
      if case .table = piece { continue }
      let words = piece.words.bytes
      guard words.count <= 300 else { continue }
      lines.append(ByteRange(bytes.count, bytes.count + words.count))
      bytes += words
    }
    self.init(bytes, lines: lines)
  }
}

extension HTMLPiece {
  /// The piece less the page's noise, or the furniture that it is.
  fileprivate func without(_ noise: PageNoise, in source: SourceText) -> HTMLPiece {
    guard noise.isPage else { return self }
    var isBullet = false
    var words: PlacedWords
    switch self {
    case .table, .furniture: return self
    case .heading(let own, _), .paragraph(let own, _): words = own
    case .item(let own, _, _, let bullet): (words, isBullet) = (own, bullet)
    }
    if let rule = noise.rule(words.bytes, words.all, isBullet: isBullet) {
      return .furniture(rule, words.lines(in: source))
    }
    words.cut(at: noise.content(words.bytes, words.all).upper)
    switch self {
    case .heading(_, let level): return .heading(words, level: level)
    case .item(_, let label, let level, let isBullet):
      return .item(words, label: label, level: level, isBullet: isBullet)
    case .paragraph(_, let level): return .paragraph(words, level: level)
    case .table, .furniture: return self
    }
  }
}
