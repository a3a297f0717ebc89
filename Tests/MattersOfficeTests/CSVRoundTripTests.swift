import MattersArising
import MattersReports
import MattersTestSupport
import Testing

@testable import MattersFormats

/// What is written as CSV is read again to the letter, whatever a cell begins with; white space inside
/// it is one space, as in all that is read.
@Suite struct CSVRoundTripTests {
  private static func read(_ csv: String) -> [[String]] {
    let source = SourceText(name: "x.csv", text: csv)
    var cutter = CSVCutter(source, delimiter: UInt8(ascii: ","))
    var rows: [[String]] = []
    while let record = cutter.next() {
      rows.append(CSVForm.fields(of: record).map(CSVForm.withoutGuard).map(folded))
    }
    return rows
  }

  private static func folded(_ cell: String) -> String {
    cell.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func everyCellComesBack(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "=", "+", "-", "@", "\t", "'", "''", "- ", "-\u{301}", " ", "a", "1", ",", "\"", "\n",
      ";", "é",
      "|", "ponds",
    ]
    let rows = (0..<20).map { _ in
      (0..<3).map { place in
        // An empty record is none; the first cell of each has something in it.
        (0..<Int.random(in: (place == 0 ? 1 : 0)...5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined() + (place == 0 ? "." : "")
      }
    }
    let table = ReportTable(caption: "", columns: ["One", "Two", "Three"], rows: rows)
    expectSame(
      Self.read(CSVWriter.table(table)), [table.columns] + rows.map { $0.map(Self.folded) })
  }

  @Test func aSpreadsheetRunsNothing() {
    let written = CSVWriter.table(
      ReportTable(
        caption: "", columns: ["=1", "+1", "-1", "@a", "\tb", "'=c", "- d", "e"], rows: []))
    expectSame(written, "'=1,'+1,'-1,'@a,'\tb,''=c,- d,e\r\n")
  }
}
