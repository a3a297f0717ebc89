import ArgumentParser
import Foundation
import MattersArising
import MattersRegister
import MattersReports

/// `matters search`: finds words in the papers of the register.
struct SearchCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the papers, and the records that were read there.",
    discussion: """
      All the words must stand in one paragraph, item or row; words between
      quotation marks must stand together.

      EXAMPLES
        matters search risk register
        matters search '"gully cleansing" schedule'
        matters search allotments --format json
      """)

  @Argument(help: ArgumentHelp("The words.", valueName: "words"))
  var words: [String]

  @Option(help: "At most so many passages.")
  var most = 20

  @Option(help: "text, csv or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let hits = try options.open(for: .reading)
        .search(words.joined(separator: " "), most: max(1, most))
      switch format {
      case .text: Console.write(text(hits))
      case .csv:
        Console.write(
          CSVWriter.table(
            ReportTable(
              caption: "Passages", columns: ["Read in", "Passage", "Records"],
              rows: hits.map { hit in
                [place(hit), hit.excerpt(marked: "", ""), records(hit)]
              })))
      case .json: Console.write(json(hits))
      }
    }
  }

  private func text(_ hits: [SearchHit]) -> String {
    guard !hits.isEmpty else { return "Nothing found.\n" }
    // Bold where a terminal shows it; elsewhere the words stand as they are.
    let isTerminal = isatty(1) == 1
    let (before, after) = isTerminal ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    return hits.map { hit in
      var out = "\(place(hit))"
      if !hit.records.isEmpty { out += "  \(records(hit))" }
      return out + "\n  \(hit.excerpt(marked: before, after))\n"
    }.joined()
  }

  private func place(_ hit: SearchHit) -> String {
    "\(hit.document):\(hit.lines.first)"
  }

  private func records(_ hit: SearchHit) -> String {
    hit.records.prefix(4).map(\.id.description).joined(separator: ", ")
  }

  private func json(_ hits: [SearchHit]) -> String {
    var json = JSONText()
    json.beginArray()
    for hit in hits {
      json.beginObject()
      json.field("document", hit.document)
      json.key("lines")
      json.beginArray()
      json.number(hit.lines.first)
      json.number(hit.lines.last)
      json.endArray()
      json.field("excerpt", hit.excerpt(marked: "", ""))
      json.key("records")
      json.beginArray()
      for record in hit.records { json.string(record.id.description) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}
