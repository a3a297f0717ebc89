import ArgumentParser
import MattersArising
import MattersIngest
import MattersOffice
import MattersRegister
import MattersReports

/// The forms of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown, html, csv, json, docx, xlsx, ics
}

/// In which form a report is written, and where.
struct ReportForm: ParsableArguments {
  @Option(help: "table, markdown, html, csv, json, docx, xlsx or ics.")
  var format: ReportFormat = .markdown

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Columns to show, in their order, by comma: reference,recommendation,status.",
      valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "A TOML file with the council's columns, headings and wording.", valueName: "file"))
  var layout: String?

  @Option(
    help: ArgumentHelp(
      "A Word file whose styles, paper, header and footer a docx takes.", valueName: "file"))
  var template: String?

  func validate() throws {
    if template != nil, format != .docx {
      throw ValidationError("--template is for --format docx.")
    }
    try format.check(output)
  }

  /// The council's choices.
  func chosen() throws -> ReportLayout {
    var layout = ReportLayout()
    if let file = self.layout {
      do {
        layout = try SettingsFile.read(ReportLayout.self, from: file)
      } catch let problem as SettingsFile.Problem {
        throw Failure(problem.explanation)
      }
    }
    return layout
  }

  /// Writes a report with the columns that were chosen for it.
  func deliver(
    _ report: PlainReport, columnsOf name: String? = nil, _ layout: ReportLayout,
    of register: Register
  ) throws {
    let name = name ?? report.name
    var choice = layout.choice(for: name)
    if let columns {
      choice.keys = columns.split(separator: ",").map {
        String($0.drop { $0 == " " }.prefix { $0 != " " })
      }
    }
    let shown = try register.givesReferences ? report.withReferences : report
    let chosen: PlainReport
    do {
      chosen = try shown.choosing(choice)
    } catch {
      throw Failure("\(columns == nil ? self.layout ?? name : "--columns"): \(error.explanation)")
    }
    try chosen.deliver(as: format, to: output, template: template)
  }
}

extension PlainReport {
  /// Writes the report in one of its forms.
  func deliver(as format: ReportFormat, to output: String?, template: String? = nil) throws {
    switch format {
    case .markdown: try Console.deliver(markdown, to: output)
    case .html: try Console.deliver(html, to: output)
    case .csv: try Console.deliver(csv, to: output)
    case .json: try Console.deliver(json, to: output)
    case .table: try Console.deliver(terminal(width: Console.width), to: output)
    case .docx, .xlsx:
      let bytes: [UInt8]
      do {
        bytes =
          format == .docx
          ? try WordWriter.written(self, template: template) : try WorkbookWriter.written(self)
      } catch {
        throw Failure(error.explanation)
      }
      try Console.deliver(bytes, to: output)
    case .ics:
      if todos.isEmpty { Console.say("matters: no row has a due date; the calendar is empty") }
      try Console.deliver(calendar(on: Console.today), to: output)
    }
  }
}

extension ReportFormat {
  /// Holds a form against the place that it is to be written to.
  func check(_ output: String?) throws {
    if output == nil, self == .docx || self == .xlsx {
      throw ValidationError("--format \(rawValue) is no text for a terminal: name a file with -o.")
    }
  }
}

/// Of whom and of when a report is.
struct ReportScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String?

  @Option(
    help: ArgumentHelp(
      "Only this municipal year, May to April: 2023-24, or the year in which it begins.",
      valueName: "year"))
  var year: YearArgument?

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @OptionGroup var register: RegisterOptions

  func validate() throws { _ = try year?.first() }

  /// The scope, with the committee's whole name.
  func scope(in register: Register) throws -> ReportScope {
    ReportScope(
      body: try body.map { try register.body($0) }, year: try year?.first(),
      asOf: asOf ?? Console.today)
  }
}

extension ReportForm {
  /// Makes a report of what a register holds within a scope, and writes it.
  func run(
    _ options: ReportScopeOptions, _ make: (Register, ReportScope) throws -> PlainReport
  ) throws {
    try reporting {
      let layout = try chosen()
      let register = try options.register.open(for: .reading)
      var report = try make(register, options.scope(in: register))
      report.head = try register.headHash()
      try deliver(report, layout, of: register)
    }
  }
}
