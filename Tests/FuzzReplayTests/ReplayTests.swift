import Foundation
import MattersFuzz
import MattersTestSupport
import Testing

/// Inputs that fuzzing saved: one that once broke something, or that reaches what no other does.
@Suite struct ReplayTests {
  /// An input of a target.
  struct Saved: Sendable, CustomStringConvertible {
    var target: FuzzTarget
    var file: URL
    var description: String { "\(target.rawValue)/\(file.lastPathComponent)" }
  }

  static let folder = ProjectFiles.root.appending(path: "Tests/Fuzz/corpus")
  static let saved: [Saved] = FuzzTarget.allCases.flatMap { target in
    ProjectFiles.files(below: folder.appending(path: target.rawValue), ending: "")
      .filter { !$0.hasDirectoryPath }.map { Saved(target: target, file: $0) }
  }

  @Test func everyTargetHasInputs() {
    for target in FuzzTarget.allCases {
      #expect(Self.saved.contains { $0.target == target }, "\(target)")
    }
  }

  @Test func theInputsAreSmall() throws {
    let bytes = try Self.saved.map {
      try $0.file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }
    #expect(bytes.reduce(0, +) < 2_000_000)
  }

  /// Long for the slowest on the slowest machine, short for what never ends.
  @Test(arguments: FuzzTarget.allCases) func savedInputsAreReadInTime(_ target: FuzzTarget) throws {
    for saved in Self.saved where saved.target == target {
      let bytes = Array(try Data(contentsOf: saved.file))
      let seconds = secondsOfProcessor { #expect(target.complaint(bytes) == nil, "\(saved)") }
      #expect(seconds < 20, "\(saved)")
    }
  }

  /// Every target meets what was written for another.
  @Test(arguments: FuzzTarget.allCases) func papersOfTheCorpusAreRead(_ target: FuzzTarget) throws {
    let malformed = ProjectFiles.corpus.appending(path: "malformed")
    for file in ProjectFiles.files(below: malformed, ending: "") where !file.hasDirectoryPath {
      let bytes = Array(try Data(contentsOf: file))
      #expect(target.complaint(bytes) == nil, "\(target) \(file.lastPathComponent)")
    }
  }
}
