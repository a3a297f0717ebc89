import MattersBlocks
import MattersRecords
import MattersText

/// Reads what a committee recommends and asks for in the letter that it sends after a meeting.
///
/// It does so in lists under a line that says it, `We ask that you:`, and in its sentences.
struct ScrutinyLetter {
  let paper: Paper
  private let body: Range<Int>
  /// The committee or the group that writes.
  private let writer: String?
  /// The meeting that it writes about.
  private let date: PlainDate?
  /// To whom.
  private let addressee: String?

  /// What the points of a list are.
  private enum Points { case wishes, recommendations, requests }

  init(paper: Paper, section: Range<Int>, body: Range<Int>) {
    (self.paper, self.body) = (paper, body)
    var writer: String?
    var date: PlainDate?
    var addressee: String?
    for index in section where index < body.upperBound + 10 {
      let block = paper.blocks[index]
      guard block.kind != .furniture, block.text.count <= 900 else { continue }
      let text = paper.text(block)
      if writer == nil { writer = ScrutinyReport.body(text) }
      if addressee == nil, index < body.lowerBound {
        let cells = block.kind == .row ? paper.cells(block).map { paper.text($0) } : [text]
        addressee = cells.compactMap(Self.office).first
      }
      // The day of the letter stands by itself; that of the meeting stands with its committee.
      if date == nil, paper.has(block, "meeting") || ScrutinyReport.body(text) != nil {
        date = Self.day(of: text)
      }
    }
    (self.writer, self.date, self.addressee) = (writer, date, addressee)
  }

  /// The day behind the word "meeting" or a committee's name.
  private static func day(of text: String) -> PlainDate? {
    if let place = text.place(of: "meeting") {
      return DateReader.first(in: String(text[place.upperBound...]))
    }
    return text.utf8.count <= 120 ? DateReader.first(in: text) : nil
  }

  /// The office of whoever gets the letter: `Cabinet Member for Ponds`.
  private static func office(in text: String) -> String? {
    for lead in ["Cabinet Member for ", "Portfolio Holder for ", "Executive Member for "] {
      guard let place = text.place(of: lead.lowercased()) else { continue }
      let words = text[place.lowerBound...].split(separator: " ").prefix(10)
      var taken: [Substring] = []
      for word in words {
        guard word.first?.isUppercase == true || ["for", "and", "&", "of"].contains(word) else {
          break
        }
        taken.append(word)
        if let last = word.last, ",.;:".contains(last) { break }
      }
      return taken.joined(separator: " ").trimmingMarks
    }
    return nil
  }

  mutating func read(into sink: inout RecordSink) {
    sink.meeting.date = date ?? sink.meeting.date
    sink.meeting.body = writer ?? sink.meeting.body
    var index = body.lowerBound
    while index < body.upperBound {
      let block = paper.blocks[index]
      guard !sink.isClaimed[index],
        block.kind == .paragraph || block.kind == .item
          || block.kind == .heading
      else {
        index += 1
        continue
      }
      if let points = points(under: index) {
        index = readList(under: index, as: points, into: &sink)
      } else {
        if block.kind != .heading { readSentences(block, at: index, into: &sink) }
        index += 1
      }
    }
  }

  // MARK: - Lists

  /// What the list below a line holds, if the line announces one.
  private func points(under index: Int) -> Points? {
    let block = paper.blocks[index]
    guard block.text.count <= 500, let next = paper.next(after: index), next < body.upperBound,
      isPoint(paper.blocks[next])
    else { return nil }
    let words = MatchKey.words(paper.text(block))
    if block.kind == .heading || block.text.count <= 48 && !paper.ends(block, with: ".") {
      if words.last == "recommendations" || words.last == "recommendation" {
        return .recommendations
      }
      if words.suffix(2) == ["information", "requests"] || words.last == "requests"
        || words.suffix(2) == ["requested", "information"]
        || words.suffix(3) == ["information", "requested"]
      {
        return .requests
      }
    }
    guard
      paper.ends(block, with: ":") || paper.ends(block, with: ":-")
        || words.suffix(2) == ["that", "you"] || words.last == "that"
    else { return nil }
    let last = MatchKey.words(paper.text(block).sentences.last ?? "")
    if last.contains(where: { $0.hasPrefix("recommend") }) {
      let others: Set<String> = ["previous", "earlier", "accepted", "made", "implemented"]
      return others.isDisjoint(with: last) || last.contains("following") ? .recommendations : nil
    }
    let asks: Set<String> = [
      "ask", "asks", "asked", "request", "requests", "requested", "urge", "like",
    ]
    if last.contains("information"), !asks.isDisjoint(with: last) || last.contains("provide") {
      return .requests
    }
    if last.contains("please"),
      last.contains(where: { ["provide", "send", "supply"].contains($0) })
    {
      return .requests
    }
    if !asks.isDisjoint(with: last), !last.contains("respond"), !last.contains("response"),
      last.contains(where: { ["we", "committee", "panel", "group", "members", "i"].contains($0) })
    {
      return .wishes
    }
    return nil
  }

  private func isPoint(_ block: Block) -> Bool {
    block.kind == .item
      || block.kind == .paragraph && RecommendationLabel.listed(paper.text(block)) != nil
  }

  private mutating func readList(
    under lead: Int, as points: Points, into sink: inout RecordSink
  ) -> Int {
    var index = lead + 1
    while index < body.upperBound {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      guard isPoint(block) else { break }
      let text = paper.text(block)
      let named = RecommendationLabel.listed(text)
      let words = named?.text ?? text
      let isRequest =
        switch points {
        case .requests: true
        case .recommendations: LetterWish.of(words) == .request && named == nil
        case .wishes: isErrand(words)
        }
      add(
        words, named?.label ?? paper.label(block), block.lines, at: index, isRequest: isRequest,
        into: &sink)
      sink.claim(index)
      index += 1
    }
    sink.claim(lead)
    return index
  }

  /// Whether a point under `We ask that you:` wants words and not work: `let us know the cost`.
  private func isErrand(_ text: String) -> Bool {
    let plain = ActedSentence(text).plain
    let start = plain.first == "please" ? 1 : 0
    return LetterWish.gives(plain, start) || LetterWish.of(text) == .request
      || Self.beginnings.contains(plain.first ?? "") && RequestWording.isThing(plain, at: 0)
  }

  /// The words that a thing begins with, and no verb does: "count the ducks" is work.
  private static let beginnings: Set<String> = [
    "a", "an", "the", "details", "copies", "figures", "information", "data", "sight", "any",
  ]

  // MARK: - Sentences

  private mutating func readSentences(_ block: Block, at index: Int, into sink: inout RecordSink) {
    for sentence in Sentences.split(paper.clean.bytes, block.text) where sentence.count >= 24 {
      let text = paper.text(sentence)
      guard let wish = LetterWish.of(text), !text.hasSuffix(":") else { continue }
      let named = RecommendationLabel.named(text)
      add(
        named?.text ?? text, named?.label, paper.lines(of: sentence), at: index,
        isRequest: wish == .request, into: &sink)
    }
  }

  private func add(
    _ text: String, _ label: String?, _ lines: LineRange, at index: Int, isRequest: Bool,
    into sink: inout RecordSink
  ) {
    guard text.utf8.count >= 12 else { return }
    let mark = label ?? text.opening(words: 6)
    let because = "asked in a letter"
    if isRequest {
      var request = InformationRequest()
      request.meetingDate = date?.iso
      request.text = text
      request.label = label
      request.raisedBy = ActedSentence(text).actors.first { $0.side == .member }?.name
      request.addressedTo = addressee
      (request.due, request.dueAsPrinted) = DueWording.read(text)
      sink.add(
        .informationRequest(request), parts: [date?.iso, mark], lines: lines,
        blocks: index..<index + 1, certainty: .probable, because: because)
      return
    }
    guard !sink.isMade(text, label) else { return }
    var content = Recommendation()
    content.text = text
    content.label = label
    content.meetingDate = date?.iso
    content.madeIn = .scrutinyReport
    content.madeBy = writer
    content.addressedTo = Recommended.to(text) ?? addressee
    sink.add(
      .recommendation(content), parts: [date?.iso, mark], lines: lines, blocks: index..<index + 1,
      certainty: .probable, because: because)
  }
}
