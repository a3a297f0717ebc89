import MattersBlocks
import MattersText

/// The columns of minutes that are printed as a table under headings: `Item | Discussion | Decision`.
///
/// A row is then a minute: what the item is about heads it, and what stands in the column of
/// decisions was decided.
struct MinuteColumns {
  private enum Role { case number, item, prose, decision, other }

  private var roles: [Role]
  /// The row of headings.
  let header: Int

  private static let numbers: Set<String> = [
    "no", "number", "ref", "item no", "agenda no", "minute no", "item number", "reference",
    "min no",
    "minute number", "agenda ref", "agenda item no", "item ref",
  ]
  private static let items: Set<String> = [
    "item", "items", "agenda item", "agenda items", "subject", "topic", "agenda", "title",
    "heading",
    "business", "item of business", "matter", "report", "report title", "agenda item title",
  ]
  private static let prose: Set<String> = [
    "minute", "minutes", "discussion", "discussions", "summary", "notes", "summary of discussion",
    "detail", "details", "comments", "narrative", "key points", "discussion points", "main points",
    "discussion and decision", "discussion and decisions", "discussion decision", "description",
    "points discussed", "key discussion points", "minute text", "notes of discussion", "record",
    "discussion notes", "issues discussed", "key issues",
  ]
  private static let decisions: Set<String> = [
    "decision", "decisions", "resolution", "resolutions", "resolved", "outcome", "outcomes",
    "agreed", "decision taken", "decisions taken", "decision made", "decisions made", "agreement",
    "committee decision", "board decision", "agreed outcome", "decision outcome",
    "outcome decision", "decisions agreed",
  ]
  private static let others: Set<String> = [
    "action", "actions", "lead", "owner", "by whom", "who", "action by", "lead officer", "officer",
    "time", "page", "pages", "responsible", "presenter", "action owner", "led by", "",
    "deadline", "when", "by when", "timescale", "action required", "for action", "paper", "papers",
  ]

  /// The columns of the table that a row stands in, if its headings are those of minutes.
  init?(ofTableAt row: Int, in paper: Paper) {
    let table = paper.blocks[row].table
    var first = row
    while first > 0,
      paper.blocks[first - 1].kind == .furniture || paper.blocks[first - 1].table == table
    {
      first -= 1
    }
    while paper.blocks[first].kind != .row { first += 1 }
    let cells = Array(paper.cells(paper.blocks[first]))
    guard (2...6).contains(cells.count), cells.allSatisfy({ $0.count <= 40 }) else { return nil }
    var roles: [Role] = []
    for cell in cells {
      let key = MatchKey(paper.text(cell)).description
      if Self.decisions.contains(key) {
        roles.append(.decision)
      } else if Self.items.contains(key) {
        roles.append(.item)
      } else if Self.numbers.contains(key) {
        roles.append(.number)
      } else if Self.prose.contains(key) {
        roles.append(.prose)
      } else if Self.others.contains(key) {
        roles.append(.other)
      } else {
        return nil
      }
    }
    let kinds = roles.filter { $0 == .decision || $0 == .prose }
    guard !kinds.isEmpty, roles.contains(.item) || roles.contains(.decision),
      roles.count(where: { $0 == .decision }) <= 1, roles.count(where: { $0 == .item }) <= 1,
      roles.contains(.item) || kinds.count >= 2
    else { return nil }
    self.roles = roles
    header = first
  }

  /// The lines of a row.
  func lines(of row: Int, in paper: Paper) -> [MinuteLine] {
    guard row != header else { return [] }
    let block = paper.blocks[row]
    let cells = Array(paper.cells(block))
    var lines: [MinuteLine] = []
    var label = ByteRange.none
    func add(_ kind: Block.Kind, _ label: ByteRange, _ text: ByteRange) {
      var piece = block
      (piece.kind, piece.cells, piece.table) = (kind, 0..<0, -1)
      (piece.label, piece.text) = (label, text)
      lines.append(MinuteLine(block: piece, index: row))
    }
    for (role, cell) in zip(roles, cells) where !cell.isEmpty {
      switch role {
      case .number: label = cell
      case .item:
        var title = paper.paragraphs(cell).first ?? cell
        if label.isEmpty,
          let (own, next) = LabelScanner.scan(paper.clean.bytes, title.lower, title.upper)
        {
          label = own
          title = paper.clean.bytes.trimmed(ByteRange(next, title.upper))
        }
        if !title.isEmpty { add(.heading, label, title) }
        for paragraph in paper.paragraphs(cell).dropFirst() { add(.paragraph, .none, paragraph) }
      case .prose:
        for paragraph in paper.paragraphs(cell) { addProse(paragraph, in: paper, add) }
      case .decision:
        for paragraph in paper.paragraphs(cell) where says(paragraph, in: paper) {
          addHeading(to: &lines, row, in: paper)
          addProse(paragraph, in: paper, add)
        }
      case .other: continue
      }
    }
    return lines
  }

  /// Adds a paragraph, its label taken off.
  private func addProse(
    _ text: ByteRange, in paper: Paper, _ add: (Block.Kind, ByteRange, ByteRange) -> Void
  ) {
    let bytes = paper.clean.bytes
    if let (label, next) = LabelScanner.scan(bytes, text.lower, text.upper), next < text.upper {
      add(.item, label, bytes.trimmed(ByteRange(next, text.upper)))
    } else {
      add(.paragraph, .none, text)
    }
  }

  /// Adds the heading of the column of decisions, as a line above what stands in it.
  private func addHeading(to lines: inout [MinuteLine], _ row: Int, in paper: Paper) {
    let cells = Array(paper.cells(paper.blocks[header]))
    guard let at = roles.firstIndex(of: .decision), at < cells.count else { return }
    var piece = paper.blocks[header]
    (piece.kind, piece.cells, piece.table, piece.text) = (.paragraph, 0..<0, -1, cells[at])
    lines.append(MinuteLine(block: piece, index: row))
  }

  /// Whether a cell says that something was decided, and not that nothing was.
  private func says(_ text: ByteRange, in paper: Paper) -> Bool {
    guard text.count >= 4 else { return false }
    let nothing: Set<String> = ["none", "not applicable", "no decision", "nil", "for information"]
    return !nothing.contains(MatchKey(paper.text(text)).description)
  }
}
