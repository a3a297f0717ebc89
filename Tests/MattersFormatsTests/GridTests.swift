import Foundation
import MattersArising
import MattersBlocks
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersFormats

@Suite struct GridTests {
  static let rows = [
    ["Information Requests Tracker"], [],
    ["Ref", "Subject & Date", "Information Request", "Response", "Status"],
    [
      "IR1", "Ducks, 12 March 2024", "The cost\nof bread", "Bread is \"dear\", they say",
      "Completed",
    ],
    ["IR2", "Geese, 12 March 2024", "A list of geese", "", "Pending"],
  ]

  private static func csv(_ rows: [[String]], delimiter: String = ",") -> [UInt8] {
    let width = rows.map(\.count).max() ?? 0
    let lines = rows.map { row in
      (0..<width).map { index in
        let words = index < row.count ? row[index] : ""
        return words.contains { ",;\"\n".contains($0) }
          ? "\"\(words.replacing("\"", with: "\"\""))\"" : words
      }.joined(separator: delimiter)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func entries(_ paper: Paper) -> [PaperRecord] {
    Pipeline.read(paper).printed.filter { $0.kind == .trackerEntry }
  }

  @Test(arguments: [",", ";", "|"]) func readsATrackerFromCSV(delimiter: String) async throws {
    let paper = try await PaperForm.read(
      name: "x", contents: Self.csv(Self.rows, delimiter: delimiter))
    let entries = Self.entries(paper)
    #expect(entries.map(\.lines) == [LineRange(4, 5), LineRange(6, 6)])
    guard case .trackerEntry(let first) = entries.first?.content else {
      Issue.record("no tracker entry")
      return
    }
    #expect(first.text == "The cost of bread")
    #expect(first.response == "Bread is \"dear\", they say")
    #expect(first.meetingDate == "2024-03-12")
    #expect(paper.diagnostics.isEmpty)
  }

  @Test(.enabled(if: Tools.has(.xlsx2csv), "xlsx2csv is not installed"))
  func readsTheSameFromAWorkbookWithSheetAndRows() async throws {
    let contents = WorkbookMaker.workbook([
      ("Notes", [["Nothing here"]]), ("2024 \"a\"", Self.rows),
    ])
    let paper = try await PaperForm.read(name: "x", contents: contents)
    #expect(paper.converter?.hasPrefix("xlsx2csv ") == true)
    var fromBook = Self.entries(paper)
    #expect(fromBook.map(\.lines) == [LineRange(4, 4), LineRange(5, 5)])
    #expect(fromBook.map(\.sheet) == ["2024 \"a\"", "2024 \"a\""])
    let sheet = try #require(paper.source.sheets.last)
    #expect(paper.source.quote(sheet.lines(LineRange(5, 5))).first?.hasPrefix("IR2\tGeese") == true)
    let fromCSV = Self.entries(try await PaperForm.read(name: "x", contents: Self.csv(Self.rows)))
    for index in fromBook.indices {
      fromBook[index].lines = fromCSV[index].lines
      fromBook[index].sheet = nil
    }
    #expect(fromBook == fromCSV)
  }

  @Test(.enabled(if: Tools.has(.xlsx2csv), "xlsx2csv is not installed"))
  func aWorkbookThatIsABombIsGivenUp() async {
    let rows = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"
    var files = [
      ZipMaker.File(name: "xl/workbook.xml", bytes: Array("<workbook/>".utf8)),
      ZipMaker.File(
        name: "xl/worksheets/sheet1.xml", bytes: Array(rows.utf8), claimedSize: 2 << 30),
    ]
    await #expect(throws: PaperFormError.self) {
      try await PaperForm.read(name: "x", contents: ZipMaker.zip(files))
    }
    files[1].claimedSize = nil
    await #expect(throws: PaperFormError.self) {
      try await PaperForm.read(name: "x", contents: ZipMaker.zip(files))
    }
  }

  @Test(.enabled(if: Tools.has(.xlsx2csv), "xlsx2csv is not installed"))
  func hiddenRowsAndSheetsAreReadAndSaid() async throws {
    let open = WorkbookMaker.workbook([("Open", Self.rows), ("Old", Self.rows)])
    let closed = WorkbookMaker.workbook(
      [("Open", Self.rows), ("Old", Self.rows)], hidden: [4, 5], hiddenSheets: ["Old"])
    let paper = try await PaperForm.read(name: "x", contents: closed)
    #expect(
      Self.entries(paper) == Self.entries(try await PaperForm.read(name: "x", contents: open)))
    #expect(paper.diagnostics.map(\.id) == ["workbook.hidden_sheet", "workbook.hidden_rows"])
    #expect(paper.diagnostics.last?.message.hasPrefix("4 rows are hidden") == true)
    let shown = HiddenRows(closed, try #require(ZipDirectory(closed)), limit: 1 << 20).contents
    #expect(HiddenRows(shown, try #require(ZipDirectory(shown)), limit: 1 << 20).rowCount == 0)
  }

  @Test func aTitleAndASecondLineOfHeadingsMayStandAboveTheRows() async throws {
    let text =
      "Reedholme Council\nPonds Tracker\n\nRef,Meeting,Request,Answer,,Status\n"
      + ",,,Day,Words,\nA1,1 May 2024,A list,2 June 2024,Sent,Done\n,,More,,,\n"
    let paper = try await PaperForm.read(name: "x", contents: Array(text.utf8))
    #expect(
      paper.dump() == """
        1 paragraph Reedholme Council
        2 paragraph Ponds Tracker
        4-5 row table=0 | Ref | Meeting | Request | Answer Day | Answer Words | Status |
        6 row table=0 | A1 | 1 May 2024 | A list | 2 June 2024 | Sent | Done |
        7 row table=0 |  |  | More |  |  |  |

        """)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .windowsCP1252])
  func otherEncodingsGiveTheSame(encoding: String.Encoding) async throws {
    let rows = Self.rows + [["IR3", "Caf\u{E9}s, 12 March 2024", "\u{A3}5 \u{2013} why", "", ""]]
    let plain = Self.csv(rows)
    let other = try #require(String(decoding: plain, as: UTF8.self).data(using: encoding))
    #expect(
      Self.entries(try await PaperForm.read(name: "x", contents: Array(other)))
        == Self.entries(try await PaperForm.read(name: "x", contents: plain)))
  }

  @Test func anUnclosedQuoteEndsWithItsLine() async throws {
    let text =
      "Ref,Action,Update\nA1,\"First,done\nA2,\"Second, with comma\",done\nA3,5\" pipe,\"done\"\n"
    let paper = try await PaperForm.read(name: "x", contents: Array(text.utf8))
    #expect(
      paper.blocks.map { paper.cells($0).map { paper.text($0) } } == [
        ["Ref", "Action", "Update"], ["A1", "\"First", "done"],
        ["A2", "Second, with comma", "done"], ["A3", "5\" pipe", "done"],
      ])
    #expect(paper.diagnostics.map(\.id) == ["csv.unclosed_quote", "csv.stray_quote"])
    #expect(paper.diagnostics.map { $0.lines?.first } == [2, 4])
  }

  @Test func cellsAreFoundAgainInTheSource() async throws {
    let text = "Ref,Action,Update\nA1,\"First \"\"one\"\"\",done\nA2,x,\"two\nlines\"\n"
    let paper = try await PaperForm.read(name: "x", contents: Array(text.utf8))
    let last = try #require(paper.blocks.last)
    #expect(last.lines == LineRange(3, 4))
    let cell = try #require(paper.cells(last).last)
    let place = paper.clean.sourceOffset(of: cell.lower)
    #expect(paper.source.bytes[place...].starts(with: Array("two\nlines".utf8)))
    #expect(paper.paragraphs(cell).count == 2)
  }

  @Test(arguments: [
    "Present: Ash, Oak, Elm\nApologies: Yew, Fir, Box\nIn attendance: Kit, Sam, Jo\n",
    "1.\tApologies\tKit\n2.\tMinutes\tSam\n", "a,b\nc,d\n", "words\n", "\n\n",
    "Resolved, that the report, as printed, be noted.\n",
  ])
  func proseIsNoCSV(text: String) {
    #expect(CSVForm.delimiter(of: SourceText(name: "x", text: text)) == nil)
  }

  @Test func hostileQuotesTakeLinearTime() throws {
    for unit in ["\"a,\"b,\"c,", "\"\"\"x\n", "\"a\n", "a,\"\"\"b,\n", ",\"\"", "\"\","] {
      let text = "a,b,c\nd,e,f\n" + String(repeating: unit, count: (1 << 20) / unit.utf8.count)
      var cutter = CSVCutter(SourceText(name: "x", text: text), delimiter: 0x2C)
      var lines = 0
      let seconds = secondsOfProcessor {
        while let record = cutter.next() { lines = record.lines.last }
      }
      #expect(lines >= 3)
      #expect(seconds < 60, "\(unit)")
    }
  }

  @Test func anyBytesGiveAPaperOrAnError() async {
    var random = SplitMix64(seed: 11)
    let alphabet = Array(",,\"\"\n;\ta \r\u{0C}\u{2028}é".utf8)
    for _ in 0..<500 {
      let head = Array("a,b,c\nd,e,f\ng,h,i\nj,k,l\n".utf8)
      let bytes = (0..<60).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      _ = try? await PaperForm.read(name: "x", contents: head + bytes)
    }
  }
}
