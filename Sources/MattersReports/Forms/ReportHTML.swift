/// A report as one page of HTML.
extension PlainReport {
  /// A page with captioned tables, no script, and charts that are drawn with text.
  public var html: String { HTMLWriter.page(title: title, body: htmlBody(isForWord: false)) }

  /// The page that a word processor makes its document of.
  ///
  /// The title is a heading of its body, so that it is read again when the file comes back.
  public var wordHTML: String {
    "<html lang=\"en-GB\"><body><h1>\(HTMLWriter.escape(title))</h1>\n"
      + htmlBody(isForWord: true) + "</body></html>\n"
  }

  /// What stands in the page below its title.
  private func htmlBody(isForWord: Bool) -> String {
    var body = purpose.isEmpty ? "" : "<p>\(HTMLWriter.escape(purpose))</p>\n"
    if grids.allSatisfy({ $0.entries.isEmpty }), !nothing.isEmpty {
      body += "<p>\(HTMLWriter.escape(nothing))</p>\n"
    }
    let sources = sources
    for (index, part) in parts.enumerated() {
      switch part {
      case .passage(let passage): body += html(passage, sources, isForWord: isForWord)
      case .grid(let grid):
        if grid.entries.isEmpty { continue }
        if let heading = grid.heading { body += "<h2>\(HTMLWriter.escape(heading))</h2>\n" }
        let table = grid.table(aloud: true)
        body +=
          isForWord
          ? HTMLWriter.bareTable(table)
          : HTMLWriter.table(table, isCaptionShown: grid.heading != grid.caption)
      case .chart(let chart) where isForWord: body += chart.bareTable
      case .chart(let chart):
        body += "<figure>\n<figcaption>\(HTMLWriter.escape(chart.title))</figcaption>\n"
        body += chart.svg(id: "chart-\(index)") + "</figure>\n"
      }
    }
    if let key {
      let words = key.hasPrefix("Key: ") ? String(key.dropFirst(5)).capitalizedFirst : key
      body += "<h2>Key</h2>\n<p>\(HTMLWriter.escape(words))</p>\n"
    }
    if !sources.isEmpty {
      body += "<h2>Sources</h2>\n<ol>\n"
      for (index, source) in sources.enumerated() {
        body += "<li id=\"source-\(index + 1)\">\(HTMLWriter.escape(source.inWords))</li>\n"
      }
      body += "</ol>\n"
    }
    if let headWords { body += "<p>\(HTMLWriter.escape(headWords))</p>\n" }
    return body
  }

  private func html(
    _ passage: ReportPassage, _ sources: [ReportSource], isForWord: Bool
  ) -> String {
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
      // Points that are paragraphs have the letters of the text and not those of a table.
      let (start, end) = isForWord ? ("<li><p>", "</p></li>\n") : ("<li>", "</li>\n")
      let points = paragraph.points.map { start + words([$0]) + end }.joined()
      out += paragraph.areLettered ? "<ol type=\"a\">\n\(points)</ol>\n" : "<ul>\n\(points)</ul>\n"
    }
    return out
  }
}
