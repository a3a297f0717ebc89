import MattersBlocks
import MattersText

/// The headings below those that count: `4.1 Culvert on Sixth Line` under 4, `7(a) Derelict sites`.
extension CountedHeadings {
  /// "7(a) Derelict Sites" under 7; a notice of motion that only names its mover is none.
  private static func lettered(
    _ block: Block, of outer: Candidate, line: Int, in paper: Paper
  ) -> Candidate? {
    guard block.kind == .paragraph, block.label.isEmpty, block.text.count <= 110 else { return nil }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, !bytes[at].isSpace { at += 1 }
    let printed = bytes.string(ByteRange(block.text.lower, at))
    guard printed.count == outer.number.printed.count + 3, printed.hasSuffix(")"),
      printed.hasPrefix(outer.number.printed + "("),
      let letter = printed.dropLast().last, letter.isLowercase
    else { return nil }
    let title = bytes.trimmed(ByteRange(at, block.text.upper))
    guard title.count >= 4, bytes[title.lower].isUpper, isTitle(title, .none, in: bytes),
      bytes[title.upper - 1] != 0x2E,
      PeopleList.title(bytes.string(title).prefix { $0 != " " }) == nil
    else { return nil }
    return Candidate(
      number: ItemNumber(printed: printed, ordinal: outer.number.ordinal), form: "", line: line,
      title: title, isStandard: false, isMarked: false)
  }

  /// Adds headings such as "4.1 Culvert on Sixth Line" under 4 or 4.0; paragraphs have such numbers too,
  /// so all that are one minute's must read as titles.
  static func withInner(
    _ chain: [Candidate], _ lines: [MinuteLine], in paper: Paper
  ) -> [Candidate] {
    // "1.0 Minutes" over "1.1 Minutes of 10 July", the points of "1.1" in a weight of their own.
    let isPointed = chain.allSatisfy { $0.number.printed.hasSuffix(".0") }
    guard isPointed || chain.allSatisfy({ $0.number.printed.allSatisfy(\.isNumber) }) else {
      return chain
    }
    let set = lines.count { line in
      isSet(line.block) && line.block.kind != .row
        && numbered(line.block, in: paper).map { $0.number.printed.contains(".") } ?? false
    }
    let isBold =
      set >= 2 || chain.allSatisfy { lines[$0.line].block.style.contains(.bold) }
    // Where some are marked as headings, what is not is no heading.
    let isMarkedOnly = lines.contains { line in
      line.block.kind == .heading
        && numbered(line.block, in: paper).map { $0.number.printed.contains(".") } ?? false
    }
    var inner: [[Candidate]] = []
    for (position, outer) in chain.enumerated() {
      let end = position + 1 < chain.count ? chain[position + 1].line : lines.count
      var own: [Candidate] = []
      for line in (outer.line + outer.count)..<max(outer.line + outer.count, end) {
        let block = lines[line].block
        if let point = lettered(block, of: outer, line: line, in: paper) {
          own.append(point)
          continue
        }
        let stem =
          isPointed ? String(outer.number.printed.dropLast(2)) : outer.number.printed
        guard let (number, words) = numbered(block, in: paper),
          number.printed.hasPrefix(stem + ".")
        else { continue }
        if isMarkedOnly, block.kind != .heading { continue }
        // Where all headings are in bold, what is not is a paragraph.
        if isBold, !isSet(block) { continue }
        // "4.1" on a line of its own, over the title.
        if block.text.isEmpty, line + 1 < lines.count, own.allSatisfy({ $0.line + 1 != line }) {
          let next = lines[line + 1].block
          guard next.kind == .paragraph || next.kind == .heading, next.label.isEmpty,
            (4...100).contains(next.text.count), isTitle(next.text, .none, in: paper.clean.bytes),
            paper.clean.bytes[next.text.upper - 1] != 0x2E
          else { return chain }
          own.append(
            Candidate(
              number: number, form: "", line: line, count: 2, title: next.text, isStandard: false,
              isMarked: false))
          continue
        }
        var title = words
        if isBold, title.count > 4, paper.clean.bytes[title.upper - 1] == 0x2E {
          title = ByteRange(title.lower, title.upper - 1)
        }
        // What a Markdown mark heads needs no other sign.
        let isMarked = block.kind == .heading && title.count <= 250
        let isTitle =
          (isMarked || isTitle(title, .none, in: paper.clean.bytes)) && title.count >= 4
          && (isMarked || title.count <= (isBold ? 160 : 100))
          && (isMarked || paper.clean.bytes[title.upper - 1] != 0x2E)
          && number.printed.split(separator: ".").count == 2
        guard isTitle else { return chain }
        own.append(
          Candidate(
            number: number, form: "", line: line, title: title, isStandard: false,
            isMarked: false))
      }
      inner.append(own)
    }
    var all: [Candidate] = []
    for (outer, own) in zip(chain, inner) { all += [outer] + own }
    return all
  }

  /// The number of a line and the words behind it; a marked heading may have a hard space between.
  private static func numbered(
    _ block: Block, in paper: Paper
  ) -> (number: ItemNumber, words: ByteRange)? {
    if let label = paper.label(block) { return ItemNumber(label).map { ($0, block.text) } }
    guard block.kind == .heading,
      let (number, next) = HeadingNumber.leading(paper.clean.bytes, block.text)
    else { return nil }
    return (number, ByteRange(next, block.text.upper))
  }
}
