import MattersBlocks
import MattersRecords
import MattersText

/// Finds, in the debate that minutes retell, what the committee asked without resolving it and what
/// somebody said would be done for it.
///
/// Most paragraphs hold neither; a look for a few literal words sorts them out before any word is
/// taken apart. Both kinds are `probable`: the sentence is quoted, and nothing is built on it.
enum AskedAndPromised {
  static func read(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, present: AttendanceRoll,
    into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    guard block.text.count >= 30 else { return }
    let bytes = paper.clean.bytes
    let mayAsk = asks.isIn(block, of: paper)
    let mayPromise = promises.isIn(block, of: paper)
    let mayRequest = ToldRequest.stems.isIn(block, of: paper)
    if paper.has(block, "request") || paper.has(block, "information"), !sink.isClaimed[index],
      let label = RequestLabel(block, in: paper)
    {
      let text = paper.text(label.words)
      add(
        text, ActedSentence(text), minute, date, block.lines, index,
        "a label says that it is a request", label: label.code.map { paper.text($0) }, into: &sink)
      return
    }
    guard mayAsk || mayPromise || mayRequest else { return }
    var earlier: [ByteRange] = []
    let sentences = Sentences.split(bytes, block.text)
    for (position, sentence) in sentences.enumerated() {
      defer { earlier.append(sentence) }
      if sink.isDecided(at: sentence.lower) { continue }
      let seemsAsked = mayAsk && asks.isIn(bytes, sentence)
      let seemsPromised = mayPromise && promises.isIn(bytes, sentence)
      let seemsRequested =
        mayRequest && ToldRequest.stems.isIn(bytes, sentence)
      guard seemsAsked || seemsPromised || seemsRequested else { continue }
      let text = paper.text(sentence)
      let acted = ActedSentence(text, present: present)
      let lines = paper.lines(of: sentence)
      let isSameSpeaker =
        seemsRequested && ["he", "she"].contains(acted.plain.first)
        && spokeMember(earlier, in: paper)
      if seemsRequested,
        let because = ToldRequest.reason(acted, afterMember: isSameSpeaker)
          ?? clauseReason(text),
        !isAnswered(acted, by: sentences[(position + 1)...].first, in: paper)
      {
        add(text, acted, minute, date, lines, index, because, into: &sink)
      } else if seemsAsked, let because = SuggestionWording.reason(acted) {
        var suggestion = Suggestion()
        suggestion.meetingDate = date?.iso
        suggestion.minute = minute
        suggestion.text = text
        suggestion.addressedTo = SuggestionWording.addressee(acted)
        sink.add(
          .suggestion(suggestion), parts: [date?.iso, minute], lines: lines,
          blocks: index..<index + 1, certainty: .probable, because: because)
      } else if seemsPromised, let promise = UndertakingWording.read(acted) {
        var undertaking = Undertaking()
        undertaking.meetingDate = date?.iso
        undertaking.minute = minute
        undertaking.text = text
        undertaking.owner =
          promise.owner ?? (promise.isByPronoun ? speaker(of: earlier, in: paper) : nil)
        sink.add(
          .undertaking(undertaking), parts: [date?.iso, minute], lines: lines,
          blocks: index..<index + 1, certainty: .probable, because: promise.because)
      }
    }
  }

  /// Whether the next sentence gives what was asked for, which nothing says is to be sent.
  private static func isAnswered(
    _ sentence: ActedSentence, by next: ByteRange?, in paper: Paper
  ) -> Bool {
    guard let next, !Delivery.isSaid(sentence.plain, from: 0) else { return false }
    return Delivery.isAnswer(ActedSentence(paper.text(next)))
  }

  /// Why the words behind a semicolon are a request of whoever speaks before it: `Cllr Ash did not
  /// follow the table; she called for a list`.
  private static func clauseReason(_ text: String) -> String? {
    guard let mark = text.lastIndex(of: ";") else { return nil }
    let said = ActedSentence(String(text[..<mark]))
    guard said.actors.contains(where: { $0.side == .member }) else { return nil }
    let clause = ActedSentence(String(text[text.index(after: mark)...]).trimmingMarks)
    return clause.plain.count >= 4 ? ToldRequest.reason(clause, afterMember: true) : nil
  }

  private static func add(
    _ text: String, _ acted: ActedSentence, _ minute: String?, _ date: PlainDate?,
    _ lines: LineRange, _ index: Int, _ because: String, label: String? = nil,
    into sink: inout RecordSink
  ) {
    var request = InformationRequest()
    request.label = label
    request.meetingDate = date?.iso
    request.minute = minute
    request.text = text
    request.addressedTo = SuggestionWording.addressee(acted)
    request.raisedBy = acted.actors.first { $0.side == .member }?.name
    (request.due, request.dueAsPrinted) = DueWording.read(text)
    sink.add(
      .informationRequest(request), parts: [date?.iso, minute], lines: lines,
      blocks: index..<index + 1, certainty: .probable, because: because)
  }

  /// Reads the cells of a table of issues and responses in the minutes.
  static func readCells(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let bytes = paper.clean.bytes
    for cell in paper.cells(paper.blocks[index]) where cell.count >= 30 {
      guard ToldRequest.stems.isIn(bytes, cell) else { continue }
      for sentence in Sentences.split(bytes, cell) {
        let text = paper.text(sentence)
        let acted = ActedSentence(text)
        guard let because = ToldRequest.reason(acted) else { continue }
        add(text, acted, minute, date, paper.lines(of: sentence), index, because, into: &sink)
      }
    }
  }

  /// Whether a member is the first who acts in the last sentences before one: those that only answer,
  /// `There were thirty of them.`, name nobody.
  private static func spokeMember(_ earlier: [ByteRange], in paper: Paper) -> Bool {
    for sentence in earlier.suffix(3).reversed() {
      if let first = ActedSentence(paper.text(sentence)).actors.first {
        return first.side == .member
      }
    }
    return false
  }

  /// Who spoke last in the sentences before one that says only "he" or "she".
  private static func speaker(of earlier: [ByteRange], in paper: Paper) -> String? {
    for sentence in earlier.reversed() {
      let acted = ActedSentence(paper.text(sentence))
      if let actor = acted.actors.first(where: { $0.side == .officer || $0.side == .member }) {
        return actor.name
      }
    }
    return nil
  }

  private static let asks: SignSet = [
    "asked that", "asked for a", "requested that", "requested a", "suggested", "be given to",
    "be helpful", "be useful", "useful to",
    "be beneficial", "would welcome", "be sought", "urged", "be of benefit", "be worthwhile",
    "a useful exercise", "like to see", "encouraged the",
  ]
  private static let promises: SignSet = [
    "agreed to", "agreed that", "undert", "offered to", "promised", "committed to", "would bring",
    "would send", "would circulate", "would provide", "would share", "would supply",
    "would forward", "would arrange", "would report", "would write", "would prepare",
    "would come back",
    "would look into", "would investigate", "would check", "would follow", "would feed",
    "would respond", "would email", "would let", "would be provided", "would be circulated",
    "would be sent", "would be shared", "would be supplied", "would be brought",
    "would be submitted",
    "would be forwarded", "would be distributed", "would be emailed", "would be reported",
    "would be made available",
  ]
}
