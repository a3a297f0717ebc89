import MattersRecords
import MattersRegister

/// The rows of a list.
struct ListMarkup {
  let rows: [ListRow]
  /// What the columns are called, where a narrow screen has no heading above them.
  let singular: String
  let ownerLabel: String

  var markup: Markup {
    var out = Markup()
    for row in rows { write(row, to: &out) }
    return out
  }

  private func write(_ row: ListRow, to out: inout Markup) {
    let line = row.line
    out.tag("<tr role=\"row\">\n<th scope=\"row\" role=\"rowheader\"><a href=\"")
    out.words(Address.thread(line.reference))
    out.tag("\">")
    out.words(line.reference)
    out.tag("</a></th>\n")
    cell(singular, &out)
    paragraph(line.wording, &out)
    hint(line.body, &out)
    out.tag("</td>\n")
    cell(ownerLabel, &out)
    out.words(line.owner ?? "")
    out.tag("</td>\n")
    cell("Asked", &out)
    out.words(ListRow.inWords(line.raised))
    out.tag("</td>\n")
    cell("State", &out)
    let tag = StateTag(line.state)
    out.tag("<strong class=\"tag ")
    out.words(tag.style)
    out.tag("\">")
    out.words(tag.words)
    out.tag("</strong>")
    if let ruling = row.ruling { hint(ruling, &out) }
    if let overdue = row.overdue {
      out.tag("<p class=\"late\">")
      out.words(overdue)
      out.tag("</p>")
    }
    out.tag("</td>\n")
    cell("Latest answer", &out)
    if let response = line.response { paragraph(response, &out) }
    if let updated = line.updated { hint(ListRow.inWords(updated), &out) }
    if line.response == nil, line.updated == nil {
      out.tag("<span class=\"hint\">None</span>")
    }
    out.tag("</td>\n</tr>\n")
  }

  private func cell(_ label: String, _ out: inout Markup) {
    out.tag("<td role=\"cell\" data-label=\"")
    out.words(label)
    out.tag("\">")
  }

  private func paragraph(_ words: String, _ out: inout Markup) {
    out.tag("<p>")
    out.words(words)
    out.tag("</p>")
  }

  private func hint(_ words: String, _ out: inout Markup) {
    out.tag("<p class=\"hint\">")
    out.words(words)
    out.tag("</p>")
  }
}
