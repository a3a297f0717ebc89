/// Bars for figures: each bar with its name and its number in words beside it.
public struct ReportChart: Sendable, Equatable {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// What it counts.
    public var name: String
    /// How many.
    public var count: Int

    /// A bar.
    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// What the chart shows.
  public var title: String
  /// What is counted, for reading aloud: `recommendations`.
  public var unit: String
  /// The bars.
  public var bars: [Bar]

  /// A chart from its parts.
  public init(title: String, unit: String, bars: [Bar]) {
    self.title = title
    self.unit = unit
    self.bars = bars
  }

  /// The chart in one sentence, for who cannot see it.
  public var inWords: String {
    let counts = bars.map { "\($0.name): \($0.count)" }.joined(separator: "; ")
    return "Number of \(unit). \(counts)."
  }

  /// The chart as a table in which a word processor draws the bars.
  ///
  /// A bar is made of spaces in a style of that name, which shades them: it can be edited like all
  /// else, and who listens hears the figures alone.
  var bareTable: String {
    let most = max(1, bars.map(\.count).max() ?? 1)
    return "<table>\n<caption>\(HTMLWriter.escape(title))</caption>\n\(HTMLWriter.columns([1, 3]))"
      + "<thead>\n<tr><th>\(HTMLWriter.escape(title))</th>"
      + "<th>Number of \(HTMLWriter.escape(unit))</th></tr>\n</thead>\n<tbody>\n"
      + bars.map { bar in
        let length = bar.count == 0 ? 0 : max(1, bar.count * 80 / most)
        // Figure spaces: as wide as a digit, not broken over lines, and shaded without a gap.
        let spaces = String(repeating: "\u{2007}", count: length)
        return "<tr><td>\(HTMLWriter.escape(bar.name))</td>"
          + "<td><span custom-style=\"Chart Bar\">\(spaces)</span> \(bar.count)</td></tr>\n"
      }.joined() + "</tbody>\n</table>\n"
  }

  /// The chart as SVG: drawn with text, a title and a description, and no colour that means
  /// anything.
  ///
  /// - Parameter id: a name that nothing else on the page has.
  public func svg(id: String) -> String {
    let (line, barHeight, step, width) = (14, 18, 46, 400)
    let most = max(1, bars.map(\.count).max() ?? 1)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(bars.count * step)" role="img" \
      aria-labelledby="\(id)-title \(id)-text" font-family="Arial, Helvetica, sans-serif" \
      font-size="15">
      <title id="\(id)-title">\(HTMLWriter.escape(title))</title>
      <desc id="\(id)-text">\(HTMLWriter.escape(inWords))</desc>

      """
    for (index, bar) in bars.enumerated() {
      let top = index * step
      let length = max(1, bar.count * (width - 60) / most)
      out += "<text x=\"0\" y=\"\(top + line)\" fill=\"currentColor\">"
      out += "\(HTMLWriter.escape(bar.name))</text>\n"
      out += "<rect x=\"0\" y=\"\(top + line + 5)\" width=\"\(length)\" "
      out += "height=\"\(barHeight)\" fill=\"#1d5f8a\"/>\n"
      out += "<text x=\"\(length + 8)\" y=\"\(top + line + 19)\" "
      out += "fill=\"currentColor\">\(bar.count)</text>\n"
    }
    return out + "</svg>\n"
  }
}
