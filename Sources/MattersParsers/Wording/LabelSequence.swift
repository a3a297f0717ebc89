import MattersText

/// Follows the labels of a document's lists and paragraphs: whether each is the first of its kind or
/// comes after one that was seen lately.
struct LabelSequence {
  /// Whether a label begins a list.
  static func isFirst(_ label: String) -> Bool {
    ["1", "a", "i", "A", "I"].contains(label.filter { $0.isLetter || $0.isNumber })
  }

  /// The last few numbers of each kind of label: an inner list may begin before the outer goes on.
  private var recent: [String: [Int]] = [:]

  /// Whether the item just before had no label, as where a converter lost it.
  private var hasSkipped = false

  /// Takes an item without a label.
  mutating func skip() { hasSkipped = true }

  /// Takes the next label; whether it counts on.
  mutating func take(_ label: String) -> Bool {
    let bytes = Array(label.lowercased().utf8)
    guard let end = bytes.lastIndex(where: { $0.isLetter || $0.isDigit }) else { return true }
    var start = end
    while start > 0, bytes[start - 1].isDigit == bytes[end].isDigit,
      bytes[start - 1].isLetter || bytes[start - 1].isDigit
    {
      start -= 1
    }
    let stem = String(decoding: bytes[..<start] + [0x23] + bytes[(end + 1)...], as: UTF8.self)
    defer { hasSkipped = false }
    var countsOn = false
    for (style, number) in Self.readings(bytes.string(ByteRange(start, end + 1))) {
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
    var total = 0
    var former = 0
    for letter in letters.utf8.reversed() {
      let value: Int
      switch letter {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      case 0x6C: value = 50
      default: return nil
      }
      total += value < former ? -value : value
      former = value
    }
    return total
  }
}
