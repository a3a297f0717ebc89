import ArgumentParser
import Foundation
import MattersArising
import MattersParsers
import MattersReports

/// `matters layouts`: the kinds of document that are known.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts", abstract: "List the layouts of papers and tables that can be read.",
    discussion: """
      With --headings, the columns of trackers with the headings that each is known
      by. A heading that only one council has goes into its profile: see matters
      help parse.

      EXAMPLES
        matters layouts
        matters layouts --headings
        matters layouts --format json
      """)

  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Flag(help: "List the columns of trackers instead, and what they are called.")
  var headings = false

  @Option(help: "table or json.")
  var format: Format = .table

  func run() {
    let rows: [(name: String, summary: String)] =
      headings
      ? TrackerColumns.synonyms.map {
        ($0.column.rawValue, $0.headings.sorted().joined(separator: "; "))
      }
      : Layouts.all
    if format == .json {
      for row in rows {
        var json = JSONText()
        json.beginObject()
        json.key(named: headings ? "column" : "layout")
        json.string(row.name)
        json.key(named: headings ? "headings" : "reads")
        json.string(row.summary)
        json.endObject()
        Console.write(json.text + "\n")
      }
      return
    }
    let columns = headings ? ["Column", "Headings it is known by"] : ["Layout", "What it reads"]
    Console.write(
      TerminalWriter.table(
        ReportTable(
          caption: headings ? "Headings" : "Layouts", columns: columns,
          rows: rows.map { [$0.name, $0.summary] }),
        width: Console.width))
  }
}

/// `matters schema`: the JSON Schemas of the records.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of record, or write those of all kinds.",
    discussion: """
      EXAMPLES
        matters schema information_request
        matters schema --output Schemas
      """)

  @Argument(help: ArgumentHelp("The kind.", valueName: "kind"))
  var kind: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write all schemas into this folder.", valueName: "folder"))
  var output: String?

  func validate() throws {
    if (kind == nil) == (output == nil) {
      throw ValidationError("Give a kind, or --output with a folder.")
    }
  }

  func run() throws {
    try reporting {
      if let kind {
        guard let known = RecordKind(rawValue: kind) else {
          let all = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure("\(kind): not a kind of record; kinds are: \(all)")
        }
        Console.write(RecordSchema.text(known))
      } else if let output {
        for kind in RecordKind.allCases {
          try Console.deliver(
            RecordSchema.text(kind), to: "\(output)/\(kind.rawValue).schema.json")
        }
      }
    }
  }
}
