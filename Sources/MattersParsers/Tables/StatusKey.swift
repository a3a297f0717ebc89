import MattersBlocks
import MattersRecords
import MattersText

/// What a tracker's key says of the marks in its status column: `P = part received`.
///
/// The key stands above the table or below it; a tick that a lost font turned into a letter is in
/// it as well.
struct StatusKey {
  private var states: [String: MatterState] = [:]

  /// How many blocks around a table its key is looked for.
  private static let reach = 60

  /// A key that says nothing.
  init() {}

  init(around table: TableView, in paper: Paper) {
    if let tick = TickKey.mark(after: table.start, in: paper) { states[tick] = .completed }
    let first = max(table.document, table.start - Self.reach)
    let last = min(paper.blocks.count, table.start + table.rows.count + Self.reach)
    guard first < last else { return }
    for block in paper.blocks[first..<last] {
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 400,
        paper.has(block, "=")
      else { continue }
      let text = paper.text(block)
      for part in text.split(whereSeparator: { $0 == ";" || $0 == "," || $0 == "." }) {
        read(part)
      }
    }
  }

  private mutating func read(_ part: Substring) {
    let sides = part.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { return }
    var mark = String(sides[0]).trimmingMarks
    if let colon = mark.lastIndex(of: ":") {
      mark = String(mark[mark.index(after: colon)...]).trimmingMarks
    }
    guard (1...3).contains(mark.count), states[mark] == nil,
      let state = ResponseWording.stateOfStatus(String(sides[1]).trimmingMarks)
    else { return }
    states[mark] = state
  }

  /// The state that the key gives to a status that is one of its marks, a date aside.
  func state(_ status: String) -> MatterState? {
    if let state = states[status] { return state }
    let first = status.split(separator: " ").first.map(String.init) ?? ""
    guard let state = states[first], DateReader.whole(status) != nil else { return nil }
    return state
  }
}
