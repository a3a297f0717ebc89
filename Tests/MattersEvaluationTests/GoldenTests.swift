import Foundation
import MattersArising
import MattersTestSupport
import Testing

/// What is read from every paper of the corpus, whole, as it was committed.
@Suite struct GoldenTests {
  /// Folders of the corpus whose files are cases of other tests, not papers.
  static let otherCases = ["snippets", "malformed", "commands"]

  static let papers: [URL] = ProjectFiles.files(below: ProjectFiles.corpus, ending: ".txt")
    .filter { file in !otherCases.contains { file.path.contains("/Corpus/\($0)/") } }

  /// Until the first snapshots are recorded there is nothing to hold to.
  static var isRecorded: Bool {
    !ProjectFiles.files(below: ProjectFiles.corpus, ending: ".records.jsonl").isEmpty
  }

  @Test(
    .enabled(
      if: isRecorded || Golden.isRecording,
      "no snapshots yet; MATTERS_RECORD=1 swift test --filter Golden writes them"),
    arguments: papers)
  func readsWhatWasCommitted(_ paper: URL) throws {
    let source = try SourceText(
      name: paper.lastPathComponent, contents: Array(Data(contentsOf: paper)))
    var writer = RecordWriter()
    for record in Pipeline.read(source).printed { writer.write(record) }
    let snapshot = paper.deletingPathExtension().appendingPathExtension("records.jsonl")
    if let complaint = Golden.complaint(
      String(decoding: writer.bytes, as: UTF8.self), file: snapshot)
    {
      Issue.record("\(complaint)")
    }
  }
}

@Suite struct SnapshotHelperTests {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).records.jsonl")

  private func complaint(
    _ text: String, recording: Bool = false, automatic: Bool = false
  ) -> String? {
    Golden.complaint(text, file: file, isRecording: recording, isAutomatic: automatic)
  }

  @Test func recordsAndFailsThenHolds() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(complaint("a\nb\n")?.contains("not recorded yet") == true)
    #expect(complaint("a\nb\n", recording: true)?.contains("recorded; look it over") == true)
    #expect(complaint("a\nb\n") == nil)
    let difference = try #require(complaint("a\nc\n"))
    #expect(difference.hasSuffix("2 lines differ (- committed, + read):\n- 2: b\n+ 2: c") == true)
  }

  @Test func neverRecordsInAnAutomaticRun() {
    #expect(complaint("a", recording: true, automatic: true)?.contains("refused") == true)
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }
}
