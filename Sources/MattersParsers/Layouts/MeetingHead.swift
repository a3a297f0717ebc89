import MattersBlocks
import MattersRecords
import MattersText

/// What the head of a paper says of the meeting: council, body, day, time, place, in whatever order.
///
/// Minutes, agendas and summonses share it. Lines are told apart by what they hold, not by where
/// they stand: a label and a colon, a sentence about a meeting, a date, a place, a body's name.
struct MeetingHead {
  var start: Int
  var body: String?
  var council: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var status: MinutesStatus?
  var type: MeetingType?
  var lines: LineRange
  /// Whether the body was named by a sentence or a label, and not only by a line of its own.
  private var isNamed = false
  /// Whether the sentence said that its meeting was held.
  private var isHeld = false
  /// Whether it was named by a label, and so in full.
  private var isLabelled = false
  /// Whether the day was said of the meeting, and not only printed by itself.
  private var isDated = false
  /// Whether the body's name only says of what kind the meeting is: "Parish Council Meeting".
  private var isAdjective = false
  /// The last block of the sentence that was read.
  private var lastJoined = 0
  /// The line above a body's name with which the name begins.
  private var nameStart: Int?

  /// Reads the lines around a title: so many above it at most, and so many below.
  init(_ paper: Paper, title: Int, above: Int, below: Int, isMinutes: Bool) {
    start = title
    lines = paper.blocks[title].lines
    if isMinutes, take(paper.blocks[title], goingOn: title, in: paper) > title {
      lines = lines.union(paper.blocks[lastJoined].lines)
    }
    var at = title
    var left = below
    while left > 0, let next = paper.next(after: at), !Self.isStop(paper.blocks[next], in: paper) {
      let last = take(paper.blocks[next], goingOn: next, in: paper)
      if last >= next { lines = lines.union(paper.blocks[last].lines) }
      at = next
      left -= 1
    }
    at = title
    left = above
    let frontEnd = FrontMatter.end(of: paper)
    while left > 0, let before = paper.previous(before: at) {
      let block = paper.blocks[before]
      // Who the members are stands between the head of a front page and the word over its items.
      if !isMinutes, Self.namesMembers(block, in: paper) || Self.isOfMembers(before, in: paper) {
        at = before
        left -= 1
        continue
      }
      // When the meeting before this one ended is no word of its head.
      if block.kind == .row && !HeadField.holds(block, in: paper) || block.kind == .item
        || Int(block.lines.first) <= frontEnd
        || MeetingEnd.begins(block.text, in: paper.clean.bytes)
      {
        break
      }
      let last = before == nameStart ? before : take(block, goingOn: before, in: paper)
      if last >= before {
        start = before
        // A web site's name from the page's head is none of the page's own lines.
        if block.kind != .heading || block.level > 0 { lines = lines.union(block.lines) }
      } else if isMinutes, !paper.ends(block, with: "minutes"), !isAside(block, in: paper) {
        break
      }
      at = before
      left -= 1
    }
    if !isMinutes { _ = take(paper.blocks[title], goingOn: title, in: paper) }
    if let named = body, let tail = HeadWording.withoutNotice(named) { body = tail }
    if let named = body, let parts = BodyName.parted(named) {
      body = parts.body
      council = council.flatMap { BodyName.parted($0) == nil ? $0 : nil } ?? parts.council
    }
    body = body.map(HeadWording.withoutDay)
    // A name in two tongues: the second is the one that the paper goes on with.
    if let parts = body?.split(separator: " / "), parts.count == 2, let last = parts.last,
      BodyName.isBody(String(last)), MatchKey.words(String(last)).count >= 3
    {
      body = String(last)
    }
    // A parish's or a community's council is its own only body.
    body = body ?? council.flatMap { BodyName.isBody($0) ? $0 : nil }
    if let own = council, let named = body, BodyName.ends(own, in: named),
      isAdjective
        || ["parish", "community"].contains(MatchKey.words(named).first)
          && MatchKey.words(named).count == 2
    {
      body = own
    }
    if council == nil, let named = body, BodyName.isLocalCouncil(named) { council = named }
    // "Full Council Meeting Minutes" of a parish: its council.
    if let own = council, BodyName.isLocalCouncil(own), let named = body,
      ["full council", "council"].contains(named.lowercased())
    {
      body = own
    }
  }

  /// Takes what a block says, with the lines that its sentence goes on in where it calls a meeting;
  /// the last block that was taken, or one before it where nothing was.
  private mutating func take(_ block: Block, goingOn index: Int, in paper: Paper) -> Int {
    lastJoined = index
    if block.kind == .row {
      var isSaid = false
      for field in HeadField.of(row: block, in: paper) where take(field) { isSaid = true }
      return isSaid ? index : index - 1
    }
    // A label on a line of its own, its value below.
    if block.text.count <= 28, let kind = HeadField.kind(of: paper.text(block)),
      let next = paper.next(after: index), paper.blocks[next].kind == .paragraph,
      take(HeadField(kind, paper.text(paper.blocks[next])))
    {
      lastJoined = next
      return next
    }
    var text = HeadWording.whole(paper.text(block), isWrapped: block.lines.last > block.lines.first)
    let isProse = block.kind == .paragraph || block.kind == .heading
    if isProse, let above = beginning(of: text, at: index, in: paper) {
      text = paper.text(paper.blocks[above]) + " " + text
      nameStart = above
    }
    if isProse, paper.has(block, "meeting"), block.text.count <= 300 {
      while lastJoined - index < 8,
        let next = paper.next(after: lastJoined), !Self.isStop(paper.blocks[next], in: paper),
        paper.blocks[next].text.count <= (text.hasSuffix(":") ? 500 : 200),
        HeadWording.goesOn(text) || isHeldStill(text, next, in: paper)
          || endsName(of: text, at: lastJoined, next, in: paper)
      {
        text = HeadWording.joined(text, paper.text(paper.blocks[next]))
        lastJoined = next
      }
    }
    return take(text, isProse: isProse && block.text.count <= 500) ? lastJoined : index - 1
  }

  /// Whether a row holds members' names and nothing of the head.
  private static func namesMembers(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .row, !HeadField.holds(block, in: paper) else { return false }
    let titles: [StaticString] = ["councillor", "cllr", "members", "membership"]
    return paper.cells(block).contains { cell in
      titles.contains { paper.clean.bytes.matches($0, at: cell.lower, before: cell.upper) }
    }
  }

  /// A line in brackets below a title, such as whose joint committee it is.
  private func isAside(_ block: Block, in paper: Paper) -> Bool {
    (2...160).contains(block.text.count) && paper.starts(block, with: "(")
      && paper.ends(block, with: ")")
  }

  /// Whether a row stands in a table in which members are named.
  private static func isOfMembers(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .row, !HeadField.holds(block, in: paper) else { return false }
    return paper.blocks[index..<min(index + 6, paper.blocks.count)].contains {
      $0.table == block.table && $0.kind == .row && namesMembers($0, in: paper)
    }
  }

  /// A line below which the head does not go on.
  private static func isStop(_ block: Block, in paper: Paper) -> Bool {
    if block.kind == .row { return !HeadField.holds(block, in: paper) }
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty else {
      return true
    }
    let words: [StaticString] = [
      "present", "in attendance", "apologies", "agenda", "membership", "members", "sederunt",
      "attendance", "contact", "business", "items", "councillors", "to:", "cathaoirleach",
      "roll call", "call to order", "in the chair", "those present", "item ",
    ]
    if paper.ends(block, with: " members") { return true }
    // "Ex.58 Ready for School": the first minute.
    if block.style.contains(.bold),
      let (number, _) = HeadingNumber.leading(paper.clean.bytes, block.text),
      number.form.contains(where: \.isLetter), number.form != "ROMAN", number.form != "A"
    {
      return true
    }
    return words.contains { paper.starts(block, with: $0) } && !paper.has(block, "held ")
  }

  // MARK: - Lines

  /// Takes what a line says; whether it said anything.
  private mutating func take(_ printed: String, isProse: Bool) -> Bool {
    guard isProse else { return false }
    var text = printed
    if let last = text.last, ".,".contains(last), BodyName.isCouncil(String(text.dropLast())),
      text.split(separator: " ").allSatisfy({ $0.first?.isLowercase != true || $0.count <= 3 })
    {
      text.removeLast()
    }
    if HeadWording.isPath(text) { return false }
    let folded = text.lowercased()
    if takeStatus(folded) { return true }
    if takeLabelled(text) { return true }
    if folded.contains("meeting") || folded.contains("minute") || folded.contains("agenda")
      || folded.contains("decisions of") || folded.contains("proceedings of ")
      || folded.hasPrefix("notes of "),
      takeSentence(text, folded)
    {
      return true
    }
    guard text.utf8.count <= 160 else { return false }
    if folded.hasPrefix("subject:") { text = String(text.dropFirst(8).drop { $0 == " " }) }
    // When the notice went out is not when the meeting is.
    if ["given under", "given this", "dated this", "dated the", "issued on", "issued this"]
      .contains(where: { folded.hasPrefix($0) })
    {
      return true
    }
    if let found = DateReader.first(in: text) {
      guard date == nil || date == found else { return false }
      let isNew = date == nil
      date = found
      time = time ?? TimeReader.first(in: text)
      takeAroundDate(text)
      return isNew || text.utf8.count < 60
    }
    if folded.hasPrefix("held ") {
      place = place ?? HeadWording.place(in: text)
      time = time ?? TimeReader.first(in: text)
      return true
    }
    if let half = HeadWording.ofTwoTongues(text) {
      body = body ?? HeadWording.body(half)
      return true
    }
    if let parted = BodyName.parted(text) {
      body = body ?? parted.body
      council = council ?? parted.council
      return true
    }
    if HeadWording.isPlace(text) {
      if place == nil { place = HeadWording.trimmed(text) }
      return true
    }
    if BodyName.isCouncil(text) || HeadWording.isOrganisation(text) {
      council = council ?? text
      return true
    }
    if body == nil, let name = HeadWording.addressed(text) {
      body = name
      return true
    }
    if BodyName.isBody(text), !folded.hasPrefix("the meeting") {
      let name = HeadWording.body(text)
      if body == nil { body = name }
      if !isLabelled, let short = body,
        BodyName.shortens(short, name) || BodyName.isAlias(short, of: name)
      {
        body = name
      }
      return BodyName.isSame(name, body)
    }
    if time == nil, text.utf8.count <= 40, let found = TimeReader.first(in: text) {
      time = found
      return true
    }
    return false
  }

  private mutating func takeStatus(_ folded: String) -> Bool {
    let words = MatchKey.words(folded)
    guard let first = words.first, words.count <= 14 else { return false }
    if ["draft", "unconfirmed", "unapproved"].contains(first) {
      status = .draft
      if DateReader.first(in: folded) != nil { return false }
      return words.count <= 2 || !folded.contains("meeting")
        || !folded.contains("held")
          && DateReader.first(in: folded) == nil
    }
    if folded.hasPrefix("subject to confirmation") || folded.hasPrefix("subject to approval") {
      status = .draft
      return true
    }
    if words == ["confirmed"] || words == ["confirmed", "minutes"]
      || words == ["approved", "minutes"]
    {
      status = .confirmed
      return true
    }
    return false
  }

  private mutating func takeLabelled(_ text: String) -> Bool {
    HeadField.of(text).map { take($0) } ?? false
  }

  /// Takes a fact that has a label; whether it was what its label promises.
  private mutating func take(_ field: HeadField) -> Bool {
    guard field.isSaid else { return false }
    switch field.kind {
    case .date:
      let found = DateReader.first(in: field.value)
      date = isDated ? date ?? found : found
      isDated = true
      time = time ?? TimeReader.first(in: field.value)
    case .time: time = time ?? TimeReader.first(in: field.value)
    case .place: place = HeadWording.trimmed(field.value.replacing(" View directions", by: ""))
    case .body:
      body = HeadWording.body(field.value)
      isNamed = true
      isLabelled = true
    }
    return true
  }

  /// Takes what a sentence says of the meeting.
  ///
  /// "Minutes of the meeting of the X held at ... on ... at ...", "A meeting of X will be held ...".
  private mutating func takeSentence(_ text: String, _ folded: String) -> Bool {
    var spoke = false
    // "CITY OF MILLFORD Council minutes" above "Minutes of the Meeting of the City Council held".
    let isTold = folded.contains(" held ") && folded.contains("meeting of ")
    if !isNamed || isTold && !isHeld && !isLabelled, let name = HeadWording.bodyOfMeeting(text) {
      let parted = BodyName.ofCouncil(name)
      body = parted?.body ?? name
      council = council ?? parted?.council
      isHeld = isTold
      isNamed = true
      isAdjective = folded.contains(name.lowercased() + " meeting")
      spoke = true
    }
    if folded.contains("extraordinary") || folded.contains("special meeting")
      || folded.contains("special committee meeting")
    {
      type = .extraordinary
    } else if folded.contains("informal meeting") {
      type = .informal
    } else if folded.contains("ordinary meeting") {
      type = type ?? .ordinary
    }
    if folded.contains("draft") || folded.contains("unconfirmed") { status = status ?? .draft }
    // A letter has a day of its own above the one on which it calls the meeting.
    let isOfMeeting = folded.contains("held") || folded.contains("summoned")
    if date == nil || !isDated && isOfMeeting, let found = DateReader.first(in: text) {
      date = found
      isDated = isOfMeeting
      time = time ?? TimeReader.first(in: text)
      spoke = true
    }
    if place == nil, folded.contains("held") || spoke, let found = HeadWording.place(in: text) {
      place = found
      spoke = true
    }
    return spoke
  }

  /// Body before a day and place behind it: `Select Committee - Thursday, 21st September 2023`.
  private mutating func takeAroundDate(_ text: String) {
    let lead = text.components(parted: [" - ", " \u{2013} "])
    if body == nil, let parted = lead.flatMap(BodyName.parted) {
      body = parted.body
      council = council ?? parted.council
    }
    if body == nil, let lead, BodyName.isExecutive(lead) { body = lead }
    if body == nil, let name = BodyName.leading(text), text.hasPrefix(name) {
      body = HeadWording.body(name)
    }
    if body == nil, text.utf8.count <= 110 { body = HeadWording.body(beforeDayIn: text) }
    if place == nil, let found = HeadWording.place(in: text) { place = found }
  }
}

extension String {
  /// What stands before the first of some separators.
  func components(parted separators: [String]) -> String? {
    let ends = separators.compactMap { place(of: $0)?.lowerBound }
    return ends.min().map { String(self[..<$0]) }
  }

  /// The text with some words put for others, wherever they stand.
  func replacing(_ words: String, by other: String) -> String {
    guard let place = place(of: words.lowercased()) else { return self }
    return String(self[..<place.lowerBound]) + other + String(self[place.upperBound...])
  }
}
