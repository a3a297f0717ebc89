import MattersRecords
import MattersText

/// Who may see a part of a paper, as its wording says: public, exempt or confidential.
struct AccessWording {
  /// Who may see it.
  var kind: Access = .public
  /// The paragraph of the law, for what is exempt.
  var paragraph: String?

  /// What a decision or a heading says that shuts the public out; nothing where it shuts nobody out.
  static func excluding(_ text: String) -> AccessWording? {
    func says(_ words: String) -> Bool { text.place(of: words) != nil }
    guard says("public"), says("exclu") || says("private"),
      !says("no items"), !says("not be excluded")
    else { return nil }
    var found = AccessWording()
    found.kind = says("admission to meetings") ? .confidential : .exempt
    found.paragraph = found.kind == .exempt ? paragraph(in: text) : nil
    return found
  }

  /// What an item's own title or note says: `(CONFIDENTIAL)`, `(Exempt information - paragraph 3)`.
  static func ofTitle(_ text: String) -> AccessWording? {
    let words = MatchKey.words(text)
    guard words.count <= 30 else { return nil }
    var found = AccessWording()
    if words.contains("confidential") {
      found.kind = .confidential
    } else if words.contains("exempt") || text.lowercased().contains("not for publication") {
      found.kind = .exempt
      found.paragraph = paragraph(in: text)
    } else {
      return nil
    }
    return found
  }

  /// What the heading of a part of an agenda says: `PART II - NOT OPEN TO THE PUBLIC`.
  static func ofPart(_ text: String) -> AccessWording? {
    guard text.utf8.count <= 200,
      beginnings.mayBegin(text) || text.place(of: "leave") != nil || text.place(of: "public") != nil
    else { return nil }
    let words = MatchKey.words(text)
    let folded = words.joined(separator: " ")
    var found = AccessWording()
    if folded.hasPrefix("part i ") || folded.hasPrefix("part 1 ") || folded.hasPrefix("part a ") {
      return found
    }
    if words.first == "confidential" || folded.place(of: "asked to leave") != nil {
      found.kind = .confidential
    } else if words.first == "exempt" || folded.hasPrefix("part ii") || folded.hasPrefix("part 2")
      || folded.hasPrefix("part b") || folded.place(of: "not open to the public") != nil
      || folded.hasPrefix("private ") || folded.hasPrefix("items likely to be taken in private")
    {
      found.kind = .exempt
      found.paragraph = paragraph(in: text)
    } else {
      return nil
    }
    return found
  }

  private static let beginnings = FirstWords(["part", "confidential", "exempt", "private", "items"])

  /// The number behind "paragraph".
  static func paragraph(in text: String) -> String? {
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated()
    where ["paragraph", "paragraphs", "para"].contains(word.lowercased().filter(\.isLetter)) {
      guard index + 1 < words.count else { continue }
      let number = words[index + 1].prefix { $0.isNumber }
      if !number.isEmpty { return String(number) }
    }
    return nil
  }
}
