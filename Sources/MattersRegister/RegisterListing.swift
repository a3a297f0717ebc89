import GRDB
public import MattersLinker
import MattersRecords
public import MattersText

/// Reads long lists by one question: how each matter stands is kept by the writer.
extension Register {
  /// What a list shows of each matter that a filter lets through, as it stood at the end of a day,
  /// oldest first.
  ///
  /// A matter comes whole where a person said something of it, where it is decided, and where
  /// something happened after the day.
  public func listed(_ filter: MatterFilter, asOf day: PlainDate) throws -> [ListedMatter] {
    let keys = try bodyKeys(of: filter)
    return try read { database in
      let (condition, arguments) = try Self.condition(filter, keys, database)
      let rows = QuickStatement(
        Self.listing(where: condition, openOnly: filter.openAt != nil), database)
      var found: [ListedMatter] = []
      var untold: [(place: Int, matter: Int64, reference: String)] = []
      try rows.each(with: [day.iso] + arguments) { row in
        if let line = Self.matterLine(row) {
          found.append(.line(line))
        } else {
          untold.append((found.count, row.number(17), row.text(0)))
        }
      }
      guard !untold.isEmpty else { return found }
      let list = "[\(untold.map { String($0.matter) }.joined(separator: ","))]"
      let whole = try Self.matters(
        where: "matter.id IN (SELECT value FROM json_each(?))", [list], database)
      let known = Dictionary(whole.map { ($0.reference, $0) }) { first, _ in first }
      var all: [ListedMatter] = []
      all.reserveCapacity(found.count + untold.count)
      var next = 0
      for (place, _, reference) in untold {
        all += found[next..<place]
        next = place
        if let one = known[reference], !one.matter.isRetracted { all.append(.whole(one)) }
      }
      return all + found[next...]
    }
  }

  /// The question for a list; its first argument is the day.
  ///
  /// - Parameter isOpenOnly: whether what is known to be closed is left out.
  static func listing(where condition: String, openOnly isOpenOnly: Bool) -> String {
    let closed = Standing.closed.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let isClosed = "ifnull(standing.state, '') IN (\(closed)) AND standing.settledOn <= ?1"
    return """
      SELECT matter.reference, matter.label, matter.text, matter.subject, matter.addressedTo,
        matter.responsible, matter.raised, standing.completedOn,
        iif(standing.settledOn <= ?1, standing.state, NULL),
        ifnull(standing.answer, standing.response), standing.updated, matter.body, matter.minute,
        document.name, record.firstLine, record.lastLine, record.localId, matter.id
      FROM matter
      LEFT JOIN standing ON standing.matterId = matter.id AND standing.settledOn IS NOT NULL
      LEFT JOIN matterMember ON matterMember.matterId = matter.id AND matterMember.position = 0
      LEFT JOIN record ON record.id = matterMember.recordId
      LEFT JOIN document ON document.id = record.documentId
      WHERE \(condition) AND ifnull(standing.knownOn, '') <= ?1\(isOpenOnly ? " AND NOT (\(isClosed))" : "")
      ORDER BY matter.raised, matter.body, matter.minute, matter.label, matter.text, matter.id
      """
  }

  private static func matterLine(_ row: QuickStatement.Answer) -> MatterLine? {
    guard let state = row.words(8).flatMap(MatterState.init(rawValue:)),
      let document = row.words(13)
    else { return nil }
    var line = MatterLine(
      reference: row.text(0), text: row.text(2), body: row.text(11), state: state,
      documentName: document, lines: LineRange(Int(row.number(14)), Int(row.number(15))),
      record: row.text(16))
    line.label = row.words(1)
    line.subject = row.words(3)
    line.addressedTo = row.words(4)
    line.responsible = row.words(5)
    line.raised = row.words(6)
    line.completed = row.words(7).flatMap(PlainDate.init(iso:))
    line.response = row.words(9)
    line.updated = row.words(10)
    line.minute = row.words(12)
    return line
  }
}
