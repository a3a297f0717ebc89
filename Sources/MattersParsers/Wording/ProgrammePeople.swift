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
    for index in words.indices.dropFirst(4).dropLast()
    where words[index] == "Head" && words[index + 1] == "of" {
      let before = words[index - 1]
      let isPart =
        [",", "-", "–", "&"].contains { before.hasSuffix($0) }
        || ["and", "deputy", "assistant", "interim", "acting", "the"].contains(before.lowercased())
      if !isPart, words[..<index].contains(where: { $0 == "-" || $0 == "–" }) {
        return [words[..<index].joined(separator: " ")] + cut(Array(words[index...]))
      }
    }
    return words.isEmpty ? [] : [words.joined(separator: " ")]
  }

  /// The people of a row and of its rest: a name that ends in mid-air goes on.
  static func join(_ former: [String], _ rest: [String]) -> [String] {
    guard let last = former.last, let next = rest.first else { return former + rest }
    let isOpen = [",", "-", "–", "&", " and", " of", " for"].contains { last.hasSuffix($0) }
    return isOpen ? former.dropLast() + ["\(last) \(next)"] + rest.dropFirst() : former + rest
  }
}
