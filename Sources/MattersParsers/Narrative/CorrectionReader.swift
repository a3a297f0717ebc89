import MattersBlocks
import MattersRecords
import MattersText

/// Reads corrections to earlier minutes: `... agreed as a correct record, subject to minute 7 being
/// amended to read ...`.
enum CorrectionReader {
  static func read(
    _ blocks: Range<Int>, of paper: Paper, heading: MinuteHeading, date: PlainDate?,
    into sink: inout RecordSink
  ) {
    guard MatchKey.words(heading.title).contains("minutes") else { return }
    var corrected: PlainDate?
    var isOpen = false
    for index in blocks {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 1200 else {
        continue
      }
      let dates = DateReader.first(in: paper.clean.bytes, block.text)?.date
      if paper.has(block, "minutes"), let dates, dates != date { corrected = dates }
      if isOpen, block.kind == .item || block.text.count > 3 && !paper.has(block, "correct record")
      {
        guard block.kind == .item || amends(block.text, in: paper) else {
          isOpen = false
          continue
        }
        add(block.text, at: index, of: paper, corrected, date, into: &sink)
      } else if let words = subject(of: block, in: paper) {
        if words.count <= 3 {
          isOpen = true
        } else {
          add(words, at: index, of: paper, corrected, date, into: &sink)
        }
      } else {
        for sentence in Sentences.split(paper.clean.bytes, block.text)
        where amends(sentence, in: paper) {
          add(sentence, at: index, of: paper, corrected, date, into: &sink)
        }
      }
    }
  }

  /// The words behind "subject to the following amendment:"; empty where a list follows.
  private static func subject(of block: Block, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    let leads: [StaticString] = [
      "subject to the following amendments", "subject to the following amendment",
      "subject to the following corrections", "subject to the following correction",
      "subject to the following changes", "subject to the following change",
      "with the following amendments", "with the following amendment",
      "with the following corrections", "with the following correction",
      "subject to the correction of",
      "subject to the amendment of", "subject to the inclusion of", "subject to the addition of",
      "subject to the deletion of", "subject to minute", "subject to amending",
      "subject to correcting",
    ]
    guard paper.has(block, "minutes") || paper.has(block, "record") else { return nil }
    if paper.ends(block, with: "subject to:") || paper.ends(block, with: "subject to:-")
      || paper.ends(block, with: "subject to")
    {
      return ByteRange(block.text.upper, block.text.upper)
    }
    for lead in leads {
      guard let at = bytes.firstIndex(of: lead, in: block.text) else { continue }
      // Where the lead names the thing itself, only "subject to" is left out.
      let isOpenLead = bytes.contains("following", in: ByteRange(at, at + lead.utf8CodeUnitCount))
      var start = isOpenLead ? at + lead.utf8CodeUnitCount : at + 11
      while start < block.text.upper,
        bytes[start].isSpace || bytes[start] == 0x3A || bytes[start] == 0x2D
      {
        start += 1
      }
      return bytes.trimmed(ByteRange(start, block.text.upper))
    }
    return nil
  }

  /// Whether a sentence says how earlier minutes should read.
  private static func amends(_ sentence: ByteRange, in paper: Paper) -> Bool {
    let phrases: [StaticString] = [
      "should read", "be amended to", "was amended to", "be corrected to", "was corrected to",
      "amended to read", "corrected to read", "being amended", "being corrected",
      "be replaced with",
      "be replaced by",
    ]
    return phrases.contains { paper.clean.bytes.contains($0, in: sentence) }
  }

  private static func add(
    _ words: ByteRange, at index: Int, of paper: Paper, _ corrected: PlainDate?, _ date: PlainDate?,
    into sink: inout RecordSink
  ) {
    var correction = Correction()
    correction.meetingDate = date?.iso
    correction.correctsMeeting = corrected?.iso
    correction.text = paper.text(words)
    correction.minute = minute(in: correction.text)
    sink.add(
      .correction(correction), parts: [date?.iso, corrected?.iso, correction.minute],
      lines: paper.lines(of: words), blocks: index..<index + 1)
  }

  /// The number behind "minute", "minute no." or "item".
  private static func minute(in text: String) -> String? {
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated()
    where ["minute", "minutes", "item"].contains(word.lowercased().filter(\.isLetter)) {
      for next in words[(index + 1)...].prefix(2) {
        let number = next.prefix { $0.isNumber || $0 == "/" || $0 == "." }
        var plain = number
        while let last = plain.last, "./".contains(last) { plain = plain.dropLast() }
        if plain.first?.isNumber == true { return String(plain) }
      }
    }
    return nil
  }
}
