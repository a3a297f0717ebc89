import MattersLinker
import MattersRecords
import MattersText

/// What reports have said of a matter's points, in all the ways in which they print them.
struct SaidBefore {
  /// The values of one point.
  struct Point {
    private var values: Set<String> = [""]

    mutating func add(_ words: String?) { values.insert(SaidBefore.fold(words)) }
    /// Whether some words are there and were not said before.
    func isNew(_ words: String?) -> Bool { !values.contains(SaidBefore.fold(words)) }
  }

  private(set) var response = Point()
  private(set) var status = Point()
  private(set) var decision = Point()
  private(set) var decidedBy = Point()
  private(set) var decidedOn = Point()
  private(set) var due = Point()
  private(set) var review = Point()
  private(set) var updated = Point()

  init(_ positions: [Position], of matter: Matter) {
    for words in ["Response pending.", "Pending", "Awaiting a response"] { response.add(words) }
    if matter.kind == .action { status.add("Open") }
    decidedBy.add(matter.addressedTo)
    for event in matter.events {
      updated.add(event.date.iso)
      updated.add(event.updated)
    }
    for position in positions {
      let ruling = position.ruling
      let printed = position.row.map { PrintedRow($0) }
      for words in [
        position.response, RecommendationsReport.response(position), printed?[.response],
        position.row?.response,
        position.response.map { "\($0)\(position.from.map { " (\($0))" } ?? "")" },
      ] { response.add(words) }
      for words in [
        RecommendationsReport.status(position), position.state.inWords, printed?[.status],
        position.row?.statusAsPrinted, ruling?.decision?.inWords, ruling?.implementation?.inWords,
      ] { status.add(words) }
      if position.state == .completed {
        for words in [ProgressReport.tick, "\(ProgressReport.tick) Completed"] { status.add(words) }
      }
      for words in [ruling?.asPrinted, ruling?.decision?.inWords, printed?[.decision]] {
        decision.add(words)
      }
      for words in [ruling?.decidedBy, position.row?.decidedBy] { decidedBy.add(words) }
      for words in [ruling?.decidedOn, position.updated] {
        decidedOn.add(words)
        updated.add(words)
      }
      updated.add(position.row?.updated)
      for words in [DueDay.printed(matter, position), position.row?.due] { due.add(words) }
      for words in [ruling?.reviewDate, position.row?.reviewDate] { review.add(words) }
    }
  }

  /// Words without what editing programs change by themselves: case, spaces, kinds of quotes.
  static func fold(_ words: String?) -> String {
    let key = MatchKey(words ?? "").description
    return key.isEmpty ? String((words ?? "").filter { !$0.isWhitespace }) : key
  }
}
