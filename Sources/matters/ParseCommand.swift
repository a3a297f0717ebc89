import ArgumentParser
import MattersArising
import MattersBlocks
import MattersIngest
import MattersParsers

/// `matters parse`: the records of one paper as JSON Lines.
struct ParseCommand: ParsableCommand {
  /// What `--dump` can show.
  enum Dump: String, ExpressibleByArgument, CaseIterable { case blocks }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the records of a paper, one JSON object a line.",
    discussion: """
      EXAMPLES
        matters parse minutes.txt
        pdftotext -layout pack.pdf - | matters parse -
        matters parse pack.txt --coverage
        matters parse pack.txt --dump blocks
      """)

  @Argument(help: ArgumentHelp("The paper, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "Show the layout instead: blocks.")
  var dump: Dump?

  @Flag(help: "Show how each line was accounted for, and the lines no parser claimed.")
  var coverage = false

  func run() throws {
    try reporting {
      let source: SourceText
      do throws(PaperFileError) {
        source = try PaperFile.read(file)
      } catch {
        throw Failure("\(file): \(error.explanation)")
      }
      if source.encoding != .utf8 {
        Console.say("matters: \(file): read as \(source.encoding.rawValue)")
      }
      let pipeline = Pipeline.read(source)
      for diagnostic in pipeline.reading.diagnostics {
        let place = diagnostic.lines.map { ":\($0.first)" } ?? ""
        Console.say("matters: \(file)\(place): \(diagnostic.message) [\(diagnostic.id)]")
      }
      if dump == .blocks {
        Console.write(pipeline.paper.dump())
      } else if coverage {
        Console.write(report(pipeline.reading.coverage, source))
      } else {
        var writer = RecordWriter()
        for record in pipeline.printed { writer.write(record) }
        Console.write(writer.bytes)
      }
    }
  }

  private func report(_ coverage: Coverage, _ source: SourceText) -> String {
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
      out += "\(number): \(source.quote(LineRange(number, number)).joined())\n"
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
