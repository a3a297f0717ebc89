import MattersBlocks
import MattersRecords
import MattersText

/// Questions from the public with their answers, as prose (`From:`, `To:`, `Response:`) or as a
/// table whose answers stand in rows below, or as prose where a page break cut the table.
enum QuestionSheetLayout: Layout {
  static let name = "public questions"
  static let summary = "Questions from the public with their answers, as prose or as a table"

  private static let words = WordStems(ofAny: ["question"])

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.stems.meets(words) else { return nil }
    switch block.kind {
    case .row:
      guard paper.cells(block).contains(where: { paper.clean.bytes.contains("question", in: $0) }),
        QuestionColumns(paper.cells(block).map { paper.text($0) }) != nil,
        let title = paper.previous(before: index), paper.blocks[title].kind != .row,
        paper.blocks[title].text.count <= 250, paper.has(paper.blocks[title], "question")
      else { return nil }
      // The title of prose above goes with it where both stand together.
      return Opening(start: title, signs: 4)
    case .paragraph, .heading:
      guard block.label.isEmpty, block.text.count <= 250, paper.has(block, "question"),
        !paper.has(block, "from:"), !QuestionMark.isNumber(block, in: paper)
      else { return nil }
      var at = paper.next(after: index)
      for _ in 0..<3 {
        guard let next = at, paper.blocks[next].kind != .row else { return nil }
        if paper.starts(paper.blocks[next], with: "from:") {
          // Between the labels of a tracker's card, "Question:" is what the committee asked.
          if let before = paper.previous(before: index),
            LabelledPart.of(paper.blocks[before], in: paper) != nil
          {
            return nil
          }
          return Opening(start: index, signs: 3)
        }
        guard QuestionMark.isNumber(paper.blocks[next], in: paper) else { return nil }
        at = paper.next(after: next)
      }
      return nil
    case .item, .furniture:
      return nil
    }
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var reader = QuestionReader(paper: paper)
    let title = paper.blocks[section.blocks.lowerBound]
    reader.date = DateReader.first(in: paper.text(title)) ?? sink.meeting.date
    sink.meeting.date = reader.date
    for index in section.blocks.dropFirst() {
      guard reader.read(index, into: &sink) else { break }
    }
    reader.finish(into: &sink)
  }
}

/// Which columns of a table hold who asks and what is asked.
struct QuestionColumns {
  var questioner: Int
  var question: Int
  var response: Int?
  var count: Int

  init?(_ header: [String]) {
    // A row of the body has no cell that begins so.
    guard header.contains(where: Self.beginnings.mayBegin) else { return nil }
    let keys = header.map { MatchKey($0).description }
    guard let questioner = keys.firstIndex(where: Self.who.contains),
      let question = keys.firstIndex(where: Self.what.contains)
    else { return nil }
    self.questioner = questioner
    self.question = question
    response = keys.firstIndex(where: Self.back.contains)
    count = header.count
  }

  private static let beginnings = FirstWords(what)

  private static let who: Set<String> = [
    "questioner", "name", "asked by", "question from", "submitted by", "from",
    "name of questioner", "questioner name",
  ]
  private static let what: Set<String> = [
    "question", "question text", "public question", "question asked",
  ]
  private static let back: Set<String> = ["response", "answer", "reply", "written response"]
}

/// The lines that part a sheet of questions.
enum QuestionMark {
  /// `Question 3`, `Question No. 3`, `PQ3`, alone or before a name.
  static func isNumber(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 60 else { return false }
    let words = MatchKey.words(paper.text(block))
    guard let first = words.first, first == "question" || first == "pq" else { return false }
    return words.dropFirst().prefix(2).contains { $0.allSatisfy(\.isNumber) }
  }

  private static let answers = FirstWords(["written", "response", "answer", "reply"])

  /// What stands behind `Response:` or `Answer:`; empty where the word stands alone.
  static func response(_ text: String) -> String? {
    guard answers.mayBegin(text) else { return nil }
    for word in ["written response", "response", "answer", "reply"] {
      guard text.count >= word.count, text.prefix(word.count).lowercased() == word else { continue }
      let rest = text.dropFirst(word.count)
      if rest.allSatisfy({ " :.".contains($0) }) { return "" }
      if rest.first == ":" { return String(rest.dropFirst().drop { $0 == " " }) }
    }
    return nil
  }
}

/// The state of reading one sheet.
private struct QuestionReader {
  let paper: Paper
  var date: PlainDate?

  private enum Part { case question, response }
  private var columns: QuestionColumns?
  private var part: Part?
  private var questioner: String?
  private var question: [String] = []
  private var response: [String] = []
  private var lines: LineRange?
  private var isSupplementary = false

  init(paper: Paper) { self.paper = paper }

  /// Reads a block; false where the sheet has ended.
  mutating func read(_ index: Int, into sink: inout RecordSink) -> Bool {
    let block = paper.blocks[index]
    switch block.kind {
    case .furniture:
      return true
    case .row:
      readRow(block, into: &sink)
      sink.claim(index)
    case .paragraph, .heading, .item:
      let text = paper.text(block)
      if block.text.count <= 80, block.kind != .item,
        paper.starts(block, with: "appendix") || paper.starts(block, with: "the meeting ended")
      {
        return false
      }
      readProse(text, block, into: &sink)
      if part != nil { sink.claim(index) }
    }
    return true
  }

  private mutating func readProse(_ text: String, _ block: Block, into sink: inout RecordSink) {
    if let answer = QuestionMark.response(text), part != nil {
      part = .response
      add(answer, block.lines)
    } else if paper.starts(block, with: "supplementary question"), block.text.count <= 250 {
      let former = questioner
      begin(block.lines, into: &sink)
      isSupplementary = true
      questioner = Self.named(in: text) ?? former
      // "Supplementary question: Will the bridge open?" has the question itself behind the colon.
      if !paper.has(block, "from"), let colon = text.firstIndex(of: ":") {
        add(String(text[text.index(after: colon)...].drop { $0 == " " }), block.lines)
      }
    } else if paper.starts(block, with: "from:") {
      if part != .question || !question.isEmpty || questioner != nil {
        begin(block.lines, into: &sink)
      }
      questioner = Self.named(in: text)
      lines = lines?.union(block.lines)
    } else if QuestionMark.isNumber(block, in: paper) {
      begin(block.lines, into: &sink)
      questioner = Self.named(in: text)
    } else if part == .question, question.isEmpty, paper.starts(block, with: "to:") {
      lines = lines?.union(block.lines)
    } else if part != nil {
      add(text, block.lines)
    }
  }

  /// Who asks: what stands behind the last `From`.
  private static func named(in text: String) -> String? {
    guard let start = text.lowercasedRange(of: "from:") ?? text.lowercasedRange(of: " from ") else {
      return nil
    }
    var name = text[start...].drop { $0 == " " }
    if let to = String(name).lowercasedRange(of: " to:") {
      let length = String(name).distance(from: String(name).startIndex, to: to)
      name = name.prefix(max(0, length - 4))
    }
    while let last = name.last, ": ".contains(last) { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
  }

  private mutating func readRow(_ block: Block, into sink: inout RecordSink) {
    let cells = Array(paper.cells(block))
    let texts = cells.map { paper.text($0) }
    if let found = QuestionColumns(texts) {
      columns = found
      return
    }
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard let first = filled.first else { return }
    if part != nil, let answer = QuestionMark.response(firstParagraph(cells[first])) {
      part = .response
      add(answer, block.lines)
      let rest = paper.paragraphs(cells[first]).dropFirst().map { paper.text($0) }
      add((rest + filled.dropFirst().map { texts[$0] }).joined(separator: " "), block.lines)
    } else if let columns, texts.count == columns.count, !texts[columns.question].isEmpty,
      !texts[columns.questioner].isEmpty
    {
      begin(block.lines, into: &sink)
      questioner = texts[columns.questioner]
      add(texts[columns.question], block.lines)
      if let at = columns.response, !texts[at].isEmpty {
        part = .response
        add(texts[at], block.lines)
      }
    } else if part != nil {
      add(filled.map { texts[$0] }.joined(separator: " "), block.lines)
    }
  }

  private func firstParagraph(_ cell: ByteRange) -> String {
    paper.paragraphs(cell).first.map { paper.text($0) } ?? ""
  }

  // MARK: - Records

  private mutating func begin(_ place: LineRange, into sink: inout RecordSink) {
    finish(into: &sink)
    part = .question
    lines = place
  }

  private mutating func add(_ text: String, _ place: LineRange) {
    lines = lines?.union(place)
    guard !text.isEmpty else { return }
    if part == .response { response.append(text) } else { question.append(text) }
  }

  mutating func finish(into sink: inout RecordSink) {
    defer {
      (part, questioner, question, response, lines, isSupplementary) = (
        nil, nil, [], [], nil, false
      )
    }
    guard part != nil, let lines, let questioner, !question.isEmpty else { return }
    var content = PublicQuestion()
    content.meetingDate = date?.iso
    content.questioner = questioner
    content.question = question.joined(separator: " ")
    content.response = response.isEmpty ? nil : response.joined(separator: " ")
    content.supplementary = isSupplementary
    sink.add(
      .publicQuestion(content),
      parts: [content.meetingDate, questioner, isSupplementary ? "supplementary" : nil],
      lines: lines)
  }
}
