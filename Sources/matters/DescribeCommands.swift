import ArgumentParser
import Foundation
import MattersArising
import MattersParsers
import MattersReports

/// `matters layouts`: the kinds of document that are known.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts", abstract: "List the layouts of papers and tables that can be read.")

  func run() {
    Console.write(
      TerminalWriter.table(
        ReportTable(
          caption: "Layouts", columns: ["Layout", "What it reads"],
          rows: Layouts.all.map { [$0.name, $0.summary] }),
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
