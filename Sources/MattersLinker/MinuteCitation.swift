import MattersRecords
import MattersText

/// A minute that a tracker's row names, with the label where one stands with it: `minute 34 (f)`,
/// `24/034 Report`, a column of minute numbers.
struct MinuteCitation: Hashable, Sendable {
  /// The number, folded.
  var minute: String
  /// The label, folded.
  var label: String?
  /// Whether a cell of its own gives it; else the words mention it.
  var isOwn = true

  /// Those of a row: its column of minutes, the number before its subject, its reference where that
  /// is numbered below a minute, and what its words name.
  static func all(in entry: TrackerEntry) -> [MinuteCitation] {
    var found: [MinuteCitation] = []
    func add(_ words: String?, isOwn: Bool = true) {
      guard var one = words.flatMap(leading), !found.contains(one) else { return }
      one.isOwn = isOwn
      found.append(one)
    }
    for (column, cell) in zip(entry.columns, entry.cells) {
      let key = MatchKey(column).description
      if cell.utf8.count <= 160, let place = cell.place(of: "minute ") {
        // "8 September 2021 Minute 14 (1) Ponds"
        add(String(cell[place.upperBound...]), isOwn: false)
      } else if key == "min" || key == "minute" || key.hasPrefix("minute n") {
        add(cell)
      }
    }
    add(entry.subject)
    if let reference = entry.reference, reference.contains(where: { "./".contains($0) }) {
      add(reference)
    }
    var rest = entry.text[...]
    while let place = rest.place(of: "minute ") {
      rest = rest[place.upperBound...]
      // A number and its label are soon told: the rest of a long text is not gone through each time.
      add(String(rest.prefix(40)), isOwn: false)
    }
    return found
  }

  /// The number that some words begin with, and a label in brackets right behind it.
  private static func leading(_ words: String) -> MinuteCitation? {
    let number = words.prefix { $0.isNumber || "./-".contains($0) }
    guard number.contains(where: \.isNumber), number.count <= 12 else { return nil }
    let digits = number.filter { $0.isNumber || "./-".contains($0) }
    var trimmed = String(digits)
    while let last = trimmed.last, !last.isNumber { trimmed.removeLast() }
    // A date is no minute.
    guard trimmed.count(where: { "/-".contains($0) }) < 2 else { return nil }
    var rest = words[number.endIndex...].drop { $0 == " " }
    var label: String?
    if rest.first == "(", let end = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: rest.startIndex)..<end]
      if rest.count <= 5 { label = LabelKey.of(String(rest)) }
    }
    return MinuteCitation(minute: trimmed, label: label)
  }

  /// Whether it names the minute of something asked, or a paragraph of it.
  func isOf(_ asked: Asked) -> Bool {
    guard let own = asked.minute else { return false }
    if let label, let theirs = LabelKey.of(asked.label), label != theirs,
      label != (LabelKey.of(own) ?? "") + theirs
    {
      return false
    }
    if own == minute || minute.hasPrefix(own + ".") { return true }
    return asked.label.map { $0 == minute } ?? false
  }

  /// Whether it names just this, by its label in brackets.
  func isLabelled(_ asked: Asked) -> Bool {
    guard let label, isOf(asked) else { return false }
    return LabelKey.of(asked.label) == label
  }
}
