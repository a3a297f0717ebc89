import Foundation
import MattersTestSupport
import Testing

/// The year of the tutorial meets what a year may bring.
///
/// Its commands are typed again by ``CommandPageTests``; here it is held that none of these is left
/// out.
@Suite struct TutorialTests {
  /// What happens, the command that meets it, and what must stand in its answer.
  struct Twist: CustomTestStringConvertible, Sendable {
    var name: String
    var command: String
    var answer: [String]
    var testDescription: String { name }
  }

  static let twists = [
    Twist(
      name: "the first agenda", command: "matters requests --unresolved --as-of 2023-06-30",
      answer: ["Awaiting a response (4)", "CESC/23-24/IR01"]),
    Twist(
      name: "a late response", command: "matters overdue --as-of 2023-10-01",
      answer: ["2023-09-26,no answer,5,\"Local Government Act 2000, section 9FE\""]),
    Twist(
      name: "a cancelled meeting", command: "matters calendar --body CESC",
      answer: ["2024-01-09  14:00", "cancelled", "cancellation.txt"]),
    Twist(
      name: "a restructure", command: "matters chase --owner \"Head of Streets\"",
      answer: ["To: Head of Streets", "CESC/23-24/IR17", "Enforcement Team Leader"]),
    Twist(
      name: "a renamed committee", command: "matters agenda --body Place --meeting 2024-09-17",
      answer: ["CESC/23-24/IR06", "PSC/24-25/IR01"]),
    Twist(
      name: "an exempt item", command: "matters chase --owner \"Head of Property\"",
      answer: ["PSC/24-25/IR02", "Taken in private: not to be passed on."]),
    Twist(
      name: "a correction to the minutes", command: "matters show CESC/23-24/IR16",
      answer: ["last five years", "before: ", "last three years"]),
    Twist(
      name: "an amended recommendation", command: "matters show PSC/24-25/REC01",
      answer: ["held until March 2026", "Agreed as: the rents be held until March 2025."]),
    Twist(
      name: "the year's end", command: "matters year-end --body CESC --year 2023",
      answer: ["Carried over, with first date and reference", "Proposed to lapse"]),
    Twist(
      name: "the annual report", command: "matters report annual --body CESC --year 2023",
      answer: ["15 recommendations were made.", "## Work programme", "| Moved at least once | 1 |"]),
  ]

  private static let commands: [(command: String, answer: String)] = {
    let page = ProjectFiles.corpus.appending(path: "../Documentation/tutorial.md")
    return Transcript(ProjectFiles.text(page)).pieces.compactMap { piece in
      if case .command(let command, let expected) = piece {
        (command, expected.joined(separator: "\n"))
      } else {
        nil
      }
    }
  }()

  @Test(arguments: twists) func theYearHasIt(_ twist: Twist) {
    let answers = Self.commands.filter { $0.command.hasPrefix(twist.command) }.map(\.answer)
    #expect(!answers.isEmpty, "\(twist.command) is not in the tutorial")
    #expect(
      answers.contains { answer in twist.answer.allSatisfy { answer.contains($0) } },
      "\(twist.command) does not answer: \(twist.answer)")
  }

  @Test func theTwistsComeInTheOrderOfTheYear() {
    let days = ["report annual", "year-end", "requests --unresolved"].map { words in
      Self.commands.firstIndex { $0.command.contains(words) } ?? -1
    }
    #expect(days[0] > days[1] && days[1] > days[2] && days[2] >= 0)
  }
}
