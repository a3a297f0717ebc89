import MattersBlocks
import MattersRecords
import MattersText

/// Makes records of what a paper says to each recommendation, in whatever form it says it.
struct ResponseRecords {
  let paper: Paper
  /// Where the recommendations come from.
  var origin: RecommendationOrigin
  /// Whether they stand in a letter, in which whoever writes speaks.
  var isLetter = false
  /// What the letters of a column of decisions mean.
  var key = DecisionKey()

  /// What is said to one recommendation: the words of each column or label, and where they stand.
  struct Entry {
    var cells: [TrackerColumn: [ByteRange]] = [:]
    var lines: LineRange
    /// Where the response stands, if it stands apart.
    var responseLines: LineRange?
    /// The minute that the entry itself names.
    var minute: String?
    /// The labels, where several are answered as one.
    var labels: [String] = []
  }

  /// Adds the recommendation that an entry holds, and the response to it.
  func add(_ entry: Entry, into sink: inout RecordSink) {
    func cell(_ column: TrackerColumn) -> String? {
      entry.cells[column].map { $0.map { paper.text($0) }.joined(separator: " ") }
    }
    let split = cell(.recommendation).map(RecommendationLabel.split)
    let label = split?.label ?? cell(.reference)
    let executive = sink.meeting.body.flatMap { sink.isExecutive($0) ? $0 : nil }
    let mark = label ?? split?.text.opening(words: 6)
    let several = Self.parts(of: split?.text ?? "", labels: entry.labels)
    for (label, text) in several {
      add(text, label, label, entry, addressedTo: executive ?? origin.addressedTo, into: &sink)
    }
    if !several.isEmpty {
    } else if let text = split?.text, !text.isEmpty {
      add(text, label, mark, entry, addressedTo: executive ?? origin.addressedTo, into: &sink)
    } else if label == nil {
      return
    }

    let decision =
      cell(.decision)
      ?? [TrackerColumn.status, .outcome].compactMap(cell).first(where: DecisionWording.isVerdict)
    // Where a verdict stands, what is to be done about it is the rest of the answer.
    guard
      let text = Self.words(cell(.response)) ?? Self.words(cell(.reason))
        ?? (decision == nil ? nil : Self.words(cell(.action))) ?? decision
    else { return }
    var response = ExecutiveResponse()
    response.text = text
    response.decisionAsPrinted = decision
    response.decision = decision.flatMap {
      sink.profile?.decision($0) ?? key.decision($0) ?? DecisionWording.decision(ofCell: $0)
    }
    if decision == nil,
      let found = DecisionWording.opening(text) ?? (isLetter ? LetterVerdict.opening(text) : nil)
    {
      response.decision = found.decision
      response.decisionAsPrinted = found.printed
    } else if decision == nil, let found = ProseVerdict.find(text) {
      // "Traders ask us to wait. For these reasons the recommendation is not accepted."
      response.decision = found.decision
      response.decisionAsPrinted = found.printed
    }
    response.agreedText =
      response.decision == .rejected ? nil : AgreedWording.read(text)?.words
    response.reason = cell(.reason)
    response.action = Self.words(cell(.action))
    response.lead = Self.words(
      cell(.leadOfficer) ?? cell(.responsible) ?? cell(.portfolioHolder))
    response.due = (cell(.due) ?? cell(.meeting)).flatMap(DateReader.only)
    response.reviewDate = cell(.reviewDate).flatMap(DateReader.whole)
    if response.decision == .deferred { response.deferredTo = response.due }
    response.recommendationLabels = entry.labels.isEmpty ? label.map { [$0] } ?? [] : entry.labels
    if sink.isMinutes, executive != nil {
      response.stage = .decided
      response.decidedBy = executive
      response.date = sink.meeting.date?.iso
    } else if executive != nil || origin.isProposed {
      response.stage = .proposed
    } else if origin.decidedOn != nil || origin.decidedBy != nil {
      response.stage = .decided
      response.decidedBy = origin.decidedBy
      response.date = origin.decidedOn?.iso
    }
    sink.add(
      .executiveResponse(response),
      parts: [sink.meeting.date?.iso, response.stage?.rawValue, mark],
      lines: entry.responseLines ?? entry.lines)
  }

  private func add(
    _ text: String, _ label: String?, _ mark: String?, _ entry: Entry, addressedTo: String?,
    into sink: inout RecordSink
  ) {
    var asked = Recommendation()
    asked.text = text
    asked.label = label
    asked.meetingDate = origin.meetingDate?.iso
    asked.minute = entry.minute ?? origin.minute
    asked.madeBy = origin.madeBy
    asked.madeIn =
      entry.minute == nil && (origin.isGroup || !origin.isMeeting || isLetter && !origin.isOfMinute)
      ? .scrutinyReport : .minutes
    asked.addressedTo = addressedTo
    let place = (entry.cells[.recommendation] ?? []).map { paper.lines(of: $0) }
    sink.add(
      .recommendation(asked), parts: [asked.meetingDate, asked.minute ?? asked.madeBy, mark],
      lines: place.dropFirst().reduce(place.first ?? entry.lines) { $0.union($1) })
  }

  /// The recommendations of one sentence that marks each with its number: `the gauge be mended (6)
  /// and a second be bought (7)`.
  private static func parts(of text: String, labels: [String]) -> [(label: String, text: String)] {
    guard labels.count >= 2 else { return [] }
    var parts: [(label: String, text: String)] = []
    var rest = text[...]
    for label in labels {
      let mark = "(" + label.filter { $0.isLetter || $0.isNumber } + ")"
      guard let place = String(rest).place(of: mark) else { return [] }
      let printed = String(rest)
      var words = printed[..<place.lowerBound].drop { " ,;".contains($0) }
      if !parts.isEmpty, words.hasPrefix("and ") { words = words.dropFirst(4) }
      parts.append((mark, String(words).trimmingMarks))
      rest = Substring(String(printed[place.upperBound...]))
    }
    return parts
  }

  /// A cell's words, unless they only say that there is nothing to say.
  private static func words(_ cell: String?) -> String? {
    guard let cell else { return nil }
    return ["", "n a", "none", "na", "not applicable"].contains(MatchKey(cell).description)
      ? nil : cell
  }
}
