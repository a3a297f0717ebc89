import MattersBlocks
import MattersText

/// Who is to act and by when, where the line below an action says so: `BY WHOM: Head of Waste  BY
/// WHEN: 14 February`.
struct ActionDetails {
  var owner: String?
  var due: String?
  /// The block that says it.
  var block: Int
  var lines: LineRange

  private static let owners = [
    "by whom:", "owner:", "lead:", "who:", "responsible:", "responsible officer:", "lead officer:",
    "action by:", "assigned to:", "officer:",
  ]
  private static let dates = [
    "by when:", "deadline:", "due:", "due date:", "when:", "timescale:", "target date:", "date:",
  ]

  /// Reads the block below an action.
  init?(below index: Int, in paper: Paper) {
    guard let next = paper.next(after: index) else { return nil }
    let found = paper.blocks[next]
    guard found.kind == .paragraph || found.kind == .row, found.lines.last - found.lines.first <= 3
    else { return nil }
    let text =
      found.kind == .row
      ? paper.cells(found).map { paper.text($0) }.joined(separator: "  ") : paper.text(found)
    guard text.utf8.count <= 200 else { return nil }
    let folded = text.lowercased()
    guard
      let label = (Self.owners + Self.dates).first(where: folded.hasPrefix)
    else { return nil }
    block = next
    lines = found.lines
    if Self.owners.contains(label) { owner = Self.value(after: Self.owners, in: text) }
    due = Self.value(after: Self.dates, in: text).flatMap(DateReader.whole)
  }

  /// The words of an action before such a label, and what the labels say.
  static func split(_ text: String) -> (text: String, owner: String?, due: String?)? {
    let labels = ["by whom:", "owner:", "responsible:", "lead officer:", "by when:", "deadline:"]
    let starts = labels.compactMap { text.place(of: " " + $0)?.lowerBound }
    guard let first = starts.min() else { return nil }
    let rest = String(text[first...])
    return (
      String(text[..<first]), value(after: owners, in: rest),
      value(after: dates, in: rest).flatMap(DateReader.whole)
    )
  }

  /// What stands behind one of some labels, up to the next label.
  private static func value(after labels: [String], in text: String) -> String? {
    guard let place = labels.lazy.compactMap({ text.place(of: $0) }).first else { return nil }
    var rest = String(text[place.upperBound...])
    for label in owners + dates {
      if let next = rest.place(of: label) { rest = String(rest[..<next.lowerBound]) }
    }
    let value = rest.trimmingMarks
    return value.isEmpty ? nil : value
  }
}
