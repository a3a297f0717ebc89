/// Folds a text to the letters, digits and few signs that count when words are compared.
enum PlainText {
  /// The folded text as UTF-8, with single blanks between words and none at the ends.
  static func fold(_ text: String) -> ArraySlice<UInt8> {
    var scalars = text.lowercased().unicodeScalars.map(sameSign)
    scalars.removeLast(scalars.count - endWithoutConnector(scalars))
    var out: [UInt8] = []
    out.reserveCapacity(scalars.count)
    var isGap = false
    for scalar in scalars {
      if counts(scalar) {
        if isGap { out.append(0x20) }
        isGap = false
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        isGap = true
      }
    }
    return trimmed(out[...])
  }

  /// Curly quotes, long dashes and the hard blank as a typewriter has them.
  private static func sameSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2013, 0x2014: "-"
    case 0xA0: " "
    default: scalar
    }
  }

  /// Where the text ends without a closing "; and" or ", or", which only joins items of a list.
  private static func endWithoutConnector(_ scalars: [Unicode.Scalar]) -> Int {
    var end = scalars.count
    while end > 0, isBlank(scalars[end - 1]) || ".;:".unicodeScalars.contains(scalars[end - 1]) {
      end -= 1
    }
    if scalars[..<end].suffix(3).elementsEqual("and".unicodeScalars) {
      end -= 3
    } else if scalars[..<end].suffix(2).elementsEqual("or".unicodeScalars) {
      end -= 2
    } else {
      return scalars.count
    }
    while end > 0, isBlank(scalars[end - 1]) { end -= 1 }
    guard end > 0, scalars[end - 1] == ";" || scalars[end - 1] == "," else { return scalars.count }
    return end - 1
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, last == 0x20 || last == 0x2E || last == 0x2D { text.removeLast() }
    return text.drop { $0 == 0x20 || $0 == 0x2E || $0 == 0x2D }
  }

  /// Letters, digits of any script, the underscore, and `% & £ ' / . -`.
  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "A"..."Z", "_", "%", "&", "£", "'", "/", ".", "-": return true
    case _ where scalar.isASCII: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}
