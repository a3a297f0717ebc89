import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters show`: one thing with its source, its links and its history.
struct ShowCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one record: its source lines, its links with their reasons, its history.",
    discussion: """
      Takes a reference or a record's id. An id that several documents use is shown
      from each.

      EXAMPLES
        matters show CYPSC/22-23/IR01
        matters show information_request-2022-10-11-111-a
        matters show CYPSC/22-23/IR01 --format json
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let details: [RecordDetail]
      var matter: RegisteredMatter?
      do {
        matter = try register.matter(named: id)
        details = try matter.map { try register.details(of: $0) } ?? []
      } catch RegisterError.unknown {
        details = try register.records(named: id)
        guard !details.isEmpty else { throw RegisterError.unknown(name: id) }
      }
      let view = MatterView(
        matter: matter, records: details.map(\.view), asOf: asOf ?? Console.today)
      Console.write(format == .json ? view.json : view.text)
    }
  }
}

extension RecordDetail {
  /// The record in the form that reports take.
  fileprivate var view: RecordView {
    RecordView(
      record: record, documentName: documentName, quotation: quotation,
      links: links.map {
        RecordView.Tie(
          relation: $0.relation, isOutgoing: $0.isOutgoing, other: $0.other,
          place: "\($0.documentName):\($0.lines.first)", grade: $0.grade, because: $0.because)
      })
  }
}
