import MattersText

/// Reads the people in a work programme's cell, one paragraph each.
enum ProgrammePeople {
  static func read(_ paragraphs: [String]) -> [String] {
    var people: [String] = []
    for paragraph in paragraphs {
      if ProgrammeWording.isAddress(paragraph), let last = people.last {
        people[people.count - 1] = "\(last) \(paragraph)"
        continue
      }
      var words = paragraph.split(separator: " ")
      if let first = words.first, PeopleList.title(first) != nil { words.removeFirst() }
      people += cut(words)
    }
    return people
  }

  /// Two people on one line, where a page break joined them: `... Young People Head of Service`.
  private static func cut(_ words: [Substring]) -> [String] {
    var people: [String] = []
    var start = 0
    var hasDash = false
    for (index, word) in words.enumerated() {
      if index >= start + 4, hasDash, beginsPost(words, at: index) {
        people.append(words[start..<index].joined(separator: " "))
        (start, hasDash) = (index, false)
      }
      if word == "-" || word == "–" { hasDash = true }
    }
    if start < words.count { people.append(words[start...].joined(separator: " ")) }
    return people
  }

  /// Whether `Head of` at an index begins a post, and is not the end of a longer one.
  private static func beginsPost(_ words: [Substring], at index: Int) -> Bool {
    guard index + 1 < words.count, words[index] == "Head", words[index + 1] == "of" else {
      return false
    }
    let before = words[index - 1]
    return ![",", "-", "–", "&"].contains { before.hasSuffix($0) }
      && !["and", "deputy", "assistant", "interim", "acting", "the"].contains(before.lowercased())
  }

  /// The people of a row and of its rest: a name that ends in mid-air goes on.
  static func join(_ former: [String], _ rest: [String]) -> [String] {
    guard let last = former.last, let next = rest.first else { return former + rest }
    let isOpen = [",", "-", "–", "&", " and", " of", " for"].contains { last.hasSuffix($0) }
    return isOpen ? former.dropLast() + ["\(last) \(next)"] + rest.dropFirst() : former + rest
  }
}
