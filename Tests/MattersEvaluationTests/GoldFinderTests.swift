import Foundation
import MattersEvaluation
import Testing

@Suite struct GoldFinderTests {
  private static let minutes = "Ponds Committee\n\nMINUTES\n"

  /// Writes files into a folder of its own, works with it, and takes it away.
  private func withFiles(_ files: [String: String], _ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())/gold")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    for (path, text) in files {
      let file = folder.appending(path: path).standardizedFileURL
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try work(folder)
  }

  @Test func findsGoldBesidePapersAndByItsHeader() throws {
    let header = #"{"kind":"gold","document":"b.txt","scores":["minute"]}"# + "\n"
    try withFiles([
      "millbridge/2031/a.txt": Self.minutes, "millbridge/2031/a.gold.jsonl": header,
      "millbridge/2031/a.records.jsonl": #"{"kind":"minute","id":"m","lines":[1,1]}"#,
      "b.jsonl": header, "../seeds/b.txt": Self.minutes,
    ]) { folder in
      let evaluation = Evaluation(folder)
      #expect(evaluation.documents.map(\.name) == ["b", "millbridge/2031/a"])
      #expect(evaluation.documents.map(\.council) == ["gold", "millbridge"])
      #expect(evaluation.councils.map(\.name) == ["gold", "millbridge"])
      #expect(evaluation.problems.isEmpty)
      #expect(evaluation.json.contains(#""documents":[{"name":"b","micro":{"#))
    }
  }

  @Test func namesGoldWhosePaperIsNotThere() throws {
    try withFiles(["a.gold.jsonl": "{\"kind\":\"pond\"}\n"]) { folder in
      #expect(
        Evaluation(folder).problems == [
          "a: line 1: not a kind of the contract: pond",
          "a: its paper is not there, or cannot be read",
        ])
    }
    try withFiles(["a.txt": Self.minutes]) { folder in
      #expect(Evaluation(folder).problems.first?.hasPrefix("no gold in this folder") == true)
    }
  }
}
