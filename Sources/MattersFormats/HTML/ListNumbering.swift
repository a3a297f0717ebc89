/// How an ordered list writes its numbers.
enum ListNumbering {
  case arabic, lowerLetter, upperLetter, lowerRoman, upperRoman

  /// The numbering that a list's `type` or its style asks for.
  init(type: String?, style: String?) {
    let style = (style ?? "").lowercased()
    switch type {
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default:
      if style.contains("lower-alpha") || style.contains("lower-latin") {
        self = .lowerLetter
      } else if style.contains("upper-alpha") || style.contains("upper-latin") {
        self = .upperLetter
      } else if style.contains("lower-roman") {
        self = .lowerRoman
      } else if style.contains("upper-roman") {
        self = .upperRoman
      } else {
        self = .arabic
      }
    }
  }

  /// The label of an item as a browser prints it, a dot behind it.
  func label(_ number: Int) -> String {
    guard number > 0, number < 4_000 else { return "\(number)." }
    switch self {
    case .arabic: return "\(number)."
    case .lowerLetter: return letters(number) + "."
    case .upperLetter: return letters(number).uppercased() + "."
    case .lowerRoman: return roman(number) + "."
    case .upperRoman: return roman(number).uppercased() + "."
    }
  }

  private func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(UnicodeScalar(UInt8(0x61 + rest % 26))) + text
      rest /= 26
    }
    return text
  }

  private func roman(_ number: Int) -> String {
    let digits: [(Int, String)] = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, digit) in digits {
      while rest >= value {
        text += digit
        rest -= value
      }
    }
    return text
  }
}
