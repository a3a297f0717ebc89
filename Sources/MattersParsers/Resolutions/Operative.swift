import MattersBlocks
import MattersRecords
import MattersText

/// Reads the operative part of a minute: what was resolved, recommended and requested.
///
/// A lead line (`It was resolved that:`, `And that the following information requests be made:`)
/// says what the items after it are; an item may itself be a lead, and an item may be of another
/// kind than its lead says, where its own words are plain.
enum Operative {
  static func read(
    _ lines: ArraySlice<MinuteLine>, of paper: Paper, minute: String?, ordinal: Int,
    into sink: inout RecordSink
  ) {
    func part(_ lines: ArraySlice<MinuteLine>) {
      var reader = OperativeReader(
        paper: paper, minute: minute, report: nil, date: sink.meeting.date)
      reader.isMinute = true
      reader.ordinal = ordinal
      reader.body = sink.meeting.body
      var own = QuotedProposals.read(lines, of: paper, minute: minute, into: &sink)
      own = answers(own, of: paper, into: &sink)
      reader.read(LetteredLines.marked(own, in: paper), into: &sink)
      reader.finish(lines, into: &sink)
    }
    // Pages of a committee system print what was decided twice: alone, and again in the minutes.
    guard
      let decision = lines.firstIndex(where: { isHeading($0, ["decision", "decisions"], paper) }),
      let minutes = lines[decision...].firstIndex(where: { isHeading($0, ["minutes"], paper) })
    else { return part(lines) }
    part(lines[..<decision])
    let before = sink.records.count
    part(lines[(minutes + 1)...])
    if sink.records.count == before {
      part(lines[decision..<minutes])
    } else {
      for line in lines[decision..<minutes] { sink.claim(line.index) }
    }
  }

  /// The lines without the recommendations and responses that an executive's minutes print one under
  /// the other, with a label before each.
  private static func answers(
    _ lines: ArraySlice<MinuteLine>, of paper: Paper, into sink: inout RecordSink
  ) -> ArraySlice<MinuteLine> {
    guard let first = lines.first, let last = lines.last,
      sink.meeting.body.map(sink.isExecutive) == true,
      lines.contains(where: { paper.starts($0.block, with: "recommendation") }),
      lines.contains(where: { line in
        LabelledPart.of(line.block, in: paper).map { $0.0 == .response || $0.0 == .decision }
          ?? false || LabelledResponses.resolvedWords(of: line.block, in: paper) != nil
      }), first.index <= last.index
    else { return lines }
    let before = sink.records.count
    LabelledResponses.read(
      first.index..<last.index + 1, from: first.index, of: paper, into: &sink)
    guard sink.records.count > before else { return lines }
    return lines.filter { !sink.isClaimed[$0.index] }[...]
  }

  private static func isHeading(
    _ line: MinuteLine, _ words: [StaticString], _ paper: Paper
  ) -> Bool {
    line.block.kind != .row && words.contains { paper.says(line.block, $0) }
  }
}

extension OperativeReader {
  /// Reads the items under a lead in a report; the lead may itself be a numbered paragraph.
  mutating func readRestated(lead index: Int, items: Range<Int>, into sink: inout RecordSink) {
    lead = Lead.of(paper.blocks[index], in: paper, inReport: true)
    hasItems = false
    read(items, into: &sink)
    lead = nil
  }

  /// Whether what a committee "recommended" is put to somebody: some committees decide nothing
  /// else, and then the word says no more than that they resolved.
  func isRecommended(_ decision: OperativeSentence) -> Bool {
    decision.addressedTo != nil || Recommended.to(paper.text(decision.words)) != nil
      || Recommended.council(paper.text(decision.words)) != nil
  }

  /// Reads the points under an item that asks for each of them: `that the Trust be asked to supply:`.
  mutating func readRequests(
    below index: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int? {
    let block = lines[index].block
    guard paper.ends(block, with: ":"), block.text.count <= 300,
      ItemWording.opensRequests(block.text, in: paper)
    else { return nil }
    let style = LabelStyle(paper.label(block))
    var end = index + 1
    while end < lines.endIndex {
      let next = lines[end].block
      guard next.kind == .item, LabelStyle(paper.label(next)) != style else { break }
      let words = withoutTail(next.text)
      add(
        .informationRequest, text: paper.text(words), label: paper.label(next), lines: next.lines,
        lines[end], lead: lead, into: &sink)
      end += 1
    }
    guard end > index + 1 else { return nil }
    sink.claim(lines[index].index)
    hasItems = true
    return end
  }

  func purpose(of words: ByteRange, _ lead: Lead) -> Lead.Purpose {
    let purpose = lead.purpose(of: words, in: paper)
    guard purpose == .resolution, let body else { return purpose }
    return Asking.otherBody(paper.clean.bytes, words, than: body) == nil ? purpose : .recommendation
  }

  /// Whether a committee resolves what its council is to do: `Council approve the nine grants`.
  private func putsToCouncil(_ text: String, _ sink: RecordSink) -> Bool {
    let isNamed = text.hasPrefix("Council ") || text.hasPrefix("That Council ")
    guard isNamed || text.hasPrefix("that Council "), let body = sink.meeting.body else {
      return false
    }
    return MatchKey.words(body).last == "committee"
  }

  mutating func add(
    _ purpose: Lead.Purpose, text: String, label: String?, lines: LineRange, _ line: MinuteLine,
    lead: Lead?, because: String? = nil, into sink: inout RecordSink
  ) {
    guard !text.isEmpty, report == nil || purpose == .informationRequest else { return }
    // "The Convener moved, seconded by the Vice Convener:-" leads to what was moved.
    if purpose == .resolution, text.hasSuffix(":") || text.hasSuffix(":-") { return }
    var (purpose, lead) = (purpose, lead)
    if purpose == .resolution, isMinute, putsToCouncil(text, sink) {
      purpose = .recommendation
      if lead?.addressedTo == nil { lead?.addressedTo = "Council" }
    }
    count += 1
    added += 1
    let record = OperativeRecord(
      text: text, label: label, minute: minute, report: report, day: date?.iso,
      mark: label ?? (minute == nil ? "\(count)" : nil), lead: lead, because: because)
    record.add(
      purpose, lines: lines, blocks: line.index..<line.index + (isPart ? 0 : 1), into: &sink)
  }
}
