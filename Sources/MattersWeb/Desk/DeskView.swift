import MattersReports
import MattersText
import Mustache

/// A page of the desk: what to choose, tables, and forms.
struct DeskView {
  var title: String
  /// Under which page it stands: its name and its address.
  var above = (name: "Desk", address: "/desk")
  /// What there is to know, above all else.
  var lead: String?
  var facts: [Fact] = []
  /// The form that says what is shown.
  var choice: DeskForm?
  var sections: [DeskSection] = []
  /// The forms that change something.
  var forms: [DeskForm] = []
  /// Words as they stand, such as a letter's.
  var words: String?
  var wordsHeading = ""
  /// What can be had as a file, as the commands of the same name write it.
  var tables: [ReportTable] = []
  /// The address of the page, where it can.
  var address: String?
  /// Ways to files.
  var files: [(name: String, address: String)] = []

  var values: [String: Any] {
    var values: [String: Any] = [
      "heading": title, "aboveName": above.name, "aboveAddress": above.address,
      "hasFacts": !facts.isEmpty, "facts": facts, "sections": sections, "forms": forms,
      "hasFiles": !files.isEmpty,
      "files": files.map { ["name": $0.name, "address": $0.address] },
    ]
    if let address, !tables.isEmpty {
      values["hasDownloads"] = true
      values["downloads"] = [("CSV", "csv"), ("Markdown", "md")].map {
        ["form": $0, "address": "\(address)&format=\($1)"]
      }
    }
    if let lead { values["lead"] = lead }
    if let choice { values["choice"] = choice }
    if let words {
      values["verbatim"] = words
      values["wordsHeading"] = wordsHeading
    }
    return values
  }
}

extension DeskView {
  /// The tables as a file; nothing where the form is none.
  func file(_ form: String) -> (words: String, ending: String, type: String)? {
    let filled = tables.filter { !$0.rows.isEmpty }
    switch form {
    case "csv":
      let table = ReportTable(
        caption: title, columns: ["Part"] + (tables.first?.columns ?? []),
        rows: filled.flatMap { part in part.rows.map { [part.caption] + $0 } })
      return (CSVWriter.table(table), "csv", "text/csv; charset=utf-8")
    case "md":
      let words = filled.map { "## \($0.caption)\n\n" + MarkdownWriter.table($0) }
      return (
        "# \(title)\n\n" + words.joined(separator: "\n"), "md", "text/markdown; charset=utf-8"
      )
    default: return nil
    }
  }
}

/// A table under its heading, or what is said where there is none.
struct DeskSection: MustacheParent {
  var heading: String
  var empty: String
  var table: PlainTable?

  func child(named key: String) -> Any? {
    switch key {
    case "sectionHeading": heading
    case "empty": empty
    case "table": shown.map { $0 as Any } ?? false
    default: nil
    }
  }
}

extension DeskSection {
  private var shown: PlainTable? {
    guard var shown = table else { return nil }
    shown.isUnderItsHeading = shown.caption == heading
    return shown
  }
}

/// A form of the desk.
struct DeskForm: MustacheParent {
  var heading: String
  var action: String
  var fields: [FormField]
  var button: String
  var advice: String?
  /// Whether what it does ends something.
  var isSecond = false

  func child(named key: String) -> Any? {
    switch key {
    case "formHeading": heading.isEmpty ? false : heading
    case "action": action
    case "fields": fields
    case "button": button
    case "advice": advice ?? false
    case "hasFile": fields.contains { if case .file = $0.kind { true } else { false } }
    case "isSecond": isSecond
    default: nil
    }
  }
}

extension PlainTable {
  /// A report's table as a page shows it: days in words, and no column in which nothing stands.
  ///
  /// - Parameter link: where a cell leads to, by its column's name and its words.
  init?(_ report: ReportTable, link: (String, String) -> String? = { _, _ in nil }) {
    guard !report.rows.isEmpty else { return nil }
    let kept = report.columns.indices.filter { column in
      column == 0 || report.rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    self.init(
      caption: report.caption, columns: kept.map { report.columns[$0] },
      rows: report.rows.map { row in
        kept.map { column in
          let words = column < row.count ? row[column] : ""
          var cell = Cell(DayWords.spelt(words), to: link(report.columns[column], words))
          cell.isReference = cell.address != nil && words.utf8.count <= 24
          return cell
        }
      })
  }
}

/// Days among words, as people write them.
enum DayWords {
  /// The words with each day in figures, `2024-03-12`, as `12 March 2024`.
  static func spelt(_ words: String) -> String {
    let bytes = Array(words.utf8)
    guard bytes.count >= 10 else { return words }
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if at + 10 <= bytes.count, bytes[at + 4] == UInt8(ascii: "-"), !isWord(bytes, at - 1),
        !isWord(bytes, at + 10),
        let day = PlainDate(iso: String(decoding: bytes[at..<(at + 10)], as: UTF8.self))
      {
        out += Array(day.inWords.utf8)
        at += 10
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a byte goes on a name or a number, as that of a file does.
  private static func isWord(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard bytes.indices.contains(at) else { return false }
    return Character(Unicode.Scalar(bytes[at])).isLetter || bytes[at] == UInt8(ascii: "-")
      || bytes[at] == UInt8(ascii: "_") || (0x30...0x39).contains(bytes[at])
  }
}
