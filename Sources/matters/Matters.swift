import ArgumentParser
import Foundation
import MattersArising
import MattersBlocks

@main struct Matters: ParsableCommand {
  static let configuration = CommandConfiguration(subcommands: [ParseCommand.self])
}
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "parse")
  @Argument var file: String
  @Option var dump: String?
  func run() throws {
    let data = FileManager.default.contents(atPath: file)!
    let source = try SourceText(name: file, contents: Array(data))
    let p = Pipeline.read(source)
    if dump != nil { print(p.paper.dump()); return }
    var w = RecordWriter()
    for r in p.printed { w.write(r) }
    FileHandle.standardOutput.write(Data(w.bytes))
  }
}
