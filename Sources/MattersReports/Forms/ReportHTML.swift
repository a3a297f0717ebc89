/// A report as one page of HTML.
extension PlainReport {
  /// A page with captioned tables, no script, and charts that are drawn with text.
  public var html: String { HTMLWriter.page(title: title, body: htmlBody()) }

  /// What stands in the page below its title.
  ///
  /// - Parameter withCharts: whether charts are drawn, or left to the tables beside them.
  public func htmlBody(withCharts: Bool = true) -> String {
    var body = purpose.isEmpty ? "" : "<p>\(HTMLWriter.escape(purpose))</p>\n"
    if grids.allSatisfy({ $0.entries.isEmpty }), !nothing.isEmpty {
      body += "<p>\(HTMLWriter.escape(nothing))</p>\n"
    }
    let sources = sources
    for (index, part) in parts.enumerated() {
      switch part {
      case .passage(let passage): body += html(passage, sources)
      case .grid(let grid):
        if grid.entries.isEmpty { continue }
        if let heading = grid.heading { body += "<h2>\(HTMLWriter.escape(heading))</h2>\n" }
        body += HTMLWriter.table(
          grid.table(aloud: true), isCaptionShown: grid.heading != grid.caption)
      case .chart(let chart):
        guard withCharts else { continue }
        body += "<figure>\n<figcaption>\(HTMLWriter.escape(chart.title))</figcaption>\n"
        body += chart.svg(id: "chart-\(index)") + "</figure>\n"
      }
    }
    if let key {
      let words = key.hasPrefix("Key: ") ? String(key.dropFirst(5)).capitalizedFirst : key
      body += "<h2>Key</h2>\n<p>\(HTMLWriter.escape(words))</p>\n"
    }
    guard !sources.isEmpty else { return body }
    body += "<h2>Sources</h2>\n<ol>\n"
    for (index, source) in sources.enumerated() {
      body += "<li id=\"source-\(index + 1)\">\(HTMLWriter.escape(source.inWords))</li>\n"
    }
    return body + "</ol>\n"
  }

  private func html(_ passage: ReportPassage, _ sources: [ReportSource]) -> String {
    var out = passage.heading.map { "<h2>\(HTMLWriter.escape($0))</h2>\n" } ?? ""
    func words(_ sentences: [ReportSentence]) -> String {
      sentences.map { sentence in
        HTMLWriter.escape(sentence.words)
          + marks(sentence, sources) { number in
            "<a href=\"#source-\(number)\" aria-label=\"source \(number)\">[\(number)]</a>"
          }
      }.joined(separator: " ")
    }
    for paragraph in passage.paragraphs {
      let number = paragraph.number.map { "\($0). " } ?? ""
      if !paragraph.sentences.isEmpty { out += "<p>\(number)\(words(paragraph.sentences))</p>\n" }
      guard !paragraph.points.isEmpty else { continue }
      out += "<ul>\n" + paragraph.points.map { "<li>\(words([$0]))</li>\n" }.joined() + "</ul>\n"
    }
    return out
  }
}
