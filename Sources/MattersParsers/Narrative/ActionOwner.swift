import MattersBlocks
import MattersText

/// Finds who is to act in the words of a task: before its verb, in brackets, behind a dash.
enum ActionOwner {
  /// "To circulate the note (Head of Waste)": the owner stands at the end in brackets.
  static func inBrackets(_ text: String) -> (text: String, owner: String?) {
    var words = Substring(text)
    while let last = words.last, ". ".contains(last) { words = words.dropLast() }
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "(") else { return (text, nil) }
    var inner = words[words.index(after: open)...].dropLast()
    for lead in ["Action: ", "ACTION: ", "Owner: ", "Lead: ", "by "] where inner.hasPrefix(lead) {
      inner = inner.dropFirst(lead.count)
    }
    guard
      PostWords.isPost(inner) || PostWords.isName(inner) || ActingParty.isNamed(String(inner))
        || ["team", "officers", "all", "staff"].contains(MatchKey.words(String(inner)).last ?? ""),
      inner.utf8.count <= 80
    else {
      return (text, nil)
    }
    // A team, or two people, may be part of what is said.
    guard
      PostWords.isPost(inner) || PostWords.isName(inner) || ActingParty.isInitials(String(inner))
    else {
      return (text, String(inner))
    }
    var rest = words[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return (String(rest), String(inner))
  }

  /// The words of a task, and who is to act where they say so before or behind it.
  static func withOwner(_ words: String) -> (text: String, owner: String?) {
    let (text, bracketed) = inBrackets(words)
    if let bracketed { return (text, bracketed) }
    if let (rest, last) = afterDash(text) { return (rest, last) }
    if let owner = before(text, strictly: true) { return (text, owner) }
    if let (rest, first) = beforeMark(text, isOfLabel: false) { return (rest, first) }
    return (text, nil)
  }

  /// "order the bulbs - Clerk": a dash at the end sets the owner apart.
  static func afterDash(_ text: String) -> (text: String, owner: String)? {
    var words = text.split(separator: " ")
    guard let dash = words.lastIndex(where: { $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}" }),
      dash >= 2, (1...5).contains(words.count - dash - 1)
    else { return nil }
    let named = words[(dash + 1)...].joined(separator: " ").trimmingMarks
    let isOne = named.split(separator: "/").allSatisfy {
      let one = String($0).trimmingMarks
      return ActingParty.isInitials(one) || PostWords.isPost(one) || ActingParty.isNamed(one)
    }
    guard isOne, ActingParty.isOne(named) || named.contains("/"), named.first?.isUppercase == true
    else {
      return nil
    }
    words.removeSubrange(dash...)
    return (words.joined(separator: " "), ActingParty.withoutTitle(named))
  }

  /// "Head of Waste - list of bins to be sent": a dash or a colon sets the owner apart.
  ///
  /// Behind a colon, or where the label leads to the name, the task has no need of it.
  static func beforeMark(_ text: String, isOfLabel: Bool) -> (text: String, owner: String)? {
    for (mark, isTaken) in [(" \u{2013} ", isOfLabel), (" - ", isOfLabel), (": ", true)] {
      guard let place = text.place(of: mark) else { continue }
      let named = String(text[..<place.lowerBound])
      guard named.split(separator: " ").count <= 7, ActingParty.isOne(named) else { continue }
      let rest = String(text[place.upperBound...])
      return (isTaken && rest.utf8.count >= 8 ? rest : text, ActingParty.withoutTitle(named))
    }
    return nil
  }

  /// The parts of a sentence that semicolons set apart, where each says who is to act.
  static func pieces(_ sentence: ByteRange, in paper: Paper) -> [ByteRange] {
    let bytes = paper.clean.bytes
    var found: [ByteRange] = []
    var start = sentence.lower
    for at in sentence.lower...sentence.upper
    where at == sentence.upper || bytes[at] == 0x3B {
      var piece = bytes.trimmed(ByteRange(start, at))
      if bytes.matches("and ", at: piece.lower, before: piece.upper) {
        piece = bytes.trimmed(ByteRange(piece.lower + 4, piece.upper))
      }
      // "(1) Clerk to write; (2) Chair to call"
      if let (_, next) = LabelScanner.scan(bytes, piece.lower, piece.upper) {
        piece = bytes.trimmed(ByteRange(next, piece.upper))
      }
      if piece.count >= 12 { found.append(piece) }
      start = at + 1
    }
    return found.allSatisfy { begins($0, in: paper) } ? found : [sentence]
  }

  /// Whether words begin with somebody who is to do something: `Clerk to write`, `JB will call`.
  static func begins(_ range: ByteRange, in paper: Paper) -> Bool {
    let text = paper.text(range)
    return (before(text, strictly: false) ?? anyone(before: text)) != nil
  }

  /// "Legal Services to check": a service, where the word `Action` leaves no doubt.
  static func anyone(before text: String) -> String? {
    let words = text.split(separator: " ")
    guard let at = words.prefix(6).firstIndex(of: "to"), at > 0,
      words[..<at].allSatisfy({
        $0.first?.isUppercase == true || ["of", "for", "and", "&"].contains($0)
      })
    else { return nil }
    return words[..<at].joined(separator: " ")
  }

  /// "Head of Waste to circulate", "That the Head of Waste write": who stands before the verb.
  static func before(_ text: String, strictly: Bool) -> String? {
    var words = text.split(separator: " ")
    if words.first?.lowercased() == "that" { words.removeFirst() }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let verbs: Set<String> = strictly ? ["to"] : ["to", "will", "would", "should", "agreed"]
    guard let at = words.prefix(16).firstIndex(where: { verbs.contains($0.lowercased()) }), at > 0
    else { return nil }
    let named = words[..<at].joined(separator: " ").trimmingMarks
    guard named.first?.isUppercase == true else { return nil }
    let first = ActingParty.withoutTitle(named)
    guard ActingParty.isCapital(first),
      PostWords.isPost(first) || ActingParty.isNamed(first) || ActingParty.isTogether(first)
    else { return nil }
    return first
  }
}
