import MattersText

extension BodyName {
  /// The body that a sentence names in the midst of it: `Your attendance is requested at the Ponds
  /// Committee meeting on 3 May`.
  static func within(_ sentence: String) -> String? {
    let words = sentence.split(separator: " ")
    guard words.count <= 60 else { return nil }
    for end in words.indices.dropFirst() {
      let plain = words[end].lowercased().filter(\.isLetter)
      guard words[end].first?.isUppercase == true, endsName(plain) else { continue }
      var start = end
      while start > 0, end - start < 10, isOfName(words[start - 1], isLast: start == end) {
        start -= 1
      }
      while start < end, words[start].first?.isUppercase != true || leads.contains(words[start]) {
        start += 1
      }
      guard end > start else { continue }
      var name = words[start...end].joined(separator: " ")
      while let last = name.last, ",;:.".contains(last) { name.removeLast() }
      let own = name.split(separator: " ")
      if canMeet(own[...]) { return HeadWording.body(name) }
    }
    return nil
  }

  /// Words with which a sentence begins, and no name.
  private static let leads: Set<Substring> = [
    "The", "A", "An", "Your", "This", "All", "Notice", "Members", "Please", "At", "To", "For",
  ]

  private static func isOfName(_ word: Substring, isLast: Bool) -> Bool {
    let joins: Set<Substring> = ["of", "and", "for", "&"]
    if joins.contains(word) { return true }
    guard word.first?.isUppercase == true, let last = word.last else { return false }
    return !".;:)".contains(last) && (last != "," || !isLast)
  }
}
