import MattersBlocks
import MattersRecords
import MattersText

/// Reads the proposals of officers that minutes print before the debate.
///
/// `It is recommended that Council:` with its points, or `Recommendation: That Council award ...`:
/// the present tense, or the meeting's own body as the one who is to act, tells them from what the
/// meeting recommends.
struct QuotedProposals {
  let paper: Paper
  let minute: String?

  private static let leads: [StaticString] = [
    "it is recommended", "officers recommend", "staff recommend", "the report recommends",
    "officer recommendation", "officers' recommendation", "officers\u{2019} recommendation",
    "staff recommendation", "recommendation:", "recommendations:", "recommendation(s):",
    "recommendations in the report:", "report recommendation",
  ]

  /// The lines of a minute without those that such proposals were read from.
  static func read(
    _ lines: ArraySlice<MinuteLine>, of paper: Paper, minute: String?,
    into sink: inout RecordSink
  ) -> ArraySlice<MinuteLine> {
    guard
      lines.contains(where: { line in leads.contains { paper.starts(line.block, with: $0) } })
    else { return lines }
    let reader = QuotedProposals(paper: paper, minute: minute)
    var kept: [MinuteLine] = []
    var at = lines.startIndex
    while at < lines.endIndex {
      if let next = reader.read(at, in: lines, into: &sink) {
        at = next
      } else {
        kept.append(lines[at])
        at += 1
      }
    }
    return kept[...]
  }

  /// Reads what begins at a line; the line after it, or nothing where it is none.
  private func read(
    _ at: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int? {
    let block = lines[at].block
    guard block.kind == .paragraph || block.kind == .heading,
      Self.leads.contains(where: { paper.starts(block, with: $0) })
    else { return nil }
    let text = paper.text(block)
    let opensList = [":", ":-", ": -", ":\u{2013}", " that"].contains { text.hasSuffix($0) }
    if opensList {
      guard block.text.count <= 200, isOfficers(text, sink) else { return nil }
      var next = at + 1
      while next < lines.endIndex, lines[next].block.kind == .item { next += 1 }
      guard next > at + 1 else { return nil }
      for line in lines[(at + 1)..<next] {
        add(paper.text(line.block), paper.label(line.block), line, into: &sink)
      }
      sink.claim(lines[at].index)
      return next
    }
    guard let colon = text.prefix(40).firstIndex(of: ":") else { return nil }
    let words = String(text[text.index(after: colon)...].drop { $0 == " " })
    guard words.lowercased().hasPrefix("that "), isOwnBody(words, sink) else { return nil }
    add(words, nil, lines[at], into: &sink)
    return at + 1
  }

  /// Whether a lead puts something to the meeting itself, in the present tense.
  private func isOfficers(_ text: String, _ sink: RecordSink) -> Bool {
    let words = MatchKey.words(text)
    if words.contains("officers") || words.contains("officer") || words.contains("staff")
      || words.contains("report")
    {
      return true
    }
    return words.starts(with: ["it", "is", "recommended"])
  }

  /// Whether the one who is to act is the body that meets.
  private func isOwnBody(_ text: String, _ sink: RecordSink) -> Bool {
    guard let body = sink.meeting.body, let noun = MatchKey.words(body).last else { return false }
    var words = MatchKey.words(text).dropFirst()
    while let first = words.first, ["the", "this"].contains(first) { words = words.dropFirst() }
    return words.prefix(4).contains(noun) || words.first == "members"
  }

  private func add(
    _ text: String, _ label: String?, _ line: MinuteLine, into sink: inout RecordSink
  ) {
    var content = Recommendation()
    content.text = text
    content.label = label
    content.madeIn = .report
    content.minute = minute
    content.meetingDate = sink.meeting.date?.iso
    sink.add(
      .recommendation(content), parts: [content.meetingDate, minute, "report", label],
      lines: line.block.lines, blocks: line.index..<line.index + 1)
  }
}
