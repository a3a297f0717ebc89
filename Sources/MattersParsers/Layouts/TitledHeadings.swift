import MattersBlocks
import MattersText

/// Finds the headings of minutes that number nothing: titles in bold, in capitals or marked.
enum TitledHeadings {
  static func find(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    var byStyle: [Int: [MinuteHeading]] = [:]
    var standard: [Int: Int] = [:]
    for (position, line) in lines.enumerated() {
      let block = line.block
      guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
        block.text.count >= 3, block.text.count <= 120, isTitle(block, in: paper)
      else { continue }
      let style =
        block.kind == .heading
        ? 10 + Int(block.level)
        : block.style.contains(.bold)
          ? 2
          : paper.capitalShare(block.text) > 0.9 ? 1 : isPlain(position, lines, in: paper) ? 0 : -1
      guard style >= 0 else { continue }
      if StandardTitle.begins(block.text, in: paper.clean.bytes) {
        standard[style, default: 0] += 1
      }
      byStyle[style, default: []].append(
        MinuteHeading(
          number: nil,
          title: HeadingNote.without(
            PageRange.withoutSize(PageRange.split(paper.text(block)).title)),
          block: line.index,
          line: position, lines: block.lines))
    }
    // Plain lines are headings only where many of them have the titles that every meeting has.
    let known = byStyle.filter {
      let own = standard[$0.key, default: 0]
      return $0.value.count >= 2 && own >= ($0.key == 0 ? 4 : 2)
        || $0.key == 0 && own >= 3 && own * 2 >= $0.value.count
        || $0.value.count >= 4 && own >= 1 && $0.key >= 2
        || $0.value.count >= 3 && own >= 1 && $0.key == 1
    }
    guard
      let best = known.max(by: {
        (standard[$0.key, default: 0], $0.value.count, -$0.key)
          < (standard[$1.key, default: 0], $1.value.count, -$1.key)
      })
    else { return [] }
    let titles = withoutList(best.value, lines, in: paper)
    return numbered(titles.map { withNumber($0, lines, in: paper) }, lines, in: paper)
  }

  /// A title with the number that stands alone in the line above it.
  private static func withNumber(
    _ title: MinuteHeading, _ lines: [MinuteLine], in paper: Paper
  ) -> MinuteHeading {
    guard title.line > 0 else { return title }
    let above = lines[title.line - 1]
    var label = above.block.text.isEmpty ? paper.label(above.block) ?? "" : ""
    // "Item 6:" on a line of its own.
    if above.block.text.count <= 10, paper.starts(above.block, with: "item ") {
      label = String(paper.text(above.block).dropFirst(5))
    }
    guard let number = ItemNumber(label) else { return title }
    var title = title
    title.number = number
    title.line -= 1
    title.count += 1
    title.block = above.index
    title.lines = above.block.lines.union(title.lines)
    return title
  }

  /// The titles with the numbers of the paragraphs below them, as Scottish minutes print them; what
  /// has none stands within another's minute.
  private static func numbered(
    _ titles: [MinuteHeading], _ lines: [MinuteLine], in paper: Paper
  ) -> [MinuteHeading] {
    var last = 0
    var found: [MinuteHeading] = []
    for var title in titles {
      guard title.line + title.count < lines.count else { continue }
      let below = lines[title.line + title.count].block
      guard below.kind == .item, let label = paper.label(below), let number = ItemNumber(label),
        number.printed.allSatisfy(\.isNumber), number.follows(last)
      else { continue }
      last = number.ordinal
      title.number = number
      found.append(title)
    }
    return found.count >= 3 && found.count * 3 >= titles.count * 2 ? found : titles
  }

  /// The one title of a page out of minutes: it alone is in bold and in capitals.
  static func only(_ lines: [MinuteLine], in paper: Paper) -> MinuteHeading? {
    guard lines.count <= 60 else { return nil }
    let loud = lines.indices.filter {
      let block = lines[$0].block
      return block.style.contains(.bold) && block.kind != .row && block.label.isEmpty
        && (8...160).contains(block.text.count) && paper.capitalShare(block.text) > 0.9
    }
    guard loud.count == 1, let position = loud.first, position + 1 < lines.count,
      lines[position + 1].block.text.count >= 60
    else { return nil }
    let block = lines[position].block
    return MinuteHeading(
      number: nil, title: paper.text(block).trimmingMarks, block: lines[position].index,
      line: position, lines: block.lines)
  }

  /// The titles without those above the first that every meeting has, where nothing but names
  /// stands below them: who was there is listed under such.
  private static func withoutList(
    _ titles: [MinuteHeading], _ lines: [MinuteLine], in paper: Paper
  ) -> [MinuteHeading] {
    let bytes = paper.clean.bytes
    guard
      let first = titles.firstIndex(where: {
        StandardTitle.begins(lines[$0.line].block.text, in: bytes)
          && !bytes.matches(
            "apologies", at: lines[$0.line].block.text.lower,
            before: lines[$0.line].block.text.upper)
      })
    else { return titles }
    let above = titles[..<first].filter { title in
      let next = titles.first { $0.line > title.line }?.line ?? lines.count
      return lines[(title.line + 1)..<next].contains {
        $0.block.text.count >= 10 && paper.ends($0.block, with: ".")
      }
    }
    return above + titles[first...]
  }

  /// Whether a line stands apart, is short and has words below it, as a title has.
  private static func isPlain(_ position: Int, _ lines: [MinuteLine], in paper: Paper) -> Bool {
    let block = lines[position].block
    guard block.kind == .paragraph, (1...60).contains(block.text.count), position > 0,
      position + 1 < lines.count, paper.clean.bytes[block.text.lower].isUpper,
      !paper.has(block, ": ")
    else { return false }
    let above = lines[position - 1].block
    let below = lines[position + 1].block
    guard block.lines.first > above.lines.last + 1, below.kind != .heading else { return false }
    // A name, a day: what is below must read on from it.
    let words = paper.text(block).split(separator: " ")
    return words.count <= 7 && DateReader.first(in: paper.text(block)) == nil
      && PeopleList.title(words[0]) == nil
  }

  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    switch bytes[block.text.upper - 1] {
    case 0x2E, 0x3B, 0x3A, 0x2C: return false
    default: break
    }
    if DecisionHeading.end(of: block, in: paper) != nil { return false }
    if OperativeSentence(block.text, of: block, in: paper) != nil { return false }
    if RecommendationOpening.of(block, in: paper) != nil { return false }
    let never: [StaticString] = [
      "minutes of the meeting", "action", "carried", "motion carried", "draft", "signed",
      "reason", "vote", "key", "the meeting", "part ", "date:", "present", "in attendance",
      "officers present", "officers in", "officials", "moved", "seconded", "defeated", "opposed",
      "lost", "that ",
    ]
    // "Chair: Councillor Ash", and not "Chair's Announcements".
    if paper.starts(block, with: "chair"), !StandardTitle.begins(block.text, in: bytes) {
      return false
    }
    return !never.contains { paper.starts(block, with: $0) }
  }
}
