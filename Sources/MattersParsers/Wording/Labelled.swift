/// Reads lines of the form `Date: Tuesday 13 December 2022`.
enum Labelled {
  /// What stands behind one of some names and a colon; the names are given in lower case.
  static func value(of text: String, named names: [String]) -> String? {
    let longest = names.reduce(0) { max($0, $1.utf8.count) } + 1
    guard text.utf8.prefix(longest + 1).contains(UInt8(ascii: ":")),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    let name = text[..<colon].lowercased()
    guard names.contains(where: { $0 == name || $0 + "s" == name || $0 + " " == name }) else {
      return nil
    }
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    return value.isEmpty ? nil : String(value)
  }
}
