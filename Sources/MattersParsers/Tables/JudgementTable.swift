import MattersBlocks
import MattersRecords
import MattersText

/// A table of an inspection's grades: what was judged, and the grade; with headings or without.
enum JudgementTable: TableLayout {
  static let name = "judgements"
  static let summary = "Grades of an inspection: a subject and a grade in each row"

  /// Headings of the column that holds the grade.
  private static let gradeHeadings: Set<String> = [
    "grade", "grades", "judgement", "judgment", "rating", "overall grade", "overall rating",
    "overall judgement", "outcome", "inspection grade", "inspection judgement", "grading",
  ]

  static func signs(of table: TableView, in paper: Paper) -> Int {
    guard let column = column(of: table, in: paper) else { return 0 }
    return column.isNamed ? 4 : 2
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    guard let column = column(of: table, in: paper) else { return }
    let indices = paper.blocks.indices.dropFirst(table.start).filter {
      paper.blocks[$0].kind == .row && paper.blocks[$0].table == table.rows[0].table
    }.prefix(table.rows.count)
    for index in indices {
      let row = paper.blocks[index]
      guard let found = judgement(in: row, column.index, paper) else { continue }
      var content = Judgement()
      (content.subject, content.grade) = found
      sink.add(
        .judgement(content), parts: [content.subject], lines: row.lines, blocks: index..<index + 1)
    }
  }

  /// The one column after the first that holds grades, and whether its heading says so.
  ///
  /// Two such columns are two inspections side by side: which is which cannot be told.
  private static func column(
    of table: TableView, in paper: Paper
  ) -> (index: Int, isNamed: Bool)? {
    var graded: [Int: Int] = [:]
    var rows = 0
    var isNarrow = true
    for row in table.rows {
      let cells = paper.cells(row)
      let filled = cells.count { !$0.isEmpty }
      guard filled >= 2 else { continue }
      if filled > 2 { isNarrow = false }
      rows += 1
      for (position, cell) in cells.enumerated()
      where position > 0 && cell.count <= 60 && Grades.isGrade(paper.text(cell)) {
        graded[position, default: 0] += 1
      }
    }
    guard graded.count == 1, let (index, count) = graded.first else { return nil }
    let header = table.header(in: paper)
    let isNamed =
      index < header.count && gradeHeadings.contains(MatchKey(header[index]).description)
    let others = rows - count - (isNamed ? 1 : 0)
    guard others * 3 <= count, isNamed || isNarrow && count >= 2 else { return nil }
    return (index, isNamed)
  }

  /// What a row judges; a row of one cell may say it in a sentence.
  private static func judgement(
    in row: Block, _ column: Int, _ paper: Paper
  ) -> (subject: String, grade: String)? {
    let cells = Array(paper.cells(row))
    let filled = cells.filter { !$0.isEmpty }
    if filled.count == 1, let first = paper.paragraphs(filled[0]).first {
      return Grades.judged(in: paper.text(first))
    }
    guard column < cells.count, !cells[0].isEmpty else { return nil }
    let grade = paper.text(cells[column])
    guard Grades.isGrade(grade) else { return nil }
    let bytes = paper.clean.bytes
    var subject = cells[0]
    if let (_, next) = LabelScanner.scan(bytes, subject.lower, subject.upper), next < subject.upper
    {
      subject = bytes.trimmed(ByteRange(next, subject.upper))
    }
    return (paper.text(subject), grade)
  }
}
