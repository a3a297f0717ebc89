import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// The forms in which posts and bodies are listed.
enum CouncilListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown, csv, json, toml
}

/// What the lists of posts and of bodies have in common.
struct CouncilListOptions: ParsableArguments {
  @Flag(help: "Names that papers print and the council's file does not know.")
  var suggest = false

  @Option(help: "table, markdown, csv, json, or with --suggest toml.")
  var format: CouncilListFormat = .table

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if format == .toml, !suggest { throw ValidationError("--format toml is for --suggest.") }
  }

  /// Shows what the papers print and the file lacks where that is asked for, else what the file has,
  /// with a word on the rest.
  func show(
    _ known: ReportTable, _ unknown: [CouncilListing.Printed], part: String, key: String,
    none: String, allKnown: String, rest: String
  ) {
    guard suggest else {
      write(known, none: none, toml: "")
      let count =
        unknown.count == 1 ? "1 name in papers is" : "\(unknown.count) names in papers are"
      if !unknown.isEmpty { Console.say("matters: \(count) \(rest)") }
      return
    }
    write(
      CouncilListing.table(unknown, caption: "Printed and not in the council's file"),
      none: allKnown, toml: CouncilListing.toml(unknown, part: part, key: key))
  }

  private func write(_ table: ReportTable, none: String, toml: String) {
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
}

/// `matters owners`: the posts that owe answers.
struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners",
    abstract: "List the posts that owe answers, and names in papers that the council's file lacks.",
    discussion: """
      The posts are those of the council's one file (matters council): edit it,
      check it, take it in again. With --suggest the names that papers print and the
      file does not know are listed; as toml they can be pasted into it.

      EXAMPLES
        matters owners
        matters owners --suggest
        matters owners --suggest --format toml
      """)

  @OptionGroup var list: CouncilListOptions

  func run() throws {
    try reporting {
      let register = try list.options.open(for: .reading)
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0))
      }
      let settings = try register.council()
      let unknown = CouncilListing.unknownOwners(settings, matters)
      let awaited = MatterListing.awaited(matters, asOf: Console.today)
      list.show(
        CouncilListing.owners(settings, awaited: awaited), unknown, part: "owner", key: "post",
        none: "No posts are known; take in the council's file: matters council FILE",
        allKnown: "The council's file knows all that owe answers.",
        rest: "no post of the council's file; see matters owners --suggest")
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
      The bodies are those of the council's one file (matters council): scrutiny,
      task groups, joint committees and whom they are of, Cabinet, Council, policy
      committees, the NHS.

      EXAMPLES
        matters bodies
        matters bodies --suggest --format toml
      """)

  @OptionGroup var list: CouncilListOptions

  func run() throws {
    try reporting {
      let register = try list.options.open(for: .reading)
      let settings = try register.council()
      let unknown = CouncilListing.unknownBodies(settings, try register.records([.meeting]))
      list.show(
        CouncilListing.bodies(settings), unknown, part: "body", key: "name",
        none: "No bodies are known; take in the council's file: matters council FILE",
        allKnown: "The council's file knows all bodies that papers are of.",
        rest: "no body of the council's file; see matters bodies --suggest")
    }
  }
}
