/// A report as Markdown.
extension PlainReport {
  /// Headings, numbered paragraphs and tables with pipes; sources at the end.
  public var markdown: String {
    var out = "# \(MarkdownWriter.escape(title))\n"
    if !purpose.isEmpty { out += "\n\(purpose)\n" }
    if grids.isEmpty || grids.allSatisfy({ $0.entries.isEmpty }), !nothing.isEmpty {
      out += "\n\(nothing)\n"
    }
    let sources = sources
    for part in parts {
      switch part {
      case .passage(let passage): out += markdown(passage, sources)
      case .grid(let grid):
        if grid.entries.isEmpty { continue }
        if let heading = grid.heading { out += "\n## \(MarkdownWriter.escape(heading))\n" }
        out += "\n" + MarkdownWriter.table(grid.table(aloud: false))
      case .chart(let chart):
        out += "\n\(MarkdownWriter.escape(chart.title)). \(MarkdownWriter.escape(chart.inWords))\n"
      }
    }
    if let key { out += "\n\(key)\n" }
    if !sources.isEmpty {
      out += "\n## Sources\n\n"
      for (index, source) in sources.enumerated() {
        out += "\(index + 1). \(MarkdownWriter.escape(source.inWords))\n"
      }
    }
    if let headWords { out += "\n\(headWords)\n" }
    return out
  }

  private func markdown(_ passage: ReportPassage, _ sources: [ReportSource]) -> String {
    var out = passage.heading.map { "\n## \(MarkdownWriter.escape($0))\n" } ?? ""
    func words(_ sentences: [ReportSentence]) -> String {
      sentences.map { MarkdownWriter.escape($0.words) + marks($0, sources) { "[\($0)]" } }
        .joined(separator: " ")
    }
    for paragraph in passage.paragraphs {
      let number = paragraph.number.map { "\($0)\\. " } ?? ""
      if !paragraph.sentences.isEmpty { out += "\n\(number)\(words(paragraph.sentences))\n" }
      if !paragraph.points.isEmpty { out += "\n" }
      for (index, point) in paragraph.points.enumerated() {
        let mark = paragraph.mark(of: index)
        out += (mark == "-" ? "" : "- ") + "\(mark) \(words([point]))\n"
      }
    }
    return out
  }

  /// The numbers of a sentence's sources, each written as it is wanted, after a space.
  func marks(
    _ sentence: ReportSentence, _ sources: [ReportSource], _ mark: (Int) -> String
  ) -> String {
    let numbers = sentence.sources.compactMap { sources.firstIndex(of: $0) }.sorted()
    return numbers.isEmpty ? "" : " " + numbers.map { mark($0 + 1) }.joined()
  }
}
