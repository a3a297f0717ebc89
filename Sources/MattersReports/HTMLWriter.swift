/// Writes one self-contained page: no script, real table headers, fit for print and for a screen
/// reader.
public enum HTMLWriter {
  /// A page with a heading, some parts, and the language of UK papers.
  public static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escape(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(escape(title))</h1>
    \(body)</main>
    </body>
    </html>

    """
  }

  /// A table with its caption and a heading to each column.
  ///
  /// On a narrow screen each row is a card, on which every cell has its heading before it. A table
  /// that is drawn in another way than as one is none any more to some readers: hence its roles.
  ///
  /// - Parameter isCaptionShown: whether the caption is seen, or only heard below a heading that
  ///   says the same.
  public static func table(_ table: ReportTable, isCaptionShown: Bool = true) -> String {
    let name = escape(table.caption)
    let caption = isCaptionShown ? name : "<span class=\"heard\">\(name)</span>"
    let headings = table.columns.map(escape)
    let starts = headings.indices.map { place in
      "<td role=\"cell\"\(align(place, table)) data-label=\"\(headings[place])\">"
    }
    var out = """
      <div class="scroll" tabindex="0" role="region" aria-label="\(name)">
      <table role="table">
      <caption>\(caption)</caption>
      \(columns(table.weights))<thead role="rowgroup">
      <tr role="row">
      """
    for (place, heading) in headings.enumerated() {
      out += "<th scope=\"col\" role=\"columnheader\"\(align(place, table))>\(heading)</th>"
    }
    out += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    for cells in table.rows {
      out += "<tr role=\"row\">"
      for (start, cell) in zip(starts, cells) { out += "\(start)\(lines(cell))</td>" }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  /// The same table for a word processor, which knows a table by itself.
  static func bareTable(_ table: ReportTable) -> String {
    func cells(_ cells: [String], _ tag: String) -> String {
      cells.enumerated().map { "<\(tag)\(align($0, table))>\(lines($1))</\(tag)>" }.joined()
    }
    return "<table>\n<caption>\(escape(table.caption))</caption>\n\(columns(table.weights))"
      + "<thead>\n<tr>\(cells(table.columns, "th"))</tr>\n</thead>\n<tbody>\n"
      + table.rows.map { "<tr>\(cells($0, "td"))</tr>\n" }.joined() + "</tbody>\n</table>\n"
  }

  private static func align(_ place: Int, _ table: ReportTable) -> String {
    table.figures.contains(place) ? " style=\"text-align: right\"" : ""
  }

  /// Columns as wide as they are on every other table of the page; together the whole of it.
  static func columns(_ weights: [Int]) -> String {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return "" }
    var out = ""
    var (done, given) = (0, 0)
    for weight in weights {
      done += weight
      let width = done * 100 / sum - given
      given += width
      out += "<col style=\"width:\(width)%\">"
    }
    return "<colgroup>\(out)</colgroup>\n"
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escape(String($0)) }
      .joined(separator: "<br>")
  }

  /// Words in which nothing is markup.
  public static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }

  private static let style = """
    body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; margin: 0; }
    main { max-width: 75rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; }
    h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
    .scroll { overflow-x: auto; }
    .scroll:focus { outline: 3px solid #0b0c0c; outline-offset: 2px; }
    table { border-collapse: collapse; width: 100%; min-width: 46rem; }
    caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
    th, td { border: 1px solid #6f777b; padding: 0.4rem 0.5rem; text-align: left; vertical-align: top; }
    th { background: #e8eaec; }
    figure { margin: 1rem 0; max-width: 26rem; }
    figcaption { font-weight: bold; padding-bottom: 0.5rem; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    svg { width: 100%; height: auto; }
    @media screen and (max-width: 40rem) {
      .scroll { overflow: visible; }
      table, caption, tbody, tr, td { display: block; min-width: 0; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { border: 1px solid #6f777b; margin-bottom: 1rem; padding: 0.25rem 0; }
      td { border: 0; overflow-wrap: anywhere; text-align: left !important; }
      td:empty { display: none; }
      td::before { content: attr(data-label); display: block; font-weight: bold; }
    }
    @media print {
      @page { size: A4 landscape; margin: 15mm; }
      main { padding: 0; max-width: none; }
      .scroll { overflow: visible; }
      table { min-width: 0; font-size: 0.8rem; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      h2 { break-after: avoid; }
      figure { break-inside: avoid; }
    }
    @media screen and (prefers-color-scheme: dark) {
      body { color: #f3f2f1; background: #0b0c0c; }
      th { background: #2b2e31; }
      th, td, tr { border-color: #8a9094; }
      a { color: #8ab8ff; }
      .scroll:focus { outline-color: #f3f2f1; }
    }
    """
}
