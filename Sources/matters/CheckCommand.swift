import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters check`: where papers disagree.
struct CheckCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say where papers disagree, with both sources quoted.",
    discussion: """
      A tracker that says completed where no meeting agreed so, a request that never
      reached the tracker, a row worded otherwise than the minutes, a row that
      vanished, a recommendation made before, an answer later than the law allows,
      an undertaking that no later paper speaks of, something that a person set
      otherwise than the minutes or a later tracker have it.

      EXAMPLES
        matters check
        matters check --body CYPSC --format csv
      """)

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String?

  @Option(
    help: "england, wales, scotland or northern_ireland. Default: the council's, else england.")
  var nation: Nation?

  @Option(help: "text, csv or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let bodies = try body.map { [try register.body($0)] } ?? register.bodies()
      let nation = try nation ?? register.council()?.nation ?? .england
      let arrangements = try register.council()?.arrangements
      var disagreements = try bodies.flatMap { body in
        try Asked.Kind.allCases.flatMap { kind in
          Disagreements.all(
            in: try register.matters(MatterFilter(kind: kind, body: body)), nation: nation,
            arrangements: arrangements)
        } + Untraced.undertakings(in: try register.records(Untraced.kinds, body: body))
      }
      if body == nil {
        disagreements += Disagreements.madeElsewhere(
          try register.matters(MatterFilter(kind: .recommendation)))
      }
      switch format {
      case .text: Console.write(text(disagreements))
      case .csv: Console.write(CSVWriter.table(table(disagreements)))
      case .json: Console.write(json(disagreements))
      }
    }
  }

  private func text(_ disagreements: [Disagreement]) -> String {
    guard !disagreements.isEmpty else { return "The papers agree.\n" }
    return disagreements.map { disagreement in
      var out = "\(disagreement.reference): \(disagreement.kind.inWords)\n"
      for quotation in [disagreement.first, disagreement.second].compactMap({ $0 }) {
        out += "  \(quotation.words)\n"
        if !quotation.place.isEmpty { out += "    \(quotation.place)\n" }
      }
      return out
    }.joined()
  }

  private func table(_ disagreements: [Disagreement]) -> ReportTable {
    ReportTable(
      caption: "Where papers disagree",
      columns: ["Reference", "What", "One source", "Read in", "Other source", "Read in"],
      rows: disagreements.map { disagreement in
        [
          disagreement.reference, disagreement.kind.inWords, disagreement.first.words,
          disagreement.first.place,
          disagreement.second?.words ?? "", disagreement.second?.place ?? "",
        ]
      })
  }

  private func json(_ disagreements: [Disagreement]) -> String {
    var json = JSONText()
    json.beginArray()
    for disagreement in disagreements {
      json.beginObject()
      json.field("id", disagreement.reference)
      json.field("finding", disagreement.kind.rawValue)
      json.field("words", disagreement.first.words)
      json.field("place", disagreement.first.place)
      json.field("other_words", disagreement.second?.words)
      json.field("other_place", disagreement.second?.place)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}
