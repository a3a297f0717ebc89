import MattersBlocks
import MattersRecords
import MattersText

/// The line that only names an entry of a tracker which stands below it: `Request 7`.
enum CardName {
  /// What a line that only names what follows may begin with, and what that makes of it.
  private static let names: [String: TrackerColumn?] = [
    "request": .request, "action": .action, "recommendation": .recommendation, "query": .request,
    "question": .request, "item": nil,
  ]

  private static let beginnings = FirstWords(names.keys)

  /// Whether a line names an entry and says where it was raised.
  static func isOne(_ text: String) -> Bool { read(text)?.origin != nil }

  /// `Request 7`, `Action IR/3 (Cllr Birch, 4 May 2023)`: a line that only names what follows, and
  /// where that was raised.
  static func read(
    _ text: String
  ) -> (kind: TrackerColumn?, reference: String, origin: String?)? {
    // Most paragraphs are longer than such a line can be.
    guard text.utf8.count <= 120, beginnings.mayBegin(text) else { return nil }
    var origin: String?
    var name = text[...]
    if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
      name = text[..<open]
      origin = String(text[text.index(after: open)...].dropLast())
      guard let origin, DateReader.first(in: origin) != nil else { return nil }
    }
    let words = name.split(separator: " ")
    guard words.count == 2, let kind = names[words[0].lowercased()],
      words[1].contains(where: \.isNumber), words[1].count <= 12
    else { return nil }
    let reference = String(words[1].last == ":" ? words[1].dropLast() : words[1])
    return (kind, reference, origin)
  }
}
