import Foundation
import MattersArising
import MattersEvaluation
import MattersFormats
import MattersIngest
import MattersParsers
import MattersTestSupport
import Testing

/// Accuracy over the corpus never falls below what was committed.
@Suite struct CorpusAccuracyTests {
  static let file = ProjectFiles.corpus.appending(path: "baseline.json")

  /// Reads a paper of any form, as the command does.
  static func read(_ name: String, _ contents: [UInt8]) throws -> Pipeline {
    Pipeline.read(try PaperForm.read(name: name, contents: contents))
  }

  static let command = "swift run matters evaluate Corpus --record"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: file.path), "no baseline yet; \(command) writes it"
    ))
  func holdsTheBaseline() throws {
    let baseline = try #require(Baseline(json: ProjectFiles.text(Self.file)))
    let evaluation = Evaluation(ProjectFiles.corpus, read: Self.read)
    #expect(evaluation.problems.isEmpty)
    for change in baseline.changes(to: Baseline(evaluation.accuracy)) where change.isDrop {
      Issue.record("\(change) (\(Self.command) takes the new figures)")
    }
  }

  /// Papers are read by what councils share: without its own profile a council loses next to nothing.
  @Test func leavingACouncilsProfileOutCostsLittle() throws {
    let files = ProjectFiles.files(below: ProjectFiles.corpus, ending: "council.toml")
    #expect(!files.isEmpty)
    let profiles = CouncilProfiles(try files.map { try CouncilProfileFile.read($0.path) })
    let with = Evaluation(ProjectFiles.corpus) { name, contents in
      Pipeline.read(try PaperForm.read(name: name, contents: contents), profiles: profiles)
    }
    let without = Evaluation(ProjectFiles.corpus, read: Self.read)
    for (council, accuracy) in with.councils {
      let other = without.councils.first { $0.name == council }?.accuracy
      let fall = (accuracy.micro[.f1] ?? 0) - (other?.micro[.f1] ?? 0)
      #expect(fall <= 0.03, "\(council)")
    }
  }

  @Test func measuresEveryPaperThatHasGold() {
    let gold = ProjectFiles.files(below: ProjectFiles.corpus, ending: ".gold.jsonl")
    let evaluation = Evaluation(ProjectFiles.corpus, read: Self.read)
    #expect(evaluation.documents.count == gold.count)
    #expect(evaluation.problems.isEmpty)
  }
}
