import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// The forms in which posts and bodies are listed.
enum CouncilListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown, csv, json, toml
}

/// `matters owners`: the posts that owe answers.
struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners",
    abstract: "List the posts that owe answers, and names in papers that the council's file lacks.",
    discussion: """
      The posts are those of the council's one file (matters council): edit it, check it, take it in
      again. With --suggest the names that papers print and the file does not know are listed; as toml
      they can be pasted into it.

      EXAMPLES
        matters owners
        matters owners --suggest
        matters owners --suggest --format toml
      """)

  @Flag(help: "Names that papers print and the council's file does not know.")
  var suggest = false

  @Option(help: "table, markdown, csv, json, or with --suggest toml.")
  var format: CouncilListFormat = .table

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if format == .toml, !suggest { throw ValidationError("--format toml is for --suggest.") }
  }

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0))
      }
      let settings = try register.council()
      let unknown = CouncilListing.unknownOwners(settings, matters)
      if suggest {
        return show(
          CouncilListing.table(unknown, caption: "Printed and not in the council's file"), format,
          none: "The council's file knows all that owe answers.",
          toml: CouncilListing.toml(unknown, part: "owner", key: "post"))
      }
      let awaited = MatterListing.awaited(matters, asOf: Console.today)
      show(
        CouncilListing.owners(settings, awaited: awaited), format,
        none: "No posts are known; take in the council's file: matters council FILE", toml: "")
      if !unknown.isEmpty {
        Console.say(
          "matters: \(unknown.count) names in papers are no post of the council's file; see matters owners --suggest"
        )
      }
    }
  }
}

/// `matters bodies`: committees and other bodies.
struct BodiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bodies",
    abstract:
      "List committees and other bodies, and those in papers that the council's file lacks.",
    discussion: """
      The bodies are those of the council's one file (matters council): scrutiny, task groups, joint
      committees and whom they are of, Cabinet, Council, policy committees, the NHS.

      EXAMPLES
        matters bodies
        matters bodies --suggest --format toml
      """)

  @Flag(help: "Names that papers print and the council's file does not know.")
  var suggest = false

  @Option(help: "table, markdown, csv, json, or with --suggest toml.")
  var format: CouncilListFormat = .table

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if format == .toml, !suggest { throw ValidationError("--format toml is for --suggest.") }
  }

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let settings = try register.council()
      let unknown = CouncilListing.unknownBodies(settings, try register.records([.meeting]))
      if suggest {
        return show(
          CouncilListing.table(unknown, caption: "Printed and not in the council's file"), format,
          none: "The council's file knows all bodies that papers are of.",
          toml: CouncilListing.toml(unknown, part: "body", key: "name"))
      }
      show(
        CouncilListing.bodies(settings), format,
        none: "No bodies are known; take in the council's file: matters council FILE", toml: "")
      if !unknown.isEmpty {
        Console.say(
          "matters: \(unknown.count) names in papers are no body of the council's file; see matters bodies --suggest"
        )
      }
    }
  }
}

private func show(
  _ table: ReportTable, _ format: CouncilListFormat, none: String, toml: String
) {
  switch format {
  case .json: Console.write(table.json)
  case .csv: Console.write(CSVWriter.table(table))
  case .markdown: Console.write("## \(table.caption)\n\n" + MarkdownWriter.table(table))
  case .toml: Console.write(toml)
  case .table:
    // A column in which nothing stands takes no room.
    let empty = table.columns.indices.filter { column in
      table.rows.allSatisfy { $0[column].isEmpty }
    }
    Console.write(
      table.rows.isEmpty
        ? none + "\n"
        : TerminalWriter.table(
          table.without(Set(empty.map { table.columns[$0] })), width: Console.width))
  }
}
