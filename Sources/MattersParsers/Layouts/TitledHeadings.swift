import MattersBlocks
import MattersText

/// Finds the headings of minutes that number nothing: titles in bold, in capitals or marked.
enum TitledHeadings {
  /// The titles of one form, and how many of them every meeting has.
  private struct Alike {
    var titles: [MinuteHeading] = []
    var standard = 0

    /// Whether these can be the titles of minutes.
    ///
    /// What prose has too is a title only where many are such as every meeting has.
    func isKnown(as form: TitleForm) -> Bool {
      let count = titles.count
      switch form {
      case .stopped: return standard >= 4 && standard * 3 >= count
      case .plain: return standard >= 4 || standard >= 3 && standard * 2 >= count
      case .colon, .dash: return standard >= 3 && standard * 3 >= count && count >= 4
      case .bullet(let inner) where inner.isPlain: return standard >= 4 && standard * 2 >= count
      case .boldRunning, .bullet: return standard >= 2 && count >= 3
      case .capitals: return count >= 2 && standard >= 2 || count >= 3 && standard >= 1
      default: return count >= 2 && standard >= 2 || count >= 4 && standard >= 1
      }
    }
  }

  static func find(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    var byForm: [TitleForm: Alike] = [:]
    for position in lines.indices {
      guard let found = formed(position, lines, in: paper) else { continue }
      var alike = byForm[found.form] ?? Alike()
      if StandardTitle.begins(found.title, in: paper.clean.bytes) { alike.standard += 1 }
      alike.titles.append(heading(found, at: position, lines, in: paper))
      byForm[found.form] = alike
    }
    guard
      let best = byForm.filter({ $0.value.isKnown(as: $0.key) }).max(by: {
        ($0.value.standard, $0.value.titles.count, $0.key.weight)
          < ($1.value.standard, $1.value.titles.count, $1.key.weight)
      })
    else { return [] }
    var titles = best.value.titles
    // A title alone and one that its words run on from are set alike.
    let twin: TitleForm? =
      best.key == .bold ? .boldRunning : best.key == .boldRunning ? .bold : nil
    if let twin, let others = byForm[twin], others.standard >= 1 {
      titles = (titles + others.titles).sorted { $0.line < $1.line }
    }
    titles = withoutList(titles, lines, in: paper)
    return numbered(titles.map { withNumber($0, lines, in: paper) }, lines, in: paper)
  }

  /// The title that a line is or begins with.
  private static func formed(
    _ position: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> FormedTitle? {
    let block = lines[position].block
    let isLoud =
      block.kind == .heading || block.style.contains(.bold) || block.style.contains(.emphasized)
    if !isLoud, block.label.isEmpty, isPlain(position, lines, in: paper),
      isTitle(block, in: paper), paper.capitalShare(block.text) <= 0.9
    {
      return FormedTitle(form: .plain, title: block.text)
    }
    if !isLoud, let stopped = stopped(position, lines, in: paper) { return stopped }
    guard let found = FormedTitle(block, in: paper), isTitle(found, of: block, in: paper) else {
      return nil
    }
    return found
  }

  /// A few words with a full stop or behind a bullet, alone over those that belong to them.
  private static func stopped(
    _ position: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> FormedTitle? {
    let block = lines[position].block
    let bytes = paper.clean.bytes
    guard (5...60).contains(block.text.count), block.label.isEmpty, position + 1 < lines.count,
      bytes[block.text.lower].isUpper
    else { return nil }
    let isBullet = block.kind == .item && block.style.contains(.bullet)
    let isStopped = bytes[block.text.upper - 1] == 0x2E
    guard isBullet != isStopped, isBullet || block.kind == .paragraph,
      lines[position + 1].block.kind == .paragraph
    else { return nil }
    let title = ByteRange(block.text.lower, block.text.upper - (isStopped ? 1 : 0))
    let form: TitleForm = isBullet ? .bullet(.plain) : .stopped
    let found = FormedTitle(form: form, title: title)
    return !bytes[title.lower..<title.upper].contains(0x2E)
      && !bytes[title.lower..<title.upper].contains(0x3A)
      && isTitle(found, of: block, in: paper)
      && CountedHeadings.isTitle(title, .none, in: bytes)
      && bytes[title.lower..<title.upper].count { $0 == 0x20 } <= 6 ? found : nil
  }

  private static func heading(
    _ found: FormedTitle, at position: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> MinuteHeading {
    let line = lines[position]
    var heading = MinuteHeading(
      number: nil,
      title: HeadingNote.without(
        PageRange.withoutSize(PageRange.split(paper.text(found.title)).title)),
      block: line.index, line: position,
      lines: found.rest.isEmpty ? line.block.lines : paper.lines(of: found.title))
    heading.rest = found.rest
    return heading
  }

  /// A title with the number that stands alone in the line above it.
  private static func withNumber(
    _ title: MinuteHeading, _ lines: [MinuteLine], in paper: Paper
  ) -> MinuteHeading {
    guard title.line > 0, title.rest.isEmpty else { return title }
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
      guard title.line + title.count < lines.count, title.rest.isEmpty else { continue }
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
      if !title.rest.isEmpty { return bytes[title.rest.upper - 1] == 0x2E }
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
    // A page that is one line has no line to leave blank.
    guard block.lines.first > above.lines.last + 1 || block.lines.first == above.lines.last,
      below.kind != .heading
    else { return false }
    // A name, a day: what is below must read on from it.
    let words = paper.text(block).split(separator: " ")
    return words.count <= 7 && DateReader.first(in: paper.text(block)) == nil
      && PeopleList.title(words[0]) == nil
  }

  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 3, block.text.count <= 120 else { return false }
    switch paper.clean.bytes[block.text.upper - 1] {
    case 0x2E, 0x3B, 0x3A, 0x2C: return false
    default: break
    }
    return isTitle(FormedTitle(form: .plain, title: block.text), of: block, in: paper)
  }

  /// Whether words that are set as titles are can be one.
  static func isTitle(
    _ found: FormedTitle, of block: Block, in paper: Paper
  ) -> Bool {
    let bytes = paper.clean.bytes
    guard found.title.count >= 3 else { return false }
    switch bytes[found.title.upper - 1] {
    case 0x3B, 0x2C: return false
    default: break
    }
    if DecisionHeading.end(of: block, in: paper) != nil { return false }
    if RecommendationOpening.of(block, in: paper) != nil { return false }
    if OperativeSentence(found.title, of: block, in: paper) != nil { return false }
    if never.contains(where: {
      bytes.matches($0, at: found.title.lower, before: found.title.upper)
    }) {
      return false
    }
    let isStandard = StandardTitle.begins(found.title, in: bytes)
    // "Chair: Councillor Ash", and not "Chair's Announcements".
    if !isStandard, bytes.matches("chair", at: found.title.lower, before: found.title.upper) {
      return false
    }
    guard !found.rest.isEmpty || found.form == .colon || block.kind == .item else { return true }
    // What runs on behind a name, a day or a fact of the paper's head is no minute.
    let text = paper.text(found.title)
    let words = text.split(separator: " ")
    guard words.count <= 10, CountedHeadings.isTitle(found.title, .none, in: bytes),
      !paper.beginsLower(found.title), let first = words.first, PeopleList.title(first) == nil,
      DateReader.first(in: text) == nil, isStandard || HeadField.of(paper.text(block)) == nil
    else { return false }
    if isStandard, words.count >= 2 { return true }
    // "Ward: North", but "Ward pharmacy: ..."
    let label = MatchKey(text).words
    return label.count > 2 || !runningNever.contains(label.first.map { String($0) } ?? "")
  }

  /// What no title of minutes begins with.
  private static let never: [StaticString] = [
    "minutes of the meeting", "action", "carried", "motion carried", "draft", "signed",
    "reason", "vote", "key", "the meeting", "part ", "date:", "present", "in attendance",
    "officers present", "officers in", "officials", "moved", "seconded", "defeated", "opposed",
    "lost", "that ", "by whom", "by when",
  ]
  /// Words that labels before a colon begin with which are no titles.
  private static let runningNever: Set<String> = [
    "by", "responsible", "deadline", "when", "who", "officer", "assigned", "time", "date", "venue",
    "place", "attendance", "attending", "attended", "clerk", "proposed",
    "proposer", "seconder", "resolved", "resolution", "agreed", "decision", "noted", "note", "ref",
    "to", "from", "tel", "telephone", "email", "website", "http", "https", "lead", "contact",
    "members", "councillors", "also", "quorum", "copy", "cc", "recommendation", "recommended",
    "recommendations", "response", "question", "answer", "q", "a", "for", "against", "total",
    "abstentions", "income", "expenditure", "payee", "subject", "page", "item", "owner", "due",
    "status", "ward", "applicant", "location", "proposal", "parish", "district", "county",
    "town", "minute", "meeting", "unanimous", "comment", "comments", "result", "outcome", "nb",
    "ps", "re", "secretary", "treasurer", "chairman", "chairperson", "vice", "location",
  ]
}
