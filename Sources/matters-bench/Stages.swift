import ArgumentParser
import Foundation
import MattersArising
import MattersBlocks
import MattersLinker
import MattersParsers

/// Times each stage from bytes to JSON Lines by the processor time of this process alone.
///
/// `Scripts/bench` prints its table beside those of other programs; `Scripts/instructions` counts
/// what one run up to a stage executes.
@main struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matters-bench",
    abstract: "Time each stage of reading one paper: text, blocks, records, links, json.",
    discussion: """
      EXAMPLES
        matters-bench pack.txt --runs 9
        matters-bench pack.txt --runs 1 --until blocks --repeat 4
        matters-bench pack.txt --print > after.jsonl
      """)

  /// A stage of reading, in the order in which they are gone through.
  enum Stage: String, CaseIterable, ExpressibleByArgument {
    case text, blocks, records, links, json
  }

  @Argument(help: "The paper.")
  var file: String

  @Option(help: "How many times the stages are gone through; medians are printed.")
  var runs = 7

  @Option(help: "The last stage to go through.")
  var until = Stage.json

  @Option(help: "How many copies of the paper stand in the text that is read.")
  var `repeat` = 1

  @Flag(help: "Print what is read, and no times: two builds are held to each other by it.")
  var print = false

  func validate() throws {
    guard runs > 0, `repeat` > 0 else {
      throw ValidationError("--runs and --repeat are numbers from 1")
    }
  }

  func run() throws {
    guard let contents = FileManager.default.contents(atPath: file) else {
      throw ValidationError("\(file): cannot be read")
    }
    let paper = [UInt8](contents) + (contents.last == UInt8(ascii: "\n") ? [] : [0x0A])
    let bytes = [UInt8]([[UInt8]](repeating: paper, count: `repeat`).joined())
    if print { return try printAll(bytes) }
    var times: [Stage: [Double]] = [:]
    var records = 0
    for _ in 0..<runs { records = try once(bytes, &times) }

    let megabytes = Double(bytes.count) / 1_000_000
    var whole = 0.0
    Swift.print("stage         ms     MB/s")
    for stage in Stage.allCases {
      guard let found = times[stage]?.sorted() else { continue }
      let median = found[found.count / 2]
      whole += median
      Swift.print(Self.line(stage.rawValue, median, megabytes))
    }
    Swift.print(Self.line("all", whole, megabytes))
    if records > 0 {
      Swift.print("\(records) records, \(Int(Double(records) / max(whole, 1e-9))) a second")
    }
  }

  /// Prints the records and links, what was noticed, and the lines that nothing was read from.
  private func printAll(_ bytes: [UInt8]) throws {
    let name = (file as NSString).lastPathComponent
    let paper = TextReader.read(try SourceText(name: name, contents: bytes))
    let reading = PaperParser.parse(paper)
    let links = DocumentLinker.link(reading.records, in: reading.settings).links
    for record in reading.records + links { Swift.print(RecordWriter.object(record)) }
    for said in reading.diagnostics { Swift.print(said.id, said.message) }
    Swift.print("unclaimed:", reading.coverage.unclaimed)
  }

  /// Goes through the stages once, and notes the time each took.
  ///
  /// - Returns: how many records and links were written or read.
  private func once(_ bytes: [UInt8], _ times: inout [Stage: [Double]]) throws -> Int {
    let name = (file as NSString).lastPathComponent
    let source = try timed(.text, &times) { try SourceText(name: name, contents: bytes) }
    if until == .text { return 0 }
    let paper = timed(.blocks, &times) { TextReader.read(source) }
    if until == .blocks { return 0 }
    let reading = timed(.records, &times) { PaperParser.parse(paper) }
    if until == .records { return reading.records.count }
    let links = timed(.links, &times) {
      DocumentLinker.link(reading.records, in: reading.settings).links
    }
    if until == .links { return reading.records.count + links.count }
    timed(.json, &times) {
      var writer = RecordWriter()
      for record in reading.records + links {
        writer.write(record)
        _ = writer.takeBlock()
      }
    }
    return reading.records.count + links.count
  }

  private func timed<Result>(
    _ stage: Stage, _ times: inout [Stage: [Double]], _ work: () throws -> Result
  ) rethrows -> Result {
    let start = clock()
    let result = try work()
    times[stage, default: []].append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
    return result
  }

  /// A line of the table: milliseconds, and megabytes a second.
  private static func line(_ name: String, _ seconds: Double, _ megabytes: Double) -> String {
    String(
      format: "%@ %8.1f %8.1f", name.padding(toLength: 7, withPad: " ", startingAt: 0),
      seconds * 1000, megabytes / max(seconds, 1e-9))
  }
}
