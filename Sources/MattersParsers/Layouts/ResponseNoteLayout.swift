import MattersBlocks
import MattersRecords
import MattersText

/// A note or a letter that answers what a committee asked for: who it is to and from, then the
/// request and the response.
enum ResponseNoteLayout: Layout {
  static let name = "response note"
  static let summary = "Briefing note, letter or email that answers an information request"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 200,
      isTitle(block, in: paper)
    else { return nil }
    let front = NoteFront(paper, after: index)
    guard front.from != nil, front.date != nil, front.isOfRequest || paper.has(block, "request")
    else { return nil }
    return Opening(start: index, signs: 3)
  }

  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    let titles: [StaticString] = [
      "briefing note", "response to information request", "response to request for information",
      "information request response", "response to an information request", "member briefing",
      "response to the information request", "response to scrutiny information request",
    ]
    return titles.contains { paper.starts(block, with: $0) }
      || paper.starts(block, with: "from:") && paper.has(block, "request")
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    let start = section.blocks.lowerBound
    let front = NoteFront(paper, after: start)
    var response: [String] = []
    var lines: LineRange?
    var first = start
    func finish(into sink: inout RecordSink, before index: Int) {
      guard let place = lines, !response.isEmpty else { return }
      var content = InformationResponse()
      content.text = response.joined(separator: " ")
      content.from = front.from
      content.date = front.date?.iso
      content.means = paper.has(paper.blocks[start], "note") ? .briefingNote : front.means
      sink.add(
        .informationResponse(content), parts: [content.date, content.from], lines: place,
        blocks: first..<index)
      (response, lines) = ([], nil)
    }
    var isInResponse = false
    for index in max(front.end, start + 1)..<max(section.blocks.upperBound, front.end, start + 1)
    where index < section.blocks.upperBound {
      let block = paper.blocks[index]
      guard block.kind != .furniture else { continue }
      let text = paper.text(block)
      if let answer = QuestionMark.response(text) {
        finish(into: &sink, before: index)
        isInResponse = true
        (lines, first) = (block.lines, index)
        if !answer.isEmpty { response.append(answer) }
      } else if isInResponse, isRequest(text) {
        finish(into: &sink, before: index)
        isInResponse = false
      } else if isInResponse {
        response.append(text)
        lines = lines?.union(block.lines)
      }
    }
    finish(into: &sink, before: section.blocks.upperBound)
  }

  private static func isRequest(_ text: String) -> Bool {
    let words = MatchKey.words(String(text.prefix(40)))
    return words.first == "request" || words.prefix(2) == ["information", "request"]
      || words.first == "question"
  }
}

/// The head of a note: `To:`, `From:`, `Date:`, `Subject:`.
private struct NoteFront {
  var from: String?
  var date: PlainDate?
  var means: ResponseMeans?
  var isOfRequest = false
  /// The block after the head.
  var end: Int

  init(_ paper: Paper, after title: Int) {
    end = title + 1
    var at = paper.next(after: title)
    for _ in 0..<8 {
      guard let index = at else { return }
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .heading else { return }
      let text = paper.text(block)
      if let value = Labelled.value(of: text, named: ["from", "author", "response from"]) {
        from = value
      } else if let value = Labelled.value(of: text, named: ["date", "sent", "date sent"]) {
        date = DateReader.first(in: value)
        if text.lowercased().hasPrefix("sent") { means = .email }
      } else if let value = Labelled.value(of: text, named: ["subject", "re", "title"]) {
        isOfRequest = value.lowercased().contains("request")
      } else if Labelled.value(of: text, named: ["to", "cc"]) == nil {
        return
      }
      end = index + 1
      at = paper.next(after: index)
    }
  }
}
