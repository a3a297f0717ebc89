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
  /// - Parameter isCaptionShown: whether the caption is seen, or only heard below a heading that
  ///   says the same.
  public static func table(_ table: ReportTable, isCaptionShown: Bool = true) -> String {
    var out =
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(escape(table.caption))\">\n"
    let caption = escape(table.caption)
    out += "<table>\n<caption>"
    out += isCaptionShown ? caption : "<span class=\"heard\">\(caption)</span>"
    out += "</caption>\n"
    out += columns(table.weights) + "<thead>\n<tr>"
    out += table.columns.map { "<th scope=\"col\">\(escape($0))</th>" }.joined()
    out += "</tr>\n</thead>\n<tbody>\n"
    for cells in table.rows {
      out += "<tr>" + cells.map { "<td>\(lines($0))</td>" }.joined() + "</tr>\n"
    }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  /// Columns as wide as they are on every other table of the page.
  private static func columns(_ weights: [Int]) -> String {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return "" }
    return "<colgroup>"
      + weights.map { "<col style=\"width:\($0 * 100 / sum)%\">" }.joined() + "</colgroup>\n"
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
      th, td { border-color: #8a9094; }
      .scroll:focus { outline-color: #f3f2f1; }
    }
    """
}
