import MattersRecords
import MattersText

/// The words of an agenda's item: a time before them, a purpose and pages behind.
enum AgendaWords {
  /// Takes title, purpose and pages apart.
  static func item(_ words: String) -> AgendaItem {
    var item = AgendaItem()
    // "Minutes (Pages 3 - 4) To confirm the minutes of 31 January."
    if let open = words.place(of: " (page"),
      let close = words[open.upperBound...].firstIndex(of: ")"),
      let pages = PageRange.read(String(words[open.lowerBound...close]))
    {
      let rest = words[words.index(after: close)...].drop { $0 == " " }
      if rest.first?.isUppercase == true, rest.count > 12 {
        item.title = String(words[..<open.lowerBound]).trimmingMarks
        (item.pages, item.purpose) = (pages, String(rest))
        return item
      }
    }
    let (unpaged, pages) = withoutPages(withoutTime(words))
    let (bare, note) = AgendaNote.split(PageRange.withoutSize(unpaged))
    let (title, purpose) = split(bare)
    item.title = title
    item.purpose = purpose ?? note.flatMap { AgendaNote.isWanted($0) ? $0 : nil }
    item.pages = pages
    return item
  }

  /// Words without "(pages 5 - 10)", "(Copy attached)" behind them, and the pages.
  static func withoutPages(_ words: String) -> (words: String, pages: String?) {
    var words = words
    var pages: String?
    // "Minutes - pages 5-14": no brackets.
    if let at = words.place(of: " page") ?? words.place(of: " pp"),
      let found = PageRange.read(String(words[at.lowerBound...]))
    {
      pages = found
      words = String(words[..<at.lowerBound]).trimmingMarks
      while let last = words.last, " -,\u{2013}\u{2014}".contains(last) { words.removeLast() }
    }
    while true {
      let hasStop = words.hasSuffix(").")
      let bare = hasStop ? String(words.dropLast()) : words
      guard bare.hasSuffix(")"), let open = bare.lastIndex(of: "(") else { break }
      let inner = bare[open...].lowercased()
      let isNote =
        inner.contains("attached") || inner.contains("enclosed") || inner.contains("to follow")
        || inner.contains("herewith") || inner.contains("to be tabled")
        || inner.contains("not for publication") || inner.hasPrefix("(exempt")
        || inner.hasPrefix("(confidential")
      if inner.hasPrefix("(page") || inner.hasPrefix("(p"),
        let found = PageRange.read(String(bare[open...]))
      {
        pages = found
      } else if !isNote || inner.count > 60 {
        break
      }
      var rest = bare[..<open]
      while rest.last == " " { rest = rest.dropLast() }
      let isSentence = hasStop && rest.last.map { !".!?".contains($0) } ?? false
      words = String(rest) + (isSentence ? "." : "")
      if rest.isEmpty { break }
    }
    return (words, pages)
  }

  /// Whether a paragraph below a title says what is to be done.
  static func isPurpose(_ text: String) -> Bool {
    let leads = ["To ", "Report of ", "Consider ", "Receive ", "Report by ", "Presentation "]
    if leads.contains(where: text.hasPrefix), text.utf8.count <= 600 { return true }
    return text.hasSuffix(".") && text.utf8.count > 40
  }

  /// "Finance - to approve the payments", "Roads: To consider the Schedule".
  private static func split(_ words: String) -> (title: String, purpose: String?) {
    for mark in [" - to ", " \u{2013} to ", " \u{2014} to ", ": to ", ". to "] {
      guard let end = words.lowercasedRange(of: mark) else { continue }
      let start = words.utf8.index(end, offsetBy: -mark.utf8.count)
      guard start > words.startIndex else { continue }
      let purpose = words.utf8.index(end, offsetBy: -3)
      return (String(words[..<start]), String(words[purpose...]))
    }
    if let loud = loudTitle(words) { return loud }
    // "Minutes To confirm the minutes of 7 March.": a column ran the two lines together.
    if words.utf8.last == 0x2E, let at = words.place(of: " to "),
      words[at].dropFirst().first == "T",
      at.lowerBound > words.startIndex, words[..<at.lowerBound].utf8.count <= 80,
      let verb = words[at.upperBound...].split(separator: " ").first,
      purposes.contains(String(verb))
    {
      return (
        String(words[..<at.lowerBound]).trimmingMarks,
        String(words[words.index(after: at.lowerBound)...])
      )
    }
    return (words.trimmingMarks, nil)
  }

  /// What an item is put on an agenda for.
  private static let purposes: Set<String> = [
    "confirm", "note", "receive", "consider", "approve", "agree", "hear", "review", "discuss",
    "answer", "elect", "appoint", "decide", "question", "sign",
  ]

  /// "MINUTES To approve the minutes of 9 July": a title in capitals, its purpose behind it.
  private static func loudTitle(_ words: String) -> (title: String, purpose: String?)? {
    // Nearly all titles begin with a word that is not all in capitals.
    let first = words.utf8.prefix { $0 != UInt8(ascii: " ") }
    guard !first.contains(where: { $0.isLower || $0.isDigit }) else { return nil }
    let parts = words.split(separator: " ")
    let loud = parts.prefix {
      !$0.contains(where: \.isLowercase) && !$0.contains(where: \.isNumber)
    }
    let rest = parts.dropFirst(loud.count)
    guard let first = rest.first, rest.count >= 2, let last = loud.last,
      loud.joined().count(where: \.isUppercase) >= 5,
      first == "To" || first.first?.isNumber == true || words.hasSuffix(".") && rest.count >= 4,
      last.count > 1
    else { return nil }
    return (loud.joined(separator: " ").trimmingMarks, rest.joined(separator: " "))
  }

  /// Words without the time of day before them.
  private static func withoutTime(_ words: String) -> String {
    guard words.first?.isNumber == true else { return words }
    let parts = words.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2 else { return words }
    if TimeReader.first(in: String(parts[0])) != nil,
      parts[0].contains(".") || parts[0].contains(":")
        || parts[0].hasSuffix("m")
    {
      let next = parts[1].lowercased()
      let isHalf = ["am", "pm", "a.m.", "p.m."].contains(next)
      return isHalf && parts.count == 3
        ? String(parts[2]) : words.dropFirst(parts[0].count + 1).description
    }
    return words
  }
}
