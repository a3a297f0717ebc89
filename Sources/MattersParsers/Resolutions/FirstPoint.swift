import MattersBlocks
import MattersText

/// A list whose first point stands on the line of its lead: `RESOLVED – (1) That the report be
/// noted.`, the others below it.
extension OperativeReader {
  /// Takes what was decided as the first point of a list; whether it is one.
  mutating func takesFirstPoint(
    _ decision: OperativeSentence, _ current: Lead, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    let bytes = paper.clean.bytes
    guard isMinute,
      let (label, next) = LabelScanner.scan(bytes, decision.words.lower, decision.words.upper),
      bytes[label.lower] == 0x28, LabelSequence.isFirst(bytes.string(label)),
      decision.words.upper - next > 8, RunOnList.points(bytes, decision.words).isEmpty
    else { return false }
    let words = bytes.trimmed(ByteRange(next, decision.words.upper))
    let printed = bytes.string(label)
    // What it leads to stands in a list of its own.
    if paper.ends(line.block, with: ":") { return false }
    add(
      purpose(of: words, current), words, label: printed, line, lead: current,
      isCertain: decision.isCertain, into: &sink)
    labels = LabelSequence()
    _ = labels?.take(printed)
    (lead, hasItems, closedByParagraph) = (current, true, false)
    return true
  }

  /// Takes a line inside a list that says what the points below it are, `Information requests`;
  /// whether it is one.
  mutating func takesInnerHeading(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    guard isMinute, report == nil, lead != nil, block.label.isEmpty, block.text.count <= 80,
      !paper.ends(block, with: "."), let inner = Lead.heading(block, in: paper)
    else { return false }
    (lead, hasItems) = (inner, hasItems)
    sink.claim(line.index)
    return true
  }
}

extension Lead {
  /// A line without a colon that says what the points below it are: `Recommendations to Cabinet`.
  static func heading(_ block: Block, in paper: Paper) -> Lead? {
    let words = MatchKey.words(paper.text(block))
    guard (1...10).contains(words.count), let first = words.first else { return nil }
    let requests: [[String]] = [
      ["information", "requests"], ["information", "request"], ["requests", "for", "information"],
      ["request", "for", "information"], ["information", "requested"],
      ["further", "information", "requested"],
    ]
    if requests.contains(words) { return Lead(purpose: .informationRequest) }
    // "Committee recommendation to Council"
    if DecisionHeading.fronts.contains(first), words.count >= 4,
      let at = words.prefix(3).firstIndex(where: { $0.hasPrefix("recommendation") }),
      at + 1 < words.count, words[at + 1] == "to"
    {
      let name = paper.text(block).split(separator: " ").dropFirst(at + 2).joined(separator: " ")
        .trimmingMarks
      guard DecisionMaker.isOne(name) || Recommended.to(name) != nil else { return nil }
      return Lead(purpose: .recommendation, addressedTo: name)
    }
    guard first == "recommendation" || first == "recommendations",
      words.count == 1 || words[1] == "to" && words.count >= 3
    else { return nil }
    let printed = paper.text(block).split(separator: " ").dropFirst(2)
    let name = printed.joined(separator: " ").trimmingMarks
    guard words.count == 1 || DecisionMaker.isOne(name) || Recommended.to(name) != nil else {
      return nil
    }
    return Lead(purpose: .recommendation, addressedTo: name.isEmpty ? nil : name)
  }
}
