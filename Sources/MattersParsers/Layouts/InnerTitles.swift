import MattersBlocks
import MattersText

/// Finds the titles without a number that stand under numbered ones: `3. Matters arising`, and below
/// it `**Bank mandate:** The forms ...`, `a) **Bus shelter**`.
///
/// Parishes take what is urgent so. Three of them at least are set alike, and two under one number.
enum InnerTitles {
  /// The headings with those that stand under them.
  static func added(
    to outer: [MinuteHeading], _ lines: [MinuteLine], in paper: Paper
  ) -> [MinuteHeading] {
    guard outer.count >= 3, outer.allSatisfy({ $0.number != nil || $0.line < outer[0].line + 1 })
    else { return outer }
    var byForm: [TitleForm: [(outer: Int, heading: MinuteHeading)]] = [:]
    for (position, heading) in outer.enumerated() {
      let end = position + 1 < outer.count ? outer[position + 1].line : lines.count
      let start = heading.line + heading.count
      guard heading.number != nil, start < end else { continue }
      for line in start..<end {
        guard let (form, found) = title(line, before: end, lines, in: paper) else { continue }
        byForm[form, default: []].append((position, found))
      }
    }
    let known = byForm.values.filter { titles in
      titles.count >= 3
        && titles.indices.dropFirst().contains { titles[$0].outer == titles[$0 - 1].outer }
    }
    guard let best = known.max(by: { $0.count < $1.count }) else { return outer }
    return (outer + best.map(\.heading)).sorted { $0.line < $1.line }
  }

  private static func title(
    _ position: Int, before end: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> (TitleForm, MinuteHeading)? {
    let line = lines[position]
    var block = line.block
    guard block.kind == .paragraph || block.kind == .item || block.kind == .heading,
      !block.style.contains(.bullet),
      block.lead > 0 || block.kind == .heading
        || !block.style.isDisjoint(with: [.bold, .emphasized])
    else { return nil }
    if let label = paper.label(block) {
      // `a)` is a point's mark; a number by itself counts with the others.
      guard label.count <= 4, label.contains(where: \.isLowercase) else { return nil }
      let lead = block.lead
      (block.label, block.lead) = (.none, lead)
      if block.kind == .item { block.kind = .paragraph }
    }
    guard var found = FormedTitle(block, in: paper), isSet(found.form) else { return nil }
    complete(&found, of: line.block, in: paper)
    guard
      TitledHeadings.isTitle(found, of: block, in: paper),
      CountedHeadings.isTitle(found.title, .none, in: paper.clean.bytes)
    else { return nil }
    let isStandard = StandardTitle.begins(found.title, in: paper.clean.bytes)
    let text = paper.text(found.title)
    let words = text.split(separator: " ")
    guard words.count <= 12,
      words.count >= 2 || isStandard
        || found.title.count >= 6, words.count > 4 || !PostWords.isPost(text) || isStandard,
      let first = words.first,
      PeopleList.title(first) == nil,
      DateReader.first(in: text) == nil
        || words.count >= 5
    else { return nil }
    // A title alone has words below it.
    if found.rest.isEmpty {
      guard position + 1 < end, lines[position + 1].block.kind != .row,
        lines[position + 1].block.text.count >= 20
      else { return nil }
    }
    var heading = MinuteHeading(
      number: nil, title: text, block: line.index, line: position,
      lines: found.rest.isEmpty ? line.block.lines : paper.lines(of: found.title))
    heading.rest = found.rest
    return (found.form == .boldRunning ? .bold : found.form, heading)
  }

  /// Takes what the mark left out: the end of a word, or of a title that its point is all of.
  private static func complete(_ found: inout FormedTitle, of block: Block, in paper: Paper) {
    let bytes = paper.clean.bytes
    guard !found.rest.isEmpty else { return }
    // "a) **Bus shelter** in Mill Lane", its words below.
    if !block.label.isEmpty, block.text.count <= 100, found.form == .boldRunning,
      bytes[found.rest.lower].isLower, bytes[block.text.upper - 1] != 0x2E
    {
      (found.title, found.rest) = (block.text, .none)
      return
    }
    // "**Bus shelte**r: ..."
    guard found.rest.lower == found.title.upper, bytes[found.rest.lower].isLower else { return }
    var end = found.rest.lower
    while end < found.rest.upper, bytes[end].isLower { end += 1 }
    found.title = ByteRange(found.title.lower, end)
    var next = end
    while next < found.rest.upper, bytes[next] == 0x3A || bytes[next].isSpace { next += 1 }
    found.rest = ByteRange(next, found.rest.upper)
  }

  /// Whether a mark sets words apart, and not their capitals or a colon alone.
  private static func isSet(_ form: TitleForm) -> Bool {
    switch form {
    case .bold, .boldRunning, .emphasized, .marked: true
    default: false
    }
  }
}
