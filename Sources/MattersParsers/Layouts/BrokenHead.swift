import MattersBlocks
import MattersText

/// The lines over which the head of a paper breaks what it says: a body's name, a title in capitals.
extension MeetingHead {
  /// Whether the line right below begins with the word that a body's name still lacks: `MINUTES of the
  /// meeting of the PONDS SELECT`, `COMMITTEE held at ...`.
  func endsName(of text: String, at index: Int, _ next: Int, in paper: Paper) -> Bool {
    let (own, under) = (paper.blocks[index], paper.blocks[next])
    let isBelow = own.lines.last + 1 == under.lines.first
    // A blank line may stand between, where the sentence plainly goes on.
    let goesOn =
      own.lines.last + 2 == under.lines.first && paper.has(under, " held ")
      && text.lowercased().contains("meeting of ") && !paper.has(under, "meeting")
    guard isBelow || goesOn, under.label.isEmpty, !BodyName.isBody(text),
      let word = paper.text(under).split(separator: " ").first
    else { return false }
    let kinds: Set<String> = [
      "committee", "panel", "board", "commission", "council", "cabinet", "forum", "authority",
    ]
    if goesOn, let held = paper.text(under).place(of: " held ") {
      return BodyName.isBody(String(paper.text(under)[..<held.lowerBound]))
    }
    return kinds.contains(word.lowercased()) && text.utf8.count >= 30
  }

  /// The line in which a body's name begins that goes on in the line right below: `Ponds Scrutiny and
  /// Policy`, `Development Committee`.
  func beginning(of text: String, at index: Int, in paper: Paper) -> Int? {
    // "SCRUTINY COMMITTEE 22 JANUARY 2024": the day may stand behind the rest of the name.
    let isDated = DateReader.first(in: text) != nil
    let name = isDated ? HeadWording.body(beforeDayIn: text) ?? "" : text
    guard body == nil, index > 0, text.utf8.count <= 60, BodyName.isBody(name),
      !BodyName.isCouncil(name), !HeadWording.isPlace(text)
    else { return nil }
    let own = paper.blocks[index]
    let above = paper.blocks[index - 1]
    guard above.kind == own.kind, above.kind == .paragraph || above.kind == .heading,
      above.lines.last + 1 == own.lines.first, (8...120).contains(above.text.count),
      above.style == own.style, above.label.isEmpty
    else { return nil }
    let first = paper.text(above)
    let words = first.split(separator: " ")
    let joins: Set<String> = ["and", "of", "for", "the", "&", "in", "with"]
    let kinds: Set<String> = ["authority", "council", "board", "trust", "partnership", "service"]
    // "PONDS SCRUTINY" over "COMMITTEE"
    let isRest = ["committee", "panel", "board", "commission"].contains(name.lowercased())
    guard words.count >= (isRest ? 2 : 3), !BodyName.isBody(first),
      !HeadWording.isOrganisation(first),
      words.last.map({ kinds.contains($0.lowercased()) }) == false,
      !HeadWording.isPlace(first), words.last.map({ !".,:;)".contains($0.last ?? ".") }) == true,
      words.allSatisfy({ $0.first?.isUppercase == true || joins.contains(String($0)) }),
      !first.contains(where: \.isNumber), !first.lowercased().contains("minutes"),
      !first.lowercased().contains("agenda"), !first.lowercased().contains("meeting")
    else { return nil }
    return index - 1
  }

  /// Whether a title in capitals has said that the meeting was held, and not yet on what day.
  func isHeldStill(_ text: String, _ index: Int, in paper: Paper) -> Bool {
    let next = paper.blocks[index]
    guard DateReader.first(in: text) == nil,
      text.count(where: \.isLowercase) * 20 <= text.utf8.count,
      paper.capitalShare(next.text) > 0.9
    else { return false }
    if text.lowercased().contains(" held ") { return next.text.count <= 60 }
    // "MINUTES OF A MEETING OF THE PONDS COMMITTEE OF BRACKENMERE" over "COUNCIL HELD IN ..."
    guard text.place(of: "meeting of ") != nil else { return false }
    // The name may take a line or two more: "OF THE ECONOMIC" over "DEVELOPMENT AND PLANNING".
    var at = index
    for _ in 0..<3 {
      if paper.has(paper.blocks[at], " held ") { return true }
      guard let below = paper.next(after: at), paper.capitalShare(paper.blocks[below].text) > 0.9,
        paper.blocks[at].lines.last + 1 == paper.blocks[below].lines.first
      else { return false }
      at = below
    }
    return false
  }
}
