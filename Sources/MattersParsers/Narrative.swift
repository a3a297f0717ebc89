import MattersBlocks
import MattersText

/// Tells which blocks of a recognised document are its narrative.
///
/// Narrative stands under a recognised heading and reads on: its numbers count up, its sentences
/// are whole, its tables have rows. Where too little of a stretch reads on, the stretch is not
/// claimed; where too little of the document does, none of it is. Lines in a muddle are thereby
/// told from a paper, although each of them by itself may be known.
struct Narrative {
  private let paper: Paper
  private let isRead: (Int) -> Bool
  private var labels = LabelSequence()

  /// The blocks of a section that are narrative; those that records were read from are left out.
  static func blocks(
    of section: Section, in paper: Paper, isRead: @escaping (Int) -> Bool
  ) -> [Int] {
    guard section.layout != nil || section.blocks.contains(where: isRead) else { return [] }
    var narrative = Narrative(paper: paper, isRead: isRead)
    return narrative.blocks(of: section)
  }

  private init(paper: Paper, isRead: @escaping (Int) -> Bool) {
    self.paper = paper
    self.isRead = isRead
  }

  /// A heading and what stands under it.
  private struct Stretch {
    var blocks: [Int] = []
    var judged = 0
    var breaks = 0
    var isUnderHeading = false

    /// Whether no more than a share of the blocks, in a hundred, and some more fail to read on.
    func readsOn(_ share: Int, more: Int) -> Bool { breaks * 100 <= share * judged + more * 100 }
  }

  /// The most breaks in a hundred blocks of a document, and of a stretch.
  private static let documentBreaks = 12
  private static let stretchBreaks = 25
  /// How many blocks may lie between a heading known by its form and one known by its words.
  private static let reach = 150

  private mutating func blocks(of section: Section) -> [Int] {
    var stretches: [Stretch] = []
    var current = Stretch()
    var sinceKnown = section.layout == nil ? Self.reach : 0
    var previous: Int?
    for index in section.blocks where paper.blocks[index].kind != .furniture {
      let heading = heading(index, in: section)
      sinceKnown = heading == .words ? 0 : sinceKnown + 1
      if heading != nil {
        stretches.append(current)
        current = Stretch()
        current.isUnderHeading = sinceKnown <= Self.reach
      }
      if !isRead(index) { current.blocks.append(index) }
      current.judged += 1
      if !follows(previous, index) { current.breaks += 1 }
      previous = index
    }
    stretches.append(current)
    var whole = Stretch()
    for stretch in stretches {
      whole.judged += stretch.judged
      whole.breaks += stretch.breaks
    }
    guard whole.readsOn(Self.documentBreaks, more: 0) else { return [] }
    return stretches.filter { $0.isUnderHeading && $0.readsOn(Self.stretchBreaks, more: 1) }
      .flatMap(\.blocks)
  }

  // MARK: - Headings

  /// How a heading is known: by its words, or as what a record was read from; or by its form.
  private enum Heading { case words, form }

  private func heading(_ index: Int, in section: Section) -> Heading? {
    let block = paper.blocks[index]
    if isRead(index) || section.layout != nil && index == section.blocks.lowerBound {
      return .words
    }
    guard block.kind != .row, block.text.count <= 160 else { return nil }
    if HeadingWords.isKnown(block, in: paper) { return .words }
    if block.kind == .heading || block.style.contains(.bold) { return .form }
    guard block.kind == .paragraph, !paper.isEnded(block.text), !paper.beginsLower(block.text),
      let next = paper.next(after: index), next < section.blocks.upperBound
    else { return nil }
    let under = paper.blocks[next]
    return under.kind != .paragraph || under.text.count > block.text.count ? .form : nil
  }

  // MARK: - Reading on

  /// Whether a block follows from the one before it.
  private mutating func follows(_ previous: Int?, _ index: Int) -> Bool {
    let block = paper.blocks[index]
    if let label = paper.label(block), !labels.take(label) { return false }
    if block.kind == .row { return isRead(index) || rowFollows(index) }
    if block.kind == .item, block.label.isEmpty {
      labels.skip()
      return isInList(index)
    }
    guard block.kind == .paragraph, let previous, paper.blocks[previous].kind != .row else {
      return true
    }
    let former = paper.blocks[previous].text
    return paper.beginsLower(block.text)
      ? !paper.isEnded(former) : !paper.isOpenEnded(former)
  }

  /// Whether a row has others beside it, and goes on in mid-air only where one above it stops there.
  private func rowFollows(_ index: Int) -> Bool {
    let cells = Array(paper.cells(paper.blocks[index]))
    guard cells.count >= 3 else { return true }
    let above = neighbour(index, -1)
    let others = [above, neighbour(index, 1)].compactMap { $0 }
    // A row that gives no record, among rows that do, fits nowhere.
    guard !others.isEmpty, !others.contains(where: isRead) else { return false }
    guard let above else { return cells.first?.isEmpty == false }
    let former = Array(paper.cells(paper.blocks[above]))
    return !cells.indices.contains { column in
      guard column < former.count, cells[column].count >= 20, !former[column].isEmpty else {
        return false
      }
      return paper.beginsLower(cells[column]) && paper.isEnded(former[column])
    }
  }

  /// Whether a bullet has another beside it, or words before it that announce a list.
  private func isInList(_ index: Int) -> Bool {
    if let next = paper.next(after: index), paper.blocks[next].kind == .item { return true }
    guard let previous = paper.previous(before: index) else { return false }
    let former = paper.blocks[previous]
    return former.kind == .item || paper.ends(former, with: ":")
      || HeadingWords.isKnown(former, in: paper)
  }

  /// The row before or after a row in its table.
  private func neighbour(_ index: Int, _ step: Int) -> Int? {
    var at = index + step
    while paper.blocks.indices.contains(at), paper.blocks[at].kind == .furniture { at += step }
    let isRow = paper.blocks.indices.contains(at) && paper.blocks[at].kind == .row
    return isRow && paper.blocks[at].table == paper.blocks[index].table ? at : nil
  }
}
