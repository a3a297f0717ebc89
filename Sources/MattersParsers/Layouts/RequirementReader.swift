import MattersBlocks
import MattersRecords
import MattersText

/// Reads one requirement of an improvement notice under review.
struct RequirementReader {
  let paper: Paper
  /// What was read so far.
  private(set) var content = Requirement()
  /// Where it stands.
  private(set) var lines = LineRange(1, 1)
  /// The blocks that gave it.
  private(set) var claimed: [Int] = []
  /// Why the reading is not certain.
  private(set) var because: String?

  /// The left-hand list that bullets belong to.
  private var left: ReviewHeading = .achievements
  /// The list being read.
  private var field: ReviewHeading?
  private var lists: [ReviewHeading: [Entry]] = [:]
  /// How many words came under the heading last seen.
  private var sinceHeading = 0

  /// One entry of a list, in pieces.
  private struct Entry {
    var pieces: [ByteRange]
    var level: UInt8 = 0
    var isBullet = false
    var line = 0
  }

  init(paper: Paper) { self.paper = paper }

  /// Reads the number and the words, and after them the status.
  mutating func readText(_ head: Range<Int>) {
    let first = paper.blocks[head.lowerBound]
    content.number = paper.label(first).map { String($0.prefix { $0.isNumber || $0 == "." }) }
    while content.number?.hasSuffix(".") == true { content.number?.removeLast() }
    var words: [String] = []
    for index in head where paper.blocks[index].kind != .furniture {
      claimed.append(index)
      words.append(paper.text(paper.blocks[index]))
    }
    content.text = words.joined(separator: " ")
    lines = first.lines
    if let last = claimed.last { lines = lines.union(paper.blocks[last].lines) }
  }

  /// Reads status and lists; returns the block after the requirement.
  mutating func readLists(_ blocks: Range<Int>) -> Int {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      if NoticeReviewLayout.requirement(at: index, in: paper) != nil { break }
      guard read(block, index) else { break }
      index += 1
    }
    settle()
    content.achievements = words(.achievements)
    content.evidence = words(.evidence)
    content.developments = words(.developments)
    content.timescales = words(.timescales)
    return index
  }

  /// Reads a block; false where it belongs to what comes after the requirement.
  private mutating func read(_ block: Block, _ index: Int) -> Bool {
    if content.rating == nil, let rating = NoticeReviewLayout.status(block, in: paper) {
      if rating.isEmpty { field = .status } else { content.rating = rating }
      take(block, index)
      return true
    }
    let paragraphs = block.kind == .row ? [] : paper.paragraphs(block.text)
    if let first = paragraphs.first, let heading = heading(first, block) {
      // A heading may stand in one box with the words under it.
      open(heading)
      take(block, index)
      for paragraph in paragraphs.dropFirst() { addPlain(paragraph, block) }
      return true
    }
    switch block.kind {
    case .heading, .row: return false
    case .item
    where block.style.contains(.bullet) || field == .achievements || field == .developments:
      addBullet(block)
    case .paragraph where block.style.contains(.bold) && field != .status: return false
    default:
      if field == .status, content.rating == nil {
        content.rating = paper.text(block)
      } else if field == nil || field == .status {
        return false
      } else {
        for paragraph in paragraphs { addPlain(paragraph, block) }
      }
    }
    take(block, index)
    return true
  }

  private func heading(_ words: ByteRange, _ block: Block) -> ReviewHeading? {
    guard block.kind != .item || block.style.contains(.bold),
      let heading = ReviewHeading.of(words, in: paper)
    else { return nil }
    switch heading {
    case .achievements, .evidence, .developments, .timescales: return heading
    case .strengths: return .achievements
    case .status, .question: return nil
    }
  }

  private mutating func take(_ block: Block, _ index: Int) {
    claimed.append(index)
    lines = lines.union(block.lines)
  }

  private mutating func open(_ heading: ReviewHeading) {
    settle()
    field = heading
    if heading == .achievements || heading == .developments { left = heading }
    sinceHeading = 0
  }

  private mutating func addBullet(_ block: Block) {
    var field = self.field ?? left
    if field == .status { field = left }
    // Bullets straight under the heading are its own; bullets after plain words are the left
    // column's, going on.
    let isOwn =
      field == .achievements || field == .developments || sinceHeading == 0
      || lists[field]?.last?.isBullet == true
    if !isOwn {
      settle(bulletsGoOn: true)
      field = left
    }
    self.field = field
    sinceHeading += 1
    let entry = Entry(
      pieces: [block.text], level: block.level, isBullet: true, line: block.lines.last)
    if let parent = lists[field]?.last, parent.isBullet, block.level > parent.level {
      extendLast(field, with: [block.text], line: block.lines.last)
    } else {
      lists[field, default: []].append(entry)
    }
  }

  private mutating func addPlain(_ words: ByteRange, _ block: Block) {
    guard let field else { return }
    defer { sinceHeading += 1 }
    let entry = Entry(pieces: [words], level: block.level, line: block.lines.last)
    guard let last = lists[field]?.last, sinceHeading > 0 else {
      lists[field, default: []].append(entry)
      return
    }
    let isNextLine = block.lines.first == last.line + 1
    let isWrapped =
      isNextLine && (startsMidAir(words) || last.pieces.last.map { paper.isOpenEnded($0) } == true)
    if isWrapped || last.isBullet && paper.beginsLower(words) {
      extendLast(field, with: [words], line: block.lines.last)
    } else {
      lists[field, default: []].append(entry)
    }
  }

  private mutating func extendLast(_ field: ReviewHeading, with words: [ByteRange], line: Int) {
    guard var entries = lists[field], var last = entries.popLast() else { return }
    last.pieces += words
    last.line = line
    entries.append(last)
    lists[field] = entries
  }

  /// Whether a line goes on with the line above it: in lower case, or with a dash.
  private func startsMidAir(_ words: ByteRange) -> Bool {
    paper.beginsLower(words)
      || paper.clean.bytes.matches("\u{2013} ", at: words.lower, before: words.upper)
  }

  /// Gives back to the left-hand list the words that ended up under the right-hand heading: the
  /// rest of a bullet that stops in mid-air, or a sentence that takes up the bullet's last words.
  private mutating func settle(bulletsGoOn: Bool = false) {
    guard field == .evidence || field == .timescales, let field, sinceHeading > 0,
      let last = lists[field]?.last, !last.isBullet, let words = last.pieces.first,
      let bullet = lists[left]?.last, let open = bullet.pieces.last,
      !paper.isEnded(open)
        || takesUp(words, open)
    else { return }
    let isRest =
      paper.isOpenEnded(open) && bulletsGoOn
      && (paper.beginsLower(words) || sinceHeading > 1)
    guard isRest || takesUp(words, open) else { return }
    lists[field]?.removeLast()
    extendLast(left, with: last.pieces, line: last.line)
    because = "the columns of the page ran into each other"
  }

  /// Whether a sentence begins with "This" or "These" and a word that the former one ends with.
  private func takesUp(_ words: ByteRange, _ former: ByteRange) -> Bool {
    guard paper.isEnded(words) else { return false }
    let first = MatchKey.words(paper.text(words)).prefix(2)
    guard first.count == 2, first[0] == "this" || first[0] == "these" else { return false }
    return MatchKey.words(paper.text(former)).suffix(4).contains(first[1])
  }

  private func words(_ field: ReviewHeading) -> [String] {
    (lists[field] ?? []).map { paper.joined($0.pieces) }
  }
}
