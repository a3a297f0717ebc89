import Foundation
import MattersArising
import MattersBlocks
import MattersLinker
import MattersParsers
import MattersTestSupport
import Testing

/// What is read follows the words: where a line changes, its records change and no others.
@Suite struct MutationTests {
  static let papers = RecordPropertyTests.papers

  /// Kinds whose words say nothing about the records beside them.
  private static let leaves: Set<RecordKind> = [
    .resolution, .informationRequest, .recommendation, .action, .trackerEntry, .suggestion,
    .undertaking, .finding,
  ]

  private static let replies: Set<RecordKind> = [.executiveResponse, .informationResponse]

  /// Another word in a request changes that request's text.
  @Test(arguments: papers.indices) func anotherWordChangesOneRecord(_ index: Int) {
    let paper = Self.papers[index]
    let before = Pipeline.read(paper).reading.records
    var generator = SplitMix64(seed: UInt64(index) &+ 5)
    for target in before.filter({ Self.leaves.contains($0.kind) }).shuffled(using: &generator)
      .prefix(6)
    {
      guard let (line, word) = Self.word(of: target, in: paper) else { continue }
      // As long as the other, so that no column or line's end moves.
      let other = "quagga" + String(repeating: "a", count: word.count - 6)
      let after = Pipeline.read(Self.replacing(word, with: other, onLine: line, of: paper))
        .reading.records
      let changed = after.filter { RecordWriter.object($0).contains("quagga") }
      // Or the word was what made it a record of its kind.
      let isGone = !after.contains { $0.id == target.id }
      #expect(!changed.isEmpty || isGone, "\(paper.name):\(line) \(word): the word is nowhere")
      var (others, same) = (Self.away(from: line, before), Self.away(from: line, after))
      // What a reply is follows from what it replies to.
      if isGone {
        others.removeAll { Self.replies.contains($0.kind) }
        same.removeAll { Self.replies.contains($0.kind) }
      }
      expectSame(same, others, "\(paper.name):\(line) \(word)")
    }
  }

  /// The records that were not read from a line.
  private static func away(from line: Int, _ records: [PaperRecord]) -> [PaperRecord] {
    records.filter { $0.lines.last < line || $0.lines.first > line }
  }

  /// A plain word in the middle of a record's text, and the line it stands on.
  private static func word(of record: PaperRecord, in paper: SourceText) -> (Int, String)? {
    let text = record.content.words.first ?? ""
    let all: [Substring] = text.split { $0 == " " }
    let words = all.dropFirst(6).dropLast(1).filter { word in
      word.count >= 6 && word.allSatisfy { $0.isLowercase && $0.isASCII }
    }
    for word in words {
      let lines = (record.lines.first...record.lines.last).filter { number in
        paper.quote(LineRange(number, number)).joined().contains(" \(word) ")
      }
      // What a paper prints twice is one record until one of the two says something else.
      if lines.count == 1, let line = lines.first, isSaidOnce(line, in: paper) {
        return (line, String(word))
      }
    }
    return nil
  }

  private static func isSaidOnce(_ line: Int, in paper: SourceText) -> Bool {
    let letters = SpokenLetters.of(paper.quote(LineRange(line, line)).joined()).suffix(40)
    return (1...paper.lineCount).count { other in
      SpokenLetters.of(paper.quote(LineRange(other, other)).joined()).suffix(40) == letters
    } == 1
  }

  private static func replacing(
    _ word: String, with other: String, onLine number: Int, of paper: SourceText
  ) -> SourceText {
    var lines = paper.quote(LineRange(1, paper.lineCount))
    lines[number - 1] = lines[number - 1].replacing(
      " \(word) ", with: " \(other) ", maxReplacements: 1)
    return SourceText(name: paper.name, text: lines.joined(separator: "\n"))
  }

  // MARK: - Deletions

  private static func request(_ rows: [String]) -> [PaperRecord] {
    let head =
      "Ponds Scrutiny Committee\n\nInformation requests tracker\n\n"
      + "Subject & Date\tInformation Request\tDepartment Responsible\tResponse\tstatus\tDate updated\n"
    return Pipeline.read(
      SourceText(name: "t.txt", text: head + rows.joined(separator: "\n") + "\n")
    )
    .reading.records
  }

  @Test func aDeletedRowIsOneRecordLess() {
    let rows = (1...6).map {
      "Ducks, \($0) May 2023\t(a) The count of ducks on pond \($0).\tParks\tThere are \($0).\t\t2/6/23"
    }
    let all = Self.request(rows).map(\.content)
    #expect(all.count == 6)
    for index in rows.indices {
      var fewer = rows
      fewer.remove(at: index)
      var expected = all
      expected.remove(at: index)
      expectSame(Self.request(fewer).map(\.content), expected, "without row \(index)")
    }
  }

  @Test func withoutResolvedNothingIsResolved() {
    let paper = """
      Ponds Council

      Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

      4. DUCKS

      The Warden spoke of ducks.

      RESOLVED: That the report on ducks be noted.

      5. GEESE

      RESOLVED: That the report on geese be noted.
      """
    func resolutions(_ text: String) -> [String] {
      Pipeline.read(SourceText(name: "m.txt", text: text)).reading.records.compactMap {
        guard case .resolution(let content) = $0.content else { return nil }
        return "\(content.minute ?? "") \(content.meetingDate ?? "")"
      }
    }
    expectSame(resolutions(paper), ["4 2023-07-03", "5 2023-07-03"])
    expectSame(
      resolutions(paper.replacing("RESOLVED: That the report on geese be noted.", with: "")),
      ["4 2023-07-03"])
    expectSame(
      resolutions(paper.replacing("3 July 2023", with: "4 July 2023")),
      ["4 2023-07-04", "5 2023-07-04"])
    expectSame(
      resolutions(
        paper.replacing("RESOLVED: That the report on geese", with: "The report on geese")),
      ["4 2023-07-03"])
  }
}
