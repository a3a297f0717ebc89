import ArgumentParser
import MattersArising
import MattersBlocks
import MattersIngest
import MattersParsers

/// `matters parse`: the records of one paper as JSON Lines.
struct ParseCommand: ParsableCommand {
  /// What `--dump` can show.
  enum Dump: String, ExpressibleByArgument, CaseIterable { case blocks, text }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the records of a paper, one JSON object a line.",
    discussion: """
      EXAMPLES
        matters parse minutes.txt
        matters parse tracker.xlsx
        pdftotext -layout pack.pdf - | matters parse -
        matters parse pack.txt --coverage
        matters parse pack.txt --dump blocks
        matters parse tracker.csv --profile tarn-council.toml
      """)

  @Argument(help: ArgumentHelp("The paper, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "Show instead what was read: its blocks, or the text that was taken out of a file.")
  var dump: Dump?

  @Flag(help: "Show how each line was accounted for, and the lines no parser claimed.")
  var coverage = false

  @OptionGroup var wording: ProfileOptions

  func run() throws {
    try reporting {
      let profiles = try wording.profiles()
      StartingPages.giveBack()
      let paper: Paper
      do throws(PaperFileError) {
        paper = try PaperFile.read(file)
      } catch {
        throw Failure("\(file): \(error.explanation)")
      }
      if paper.source.encoding != .utf8 {
        Console.say("matters: \(file): read as \(paper.source.encoding.rawValue)")
      }
      if let converter = paper.converter, paper.sheets.isEmpty {
        Console.say(
          "matters: \(file): lines are of the text by \(converter); "
            + "see: matters parse \(file) --dump text")
      }
      if dump == nil, !coverage {
        // What only reading the file needed is given back too.
        StartingPages.giveBack()
        var writer = RecordWriter()
        let diagnostics = Pipeline.read(paper, profiles: profiles) { record in
          writer.write(record)
          if let block = writer.takeBlock() { Console.write(block) }
        }
        Console.write(writer.bytes)
        return say(diagnostics, paper)
      }
      let pipeline = Pipeline.read(paper, profiles: profiles)
      say(pipeline.reading.diagnostics, paper)
      if dump == .blocks {
        Console.write(pipeline.paper.dump())
      } else if dump == .text {
        Console.write(paper.source.bytes)
      } else {
        Console.write(report(pipeline.reading.coverage, paper))
      }
    }
  }

  private func say(_ diagnostics: [Diagnostic], _ paper: Paper) {
    for diagnostic in diagnostics {
      let place = diagnostic.lines.map { ":" + paper.place($0.first) } ?? ""
      Console.say("matters: \(file)\(place): \(diagnostic.message) [\(diagnostic.id)]")
    }
  }

  private func report(_ coverage: Coverage, _ paper: Paper) -> String {
    var out = ""
    func line(_ name: String, _ count: Int) {
      if count > 0 { out += String(count).leftPadded(8) + "  \(name)\n" }
    }
    line("lines a record was read from", coverage.count(.record))
    line("lines of narrative in a recognised document", coverage.count(.narrative))
    for rule in Furniture.allCases {
      line("furniture: \(rule.rawValue)", coverage.count(.furniture(rule)))
    }
    line("unclaimed", coverage.count(.unclaimed))
    line("non-blank lines", coverage.lines.count)
    out += percent(coverage.share).leftPadded(8) + "  claimed\n"
    for number in coverage.unclaimed {
      out += "\(paper.place(number)): \(paper.source.quote(LineRange(number, number)).joined())\n"
    }
    return out
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

extension String {
  /// The text with blanks before it up to a width.
  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
