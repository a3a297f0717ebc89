import MattersBlocks
import MattersRecords
import MattersText

/// A committee's work programme: a table of items with who is to attend, under the meeting's date
/// or with a column for it.
enum ProgrammeTable: TableLayout {
  static let name = "work programme table"
  static let summary =
    "Work programme: items with cabinet members, officers and witnesses, by meeting"

  // MARK: - Knowing one

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = ProgrammeColumns(header: table.header(in: paper))
    guard columns.index[.title] != nil, !columns.isTracker else { return 0 }
    let people = [ProgrammeColumn.cabinetMembers, .officers, .witnesses]
      .count { columns.index[$0] != nil }
    let isNamed = table.above.contains { ProgrammeLayout.isTitle($0, in: paper) }
    let isDated = date(above: table, in: paper) != nil || columns.index[.date] != nil
    guard isDated || isNamed, people >= 2 || people == 1 && isNamed else { return 0 }
    return 1 + people + (isNamed ? 1 : 0) + (isDated ? 1 : 0)
  }

  /// The last date that stands alone above a table and is not struck out.
  private static func date(above table: TableView, in paper: Paper) -> PlainDate? {
    for block in table.above.reversed() where !block.style.contains(.struck) {
      guard block.text.count <= 80 else { return nil }
      if ProgrammeLayout.isReserve(block, in: paper) { return nil }
      if let date = ProgrammeLayout.meetingDate(block, in: paper) { return date }
    }
    return nil
  }

  // MARK: - Reading

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    let columns = ProgrammeColumns(header: table.header(in: paper))
    var date = date(above: table, in: paper)
    var isReserve =
      date == nil && table.above.suffix(2).contains { ProgrammeLayout.isReserve($0, in: paper) }
    var pending: (item: WorkProgrammeItem, lines: LineRange)?
    func flush(into sink: inout RecordSink) {
      guard let (item, lines) = pending else { return }
      sink.add(.workProgrammeItem(item), parts: [item.meetingDate, item.title], lines: lines)
      pending = nil
    }
    for row in table.rows.dropFirst() {
      let cells = Array(paper.cells(row))
      func paragraphs(_ column: ProgrammeColumn) -> [String] {
        guard let index = columns.index[column], index < cells.count else { return [] }
        return paper.paragraphs(cells[index]).map { paper.text($0) }.filter {
          $0.contains(where: \.isLetter) || $0.contains(where: \.isNumber)
        }
      }
      if let printed = paragraphs(.date).lazy.compactMap({ DateReader.first(in: $0) }).first {
        (date, isReserve) = (printed, false)
      } else if let name = joined(paragraphs(.date)), ProgrammeLayout.isReserve(name) {
        (date, isReserve) = (nil, true)
      }
      let wording = ProgrammeWording(paragraphs: paragraphs(.title))
      var item = WorkProgrammeItem()
      item.title = wording.title
      item.reportsDeadline =
        wording.deadline
        ?? paragraphs(.deadline).lazy.compactMap { DateReader.first(in: $0)?.iso }.first
      item.purpose = wording.purpose ?? joined(paragraphs(.purpose))
      item.note = wording.note ?? joined(paragraphs(.note))
      item.cabinetMembers = ProgrammePeople.read(paragraphs(.cabinetMembers))
      item.officers = ProgrammePeople.read(paragraphs(.officers))
      item.witnesses = ProgrammePeople.read(paragraphs(.witnesses))
      if wording.title.isEmpty, let former = pending {
        // A page break cut the row: the rest of its cells.
        pending = (goOn(former.item, with: item), former.lines.union(row.lines))
        continue
      }
      flush(into: &sink)
      guard !item.title.isEmpty else { continue }
      takeMergedCell(&item)
      item.meetingDate = date?.iso
      item.state = date == nil ? (isReserve ? .reserve : nil) : .scheduled
      pending = (item, row.lines)
    }
    flush(into: &sink)
    sink.claimRows(of: table, in: paper)
  }

  private static func joined(_ paragraphs: [String]) -> String? {
    paragraphs.isEmpty ? nil : paragraphs.joined(separator: " ")
  }

  private static func goOn(_ former: WorkProgrammeItem, with rest: WorkProgrammeItem)
    -> WorkProgrammeItem
  {
    var item = former
    item.reportsDeadline = former.reportsDeadline ?? rest.reportsDeadline
    item.purpose = former.purpose ?? rest.purpose
    item.cabinetMembers = ProgrammePeople.join(former.cabinetMembers, rest.cabinetMembers)
    item.officers = ProgrammePeople.join(former.officers, rest.officers)
    item.witnesses = ProgrammePeople.join(former.witnesses, rest.witnesses)
    return item
  }

  /// A cell that was merged across the columns repeats its words in each: they name nobody.
  private static func takeMergedCell(_ item: inout WorkProgrammeItem) {
    let lists = [item.cabinetMembers, item.officers, item.witnesses].filter { !$0.isEmpty }
    guard lists.count >= 2, let first = lists.first, lists.allSatisfy({ $0 == first }) else {
      return
    }
    item.cabinetMembers = []
    item.officers = []
    item.witnesses = []
    item.note = [item.note, first.joined(separator: " ")].compactMap(\.self).joined(separator: " ")
  }
}
