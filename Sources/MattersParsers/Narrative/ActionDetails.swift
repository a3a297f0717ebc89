import MattersBlocks
import MattersText

/// Who is to act and by when, where the line below an action says so: `BY WHOM: Head of Waste  BY
/// WHEN: 14 February`.
struct ActionDetails {
  var owner: String?
  var due: String?
  /// The blocks that say it.
  var blocks: [Int]
  var lines: LineRange

  private static let owners = [
    "by whom:", "owner:", "lead:", "who:", "responsible:", "responsible officer:", "lead officer:",
    "action by:", "assigned to:", "officer:", "action owner:", "responsible person:",
    "person responsible:", "responsibility:", "action lead:", "for:",
  ]
  private static let dates = [
    "by when:", "deadline:", "due:", "due date:", "when:", "timescale:", "target date:", "date:",
    "due by:", "complete by:", "completion date:", "target:",
  ]
  private static let states = "status: open"

  /// Reads the blocks below an action: `Responsible: Head of Waste` over `Due: 14 February`.
  init?(below index: Int, in paper: Paper) {
    var found: (owner: String?, due: String?) = (nil, nil)
    var blocks: [Int] = []
    var next = paper.next(after: index)
    while let at = next, blocks.count < 3, let said = Self.said(at, in: paper) {
      blocks.append(at)
      found = (found.owner ?? said.owner, found.due ?? said.due)
      next = paper.next(after: at)
    }
    guard let first = blocks.first, let last = blocks.last else { return nil }
    (owner, due) = found
    self.blocks = blocks
    lines = paper.blocks[first].lines.union(paper.blocks[last].lines)
  }

  /// What one block says of owner and day, if it says nothing else.
  private static func said(_ index: Int, in paper: Paper) -> (owner: String?, due: String?)? {
    let found = paper.blocks[index]
    guard found.kind == .paragraph || found.kind == .row || found.kind == .item,
      found.lines.last - found.lines.first <= 3
    else { return nil }
    let text =
      found.kind == .row
      ? paper.cells(found).map { paper.text($0) }.joined(separator: "  ") : paper.text(found)
    guard text.utf8.count <= 200 else { return nil }
    let folded = text.lowercased()
    guard
      let label = (owners + dates + [states]).first(where: folded.hasPrefix)
    else { return nil }
    return (
      owners.contains(label) ? value(after: owners, in: text) : nil,
      value(after: dates, in: text).flatMap { DateReader.whole($0) ?? DateReader.only($0) }
    )
  }

  /// The words of an action before such a label, and what the labels say.
  static func split(_ text: String) -> (text: String, owner: String?, due: String?)? {
    let labels = [
      "by whom:", "owner:", "responsible:", "lead officer:", "by when:", "deadline:", "lead:",
      "responsible officer:", "assigned to:", "action owner:", "due:", "due date:",
    ]
    let starts = labels.flatMap { label in
      [text.place(of: " " + label)?.lowerBound, text.place(of: "(" + label)?.lowerBound]
    }.compactMap { $0 }
    guard let first = starts.min() else { return nil }
    let rest = String(text[first...])
    return (
      bare(text[..<first]), value(after: owners, in: rest),
      value(after: dates, in: rest).flatMap(DateReader.whole)
    )
  }

  /// Words without the bar or the dash that set off what follows.
  private static func bare(_ words: Substring) -> String {
    var words = words
    while let last = words.last, " |-\u{2013}(;,".contains(last) { words = words.dropLast() }
    return String(words)
  }

  /// What stands behind one of some labels, up to the next label.
  private static func value(after labels: [String], in text: String) -> String? {
    guard let place = labels.lazy.compactMap({ text.place(of: $0) }).first else { return nil }
    var rest = String(text[place.upperBound...])
    for label in owners + dates {
      if let next = rest.place(of: label) { rest = String(rest[..<next.lowerBound]) }
    }
    let value = String(bare(Substring(rest.trimmingMarks)).drop { $0 == " " })
    return value.isEmpty ? nil : value
  }
}
