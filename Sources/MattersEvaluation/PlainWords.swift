import MattersArising

/// Words as they are compared: lower case, quotes and dashes folded, other punctuation left out.
///
/// Each different word has a number, given by the `WordTable` that made it, so that long texts are
/// compared by whole numbers.
struct PlainWords: Sendable {
  /// The words in their order.
  let words: [Int32]
  /// The same words in the order of their numbers, for the bound on how alike two texts can be.
  let sorted: [Int32]

  /// The words of a text.
  init(_ words: [Int32]) {
    self.words = words
    sorted = words.sorted()
  }
}

/// Numbers the words of one comparison.
struct WordTable {
  private var known: [[UInt8]: Int32] = [:]
  private var spellings: [String] = []

  /// Nothing numbered yet.
  init() {}

  /// The words of a value, or of several one after another; elements stand between bars.
  mutating func words(_ values: JSONValue?...) -> PlainWords { words(values) }

  /// The words of several values, one after another between bars.
  mutating func words(_ values: [JSONValue?]) -> PlainWords { PlainWords(numbers(values)) }

  private mutating func numbers(_ values: [JSONValue?]) -> [Int32] {
    var all: [Int32] = []
    for (index, value) in values.enumerated() {
      if index > 0 { all.append(number([0x7C])) }
      switch value {
      case nil: break
      case .array(let elements): all += numbers(elements)
      case .string(let text): all += numbers(text)
      case .number(let value): all += numbers(Int(exactly: value).map(String.init) ?? "\(value)")
      case .bool(let value): all += numbers(value ? "true" : "false")
      case .null: all += numbers("none")
      // No key that is compared holds an object.
      case .object: break
      }
    }
    return all
  }

  private mutating func numbers(_ text: String) -> [Int32] {
    PlainText.fold(text).split(separator: 0x20).map { number(Array($0)) }
  }

  /// Words for people to read.
  func spelling(_ plain: PlainWords) -> String {
    plain.words.map { spellings[Int($0)] }.joined(separator: " ")
  }

  private mutating func number(_ word: [UInt8]) -> Int32 {
    if let number = known[word] { return number }
    let next = Int32(spellings.count)
    known[word] = next
    spellings.append(String(decoding: word, as: UTF8.self))
    return next
  }
}
