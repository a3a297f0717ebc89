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
    guard lines.contains(where: { isLead($0.block, in: paper) }) else { return lines }
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

  /// Whether a line may lead to such proposals.
  private static func isLead(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading else { return false }
    return leads.contains { paper.starts(block, with: $0) } || isGroups(block, in: paper)
      || isNamed(block, in: paper) || isCirculated(block, in: paper)
  }

  /// Whether a line says that members had the report: `PREVIOUSLY CIRCULATED:- Report from ...`.
  private static func isCirculated(_ block: Block, in paper: Paper) -> Bool {
    block.kind == .paragraph
      && (paper.starts(block, with: "previously circulated")
        || paper.starts(block, with: "report previously circulated"))
  }

  /// `The officers' recommendations were:` at the end of a paragraph.
  private static func isNamed(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 600, paper.ends(block, with: ":") else { return false }
    let ends: [StaticString] = [
      "recommendations were:", "recommendation was:", "recommendations are:", "recommendation is:",
    ]
    guard ends.contains(where: { paper.ends(block, with: $0) }) else { return false }
    return paper.has(block, "officer") || paper.has(block, "report")
      || paper.has(block, "director") || paper.has(block, "staff")
  }

  /// `The group recommended:`: what a group that the meeting set up puts to it.
  private static func isGroups(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 600, paper.ends(block, with: ":") else { return false }
    let ends: [StaticString] = [
      "group recommended:", "group recommended that:", "group's recommendations were:",
      "group had recommended:", "working party recommended:", "task force recommended:",
      "group recommends:", "group made these recommendations:", "subgroup recommended:",
      "group made the following recommendations:", "group were recommending:",
    ]
    return ends.contains { paper.ends(block, with: $0) }
  }

  /// The words that a paragraph marks with the group's own labels: `WG1 that ...; WG2 that ...`.
  private static func coded(_ text: String) -> [(label: String, text: String)] {
    let words = text.split(separator: " ")
    guard let first = words.first, let prefix = prefix(of: first) else { return [] }
    var parts: [(label: String, words: [Substring])] = []
    for word in words {
      let mayEnd = (parts.last?.words.count ?? 3) >= 3
      if mayEnd, self.prefix(of: word) == prefix {
        parts.append((String(word), []))
      } else {
        parts[parts.count - 1].words.append(word)
      }
    }
    return parts.map { part in
      var text = part.words.joined(separator: " ")
      for tail in ["; and", " and", ";"] where text.hasSuffix(tail) {
        text = String(text.dropLast(tail.count))
      }
      return (part.label, text)
    }
  }

  /// The capitals of a label such as `WG12`.
  private static func prefix(of word: Substring) -> Substring? {
    let letters = word.prefix { $0.isUppercase && $0.isASCII }
    let digits = word.dropFirst(letters.count)
    guard (1...4).contains(letters.count), (1...3).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return letters
  }

  /// Reads what begins at a line; the line after it, or nothing where it is none.
  private func read(
    _ at: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int? {
    let block = lines[at].block
    // Below the report that members had: what its author recommended.
    if at > lines.startIndex, Self.isCirculated(lines[at - 1].block, in: paper),
      block.kind == .paragraph, paper.starts(block, with: "recommended that ")
    {
      add(
        paper.text(ByteRange(block.text.lower + 17, block.text.upper)), nil, lines[at], into: &sink)
      return at + 1
    }
    guard Self.isLead(block, in: paper) else { return nil }
    let text = paper.text(block)
    let isGroups =
      Self.isGroups(block, in: paper) && MatchKey.words(sink.meeting.body ?? "").last != "group"
    if isGroups || Self.isNamed(block, in: paper) {
      return readList(below: at, in: lines, isGroups ? .scrutinyReport : .report, into: &sink)
    }
    // "Recommendation:" over "That Council award the tender."
    if text.hasSuffix(":"), block.text.count <= 24, at + 1 < lines.endIndex,
      lines[at + 1].block.kind == .paragraph, paper.starts(lines[at + 1].block, with: "that ")
    {
      let under = lines[at + 1]
      guard isOwnBody(paper.text(under.block), sink) else { return nil }
      add(paper.text(under.block), nil, under, into: &sink)
      sink.claim(lines[at].index)
      return at + 2
    }
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

  /// Reads the points below a lead, whose labels may be the group's own.
  private func readList(
    below at: Int, in lines: ArraySlice<MinuteLine>, _ madeIn: MadeIn, into sink: inout RecordSink
  ) -> Int? {
    var next = at + 1
    while next < lines.endIndex {
      let line = lines[next]
      if line.block.kind == .item {
        add(paper.text(line.block), paper.label(line.block), line, madeIn, into: &sink)
      } else {
        let parts = line.block.kind == .paragraph ? Self.coded(paper.text(line.block)) : []
        guard !parts.isEmpty else { break }
        for part in parts { add(part.text, part.label, line, madeIn, into: &sink) }
      }
      next += 1
    }
    guard next > at + 1 else { return nil }
    sink.claim(lines[at].index)
    return next
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
    _ text: String, _ label: String?, _ line: MinuteLine, _ madeIn: MadeIn = .report,
    into sink: inout RecordSink
  ) {
    var content = Recommendation()
    content.text = text
    content.label = label
    content.madeIn = madeIn
    if madeIn == .report {
      content.minute = minute
      content.meetingDate = sink.meeting.date?.iso
    }
    sink.add(
      .recommendation(content), parts: [content.meetingDate, minute, "report", label],
      lines: line.block.lines, blocks: line.index..<line.index + 1)
  }
}
