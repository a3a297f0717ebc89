import MattersBlocks
import MattersRecords
import MattersText

/// Reads the points of a list under a lead, and points that decide by themselves.
extension OperativeReader {
  mutating func readItem(
    at index: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int {
    let line = lines[index]
    let block = line.block
    let isNotice = MotionWording.notice(block, in: paper) != nil
    if isMinute, motion != nil || isNotice, takeMotion(block, line, into: &sink) {
      return index + 1
    }
    if isMinute, EndOfDecision.ends(block, in: paper) {
      lead = nil
      return index + 1
    }
    if lead == nil, let cut = cutLead {
      cutLead = nil
      if let label = paper.label(block), label.filter(\.isLetter) != "i",
        labels?.take(label) == true, !LabelSequence.isFirst(label)
      {
        (lead, hasItems) = (cut, true)
      }
    }
    guard let current = lead else {
      if report == nil {
        _ = readSentences(block, line, into: &sink) || readConfirmation(line, into: &sink)
      }
      return index + 1
    }
    // "That the salt be supplied free." and then "(ii) Resources Panel": the next of other things.
    if hasItems, closedByParagraph, let label = paper.label(block), !LabelSequence.isFirst(label) {
      (lead, closedByParagraph) = (nil, false)
      return index
    }
    if paper.ends(block, with: ":"), let inner = Lead.of(block, in: paper, inReport: report != nil)
    {
      (lead, hasItems) = (inner, false)
      sink.claim(line.index)
      return index + 1
    }
    if paper.ends(block, with: ":") || paper.ends(block, with: ":-"),
      let inner = OperativeSentence(block.text, of: block, in: paper), inner.isLead, report == nil
    {
      hasItems = false
      sink.claim(line.index)
      return index + 1
    }
    if let next = readRequests(below: index, in: lines, into: &sink) { return next }
    var words = [withoutTail(block.text)]
    var all = block.lines
    var end = index + 1
    // Items of another style under one that ends in a colon belong to its words.
    if paper.ends(block, with: ":") || paper.ends(block, with: ":-") {
      let style = LabelStyle(paper.label(block))
      while end < lines.endIndex {
        let next = lines[end].block
        guard next.kind == .item, LabelStyle(paper.label(next)) != style else { break }
        words.append(next.text)
        all = all.union(next.lines)
        sink.claim(lines[end].index)
        end += 1
      }
    }
    if let label = paper.label(block) {
      if labels == nil || !hasItems { labels = LabelSequence() }
      _ = labels?.take(label)
    }
    between = 0
    add(
      purpose(of: block.text, current), words, label: paper.label(block), lines: all, line,
      lead: current, into: &sink)
    (hasItems, closedByParagraph) = (true, false)
    return end
  }
}
