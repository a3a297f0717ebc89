/// A report on a terminal.
extension PlainReport {
  /// Words wrapped and tables fitted to a width.
  public func terminal(width: Int) -> String {
    var out = TerminalWriter.paragraph(title, width: width)
    if !purpose.isEmpty { out += TerminalWriter.paragraph(purpose, width: width) }
    if grids.allSatisfy({ $0.entries.isEmpty }), !nothing.isEmpty { out += "\n\(nothing)\n" }
    let sources = sources
    for part in parts {
      switch part {
      case .passage(let passage): out += terminal(passage, sources, width)
      case .grid(let grid):
        if grid.entries.isEmpty { continue }
        if let heading = grid.heading { out += "\n\(heading)\n" }
        out += "\n" + TerminalWriter.table(grid.table(aloud: false), width: width)
      case .chart(let chart):
        out += "\n" + TerminalWriter.paragraph("\(chart.title). \(chart.inWords)", width: width)
      }
    }
    if let key { out += "\n" + TerminalWriter.paragraph(key, width: width) }
    if !sources.isEmpty {
      out += "\nSources\n\n"
      for (index, source) in sources.enumerated() { out += "[\(index + 1)] \(source.inWords)\n" }
    }
    if let headWords { out += "\n" + TerminalWriter.paragraph(headWords, width: width) }
    return out
  }

  private func terminal(
    _ passage: ReportPassage, _ sources: [ReportSource], _ width: Int
  ) -> String {
    var out = passage.heading.map { "\n\($0)\n" } ?? ""
    func words(_ sentences: [ReportSentence]) -> String {
      sentences.map { $0.words + marks($0, sources) { "[\($0)]" } }.joined(separator: " ")
    }
    for paragraph in passage.paragraphs {
      let number = paragraph.number.map { "\($0). " } ?? ""
      out += "\n"
      if !paragraph.sentences.isEmpty {
        out += TerminalWriter.paragraph(number + words(paragraph.sentences), width: width)
      }
      for (index, point) in paragraph.points.enumerated() {
        out += TerminalWriter.paragraph(
          "\(paragraph.mark(of: index)) \(words([point]))", width: width)
      }
    }
    return out
  }
}
