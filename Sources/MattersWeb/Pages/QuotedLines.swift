import MattersRecords
import MattersText

/// Lines of a paper as they are quoted, with the words of a record marked.
enum QuotedLines {
  static func values(
    _ quotation: [(number: Int, words: String)], _ lines: LineRange, _ record: PaperRecord
  ) -> [[String: Any]] {
    let runs = WordMarker.mark(quotation, within: lines, record.spokenWords)
    return zip(quotation, runs).map { line, runs in
      [
        "lineNumber": line.number, "runs": runs,
        "isMeant": lines.first <= line.number && line.number <= lines.last,
      ]
    }
  }
}

extension LineRange {
  /// The lines in words.
  var inWords: String { first == last ? "line \(first)" : "lines \(first) to \(last)" }
}

extension PaperRecord {
  /// The words a record is shown by.
  var spokenWords: String {
    switch content {
    case .informationRequest(let content): content.text
    case .recommendation(let content): content.text
    case .action(let content): content.text
    case .trackerEntry(let content): content.text
    case .executiveResponse(let content): content.text
    case .informationResponse(let content): content.text
    case .resolution(let content): content.text
    case .suggestion(let content): content.text
    case .undertaking(let content): content.text
    case .agendaItem(let content): content.title
    case .minute(let content): content.title
    case .report(let content): content.title
    case .workProgrammeItem(let content): content.title
    case .publicQuestion(let content): content.question
    default: ""
    }
  }
}
