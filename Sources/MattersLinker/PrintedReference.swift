import MattersText

/// References of a council's own, as trackers print them and resolutions name them.
public enum PrintedReference {
  /// A reference in the form in which it is compared, where it tells things apart beyond its own
  /// table: it has letters and digits, as `SR (25/26) 01`, and is no mere row number.
  public static func key(_ printed: String) -> String? {
    let key = MatchKey(printed).description
    guard (3...40).contains(key.count), key.contains(where: \.isLetter),
      key.contains(where: \.isNumber)
    else { return nil }
    return key
  }

  /// What may be references in a text, in the form in which they are compared.
  public static func all(in text: String) -> Set<String> {
    var found: Set<String> = []
    for word in text.split(separator: " ") {
      let trimmed = word.drop { "([\"'\u{2018}\u{201C}".contains($0) }
      guard trimmed.contains(where: \.isNumber), trimmed.contains(where: \.isLetter),
        trimmed.first.map({ $0.isUppercase || $0.isNumber }) ?? false,
        let key = key(String(trimmed))
      else { continue }
      found.insert(key)
    }
    return found
  }
}
