/// Writes tables as Markdown with pipes.
public enum MarkdownWriter {
  /// A table with its header and rule.
  public static func table(_ table: ReportTable) -> String {
    var out = row(table.columns)
    let rules = table.columns.indices.map { table.figures.contains($0) ? "---:" : "---" }
    out += "| " + rules.joined(separator: " | ") + " |\n"
    for cells in table.rows { out += row(cells) }
    return out
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(escape).joined(separator: " | ") + " |\n"
  }

  /// Words that Markdown would take for marks, escaped; line ends become breaks.
  static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "|", "\\", "*", "_", "`", "<", "[", "]": out += "\\" + String(character)
      case "\n": out += "<br>"
      default: out.append(character)
      }
    }
    return out
  }
}
