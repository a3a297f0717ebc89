import MattersText

/// The codes that a report gives to its recommendations, where a table's cells begin with them.
///
/// `TG1 A free permit ...`, `TG2 – ...`; one alone may be the number of a road.
struct CodedLabels {
  private let letters: String
  /// Whether the labels are the letters themselves.
  private var isLettered = false

  /// Those of the cells of one column; nothing where there are not two that count apart.
  init?(_ cells: [String]) {
    var numbers: [String: Set<Int>] = [:]
    var seen = 0
    for cell in cells {
      guard let code = Self.code(cell) else { continue }
      // A code that comes again in its column is of something else.
      guard numbers[code.letters, default: []].insert(code.number).inserted else { return nil }
      seen += 1
    }
    if Self.countsInLetters(cells) {
      (letters, isLettered) = ("", true)
      return
    }
    guard numbers.count == 1, let letters = numbers.keys.first, seen >= 2, seen * 2 >= cells.count
    else { return nil }
    self.letters = letters
  }

  /// Whether each cell begins with a letter of its own, in their order: `A One officer ...`, `B The
  /// shelters ...`.
  private static func countsInLetters(_ cells: [String]) -> Bool {
    guard cells.count >= 2 else { return false }
    var last: UInt8 = 0x40
    for cell in cells {
      let bytes = Array(cell.utf8.prefix(3))
      guard bytes.count == 3, bytes[0].isUpper, bytes[0] > last, bytes[1] == 0x20, bytes[2].isUpper
      else { return false }
      last = bytes[0]
    }
    return true
  }

  /// The label of a cell, and where the words after it begin.
  func label(of cell: String) -> (label: String, words: Substring)? {
    if isLettered {
      return cell.utf8.count > 2 ? (String(cell.prefix(1)), cell.dropFirst(2)) : nil
    }
    guard let code = Self.code(cell), code.letters == letters else { return nil }
    let words = cell.dropFirst(code.length).drop { " :.-\u{2013}\u{2014}".contains($0) }
    return words.isEmpty ? nil : ("\(code.letters)\(code.number)", words)
  }

  /// The code that a cell begins with: up to three capitals and a number from 1 to 60.
  private static func code(_ cell: String) -> (letters: String, number: Int, length: Int)? {
    let letters = cell.prefix { $0.isASCII && $0.isUppercase }
    guard (1...3).contains(letters.count) else { return nil }
    let digits = cell.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), digits.first != "0", let number = Int(digits),
      number <= 60
    else { return nil }
    let length = letters.count + digits.count
    let next = cell.dropFirst(length).first
    guard next == " " || next == ":" || next == "." else { return nil }
    return (String(letters), number, length)
  }
}
