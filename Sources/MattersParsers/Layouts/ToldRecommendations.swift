import MattersBlocks
import MattersRecords
import MattersText

/// Recommendations that a group's report makes inside its prose, in boxes, or as points with labels
/// of its own.
///
/// `We recommend that the gates be mended (Recommendation 3).`, a box with `RECOMMENDATION 1` over
/// its words, `C1 Homes should pay nothing. To Cabinet.`
struct ToldRecommendations {
  let paper: Paper
  let group: String
  let report: String
  /// Whether a heading above says that recommendations follow.
  private var isAmongThem = false

  init(paper: Paper, group: String, report: String) {
    (self.paper, self.group, self.report) = (paper, group, report)
  }

  mutating func read(_ blocks: Range<Int>, into sink: inout RecordSink) {
    for index in blocks where !sink.isClaimed[index] {
      let block = paper.blocks[index]
      switch block.kind {
      case .furniture: continue
      case .row: readBox(block, at: index, into: &sink)
      case .heading, .paragraph, .item:
        if isHeading(block) {
          isAmongThem = paper.has(block, "recommend")
        } else if isAmongThem, readPoint(block, at: index, into: &sink) {
          continue
        } else {
          readSentences(block, at: index, into: &sink)
        }
      }
    }
  }

  private func isHeading(_ block: Block) -> Bool {
    // A theme's heading parts the recommendations and does not end them.
    guard block.kind == .heading, block.text.count <= 80 else { return false }
    return !paper.has(block, "theme")
  }

  /// A table of one cell that begins with a recommendation's name.
  private func readBox(_ block: Block, at index: Int, into sink: inout RecordSink) {
    let cells = paper.cells(block).filter { !$0.isEmpty }
    guard cells.count == 1, let cell = cells.first, cell.count <= 2000,
      let (label, text) = RecommendationLabel.named(paper.text(cell)), text.utf8.count >= 12
    else { return }
    let words = ByteRange(cell.upper - text.utf8.count, cell.upper)
    let parts = LabelledPart.following(in: words, of: paper)
    let end = parts.first?.at ?? words.upper
    add(
      paper.text(paper.clean.bytes.trimmed(ByteRange(words.lower, end))), label,
      to: parts.first { $0.column == .responsible }.map { paper.text($0.value).trimmingMarks },
      due: parts.first { $0.column == .due }.flatMap { DateReader.whole(paper.text($0.value)) },
      block.lines, at: index, into: &sink)
  }

  /// `C1 Homes should pay nothing. To Cabinet.`: a point that begins with the report's own label.
  private func readPoint(_ block: Block, at index: Int, into sink: inout RecordSink) -> Bool {
    guard block.kind == .item, block.text.count <= 1200 else { return false }
    let sentences = Sentences.split(paper.clean.bytes, block.text)
    guard let first = sentences.first, let last = sentences.last else { return false }
    let text = paper.text(block)
    guard let label = text.split(separator: " ").first, Self.isCode(label) else { return false }
    var end = block.text.upper
    var maker: String?
    if sentences.count > 1, last.lower > first.lower, last.count <= 60,
      paper.clean.bytes.matches("to ", at: last.lower, before: last.upper)
        || paper.clean.bytes.matches("for ", at: last.lower, before: last.upper)
    {
      end = last.lower
      maker =
        paper.text(last).split(separator: " ").dropFirst().joined(separator: " ").trimmingMarks
    }
    let start = block.text.lower + label.utf8.count
    guard start < end else { return false }
    let words = paper.clean.bytes.trimmed(ByteRange(start, end))
    guard words.count >= 12 else { return false }
    add(
      paper.text(words), String(label), to: maker, due: nil, block.lines, at: index, into: &sink)
    return true
  }

  /// Reads the sentences that end in a recommendation's name.
  ///
  /// `It is recommended that a list be kept (Recommendation 7).`
  private func readSentences(_ block: Block, at index: Int, into sink: inout RecordSink) {
    let bytes = paper.clean.bytes
    readNamed(block, at: index, into: &sink)
    guard block.text.count >= 30, block.text.count <= 6000,
      paper.has(block, "(recommendation") || paper.has(block, "(rec ") || isAmongThem
    else { return }
    for sentence in Sentences.split(bytes, block.text) {
      var end = sentence.upper
      while end > sentence.lower, bytes[end - 1] == 0x2E || bytes[end - 1].isSpace { end -= 1 }
      guard end - sentence.lower > 30, bytes[end - 1] == 0x29,
        let open = bytes[max(sentence.lower, end - 30)..<end].lastIndex(of: 0x28)
      else { continue }
      let label = bytes.string(ByteRange(open + 1, end - 1))
      let isNamed = RecommendationLabel.named(label) != nil
      guard isNamed || isAmongThem && Self.isCode(Substring(label)) else { continue }
      var start = sentence.lower
      let body = ByteRange(sentence.lower, open)
      if let that = bytes.firstIndex(of: "recommend that ", in: body) {
        start = that + 15
      } else if let that = bytes.firstIndex(of: "recommended that ", in: body) {
        start = that + 17
      } else if bytes.contains(" should ", in: body) || bytes.contains(" should, ", in: body)
        || bytes.contains(" must ", in: body)
      {
        // "First, the Council should ..."
        for lead: StaticString in ["first, ", "second, ", "third, ", "finally, ", "last, "]
        where bytes.matches(lead, at: start, before: open) {
          start += lead.utf8CodeUnitCount
        }
      } else {
        continue
      }
      let words = bytes.trimmed(ByteRange(start, open))
      guard words.count >= 12 else { continue }
      add(
        paper.text(words), label, to: nil, due: nil, paper.lines(of: words), at: index, into: &sink)
    }
  }

  /// Reads a sentence in the middle of a paragraph that begins with a recommendation's name.
  ///
  /// `... will be. Recommendation 6: The Mayor should say how many.`
  private func readNamed(_ block: Block, at index: Int, into sink: inout RecordSink) {
    let bytes = paper.clean.bytes
    guard block.text.count >= 60, block.text.count <= 6000,
      bytes.contains(". recommendation ", in: block.text)
    else { return }
    let sentences = Sentences.split(bytes, block.text)
    for (position, sentence) in sentences.enumerated().dropFirst()
    where bytes.matches("recommendation ", at: sentence.lower, before: sentence.upper) {
      guard let (label, text) = RecommendationLabel.named(paper.text(sentence)),
        text.utf8.count >= 12, position == sentences.count - 1
      else { continue }
      add(text, label, to: nil, due: nil, paper.lines(of: sentence), at: index, into: &sink)
    }
  }

  /// A label such as `C1` or `WG12`.
  private static func isCode(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isUppercase && $0.isASCII }
    let digits = word.dropFirst(letters.count)
    return (1...3).contains(letters.count) && (1...2).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func add(
    _ text: String, _ label: String, to maker: String?, due: String?, _ lines: LineRange,
    at index: Int, into sink: inout RecordSink
  ) {
    guard !sink.isMade(text, label) else { return }
    var content = Recommendation()
    content.text = text
    content.label = label
    content.madeIn = .scrutinyReport
    content.madeBy = group
    content.report = report
    content.addressedTo = maker ?? Recommended.to(text)
    content.due = due
    sink.add(
      .recommendation(content), parts: [nil, report, label], lines: lines, blocks: index..<index + 1
    )
  }
}
