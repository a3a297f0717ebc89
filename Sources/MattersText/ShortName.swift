/// The initials that a body goes by: `Children and Young People Scrutiny Committee` is CYPSC.
public enum ShortName {
  private static let skipped: Set<String> = ["and", "of", "the", "for", "in", "on", "to", "a"]

  /// The initials of the name's words, joining words left out.
  public static func of(_ body: String) -> String {
    var name = ""
    for word in body.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "/" || $0 == "&" }) {
      guard !skipped.contains(word.lowercased()), let first = word.first, first.isLetter else {
        continue
      }
      name += first.uppercased()
    }
    return name
  }
}
