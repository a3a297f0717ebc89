import MattersBlocks
import MattersText

/// A line of minutes: a block of prose, or what a row of a table says where minutes are printed in
/// columns.
struct MinuteLine {
  /// The prose; for a row, its number as the label and its words as the text.
  var block: Block
  /// Which of the paper's blocks it is, or stands in.
  var index: Int
  /// Whether a page ran it together with others, its title with its words.
  var isRunOn = false
  /// Whether a table's column says that it is the title of a minute.
  var isTitle = false
  /// Whether it stands in a table of minutes, whose other columns say who is to act.
  var isOfTable = false
}

/// Turns the blocks of minutes into lines that can be read one after another.
///
/// Minutes are printed in columns too: the number, the words, the initials of whoever is to act.
/// Where the rows of a table begin with numbers that count up, each row is a line.
enum MinuteLines {
  static func of(_ blocks: Range<Int>, in paper: Paper) -> [MinuteLine] {
    var lines: [MinuteLine] = []
    var numbered: [Int32: Bool] = [:]
    var columns = ActionColumns()
    var tables: [Int32: MinutesTable?] = [:]
    var last: MinutesTable?
    for index in blocks {
      let block = paper.blocks[index]
      switch block.kind {
      case .furniture: continue
      case .paragraph where isBlank(block, in: paper): continue
      case .row:
        let table =
          tables[block.table]
          ?? MinutesTable(ofTableAt: index, in: paper)
          ?? last.flatMap { MinutesTable(goingOn: $0, at: index, in: paper) }
        tables[block.table] = .some(table)
        if let table, table.isHeaded {
          last = table
          lines += table.lines(of: index, in: paper)
          continue
        }
        let column = columns.column(ofTableAt: index, in: paper)?.index
        let isMinutes =
          numbered[block.table]
          ?? isMinutesTable(block.table, from: index, blocks, without: column, in: paper)
        numbered[block.table] = isMinutes
        if isMinutes || block.cells.count == 1 {
          lines += unfolded(index, without: column, in: paper)
        } else if isHeading(block, without: column, in: paper) || isPoint(block, in: paper)
          || isMotion(block, in: paper) || isLead(block, in: paper)
        {
          lines += unfolded(index, without: column, in: paper)
        } else {
          lines.append(MinuteLine(block: block, index: index))
        }
      case .paragraph where isDashed(block, in: paper):
        var point = block
        point.kind = .item
        point.text = paper.clean.bytes.trimmed(ByteRange(block.text.lower + 2, block.text.upper))
        lines.append(MinuteLine(block: point, index: index))
      case .item where holdsNext(block, in: paper):
        for point in RunOnList.points(paper.clean.bytes, block.text, after: block.label) {
          var piece = block
          (piece.label, piece.text) = (point.label, point.words)
          piece.lines = paper.lines(of: point.words)
          lines.append(MinuteLine(block: piece, index: index))
        }
      default:
        var line = MinuteLine(block: block, index: index)
        line.isRunOn = isPiece(index, in: paper)
        lines +=
          RunOnParagraph.lines(block, index: index, in: paper)
          ?? RunInList.lines(block, index: index, in: paper) ?? [line]
      }
    }
    return lines
  }

  /// Whether a block shares its line with another: a page that lost its lines was cut there.
  private static func isPiece(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .item, !block.label.isEmpty else { return false }
    let before = paper.previous(before: index).map { paper.blocks[$0].lines.last }
    let after = paper.next(after: index).map { paper.blocks[$0].lines.first }
    return before == block.lines.first || after == block.lines.last
  }

  /// Whether a point in brackets has the next one in the same lines.
  private static func holdsNext(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    guard (3...5).contains(block.label.count), bytes[block.label.lower] == 0x28,
      bytes.contains("; (", in: block.text) || bytes.contains("; and (", in: block.text)
    else { return false }
    return RunOnList.points(bytes, block.text, after: block.label).count >= 2
  }

  /// A paragraph that a dash makes a point of a list, as where a web page has no lists.
  private static func isDashed(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    return block.label.isEmpty && block.text.count >= 12 && bytes[block.text.lower] == 0x2D
      && bytes[block.text.lower + 1] == 0x20 && bytes[block.text.lower + 2].isUpper
  }

  /// A line of blanks that are not spaces.
  private static func isBlank(_ block: Block, in paper: Paper) -> Bool {
    block.label.isEmpty && block.text.count <= 4
      && !paper.clean.bytes[block.text.lower..<block.text.upper].contains {
        $0.isLetter || $0.isDigit
      }
  }

  /// Whether a row is a heading by itself: a number of two parts and a title.
  private static func isHeading(
    _ block: Block, without column: Int?, in paper: Paper
  ) -> Bool {
    let cells = paper.cells(block).prefix(column ?? .max).filter { !$0.isEmpty }
    guard cells.count == 2, cells[0].count <= 14,
      paper.paragraphs(cells[1]).first.map({ $0.count <= 160 }) == true
    else { return false }
    let printed = paper.text(cells[0])
    if printed.hasSuffix("."), ItemNumber(printed) != nil {
      return paper.capitalShare(cells[1]) > 0.9
    }
    return printed.contains("/") && ItemNumber(printed, isPrefixed: true) != nil
  }

  /// Whether a row is a motion, its number set off by a tab: `R2024-087 | L. Ash, T. Birch: That ...`.
  private static func isMotion(_ block: Block, in paper: Paper) -> Bool {
    let cells = Array(paper.cells(block))
    guard cells.count == 2, (4...16).contains(cells[0].count), cells[1].count >= 8,
      paper.clean.bytes[cells[0].lower..<cells[0].upper].contains(0x2D)
    else { return false }
    let words = paper.clean.bytes
    return ItemNumber(paper.text(cells[0]), isPrefixed: true) != nil
      && (words.contains(": that ", in: cells[1]) || words[cells[1].upper - 1] == 0x3A)
  }

  /// Whether a row is the word that leads to a decision and what was decided: `RESOLVED | That ...`.
  private static func isLead(_ row: Block, in paper: Paper) -> Bool {
    let cells = Array(paper.cells(row))
    guard cells.count == 2, (5...40).contains(cells[0].count), cells[1].count >= 8 else {
      return false
    }
    var block = row
    (block.kind, block.cells, block.table, block.text) = (.paragraph, 0..<0, -1, cells[0])
    return DecisionHeading.end(of: block, in: paper) == cells[0].upper
      || OperativeSentence(cells[0], of: block, in: paper)?.isLead == true
  }

  /// Whether a row is a point of a list, its mark set off by a tab.
  private static func isPoint(_ block: Block, in paper: Paper) -> Bool {
    let cells = Array(paper.cells(block))
    guard cells.count == 2, (1...5).contains(cells[0].count), cells[1].count > 8 else {
      return false
    }
    let bytes = paper.clean.bytes
    let mark = bytes[cells[0].lower..<cells[0].upper]
    let isBullet = !mark.contains(where: \.isWordByte) || mark.allSatisfy { $0 >= 0x80 }
    return isBullet
      || mark.last == 0x29 && LabelScanner.scan(bytes, cells[0].lower, cells[0].upper) != nil
      || mark.last == 0x2E && mark.dropLast().allSatisfy(\.isDigit)
  }

  /// Whether a table's rows are minutes: a number, words, and hardly anything beside them.
  private static func isMinutesTable(
    _ table: Int32, from start: Int, _ blocks: Range<Int>, without column: Int?, in paper: Paper
  ) -> Bool {
    var rows = 0
    var headed = 0
    var last = 0
    var former: ItemNumber?
    var wide = 0
    // Rows whose number has letters, `P.33`, and whose words begin with a title in capitals.
    var titled = 0
    for index in start..<min(blocks.upperBound, start + 200) {
      let block = paper.blocks[index]
      guard block.kind == .row else { continue }
      if block.table != table { break }
      rows += 1
      let cells = Array(paper.cells(block).prefix(column ?? .max))
      guard let first = cells.first, cells.count >= 2 else { continue }
      if cells.dropFirst(2).contains(where: { $0.count > 40 }) { wide += 1 }
      var number = first.isEmpty ? nil : ItemNumber(paper.text(first))
      if number == nil, (3...8).contains(first.count),
        let title = paper.paragraphs(cells[cells.startIndex + 1]).first, title.count <= 160,
        paper.capitalShare(title) > 0.9
      {
        number = ItemNumber(paper.text(first), isPrefixed: true)
        if number != nil { titled += 1 }
      }
      guard let number,
        number.follows(last) || former.map({ number.follows($0) }) ?? false,
        !cells[cells.startIndex + 1].isEmpty
      else { continue }
      headed += 1
      (last, former) = (number.ordinal, number)
    }
    return headed >= 1 && wide * 5 <= rows && (headed == rows || headed >= 3 || rows == 1)
      || titled >= 1 && titled == headed
  }

  /// The lines of a row, but for a column that says what is to be done.
  private static func unfolded(
    _ index: Int, without column: Int?, in paper: Paper
  ) -> [MinuteLine] {
    let row = paper.blocks[index]
    let cells = Array(paper.cells(row).prefix(column ?? .max))
    var lines: [MinuteLine] = []
    guard let first = cells.first else { return [] }
    let isNumbered = !first.isEmpty && ItemNumber(paper.text(first), isPrefixed: true) != nil
    var words = cells.dropFirst(isNumbered || first.isEmpty ? 1 : 0)
    // A list's mark in a column of its own.
    if !isNumbered, let mark = words.first, (1...4).contains(mark.count), words.count >= 2,
      let text = words.dropFirst().first, text.count > 8
    {
      var block = row
      (block.kind, block.cells, block.table) = (.item, 0..<0, -1)
      (block.label, block.text) = (mark, text)
      lines.append(MinuteLine(block: block, index: index))
      words = words.dropFirst(2)
    }
    for (position, cell) in words.enumerated() where !cell.isEmpty {
      for (part, paragraph) in paper.paragraphs(cell).enumerated() {
        var block = row
        (block.kind, block.cells, block.table) = (.paragraph, 0..<0, -1)
        block.text = paragraph
        if position == 0, part == 0, isNumbered {
          block.kind = .item
          block.label = first
        } else if position == 0, part == 0 {
          labelled(&block, in: paper)
        }
        lines.append(MinuteLine(block: block, index: index))
      }
    }
    return lines
  }

  /// Takes the label off the words of a cell, `(a) to write`.
  private static func labelled(_ block: inout Block, in paper: Paper) {
    let bytes = paper.clean.bytes
    guard let (label, next) = LabelScanner.scan(bytes, block.text.lower, block.text.upper) else {
      return
    }
    block.kind = .item
    block.label = label
    block.text = bytes.trimmed(ByteRange(next, block.text.upper))
  }
}
