import Foundation
import MattersArising
import MattersTestSupport
import Testing

@testable import MattersEvaluation

/// Our measuring gives what the contract's own program gives.
@Suite(
  .enabled(if: ScoreProgram.isThere, "the contract's score, or python3 to run it, is not there"))
struct ScoreParityTests {
  static let golds: [GoldFile] =
    (ProjectFiles.shared.map { GoldFinder.find(in: $0.appending(path: "gold")) } ?? [])
    + GoldFinder.find(in: ProjectFiles.corpus).filter { $0.name.hasSuffix("pack") }

  @Test(arguments: golds) func givesTheSameFigures(_ file: GoldFile) throws {
    let text = ProjectFiles.text(file.gold)
    let gold = Gold(text)
    let paper = try #require(GoldFinder.paper(of: file, document: gold.document))
    let source = try SourceText(name: "paper", contents: Array(Data(contentsOf: paper)))
    let read = try Pipeline.read(source).printed.map {
      try #require(JSONValue(RecordWriter.object($0)))
    }
    try hold(read, to: gold, file)
    // Gold that was damaged stands for readings worse than ours, of every kind that there is.
    let records = text.split(separator: "\n").compactMap { JSONValue(String($0)) }
      .filter { $0["kind"]?.text != "gold" }
    var damage = Damage(random: SplitMix64(seed: 11))
    try hold(records.flatMap { damage.apply($0) }, to: gold, file)
  }

  private func hold(_ output: [JSONValue], to gold: Gold, _ file: GoldFile) throws {
    let ours = PaperScore(output: output, against: gold).accuracy
    let theirs = try #require(JSONValue(try ScoreProgram.run(gold: file.gold, output: output)))
    for measure in Measure.allCases {
      agree(ours.micro[measure], theirs[measure.rawValue], measure)
    }
    guard case .object(let kinds) = theirs["kinds"] else {
      Issue.record("score prints no kinds")
      return
    }
    #expect(Set(kinds.keys) == Set(ours.kinds.keys.map(\.rawValue)))
    for (kind, tally) in ours.kinds {
      let figures = kinds[kind.rawValue]
      #expect(figures?["gold"]?.whole == tally.gold, "\(kind)")
      #expect(figures?["found"]?.whole == tally.read, "\(kind)")
      for measure in Measure.allCases {
        agree(tally.figures[measure], figures?[measure.rawValue], measure, "\(kind)")
      }
    }
  }

  private func agree(
    _ ours: Double?, _ theirs: JSONValue?, _ measure: Measure, _ kind: String = "all"
  ) {
    var figure: Double?
    if case .number(let value) = theirs { figure = value }
    let isSame = ours == figure || abs((ours ?? -1) - (figure ?? -1)) < 0.0005
    #expect(isSame, "\(kind) \(measure.rawValue): \(ours ?? -1), score \(figure ?? -1)")
  }
}

/// The program `score` beside the contract.
private enum ScoreProgram {
  static let file = ProjectFiles.shared?.appending(path: "score")

  static let isThere: Bool =
    file.map { FileManager.default.fileExists(atPath: $0.path) } == true
    && (try? start(["--version"])) != nil

  static func run(gold: URL, output: [JSONValue]) throws -> String {
    let records = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl")
    defer { try? FileManager.default.removeItem(at: records) }
    var json = JSONText()
    for value in output {
      json.value(value)
      json.newline()
    }
    try Data(json.bytes).write(to: records)
    return try start([try #require(file).path, gold.path, records.path, "--json"])
  }

  private struct Failed: Error {}

  private static func start(_ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: printed, as: UTF8.self)
  }
}

/// Damages records the way a bad reading does: some lost, some twice, words and lines off.
private struct Damage {
  var random: SplitMix64

  mutating func apply(_ record: JSONValue) -> [JSONValue] {
    guard case .object(let fields) = record, chance(90) else { return [] }
    var damaged: [String: JSONValue] = [:]
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) where key == "kind" || chance(97) {
      let isName = ["kind", "id", "from", "to", "relation"].contains(key)
      damaged[key] = isName ? value : self.value(value)
    }
    return Array(repeating: .object(damaged), count: chance(90) ? 1 : 2)
  }

  private mutating func value(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): return .string(words(text))
    case .array(let elements): return .array(elements.map { self.value($0) })
    case .number(let number): return .number(chance(85) ? number : number + 1)
    default: return value
    }
  }

  private mutating func words(_ text: String) -> String {
    guard chance(40) else { return text }
    return text.split(separator: " ").flatMap { word in
      chance(95) ? [String(word)] : chance(50) ? [] : [word.uppercased() + ",", "weir"]
    }.joined(separator: " ")
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
}

extension JSONText {
  /// Writes any value.
  fileprivate mutating func value(_ value: JSONValue) {
    switch value {
    case .null, .bool: bool(value == .bool(true))
    case .number(let number): self.number(Int(number))
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        self.key(named: key)
        self.value(member)
      }
      endObject()
    }
  }
}
