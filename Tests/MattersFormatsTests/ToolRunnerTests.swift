import Foundation
import MattersTools
import Testing

@testable import MattersFormats

@Suite struct ToolRunnerTests {
  private static func shell(
    _ script: String, seconds: Int = 20, space: Int? = nil, output: Int = 1 << 16,
    input: String = ""
  ) async throws -> ToolRunner.Said {
    let file = try #require(UnnamedFile.open(holding: Array(input.utf8)))
    return try await ToolRunner.run(
      "/bin/sh", ["-c", script], input: file,
      limits: ToolLimits(seconds: seconds, addressSpace: space, output: output))
  }

  @Test func givesTheBytesAndTakesTheWords() async throws {
    let said = try await Self.shell("cat; echo warned >&2", input: "some words")
    #expect(String(decoding: said.output, as: UTF8.self) == "some words")
    #expect(said.errors == "warned\n")
  }

  @Test func saysHowAToolFailed() async {
    await #expect(throws: ToolError.failed(status: 3, said: "this is why")) {
      try await Self.shell("echo first >&2; echo this is why >&2; exit 3")
    }
  }

  @Test func endsAToolThatTakesTooLongWithAllThatItStarted() async throws {
    let mark = "\(FileManager.default.temporaryDirectory.path)/matters-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: mark) }
    await #expect(throws: ToolError.tooSlow(seconds: 1)) {
      try await Self.shell("(sleep 25; touch '\(mark)') & sleep 600", seconds: 1)
    }
    try await Task.sleep(for: .seconds(27))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func endsAToolThatWritesTooMuch() async {
    await #expect(throws: ToolError.tooMuchOutput(bytes: 1 << 16)) { try await Self.shell("yes") }
  }

  @Test func writesNoFiles() async {
    let file = "\(FileManager.default.temporaryDirectory.path)/matters-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: file) }
    await #expect(throws: ToolError.self) {
      try await Self.shell("exec cat > '\(file)'", input: "words")
    }
  }

  #if os(Linux)
    @Test func endsAToolThatWantsTooMuchMemory() async {
      await #expect(throws: ToolError.self) {
        try await Self.shell("exec head -c 300000000 /dev/zero | tail", space: 100 << 20)
      }
    }
  #endif

  @Test func comesToAnEndWhereEveryThreadWaits() async throws {
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<24 { group.addTask { try await Self.shell("echo x").output.count } }
      return try await group.reduce(0, +)
    }
    #expect(count == 48)
  }

  @Test func namesThePackageOfAMissingTool() async {
    let said = PaperFormError(.missing, .pdftotext, form: PDFForm.name).explanation
    #expect(said.contains("pdftotext"))
    #expect(said.contains("poppler"))
    #expect(!said.contains("\n"))
  }
}
