import Foundation
import MattersTools

@testable import MattersFormats

/// The tools that a test needs.
///
/// Where one is missing the test is skipped and says so, except in an automatic run, where it fails.
enum Tools {
  static func has(_ tools: Tool...) -> Bool {
    ProcessInfo.processInfo.environment["CI"] == "true" || tools.allSatisfy { ToolRunner.has($0) }
  }

  /// A web page as a Word file or an OpenDocument text.
  static func office(_ form: String, of html: [UInt8]) async throws -> [UInt8] {
    try await ToolRunner.run(
      .pandoc, ["--from", "html", "--to", form, "--standalone", "--output", "-"], on: html)
  }
}
