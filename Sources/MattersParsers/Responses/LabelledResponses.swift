import MattersBlocks
import MattersRecords
import MattersText

/// Responses that stand one under the other with a label before each part: `Recommendation 1`, its
/// words, `Response: Agreed. ...`, `Lead officer: ...`, `Timescale: ...`.
///
/// Reports to an executive and letters to a committee are so. A recommendation without a response
/// under it is none of these.
struct LabelledResponses {
  let paper: Paper
  private let document: Int
  private var entries: [(entry: ResponseRecords.Entry, blocks: [Int])] = []
  var current: ResponseRecords.Entry?
  private(set) var blocks: [Int] = []
  /// The part that the next unlabelled line goes on with.
  private(set) var open: TrackerColumn?
  /// Whether it is a letter, in which whoever writes speaks.
  let isLetter: Bool
  /// Whether what is said after a recommendation's name may be the answer to it, and whether the
  /// recommendations of others are quoted in it without a name.
  let isAnswer: Bool
  /// Whether an answer stood without a label below the recommendation before, as the others then do.
  private var answersBelow = false
  /// Whether the recommendation that is open was quoted, and the line below it answers.
  var isQuoted = false
  /// Whether one was quoted whole, in quotation marks.
  var hasWholeQuotes = false

  /// Reads a stretch of a document and claims what it reads.
  static func read(
    _ stretch: Range<Int>, from document: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    let isLetter =
      LetterForm.isLetter(stretch, in: paper) || LetterForm.isPersonal(stretch, in: paper)
    var reader = LabelledResponses(
      paper: paper, document: document, isLetter: isLetter,
      isAnswer: isLetter && LetterForm.answers(stretch, in: paper))
    for index in stretch where paper.blocks[index].kind != .furniture {
      if sink.isClaimed[index] { reader.finish() } else { reader.take(index) }
    }
    reader.finish()
    guard let first = reader.entries.first?.blocks.first else { return }
    if isMonitoring(document, in: paper) {
      for (entry, blocks) in reader.entries {
        add(tracked: entry, of: paper, into: &sink)
        for block in blocks { sink.claim(block) }
      }
      return
    }
    if sink.meeting.body == nil, !sink.isMinutes, !reader.isLetter,
      let meeting = ExecutivePaperHead.meeting(
        stretch, in: paper, isExecutive: { sink.isExecutive($0) })
    {
      sink.meeting.body = meeting.body
      sink.meeting.date = sink.meeting.date ?? meeting.date
      sink.meeting.council = sink.meeting.council ?? meeting.council
    }
    var records = ResponseRecords(
      paper: paper,
      origin: RecommendationOrigin(
        above: first, from: document, in: paper, before: sink.meeting.date,
        isMinutes: sink.isMinutes))
    records.isLetter = reader.isLetter
    if reader.hasWholeQuotes, records.origin.decidedOn == nil, !records.origin.isProposed {
      let greeting = stretch.first { LetterForm.greets(paper.blocks[$0], in: paper) }
      let front = LetterFront(stretch.lowerBound..<(greeting ?? first), in: paper)
      records.origin.decidedOn = front.day
    }
    for (entry, blocks) in reader.entries {
      var records = records
      if let group = blocks.first.flatMap({ Self.group(above: $0, from: document, in: paper) }) {
        // Whose report it was is the committee's matter; the day above is of another meeting.
        records.origin.madeBy = records.origin.madeBy ?? group
        records.origin.meetingDate = nil
      }
      records.add(entry, into: &sink)
      for block in blocks { sink.claim(block) }
    }
  }

  /// Whether a title says that what was recommended is being followed: then each answer is an entry
  /// of a tracker.
  private static func isMonitoring(_ document: Int, in paper: Paper) -> Bool {
    paper.blocks[document...].prefix(6).contains { block in
      guard block.kind != .row, block.text.count <= 160 else { return false }
      return TrackerLayout.isTitle(block, in: paper)
        || paper.has(block, "monitoring") && paper.has(block, "recommendations")
          && !paper.ends(block, with: ".")
    }
  }

  private static func add(
    tracked entry: ResponseRecords.Entry, of paper: Paper, into sink: inout RecordSink
  ) {
    var header: [String] = []
    var cells: [String] = []
    var columns: [TrackerColumn: Int] = [:]
    for column in TrackerColumn.allCases {
      guard let ranges = entry.cells[column] else { continue }
      columns[column] = cells.count
      header.append(column.rawValue)
      cells.append(ranges.map { paper.text($0) }.joined(separator: " "))
    }
    guard
      let content = TrackerTable.entry(
        .recommendations, cells: cells, header: header, columns, nil, StatusKey(), sink.profile,
        body: sink.meeting.body)
    else { return }
    let mark = content.label ?? content.text.opening(words: 6)
    sink.add(
      .trackerEntry(content),
      parts: [content.meetingDate ?? sink.meeting.date?.iso, content.reference, mark],
      lines: entry.lines)
  }

  private init(paper: Paper, document: Int, isLetter: Bool, isAnswer: Bool) {
    (self.paper, self.document) = (paper, document)
    (self.isLetter, self.isAnswer) = (isLetter, isAnswer)
  }

  /// Whether some words begin with what somebody makes of a recommendation.
  private func decides(_ words: ByteRange) -> Bool {
    let text = paper.text(words)
    return DecisionWording.opening(text) != nil || isLetter && LetterVerdict.opening(text) != nil
  }

  private mutating func take(_ index: Int) {
    let block = paper.blocks[index]
    guard block.kind != .row else { return finish() }
    if opens(block, at: index) || quotes(block, at: index) { return }
    if let words = resolvedWords(of: block) {
      add(.response, words, of: block)
      blocks.append(index)
      return
    }
    if let (column, value) = LabelledPart.of(block, in: paper) {
      if value.isEmpty, column == .decision, isVerdictAlone(block, at: index),
        current != nil || openBefore(.decision, block.text, index)
      {
        keep(block.text, as: .decision)
        note(.decision, block)
        blocks.append(index)
        open = .response
      } else if column == .recommendation {
        // "Recommendation 1" over "Recommendation: That ..." has named it already.
        if current?.cells[.recommendation] != nil || current?.cells[.reference] == nil {
          begin(at: index)
        } else {
          blocks.append(index)
        }
        if !value.isEmpty { keep(value, as: .recommendation) }
      } else if current == nil, !openBefore(column, value, index) {
        return
      } else {
        add(column, value, of: block)
        blocks.append(index)
        open = value.isEmpty || column == .response || column == .decision ? column : nil
        if column == .status, current?.cells[.status] != nil { open = nil }
      }
      return
    }
    if block.kind == .paragraph, current == nil || open == .response,
      !paper.starts(block, with: "recommendation"), openBefore(.response, block.text, index)
    {
      add(.response, block.text, of: block)
      blocks.append(index)
      open = .response
      return
    }
    goOn(with: block, at: index)
  }

  /// Whether the numbered item just above a verdict is the recommendation that it is of.
  private mutating func openBefore(
    _ column: TrackerColumn, _ value: ByteRange, _ index: Int
  ) -> Bool {
    guard column == .response || column == .decision,
      let before = paper.previous(before: index), before >= document
    else { return false }
    let block = paper.blocks[before]
    // The words of the verdict are looked at last: what stands above is known without them.
    if let head = cutHead(above: before) {
      guard decides(value) else { return false }
      begin(at: head)
      blocks.append(before)
      keep(paper.blocks[head].label, as: .reference)
      keep(paper.blocks[head].text, as: .recommendation)
      keep(block.text, as: .recommendation)
      return true
    }
    // "Proposed response" alone below "(a) That ...": what is said stands on the next line.
    let isHeaded = value.isEmpty && !block.label.isEmpty && paper.starts(block, with: "that ")
    guard block.kind == .item && !block.label.isEmpty || paper.starts(block, with: "that "),
      block.kind != .row, block.text.count >= 12, !blocks.contains(before),
      isHeaded || decides(value)
    else { return false }
    begin(at: before)
    if !block.label.isEmpty { keep(block.label, as: .reference) }
    keep(block.text, as: .recommendation)
    return true
  }

  /// The numbered item whose words a line's end cut, so that the rest stands as a paragraph.
  private func cutHead(above index: Int) -> Int? {
    let rest = paper.blocks[index]
    guard rest.kind == .paragraph, rest.text.count <= 400,
      let head = paper.previous(before: index), head >= document, !blocks.contains(head)
    else { return nil }
    let item = paper.blocks[head]
    guard item.kind == .item, !item.label.isEmpty, item.text.count >= 40,
      item.lines.last + 1 == rest.lines.first, !paper.isEnded(item.text)
    else { return nil }
    return head
  }

  /// Whether a block begins with a recommendation's name: `Recommendation 2 (minute 27(3))`.
  private mutating func opens(_ block: Block, at index: Int) -> Bool {
    if quotesMinute(block, at: index) { return true }
    if block.kind != .row, block.text.count <= 60, paper.starts(block, with: "recommendations "),
      opensSeveral(paper.text(block), at: index)
    {
      return true
    }
    guard block.text.count <= 1500, let (label, text) = RecommendationLabel.named(block, in: paper)
    else { return false }
    let words = paper.text(block)
    begin(at: index)
    let start = block.text.lower
    keep(ByteRange(start, start + label.utf8.count), as: .reference)
    let head = words.utf8.count - text.utf8.count
    if answers(text) {
      add(
        .response, ByteRange(start + head, block.text.upper), of: block, isUnlabelled: true)
      open = .response
      return true
    }
    current?.minute = Self.minute(in: String(decoding: words.utf8.prefix(head), as: UTF8.self))
    if let verdict = verdict(behind: label, head, of: block) { keep(verdict, as: .decision) }
    if DecisionWording.isVerdict(text) {
      keep(ByteRange(start + head, block.text.upper), as: .decision)
    } else if !text.isEmpty {
      let range = ByteRange(start + head, block.text.upper)
      keep(Self.unquoted(range, in: paper) ?? range, as: .recommendation)
    }
    return true
  }

  /// Whether a line names several recommendations that are answered as one: `Recommendations 6 and
  /// 7`.
  private mutating func opensSeveral(_ words: String, at index: Int) -> Bool {
    let parts = words.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "recommendations",
      let (labels, rest) = RecommendationLabels.read(parts[1]), labels.count >= 2,
      rest.allSatisfy({ " .:".contains($0) })
    else { return false }
    begin(at: index)
    current?.labels = labels
    keep(paper.blocks[index].text, as: .reference)
    return true
  }

  mutating func begin(at index: Int) {
    finish()
    current = ResponseRecords.Entry(lines: paper.blocks[index].lines)
    blocks = [index]
    open = .recommendation
  }

  mutating func keep(_ range: ByteRange, as column: TrackerColumn) {
    current?.cells[column, default: []].append(range)
  }

  /// Takes a labelled part; a response that is only a verdict leaves room for its words.
  private mutating func add(
    _ column: TrackerColumn, _ value: ByteRange, of block: Block, isUnlabelled: Bool = false
  ) {
    guard !value.isEmpty else { return note(column, block) }
    let parts = LabelledPart.following(in: value, of: paper)
    guard parts.isEmpty else {
      // Where nothing is labelled but who leads, that is a part of what is said.
      let isBracketed = paper.clean.bytes[parts[0].at] == 0x28
      if (isQuoted || isUnlabelled) && !isBracketed {
        keep(value, as: column)
        note(column, block)
      } else {
        add(column, paper.clean.bytes.trimmed(ByteRange(value.lower, parts[0].at)), of: block)
      }
      for (column, _, value) in parts where !value.isEmpty {
        keep(value, as: column)
        note(column, block)
      }
      return
    }
    let isVerdict =
      column == .response && current?.cells[.decision] == nil
      && DecisionWording.isVerdict(paper.text(value))
    keep(value, as: isVerdict ? .decision : column)
    note(column, block)
  }

  private mutating func note(_ column: TrackerColumn, _ block: Block) {
    guard var entry = current else { return }
    entry.lines = entry.lines.union(block.lines)
    if column != .recommendation, column != .reference {
      entry.responseLines = entry.responseLines?.union(block.lines) ?? block.lines
    }
    current = entry
  }

  /// What a letter ends with, and what follows the last response.
  private static let closings: [StaticString] = [
    "yours sincerely", "yours faithfully", "yours truly", "kind regards", "best wishes",
    "with best wishes", "signed", "cc ", "cc:", "copy to", "contact:", "contact officer",
    "background papers", "i look forward", "we look forward", "i hope ", "we hope ", "thank you",
    "should you ", "if you ", "please do", "please let", "please contact", "finally,",
    "i am grateful",
    "we are grateful", "on behalf of", "do not hesitate", "i would like to thank",
    "i should like to thank", "may i thank", "you also asked", "report author", "next steps",
    "you asked", "i should be glad to", "i would be glad to", "i trust ", "the committee also",
    "the panel also", "members also", "the committee had also", "the panel had also", "in closing",
    "in conclusion", "once again", "please pass",
    "i am copying", "i have copied",
    "resolved", "it was resolved", "agreed:", "reason for decision", "reasons for decision",
    "the meeting closed", "the meeting ended",
  ]

  /// A line without a label: the words of the part above, if they are still to come or go on.
  private mutating func goOn(with block: Block, at index: Int) {
    guard current != nil else { return }
    if Self.closings.contains(where: { paper.starts(block, with: $0) }) || isOfOther(block)
      || LetterForm.isSignature(block, in: paper)
    {
      return finish()
    }
    let isPoint = block.kind == .item && block.style.contains(.bullet)
    guard block.kind == .paragraph || isPoint || block.kind == .item && open == .recommendation,
      let column = open
    else { return finish() }
    let isFirst = current?.cells[column] == nil
    // "The Cabinet accepts this recommendation. ...": what is said needs no label.
    if column == .recommendation, !isFirst, block.kind == .paragraph,
      isQuoted || decides(block.text) || answersBelow && blocks.count == 1
        || current?.cells[.decision] != nil
    {
      answersBelow = answersBelow || !isQuoted
      add(.response, block.text, of: block, isUnlabelled: true)
      blocks.append(index)
      open = .response
      return
    }
    if column == .recommendation, !isFirst, !isPoint, !paper.beginsLower(block.text) {
      return finish()
    }
    // A verdict alone, with the response's words below it.
    let part: TrackerColumn = column == .decision && !isFirst ? .response : column
    if part == .response, isFirst {
      add(.response, block.text, of: block)
    } else {
      keep(block.text, as: part)
      note(part, block)
    }
    blocks.append(index)
    if part == .decision { open = .response }
  }

  /// Ends a recommendation; without a response it is left to others.
  private mutating func finish() {
    defer { (current, blocks, open, isQuoted) = (nil, [], nil, false) }
    guard let entry = current,
      entry.cells[.recommendation] != nil || entry.cells[.reference] != nil,
      entry.cells[.response] != nil || entry.cells[.decision] != nil
    else { return }
    entries.append((entry, blocks))
  }

  /// `27` of `(minute 27(3))`.
  private static func minute(in words: String) -> String? {
    let parts = MatchKey.words(words)
    guard let at = parts.firstIndex(where: { $0 == "minute" || $0 == "min" }) else { return nil }
    return parts[(at + 1)...].prefix(2).first { $0.allSatisfy(\.isNumber) }
  }
}
