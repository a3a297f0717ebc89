import MattersText

/// What a clerk notes behind an item's title: where its paper is and what is wanted of the meeting,
/// `(verbal)`, `- Enclosure 3`, `[For decision]`.
enum AgendaNote {
  /// Words that are a note; one of them must stand in it.
  private static let heads: Set<String> = [
    "attached", "enclosed", "enc", "encl", "enclosure", "enclosures", "verbal", "verbally", "oral",
    "follow", "tabled", "herewith", "circulated", "attachment", "attachments", "handout", "paper",
    "papers", "appendix", "annex", "decision", "information", "discussion", "noting", "approval",
    "assurance", "consideration", "endorsement", "ratification", "action", "note", "approve",
  ]
  /// Words that may stand beside those.
  private static let joins: Set<String> = [
    "to", "for", "be", "copy", "copies", "report", "reports", "update", "item", "previously", "at",
    "meeting", "the", "and", "see", "is", "or", "a", "b", "c", "d", "e", "f", "i", "ii", "no", "of",
    "document", "documents", "already", "separately", "presentation", "only",
  ]
  /// What tells what the meeting is to do; such words stand behind "for" or "to", or alone.
  private static let wanted: Set<String> = [
    "decision", "information", "discussion", "noting", "approval", "assurance", "consideration",
    "endorsement", "ratification", "action", "note", "approve",
  ]

  /// The title, and the note that stands behind it: in brackets or behind a dash.
  static func split(_ title: String) -> (title: String, note: String?) {
    var rest = Substring(title)
    var note: String?
    while let (short, inner) = last(of: rest) {
      if isOne(inner) {
        note = note ?? inner
      } else if !rest.hasSuffix(")") || !isPresenter(inner) {
        break
      }
      rest = short
    }
    return rest.isEmpty ? (title, nil) : (String(rest), note)
  }

  /// Whether the note says what is wanted of the meeting.
  static func isWanted(_ note: String) -> Bool {
    MatchKey.words(note).contains { wanted.contains($0) }
  }

  /// Whether words in brackets are who presents an item: `P Quill`, `Cllr Vane`, `Clerk`.
  private static func isPresenter(_ inner: String) -> Bool {
    let words = inner.split(separator: " ")
    if words.count == 1 {
      return ["chair", "chairman", "chairperson", "clerk", "all", "treasurer", "secretary"]
        .contains(inner.lowercased())
    }
    guard (2...4).contains(words.count) else { return false }
    if PeopleList.title(words[0]) != nil { return PostWords.isName(inner, words: 1) }
    let initials = words.dropLast()
    return initials.allSatisfy {
      let letters = $0.filter(\.isLetter)
      return letters.count <= 2 && letters.allSatisfy(\.isUppercase) && !letters.isEmpty
    } && PostWords.isName(inner)
  }

  private static func last(of title: Substring) -> (Substring, String)? {
    guard let close = title.last else { return nil }
    if close == ")" || close == "]" {
      guard let open = title.lastIndex(of: close == ")" ? "(" : "["), open > title.startIndex else {
        return nil
      }
      let inner = String(title[title.index(after: open)...].dropLast())
      var rest = title[..<open]
      while let last = rest.last, " -\u{2013}\u{2014},".contains(last) { rest = rest.dropLast() }
      return (rest, inner)
    }
    let marks: Set<Substring> = ["-", "\u{2013}", "\u{2014}"]
    guard let mark = title.split(separator: " ").last(where: marks.contains),
      mark.startIndex > title.startIndex, mark.endIndex < title.endIndex
    else { return nil }
    var rest = title[..<mark.startIndex]
    while rest.last == " " { rest = rest.dropLast() }
    return (rest, String(title[mark.endIndex...].drop { $0 == " " }))
  }

  private static func isOne(_ inner: String) -> Bool {
    guard (3...48).contains(inner.utf8.count) else { return false }
    let words = MatchKey.words(inner)
    return (1...6).contains(words.count) && words.contains(where: heads.contains)
      && words.allSatisfy {
        heads.contains($0) || joins.contains($0) || $0.count <= 3 && $0.contains(where: \.isNumber)
      }
  }
}
