import MattersBlocks
import MattersRecords
import MattersText

/// The head of minutes that are printed in a table below their agenda: `Final minutes`, and in the
/// rows below it `Date held: | 3 May 2023 | Venue: | All Saints`.
struct MinutesInTable {
  /// The day of the meeting.
  var date: PlainDate
  /// Where it was held.
  var place: String?
  /// Where the head stands.
  var lines: LineRange

  private static let titles: Set<String> = [
    "minutes", "final minutes", "draft minutes", "approved minutes", "minutes of meeting",
    "meeting minutes",
  ]

  /// The head that begins with the row at an index.
  init?(at index: Int, in paper: Paper) {
    let block = paper.blocks[index]
    guard block.kind == .row else { return nil }
    // Every row of every tracker is asked: its cells' lengths come before any word.
    var title: ByteRange?
    for cell in paper.cells(block) where !cell.isEmpty {
      guard title == nil, (7...24).contains(cell.count) else { return nil }
      title = cell
    }
    guard let title, Self.titles.contains(MatchKey(paper.text(title)).description) else {
      return nil
    }
    lines = block.lines
    var found: PlainDate?
    var at = index
    for _ in 0..<4 {
      guard let next = paper.next(after: at), paper.blocks[next].kind == .row else { break }
      let cells = paper.cells(paper.blocks[next]).map { paper.text($0) }
      for (label, value) in zip(cells, cells.dropFirst()) {
        switch MatchKey(label).description {
        case "date", "date held", "date of meeting", "meeting date":
          found = found ?? DateReader.first(in: value)
          lines = lines.union(paper.blocks[next].lines)
        case "venue", "place", "location": place = place ?? HeadWording.trimmed(value)
        default: break
        }
      }
      at = next
    }
    guard let found else { return nil }
    date = found
  }
}
