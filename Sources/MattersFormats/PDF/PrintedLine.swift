import MattersText

/// Words that stand on one line of a page, left to right.
struct PrintedLine {
  var words: [PrintedWord]
  var page: Int
  /// The words, as ranges of them, between the gaps that are wider than a space.
  var stretches: [Range<Int>] = []
  /// Where the full lines around it end, if it stands in a narrow column of prose.
  var edge = Double.infinity

  var top: Double { words[0].top }
  var bottom: Double { words[0].bottom }
  var height: Double { bottom - top }

  /// The left and the right edge of a stretch.
  func edges(_ stretch: Range<Int>) -> (left: Double, right: Double) {
    (words[stretch.lowerBound].left, words[stretch].map(\.right).max() ?? 0)
  }
}

/// The lines of all pages, and what is usual on them.
struct PrintedLines {
  let bytes: [UInt8]
  private(set) var all: [PrintedLine] = []
  let pageCount: Int
  /// The usual gap between two words, as a share of a line's height.
  let space: Double
  /// The usual width of a character.
  let character: Double
  /// How far lines that follow each other are apart, as a share of a line's height.
  let leading: Double
  /// Where the left-most words begin, and where most lines do.
  let margin: Double
  let indent: Double
  /// Where full lines end, page by page; pages of one width share it.
  private let edges: [Double]

  /// A page with more words than this is no paper's; it is laid out without looking for tables.
  private static let mostWords = 20_000
  /// The pages that are too full to look for tables.
  let overfull: Set<Int>

  init(_ printed: PrintedPages) {
    bytes = printed.bytes
    pageCount = printed.pages.count
    var lines: [PrintedLine] = []
    for (page, words) in printed.pages.enumerated() {
      lines += Self.lines(of: words, page: page)
    }
    overfull = Set(printed.pages.indices.filter { printed.pages[$0].count > Self.mostWords })
    var gaps: [Double] = []
    var width = (points: 0.0, characters: 0)
    for line in lines {
      for (word, next) in zip(line.words, line.words.dropFirst()) {
        let gap = next.left - word.right
        if gap > 0, gap < line.height { gaps.append(gap / line.height) }
      }
      for word in line.words {
        width.points += word.right - word.left
        width.characters += word.length
      }
    }
    space = Self.median(&gaps) ?? 0.25
    character = max(1, width.points / Double(max(1, width.characters)))
    margin = max(0, lines.map { $0.words[0].left }.min() ?? 0)
    var starts: [Int: Int] = [:]
    for line in lines { starts[Int((line.words[0].left * 2).rounded()), default: 0] += 1 }
    let usual = starts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    indent = Double(usual?.key ?? 0) / 2
    leading = Self.leading(of: lines, bytes)
    var ends: [Int: [Double]] = [:]
    for line in lines {
      guard let last = line.words.last else { continue }
      ends[Int(printed.widths[line.page]), default: []].append(last.right)
    }
    let edges = ends.mapValues { $0.sorted()[$0.count * 97 / 100] }
    self.edges = printed.widths.map { edges[Int($0)] ?? 0 }
    all = lines
    for index in all.indices { all[index].stretches = stretches(all[index]) }
    setNarrowEdges()
  }

  /// Prose that stands far from the margin, as beside a label, has an edge of its own.
  private mutating func setNarrowEdges() {
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].page == all[start].page,
        abs(all[end].words[0].left - all[start].words[0].left) < 2,
        all[end].top - all[end - 1].top < 1.5 * leading * all[start].height
      {
        end += 1
      }
      if end - start > 2, all[start].words[0].left > indent + 60,
        all[start + 1..<end].contains(where: { bytes[$0.words[0].text.lower].isLower })
      {
        let edge = all[start..<end].compactMap { $0.words.last?.right }.max() ?? .infinity
        for index in start..<end { all[index].edge = edge }
      }
      start = end
    }
  }

  /// Whether a line surely ends a paragraph: the next one's first word had room on it.
  func endsParagraph(_ line: PrintedLine, before next: PrintedLine) -> Bool {
    guard let last = line.words.last, let word = next.words.first else { return false }
    let hadRoom =
      last.right + space(line) + (word.right - word.left) < min(edges[line.page], line.edge) - 1
    guard hadRoom, bytes[word.text.lower].isLower else { return hadRoom }
    switch bytes[last.text.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B: return true  // . ? ! : ;
    default: return false
    }
  }

  /// The usual gap between two words of a line.
  func space(_ line: PrintedLine) -> Double { space * line.height }

  /// A gap that is wider than between a line's words.
  func wideGap(_ line: PrintedLine) -> Double { space(line) * 1.4 + 0.2 }

  private static func median(_ values: inout [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    values.sort()
    return values[values.count / 2]
  }

  // MARK: - Making lines

  /// Words whose middles are at one height make a line.
  private static func lines(of words: [PrintedWord], page: Int) -> [PrintedLine] {
    let sorted = words.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    var lines: [PrintedLine] = []
    for word in sorted {
      if let first = lines.last?.words.first,
        word.middle - first.middle <= 0.3 * min(word.height, first.height)
      {
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append(PrintedLine(words: [word], page: page))
      }
    }
    mergeRaised(&lines)
    for index in lines.indices { lines[index].words.sort { $0.left < $1.left } }
    return lines
  }

  /// A footnote's number stands higher than its line and is smaller; it belongs to the line.
  private static func mergeRaised(_ lines: inout [PrintedLine]) {
    var kept: [PrintedLine] = []
    for index in lines.indices {
      let line = lines[index]
      if line.words.allSatisfy({ $0.length <= 3 }), index + 1 < lines.count {
        let next = lines[index + 1]
        if line.height < next.height * 0.85, line.bottom > next.middle,
          line.words.allSatisfy({ word in
            next.words.contains { abs($0.right - word.left) < 2 }
          })
        {
          lines[index + 1].words += line.words
          continue
        }
      }
      kept.append(line)
    }
    lines = kept
  }

  /// The distance of lines that surely follow each other, the second beginning in lower case.
  private static func leading(of lines: [PrintedLine], _ bytes: [UInt8]) -> Double {
    var samples: [Double] = []
    for (line, next) in zip(lines, lines.dropFirst())
    where line.page == next.page && bytes[next.words[0].text.lower].isLower
      && abs(line.height - next.height) < 0.5
    {
      let distance = (next.top - line.top) / line.height
      if distance > 0.7, distance < 3 { samples.append(distance) }
    }
    return median(&samples) ?? 1.15
  }

  /// Where a line is set to both margins all its gaps are wide and alike, and none says anything.
  private func stretches(_ line: PrintedLine) -> [Range<Int>] {
    let gaps = zip(line.words, line.words.dropFirst()).map { $1.left - $0.right }
    var wide = wideGap(line)
    if gaps.count >= 6, let least = gaps.min(), let most = gaps.max(), least >= wide,
      most < least * 1.5
    {
      wide = most + 1
    }
    var stretches: [Range<Int>] = []
    var start = 0
    for (index, gap) in gaps.enumerated() where gap >= wide {
      stretches.append(start..<index + 1)
      start = index + 1
    }
    return stretches + [start..<line.words.count]
  }
}

extension PrintedLine {
  var middle: Double { words[0].middle }
}
