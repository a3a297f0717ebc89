import ArgumentParser
import MattersArising
import MattersRegister
import MattersReports

/// `matters links`: how the records of the register hang together.
struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "List the links between records, with their grade and their reason.",
    discussion: """
      exact: what the papers state leaves one candidate. strong: one candidate is
      left after comparing words. weak: a suggestion, which changes nothing; see
      matters review. A reference that could mean two things is no link. The counts
      that end the run go to standard error.

      EXAMPLES
        matters links
        matters links --relation answers --format csv
        matters links --paper tracker-2024-03.xlsx --grade strong
        matters links --format json
      """)

  @Option(
    help: ArgumentHelp(
      "Only links that say this: \(Relation.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "relation"))
  var relation: String?

  @Option(help: ArgumentHelp("Only links of this grade: exact, strong, weak.", valueName: "grade"))
  var grade: String?

  @Option(
    help: ArgumentHelp(
      "Only links from or to this paper: its file name, or a part of it.", valueName: "name"))
  var paper: String?

  @Option(help: "table, markdown, csv or json.")
  var format: ListFormat = .table

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if let relation, Relation(rawValue: relation) == nil {
      throw ValidationError("--relation \(relation): no such relation.")
    }
    if let grade, LinkGrade(rawValue: grade) == nil {
      throw ValidationError("--grade \(grade): give exact, strong or weak.")
    }
  }

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let links = try register.links(relation.flatMap(Relation.init)).filter(isWanted)
      // The counts are of the whole run and no part of the list.
      defer { Console.say("matters: \(LinkCounts.words(register, links.count, of: relation))") }
      switch format {
      case .json: Console.write(json(links))
      case .csv: Console.write(CSVWriter.table(table(links)))
      case .markdown: Console.write(MarkdownWriter.table(table(links)))
      case .table:
        Console.write(
          links.isEmpty
            ? "No links.\n" : TerminalWriter.table(table(links), width: Console.width))
      }
    }
  }

  private func isWanted(_ link: RegisterLink) -> Bool {
    if let grade, link.grade.rawValue != grade { return false }
    guard let name = paper?.lowercased() else { return true }
    return [link.from, link.to].contains { $0.document.lowercased().contains(name) }
  }

  private func table(_ links: [RegisterLink]) -> ReportTable {
    ReportTable(
      caption: "Links", columns: ["From", "Relation", "To", "Grade", "Because"],
      rows: links.map { link in
        [
          "\(link.from.document):\(link.from.lines.first) \(link.from.kind.rawValue)",
          link.relation.rawValue,
          "\(link.to.document):\(link.to.lines.first) \(link.to.kind.rawValue)",
          link.grade.rawValue, link.because,
        ]
      })
  }

  private func json(_ links: [RegisterLink]) -> String {
    var json = JSONText()
    json.beginArray()
    for link in links {
      json.beginObject()
      json.field("relation", link.relation.rawValue)
      json.field("grade", link.grade.rawValue)
      json.field("because", link.because)
      json.key("from")
      write(link.from, to: &json)
      json.key("to")
      write(link.to, to: &json)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }

  private func write(_ end: RegisterLink.End, to json: inout JSONText) {
    json.beginObject()
    json.field("document", end.document)
    json.field("id", end.id.description)
    json.field("kind", end.kind.rawValue)
    json.key("lines")
    json.beginArray()
    json.number(end.lines.first)
    json.number(end.lines.last)
    json.endArray()
    json.endObject()
  }
}

/// How a run of linking ended.
enum LinkCounts {
  /// The counts in one line.
  static func words(_ register: Register, _ links: Int, of relation: String?) -> String {
    guard let counts = try? register.linkCounts() else { return "" }
    return
      "\(links) matched\(relation.map { " (\($0))" } ?? ""), \(counts.none) without a candidate, "
      + "\(counts.several) with several candidates; see matters review"
  }
}
