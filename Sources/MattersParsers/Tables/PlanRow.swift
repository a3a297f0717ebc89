import MattersBlocks
import MattersRecords
import MattersText

/// A row of a plan's table of actions, its number taken from its own column or from the action.
struct PlanRow {
  /// The number as printed, without a closing dot.
  var number: String?
  /// The filled cells that are known.
  var cells: [PlanColumn: ByteRange] = [:]

  /// Takes a row apart.
  init(_ block: Block, _ columns: PlanColumns, in paper: Paper) {
    let all = Array(paper.cells(block))
    let bytes = paper.clean.bytes
    for (column, position) in columns.index
    where position < all.count && !bytes.trimmed(all[position]).isEmpty {
      cells[column] = bytes.trimmed(all[position])
    }
    if let own = cells[.number] {
      let label = paper.text(own)
      if label.utf8.count <= 12, label.contains(where: \.isNumber) { number = Self.bare(label) }
    } else if let action = cells[.action],
      let (label, next) = LabelScanner.scan(bytes, action.lower, action.upper),
      bytes[label.lower].isDigit, next < action.upper
    {
      number = Self.bare(bytes.string(label))
      cells[.action] = bytes.trimmed(ByteRange(next, action.upper))
    }
  }

  /// Whether a row is a line across the table that groups the actions below it.
  func isSubheading(in paper: Paper, after action: PlanActionParts?) -> Bool {
    guard cells.count == 1, let only = cells[.action], only.count <= 120 else { return false }
    guard paper.clean.bytes[only.lower].isUpper else { return false }
    guard let last = action?.parts[.action]?.last else { return true }
    return ![0x2C, 0x2D].contains(paper.clean.bytes[last.upper - 1])
      && [0x2E, 0x3B].contains(paper.clean.bytes[last.upper - 1])
  }

  /// Whether the row reads on from the one before: it has no action, or one in lower case.
  func goesOn(in paper: Paper) -> Bool {
    guard let action = cells[.action] else { return true }
    return paper.clean.bytes[action.lower].isLower
  }

  private static func bare(_ label: String) -> String {
    var label = Substring(label)
    while let last = label.last, ".): ".contains(last) { label = label.dropLast() }
    while let first = label.first, "( ".contains(first) { label = label.dropFirst() }
    return String(label)
  }
}

/// An action of a plan as its rows give it, before what page breaks cut is put together.
struct PlanActionParts {
  var number: String?
  var parts: [PlanColumn: [ByteRange]] = [:]
  var lines: LineRange
  /// Whether its record was added.
  var isDone = false
  /// The number of the area that this action, or one before it, names: `4` of `4.1`.
  var prefix: String?

  init(_ row: PlanRow, lines: LineRange, prefix: String?) {
    number = row.number
    self.lines = lines
    for (column, cell) in row.cells { parts[column] = [cell] }
    if let dot = number?.firstIndex(of: ".") {
      self.prefix = number.map { String($0[..<dot]) }
    } else {
      self.prefix = prefix
    }
  }

  mutating func append(_ row: PlanRow, lines: LineRange) {
    guard !isDone else { return }
    for (column, cell) in row.cells { parts[column, default: []].append(cell) }
    self.lines = self.lines.union(lines)
  }

  /// The record, and whether points of its progress were told apart by guess.
  func content(in paper: Paper, area: String?) -> (PlanAction, isGuessed: Bool) {
    var content = PlanAction()
    content.number = number
    content.planArea = area ?? prefix
    content.text = words(.action, in: paper) ?? ""
    content.lead = words(.lead, in: paper)
    if let deadline = words(.deadline, in: paper) {
      content.deadline = DateReader.whole(deadline)
      if content.deadline == nil { content.deadlineAsPrinted = deadline }
    }
    content.rating = words(.rating, in: paper)
    var isGuessed = false
    for part in parts[.progress] ?? [] {
      let points = ListPoints(part, of: paper, ending: .progress)
      if points.isGuessed { isGuessed = true }
      for (position, text) in points.texts.enumerated() {
        if position == 0, let last = content.progress.last, !last.hasSuffix("."),
          text.utf8.first?.isLower == true, !ListPoints.isList(part, in: paper)
        {
          content.progress[content.progress.count - 1] = last + " " + text
        } else {
          content.progress.append(text)
        }
      }
    }
    return (content, isGuessed)
  }

  private func words(_ column: PlanColumn, in paper: Paper) -> String? {
    guard let ranges = parts[column] else { return nil }
    return ranges.dropFirst().reduce(paper.text(ranges[0])) { head, tail in
      CutCell.join(head, paper.text(tail))
    }
  }
}

/// Puts together the two halves of a cell that a page break cut.
enum CutCell {
  /// The words of both, with what is printed on both pages kept once.
  static func join(_ head: String, _ tail: String) -> String {
    guard let last = head.split(separator: " ").last, let first = tail.split(separator: " ").first
    else { return head.isEmpty ? tail : head }
    // A word that closes a bracket twice was printed on both pages.
    if last == first, last.hasSuffix(")"), !last.contains("("), last.count > 1 {
      let rest = tail.dropFirst(first.count).drop { $0 == " " }
      return rest.isEmpty ? head : head + " " + rest
    }
    // The hyphen of a compound at a row's end.
    let isCompound = head.hasSuffix("-") && head.dropLast().last?.isLetter == true
    return head + (isCompound ? "" : " ") + tail
  }
}
