import MattersText

/// How a paper's text tells its layout.
enum Dialect {
  /// By tabs, tags and Markdown marks, or a paragraph a line.
  case marked
  /// By spaces: columns, indents, pages that end in form feeds.
  case spaced

  /// Recognises the dialect of a paper by what is in it; a tie is said, and read as marked text.
  static func of(_ source: SourceText) -> (dialect: Dialect, diagnostics: [Diagnostic]) {
    let evidence = Evidence(source)
    guard evidence.spaced > 0, evidence.spaced >= evidence.marked else { return (.marked, []) }
    if evidence.spaced > evidence.marked { return (.spaced, []) }
    return (
      .marked,
      [
        Diagnostic(
          "dialect.tie", .warning,
          "the text could be set out by tabs and marks or by spaces; read as tabs and marks")
      ]
    )
  }

  /// Whether a line is the rule of a table that is drawn: `+-----+-----+`.
  static func isGridRule(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    line.count >= 5 && bytes[line.lower] == 0x2B && bytes[line.upper - 1] == 0x2B
      && bytes[line.lower..<line.upper].allSatisfy {
        $0 == 0x2B || $0 == 0x2D || $0 == 0x3D || $0 == 0x3A
      }
  }

  /// Signs of either dialect, counted in lines.
  struct Evidence {
    var marked = 0
    var spaced = 0

    init(_ source: SourceText) {
      let bytes = source.bytes
      var lines = 0
      var columns = 0
      var hanging = 0
      var pages = 0
      var grid = 0
      var long = 0
      var formerIndent = 0
      var edges = PageEdges()
      for number in 1...max(1, source.lineCount) where number <= source.lineCount {
        let whole = source.line(number)
        let line = bytes.trimmed(whole)
        if !whole.isEmpty, bytes[whole.lower] == 0x0C, number > 1 {
          pages += 1
          edges.endPage(bytes)
        }
        guard !line.isEmpty else { continue }
        lines += 1
        edges.add(bytes, line)
        let indent = line.lower - whole.lower
        let (hasTab, hasGap, hasTag) = Self.marks(bytes, line)
        if Dialect.isGridRule(bytes, line) { grid += 1 }
        if grid > 0, bytes[line.lower] == 0x7C || bytes[line.lower] == 0x2B {
          columns += 1
        } else if hasTab || hasTag || bytes[line.lower] == 0x7C {
          marked += 2
        } else if hasGap {
          columns += 1
        } else if indent >= 4, indent == formerIndent {
          hanging += 1
        }
        // What a web page of a committee system prints around its items is never set by spaces.
        if indent == 0, PageNoise.isSureMark(bytes, line) { marked += 8 }
        if line.count > 240, !hasGap { long += 1 }
        formerIndent = hasGap ? 0 : indent
      }
      marked += long * 2
      if pages > 0 { edges.endPage(bytes) }
      let signs = columns + hanging
      // What was printed has heads, feet or numbers at the edges of its pages; a form feed alone
      // does not tell how lines are set.
      spaced =
        signs > 0 && pages > 0 && edges.arePrinted
        ? pages * 5 + signs : signs >= 3 && (grid > 1 || signs * 12 >= lines) ? signs : 0
    }

    /// Whether a line holds a tab, three blanks or more together, and what may be a tag.
    private static func marks(
      _ bytes: [UInt8], _ line: ByteRange
    ) -> (hasTab: Bool, hasGap: Bool, hasTag: Bool) {
      var hasTag = false
      var at = line.lower
      while !hasTag, let open = bytes.firstIndex(of: 0x3C, in: ByteRange(at, line.upper)) {
        at = open + 1
        hasTag = at < line.upper && (bytes[at].isLetter || bytes[at] == 0x2F)
      }
      return (
        bytes.firstIndex(of: 0x09, in: line) != nil, bytes.contains("   ", in: line), hasTag
      )
    }
  }
}
