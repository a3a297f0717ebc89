import MattersBlocks
import MattersRecords
import MattersText

/// A line such as `Lead officer: Head of Ponds`, or a heading that says only `Response`.
enum LabelledPart {
  /// The most bytes of a label.
  private static let longest = 60

  /// What the line holds and its value, which is empty where it stands below.
  static func of(_ block: Block, in paper: Paper) -> (TrackerColumn, ByteRange)? {
    let bytes = paper.clean.bytes
    let end = min(block.text.upper, block.text.lower + longest)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: ByteRange(block.text.lower, end)) {
      let label = paper.text(ByteRange(block.text.lower, colon))
      guard let column = column(label) else { return nil }
      return (column, bytes.trimmed(ByteRange(colon + 1, block.text.upper)))
    }
    if let answer = behindDash(block, in: paper) { return answer }
    guard block.text.count <= longest,
      !block.cells.isEmpty || TrackerColumns.mayKnow(bytes, block.text),
      let column = TrackerColumns.known(paper.text(block))
    else { return nil }
    return (column, ByteRange(block.text.upper, block.text.upper))
  }

  /// `Response – Agreed. ...`: what is answered, behind a dash.
  private static func behindDash(_ block: Block, in paper: Paper) -> (TrackerColumn, ByteRange)? {
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 40))
    for mark: StaticString in [" \u{2013} ", " - ", " \u{2014} "] {
      guard let dash = bytes.firstIndex(of: mark, in: window) else { continue }
      let label = ByteRange(block.text.lower, dash)
      guard TrackerColumns.mayKnow(bytes, label),
        let column = TrackerColumns.known(paper.text(label)), column == .response
      else { return nil }
      return (
        column, bytes.trimmed(ByteRange(dash + mark.utf8CodeUnitCount, block.text.upper))
      )
    }
    return nil
  }

  /// The parts that stand on the same lines behind a first one.
  ///
  /// `... to cut. Lead: Head of Ponds. Target date: May 2024.`; with `anywhere`, a part may begin
  /// without the end of a sentence before it, and may itself be the response.
  static func following(
    in range: ByteRange, of paper: Paper, anywhere: Bool = false,
    also: Set<TrackerColumn> = [.response, .decision]
  ) -> [(column: TrackerColumn, at: Int, value: ByteRange)] {
    let bytes = paper.clean.bytes
    var found: [(column: TrackerColumn, at: Int, value: ByteRange)] = []
    var at = range.lower + 1
    while at < range.upper {
      // A sentence's beginning, then some words and a colon.
      // "... by 1 December. (Officer: R Ash)"
      let before = bytes[at - 1] == 0x28 && at >= range.lower + 4 ? at - 2 : at - 1
      guard bytes[at].isUpper, bytes[before].isSpace, at >= range.lower + 2,
        anywhere || [0x2E, 0x3B, 0x3A, 0x7C, 0x29].contains(bytes[before - 1])
      else {
        at += 1
        continue
      }
      var colon = at
      while colon < min(range.upper, at + 40), bytes[colon] != 0x3A, bytes[colon] != 0x2E {
        colon += 1
      }
      guard colon + 1 < range.upper, bytes[colon] == 0x3A, bytes[colon + 1] == 0x20,
        TrackerColumns.mayKnow(bytes, ByteRange(at, colon)),
        let column = TrackerColumns.known(paper.text(ByteRange(at, colon))),
        apart.contains(column) || anywhere && also.contains(column)
      else {
        at += 1
        continue
      }
      let isBracketed = before < at - 1
      var end = range.upper
      if isBracketed, bytes[end - 1] == 0x29 { end -= 1 }
      found.append(
        (column, isBracketed ? at - 1 : at, bytes.trimmed(ByteRange(colon + 1, end))))
      at = colon + 1
    }
    for index in found.indices.dropLast() {
      found[index].value = bytes.trimmed(
        ByteRange(found[index].value.lower, max(found[index].value.lower, found[index + 1].at)))
    }
    return found
  }

  /// What may stand in the same paragraph as the response that it is of.
  private static let apart: Set<TrackerColumn> = [
    .responsible, .leadOfficer, .portfolioHolder, .due, .reviewDate, .reason, .action, .outcome,
    .status,
  ]

  /// What a label says that stands before a colon.
  static func column(_ label: String) -> TrackerColumn? {
    if let known = TrackerColumns.known(label) { return known }
    if let column = decisions.meaning(of: label) { return column }
    guard label.first?.isUppercase == true, MatchKey.words(label).count <= 5 else { return nil }
    return TrackerColumns.column(of: label)
  }

  /// What a minute calls its decision.
  private static let decisions = KeyTable([(key: "resolved", value: TrackerColumn.recommendation)])
}
