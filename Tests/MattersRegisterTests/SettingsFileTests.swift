import Foundation
import MattersIngest
import MattersReports
import MattersTestSupport
import Testing

/// What a council writes into its settings, and what it is told of a slip.
@Suite struct SettingsFileTests {
  private static func read(_ text: String) throws -> ReportLayout {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "settings-\(UUID().uuidString).toml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    do {
      return try SettingsFile.read(ReportLayout.self, from: file.path)
    } catch let problem as SettingsFile.Problem {
      throw SettingsFile.Problem(problem.explanation.replacing(file.path, with: "FILE"))
    }
  }

  @Test func columnsHeadingsAndWordingAreTaken() throws {
    let layout = try Self.read(
      """
      # The council's own
      [report.recommendations]
      columns = ["reference", "status"]
      headings = { status = "Where it stands" }

      [officer_report]
      author = "Scrutiny Manager"
      """)
    expectSame(
      layout.choice(for: "recommendations"),
      ColumnChoice(keys: ["reference", "status"], headings: ["status": "Where it stands"]))
    expectSame(layout.wording.sentences["author"], ["Scrutiny Manager"])
    expectSame(layout.choice(for: "actions"), ColumnChoice())
  }

  @Test(arguments: [
    ("[report.recomendations]\n", "FILE: recomendations: not known here; known: progress, "),
    ("[report.actions]\ncolums = []\n", "FILE: colums: not known here; known: columns, headings"),
    ("[officer_report]\nauther = \"A\"\n", "FILE: auther: not known here; known: appendix, author"),
    ("[report.actions\n", "FILE:1: not TOML: "),
    ("other = 1\n", "FILE: other: not known here; known: report, officer_report"),
  ]) func aSlipIsNamed(_ text: String, _ message: String) {
    let problem = #expect(throws: SettingsFile.Problem.self) { try Self.read(text) }
    #expect(problem?.explanation.hasPrefix(message) ?? false, "\(problem?.explanation ?? "")")
  }
}
