import MattersBlocks
import MattersText

/// The lists of strengths and of developments, which stand side by side on the page and which
/// converters print one after the other, page by page, often without the second heading.
///
/// What tells them apart is their numbering: each list counts on across pages, and an item goes to
/// the list that was waiting for its number.
struct StrengthLists {
  let paper: Paper
  /// The blocks that gave them.
  var claimed: [Int] = []
  /// Why the reading is not certain.
  private(set) var because: String?

  private var lists: [[Entry]] = [[], []]
  private var counts = [0, 0]
  /// The list being read: 0 strengths, 1 developments.
  private var current = 0
  private var lastLine = 0

  private struct Entry { var pieces: [ByteRange] }

  init(paper: Paper) { self.paper = paper }

  /// Whether nothing was read.
  var isEmpty: Bool { lists.allSatisfy(\.isEmpty) }

  /// The words of strengths and developments.
  var words: (strengths: [String], developments: [String]) {
    (lists[0].map { paper.joined($0.pieces) }, lists[1].map { paper.joined($0.pieces) })
  }

  /// Reads from a heading to what ends the lists; returns the block after.
  mutating func read(_ blocks: Range<Int>) -> Int {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      if let heading = ReviewHeading.of(block, in: paper) {
        guard heading == .strengths || heading == .developments else { break }
        current = heading == .strengths ? 0 : 1
      } else if block.kind == .item {
        add(block, number: number(block), list: list(for: index, in: blocks))
      } else if block.kind == .paragraph, !block.style.contains(.bold) {
        guard addParagraph(block) else { break }
      } else {
        break
      }
      claimed.append(index)
      lastLine = block.lines.last
      index += 1
    }
    return index
  }

  private func number(_ block: Block) -> Int? {
    guard let label = paper.label(block) else { return nil }
    return Int(label.filter(\.isNumber).prefix(4))
  }

  private mutating func add(_ block: Block, number: Int?, list: Int) {
    current = list
    counts[list] = number ?? counts[list] + 1
    lists[list].append(Entry(pieces: [block.text]))
  }

  /// The list that an item belongs to.
  private mutating func list(for index: Int, in blocks: Range<Int>) -> Int {
    let block = paper.blocks[index]
    guard let number = number(block) else {
      // A bullet that lost its number and begins the second list: a gap before it, 2 after it.
      if current == 0, lists[1].isEmpty, !lists[0].isEmpty, block.lines.first > lastLine + 1,
        let next = paper.next(after: index), blocks.contains(next),
        paper.blocks[next].kind == .item, self.number(paper.blocks[next]) == 2, counts[0] != 1
      {
        because = Self.numbering
        return 1
      }
      return current
    }
    switch (number == counts[0] + 1, number == counts[1] + 1) {
    case (true, true):
      // Both lists wait for it: where it comes once more, the left-hand list begins after the gap.
      let comesAgain = blocks.suffix(from: min(index + 1, blocks.upperBound)).prefix(60).contains {
        paper.blocks[$0].kind == .item && self.number(paper.blocks[$0]) == number
      }
      let isAfterGap = block.lines.first > lastLine + 1
      guard current == 1, isAfterGap, comesAgain else { return current }
      because = Self.numbering
      return 0
    case (true, false) where current == 1 && counts[0] > 0:
      because = Self.numbering
      return 0
    case (false, true) where current == 0:
      because = Self.numbering
      return 1
    default: return current
    }
  }

  /// Takes a paragraph; false where it belongs to neither list.
  ///
  /// It is the next line of an item, the rest of one that a page break cut, or an item that lost
  /// its bullet.
  private mutating func addParagraph(_ block: Block) -> Bool {
    if block.lines.first == lastLine + 1, !lists[current].isEmpty {
      lists[current][lists[current].count - 1].pieces.append(block.text)
      return true
    }
    if paper.beginsLower(block.text) {
      let open = [0, 1].first { list in
        lists[list].last?.pieces.last.map { !paper.isEnded($0) } ?? false
      }
      if let open {
        lists[open][lists[open].count - 1].pieces.append(block.text)
        return true
      }
    }
    guard block.text.count >= 40 || paper.isEnded(block.text) else { return false }
    because = because ?? "an item without a bullet or a number"
    counts[current] += 1
    lists[current].append(Entry(pieces: [block.text]))
    return true
  }

  private static let numbering = "the two columns were told apart by their numbering"
}
