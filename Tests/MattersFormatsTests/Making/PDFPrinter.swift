import MattersBlocks

/// Prints a paper as an office program does: prose folded, tables in columns that a hair more than a
/// blank divides, rows cut by pages, a head and a number on every page.
struct PDFPrinter {
  /// How tables are set.
  struct Style: Sendable, CaseIterable, CustomStringConvertible {
    /// The blank space above and below a cell's words, in points.
    var padding: Double
    /// Whether a table's header comes again on each page.
    var repeatsHeader: Bool

    static let allCases = [
      Style(padding: 2, repeatsHeader: true), Style(padding: 0, repeatsHeader: false),
    ]
    var description: String { "\(padding) pt\(repeatsHeader ? ", header again" : "")" }
  }

  private static let size = 8.0
  private static let character = 4.8
  private static let pitch = 9.2
  private static let gap = 7.6
  private static let width = 150
  private static let foot = 60.0

  private var pages: [[String]] = []
  private var height = 0.0
  private let style: Style

  static func pdf(_ paper: Paper, _ style: Style) -> [UInt8] {
    var printer = PDFPrinter(style: style)
    printer.newPage()
    var rows: [[[String]]] = []
    var table: Int32?
    for block in paper.blocks where block.kind != .furniture {
      if block.kind == .row, table == nil || block.table == table {
        table = block.table
        rows.append(printer.cells(paper, block))
        continue
      }
      printer.print(rows)
      rows = block.kind == .row ? [printer.cells(paper, block)] : []
      table = block.kind == .row ? block.table : nil
      guard block.kind != .row else { continue }
      let bullet = block.style.contains(.bullet) ? "\u{2022}" : ""
      let words = [bullet, paper.label(block) ?? "", paper.text(block)].filter { !$0.isEmpty }
      printer.height -= pitch / 2
      for line in fold(words.joined(separator: " "), width) {
        printer.step(pitch)
        printer.put(line, 0)
      }
    }
    printer.print(rows)
    return PDFMaker.pdf(streams: printer.pages.map { $0.joined(separator: "\n") })
  }

  private init(style: Style) { self.style = style }

  private func cells(_ paper: Paper, _ row: Block) -> [[String]] {
    paper.cells(row).map { cell in paper.paragraphs(cell).map { paper.text($0) } }
  }

  // MARK: - Pages

  private mutating func newPage() {
    pages.append([])
    height = 560
    put("Papers for the meeting", 60)
    pages[pages.count - 1].append("BT /F1 8 Tf 400 30 Td (\(pages.count)) Tj ET")
    height -= 20
  }

  /// Goes down the page, or to the next one.
  private mutating func step(_ points: Double) {
    if height - points < Self.foot { newPage() }
    height -= points
  }

  private mutating func put(_ words: String, _ left: Double) {
    guard !words.isEmpty else { return }
    pages[pages.count - 1].append(
      "BT /F1 \(Self.size) Tf \(40 + left) \(height) Td (\(PDFMaker.escaped(words))) Tj ET")
  }

  private static func fold(_ words: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in words.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.count + 1 + word.count > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last + (last.isEmpty ? "" : " ") + word
      }
    }
    return lines
  }

  // MARK: - Tables

  private mutating func print(_ rows: [[[String]]]) {
    guard let columns = rows.map(\.count).max() else { return }
    let widths = Self.widths(rows, columns)
    height -= Self.pitch
    for (index, row) in rows.enumerated() {
      print(row, widths, header: index > 0 && style.repeatsHeader ? rows[0] : nil)
    }
    height -= Self.pitch
  }

  /// Each column gets its share of the page, and at least its longest word.
  private static func widths(_ rows: [[[String]]], _ columns: Int) -> [Int] {
    let longest = (0..<columns).map { column in
      rows.compactMap { column < $0.count ? $0[column].map(\.count).max() : nil }.max() ?? 1
    }
    let words = (0..<columns).map { column in
      rows.flatMap { row in
        column < row.count
          ? row[column].flatMap { $0.split(separator: " ").map(\.count) } : []
      }.max() ?? 1
    }
    let room = width - columns * 2
    let weight = longest.map { min($0, 60) }.reduce(0, +)
    return (0..<columns).map { column in
      max(words[column], min(longest[column], 60) * room / max(1, weight))
    }
  }

  private mutating func print(_ row: [[String]], _ widths: [Int], header: [[String]]?) {
    let cells = zip(row, widths).map { cell, width in
      cell.flatMap { Self.fold($0, width) }
    }
    let count = cells.map(\.count).max() ?? 0
    height -= style.padding
    for line in 0..<count {
      let page = pages.count
      step(Self.pitch)
      if pages.count > page, let header {
        print(header, widths, header: nil)
        step(Self.pitch + style.padding)
      }
      var left = 0.0
      for (cell, width) in zip(cells, widths) {
        if line < cell.count { put(cell[line], left) }
        left += Double(width) * Self.character + Self.gap
      }
    }
    height -= style.padding
  }
}
