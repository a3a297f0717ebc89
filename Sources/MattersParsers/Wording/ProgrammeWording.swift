import MattersText

/// Takes apart the words of a work programme's item: title, purpose, deadline, note.
struct ProgrammeWording {
  var title = ""
  var purpose: String?
  var deadline: String?
  var note: String?

  /// Reads the paragraphs of an item's cell, or a list item's one.
  init(paragraphs: [String]) {
    var notes: [String] = []
    for paragraph in paragraphs where !paragraph.isEmpty {
      if let date = Self.deadline(paragraph) {
        deadline = date
      } else if Self.isAddress(paragraph) {
        notes.append(paragraph)
      } else if title.isEmpty {
        take(paragraph, &notes)
      } else if purpose == nil {
        let (words, note) = Self.withoutNote(paragraph)
        purpose = words.isEmpty ? nil : words
        if let note { notes.append(note) }
      } else {
        purpose = purpose.map { "\($0) \(paragraph)" }
      }
    }
    note = notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  private mutating func take(_ paragraph: String, _ notes: inout [String]) {
    let (words, note) = Self.withoutNote(paragraph)
    if let note { notes.append(note) }
    let (title, purpose) = Self.split(words)
    self.title = title
    self.purpose = purpose
  }

  /// Verbs with which the purpose of an item begins.
  private static let verbs: Set<String> = [
    "consider", "receive", "review", "agree", "note", "scrutinise", "scrutinize", "examine",
    "discuss", "approve", "look", "understand", "hear", "provide", "undertake", "inform", "monitor",
    "report", "update", "assess", "explore", "invite", "comment", "challenge", "evaluate", "give",
    "seek", "make", "determine", "recommend", "ensure", "identify", "question", "be",
  ]

  /// The title and, where the same line goes on with it, the purpose: `... Rounds To consider ...`.
  static func split(_ text: String) -> (title: String, purpose: String?) {
    let words = text.split(separator: " ")
    for index in words.indices.dropFirst().dropLast()
    where words[index] == "To" && verbs.contains(words[index + 1].lowercased()) {
      var title = words[..<index].joined(separator: " ")
      while let last = title.last, "-–—: ".contains(last) { title.removeLast() }
      return (title, words[index...].joined(separator: " "))
    }
    return (text, nil)
  }

  /// `Reports deadline: 2nd June 2023` as a day.
  static func deadline(_ paragraph: String) -> String? {
    let bytes = Array(paragraph.utf8)
    let names: [StaticString] = [
      "reports deadline", "report deadline", "deadline for reports", "deadline", "papers due",
      "report due", "papers deadline",
    ]
    guard names.contains(where: { bytes.matches($0, at: 0, before: bytes.count) }) else {
      return nil
    }
    return DateReader.first(in: paragraph)?.iso
  }

  /// Whether some words are a web address and nothing else.
  static func isAddress(_ text: String) -> Bool {
    !text.contains(" ")
      && (text.hasPrefix("www.") || text.hasPrefix("http://") || text.hasPrefix("https://"))
  }

  /// A closing sentence in capitals that says what became of the item: `MOVED TO RESERVE LIST ...`.
  private static func withoutNote(_ text: String) -> (String, String?) {
    let words = text.split(separator: " ")
    // "School transport (moved from 31 October)"
    if text.hasSuffix(")"), let open = words.lastIndex(where: { $0.hasPrefix("(") }), open > 0,
      moves.contains(words[open].uppercased().filter(\.isLetter))
    {
      return (
        words[..<open].joined(separator: " "),
        String(words[open...].joined(separator: " ").dropFirst().dropLast())
      )
    }
    for index in words.indices.dropLast() {
      let isStart = index == 0 || words[index - 1].last.map { ".;)".contains($0) } ?? false
      guard isStart, isShouted(words[index]), isShouted(words[index + 1]),
        moves.contains(words[index].uppercased().filter(\.isLetter))
      else { continue }
      return (words[..<index].joined(separator: " "), words[index...].joined(separator: " "))
    }
    return (text, nil)
  }

  private static let moves: Set<String> = [
    "MOVED", "DEFERRED", "POSTPONED", "CARRIED", "CANCELLED", "COMPLETED", "REMOVED", "ADDED",
    "RESCHEDULED", "WITHDRAWN",
  ]

  private static func isShouted(_ word: Substring) -> Bool {
    word.contains(where: \.isLetter) && !word.contains(where: \.isLowercase)
  }
}
