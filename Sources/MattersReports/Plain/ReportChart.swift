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
    return "\(unit.capitalizedFirst) by bar. \(counts)."
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
