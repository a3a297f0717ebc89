/// Follows the labels of a document's lists and paragraphs: whether each is the first of its kind or
/// comes after one that was seen lately.
struct LabelSequence {
  /// The last few numbers of each kind of label: an inner list may begin before the outer goes on.
  private var recent: [String: [Int]] = [:]

  /// Whether the item just before had no label, as where a converter lost it.
  private var hasSkipped = false

  /// Takes an item without a label.
  mutating func skip() { hasSkipped = true }

  /// Takes the next label; whether it counts on.
  mutating func take(_ label: String) -> Bool {
    let characters = Array(label.lowercased())
    guard let end = characters.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return true }
    var start = end
    while start > 0, characters[start - 1].isNumber == characters[end].isNumber,
      characters[start - 1].isLetter || characters[start - 1].isNumber
    {
      start -= 1
    }
    let stem = String(characters[..<start]) + "#" + String(characters[(end + 1)...])
    defer { hasSkipped = false }
    var countsOn = false
    for (style, number) in Self.readings(String(characters[start...end])) {
      let key = "\(style)\(stem)"
      let former = recent[key] ?? []
      if number <= 1 || former.contains(number - 1) { countsOn = true }
      if hasSkipped, number == 2 || former.contains(number - 2) { countsOn = true }
      recent[key] = [number] + (recent[key] ?? []).prefix(3)
    }
    return countsOn
  }

  /// What a number or a letter may mean: `i` is the ninth letter and the first Roman number.
  private static func readings(_ last: String) -> [(style: Character, number: Int)] {
    if let number = Int(last) { return [("1", number)] }
    var readings: [(Character, Int)] = []
    if last.utf8.count == 1, let letter = last.utf8.first, letter >= 0x61, letter <= 0x7A {
      readings.append(("a", Int(letter) - 0x60))
    }
    if let roman = roman(last) { readings.append(("i", roman)) }
    return readings
  }

  private static func roman(_ letters: String) -> Int? {
    let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50]
    var total = 0
    var former = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < former ? -value : value
      former = value
    }
    return total
  }
}
