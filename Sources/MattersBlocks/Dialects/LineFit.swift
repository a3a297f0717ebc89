import MattersText

/// Tells a line that was wrapped from one that its author ended, by whether the next word had room.
///
/// The measure is learned from lines that were surely wrapped, those followed by a lower-case word:
/// in a typewriter's text it is the width, in a printer's some columns less, since letters differ.
struct LineFit {
  /// The smallest reach, line and next word together, that made the paper's writer wrap.
  private var reach: [Int: Int] = [:]
  private var common: Int
  /// Whether every line was filled to one width, as a typewriter does and a printer does not.
  let isTyped: Bool

  init(_ text: SpacedText, furniture: [Furniture?]) {
    var ends: [Int] = []
    for index in text.lines.indices
    where furniture[index] == nil && text.lines[index].chunks.count == 1
      && !text.lines[index].isDrawn
    {
      ends.append(text.lines[index].end)
    }
    ends.sort()
    let widest = ends.isEmpty ? 80 : ends[ends.count * 97 / 100]

    var samples: [Int: [Int]] = [:]
    var all: [Int] = []
    for index in text.lines.indices.dropFirst()
    where furniture[index] == nil && furniture[index - 1] == nil {
      let line = text.lines[index]
      let before = text.lines[index - 1]
      guard line.gap == 0, line.chunks.count == 1, !line.isDrawn, !before.isDrawn,
        before.page == line.page,
        before.chunks.count <= 2, before.end * 5 > widest * 3, text.startsLower(line.bytes),
        line.indent <= before.indent + 12
      else { continue }
      let value = before.end + 1 + text.firstWord(line.bytes)
      samples[line.page, default: []].append(value)
      all.append(value)
    }
    common = all.count >= 6 ? Self.low(&all) : max(60, widest * 9 / 10)
    isTyped = all.count >= 6 && widest < common
    // What a typewriter wrote has one width on all pages.
    for (page, var values) in samples where values.count >= 8 && !isTyped {
      reach[page] = Self.low(&values)
    }
  }

  private static func low(_ values: inout [Int]) -> Int {
    values.sort()
    return values[values.count / 8]
  }

  /// The columns a line of a page can surely take.
  func reach(on page: Int) -> Int { reach[page] ?? common }

  /// Whether a line was full: the word that begins the next one had no room on it.
  func isFull(_ line: SpacedText.Line, before word: Int) -> Bool {
    line.end + 1 + word >= reach(on: line.page)
  }

  /// Whether a line of plain prose reached so far that it hardly ended there.
  func isAlmostFull(_ line: SpacedText.Line, before word: Int) -> Bool {
    line.end + 1 + word >= reach(on: line.page) * 9 / 10
  }

  /// Whether a line was nearly full, as the last of a printed paragraph's lines may be too.
  func isNearlyFull(_ line: SpacedText.Line, before word: Int) -> Bool {
    line.end + 1 + word >= reach(on: line.page) * (isTyped ? 100 : 93) / 100
  }
}
