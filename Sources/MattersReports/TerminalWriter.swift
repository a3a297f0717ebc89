/// Writes tables for a terminal: columns that fit its width, cells wrapped between words.
public enum TerminalWriter {
  /// The table in at most `width` columns.
  ///
  /// Where even that is too wide each row stands by itself, a heading and its cell on each line.
  public static func table(_ table: ReportTable, width: Int) -> String {
    let widths = fit(table, width)
    if widths.count > 2, widths.reduce(-2, { $0 + $1 + 2 }) > width { return cards(table, width) }
    var out: [UInt8] = []
    append(table.columns, widths, table.figures, to: &out)
    let rules = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    out.append(contentsOf: (rules + "\n").utf8)
    for cells in table.rows { append(cells, widths, table.figures, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func cards(_ table: ReportTable, _ width: Int) -> String {
    let longest = table.columns.map(\.count).max() ?? 0
    let name = min(longest, max(8, width / 3))
    return table.rows.map { cells in
      zip(table.columns, cells).filter { !$1.isEmpty }
        .map { row([$0, $1], [name, max(8, width - name - 2)], []) }.joined()
    }.joined(separator: "\n")
  }

  /// Words wrapped to a width.
  static func paragraph(_ text: String, width: Int) -> String {
    wrap(text, max(20, width)).map { $0 + "\n" }.joined()
  }

  private static func row(_ cells: [String], _ widths: [Int], _ figures: Set<Int>) -> String {
    var out: [UInt8] = []
    append(cells, widths, figures, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(
    _ cells: [String], _ widths: [Int], _ figures: Set<Int>, to out: inout [UInt8]
  ) {
    let wrapped = zip(cells, widths).map { WrappedCell($0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    let blank = UInt8(ascii: " ")
    for line in 0..<height {
      let start = out.count
      for (column, cell) in wrapped.enumerated() {
        let space = max(0, widths[column] - cell.width(of: line))
        let isFigure = figures.contains(column)
        if isFigure { out.append(contentsOf: repeatElement(blank, count: space)) }
        cell.append(line, to: &out)
        if !isFigure { out.append(contentsOf: repeatElement(blank, count: space)) }
        if column + 1 < wrapped.count { out.append(contentsOf: [blank, blank]) }
      }
      while out.count > start, out.last == blank { out.removeLast() }
      out.append(UInt8(ascii: "\n"))
    }
  }

  /// Column widths: each as wide as its longest cell where there is room; the widest give way.
  private static func fit(_ table: ReportTable, _ width: Int) -> [Int] {
    var widths: [Int] = []
    var least: [Int] = []
    for column in table.columns.indices {
      var longest = CellMeasure(table.columns[column])
      for row in table.rows { longest.take(CellMeasure(row[column])) }
      widths.append(longest.line)
      least.append(min(20, longest.piece))
    }
    let room = width - 2 * max(0, widths.count - 1)
    while widths.reduce(0, +) > room {
      guard
        let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: {
          widths[$0] < widths[$1]
        })
      else { break }
      widths[widest] -= 1
    }
    return widths
  }

  static func wrap(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        for (index, piece) in pieces(word).enumerated() {
          var piece = piece
          let gap = index > 0 || line.isEmpty ? "" : " "
          if line.count + gap.count + piece.count > width, !line.isEmpty {
            lines.append(line)
            line = ""
          }
          while piece.count > width, width > 0 {
            lines.append(String(piece.prefix(width)))
            piece = piece.dropFirst(width)
          }
          line += line.isEmpty ? String(piece) : gap + piece
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// Where a long word such as a file's name may be broken: after its hyphens.
  static func pieces(_ word: Substring) -> [Substring] {
    guard word.count > 20 else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    for index in word.indices where word[index] == "-" || word[index] == "_" {
      let next = word.index(after: index)
      pieces.append(word[start..<next])
      start = next
    }
    pieces.append(word[start...])
    return pieces.filter { !$0.isEmpty }
  }
}
