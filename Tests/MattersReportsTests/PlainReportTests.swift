import MattersArising
import MattersLinker
import MattersReports
import MattersTestSupport
import Testing

/// What the reports say of the fictional year.
@Suite struct PlainReportTests {
  static let matters: [RegisteredMatter] = {
    let laid = CorpusPapers.laid(CorpusPapers.brackenmere)
    let own = laid.filter {
      BodyKey($0.setting.body ?? "") == BodyKey(ProgressReportTests.body)
    }
    let executive = laid.filter { BodyKey($0.setting.body ?? "").isExecutive }
    return MatterBuilder.build(
      body: ProgressReportTests.body, records: own, executive: executive
    ).matters.map { RegisteredMatter(reference: $0.keys[0], matter: $0) }
  }()

  static func scope(year: Int? = nil) throws -> ReportScope {
    ReportScope(
      body: ProgressReportTests.body, year: year,
      asOf: try #require(PlainDate(iso: "2024-04-01")))
  }

  private static func recommendations(year: Int? = nil) throws -> PlainReport {
    RecommendationsReport.make(
      matters.filter { $0.matter.kind == .recommendation }, try scope(year: year))
  }

  @Test func theTrackerHasTheColumnsOfTheRealPack() throws {
    let report = try Self.recommendations().choosing(ColumnChoice())
    let csv = report.csv.split(separator: "\r\n")
    expectSame(
      String(csv[0]),
      "Recommendation,Date made,Decision maker,Executive response,Date of response,"
        + "Implementation review date,Status")
    #expect(csv.count - 1 == Self.matters.count { $0.matter.kind == .recommendation })
  }

  /// A council that gives references of its own sees them, where it chose no other columns.
  @Test func referencesStandFirstWhereTheCouncilGivesThem() throws {
    let report = try Self.recommendations().withReferences
    let shown = try report.choosing(ColumnChoice())
    #expect(shown.csv.hasPrefix("Reference,Recommendation,Date made,"))
    #expect(shown.grids[0].entries.allSatisfy { $0.cells[0].words == $0.reference })
    let chosen = try report.choosing(ColumnChoice(keys: ["status", "reference"]))
    #expect(chosen.csv.hasPrefix("Status,Reference\r\n"))
    expectSame(chosen.withReferences.csv, chosen.csv)
  }

  @Test func whatIsNotImplementedIsCarriedOver() throws {
    let own = try Self.recommendations(year: 2023)
    #expect(own.grids.count == 1)
    let later = try Self.recommendations(year: 2024)
    let carried = try #require(later.grids.first)
    #expect(carried.heading == "Made in earlier years and not implemented")
    #expect(carried.entries.count < own.grids[0].entries.count)
    let status = try #require(carried.columns.firstIndex { $0.key == "status" })
    #expect(carried.entries.allSatisfy { $0.cells[status].words != "Completed" })
  }

  @Test func aCouncilChoosesItsColumns() throws {
    let choice = ColumnChoice(
      keys: ["status", "recommendation"], headings: ["status": "Where it stands"])
    let report = try Self.recommendations().choosing(choice)
    #expect(report.csv.hasPrefix("Where it stands,Recommendation\r\n"))
    let row = JSONValue(report.json)?["groups"]?.elements?.first?["rows"]?.elements?.first
    #expect(row?["status"]?.text != nil)
    #expect(row?["date_made"] == nil)
    #expect(row?["reference"] != nil)
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    let report = try Self.recommendations()
    let error = #expect(throws: ColumnChoice.Unknown.self) {
      try report.choosing(ColumnChoice(keys: ["statsu"]))
    }
    let explanation = error?.explanation ?? ""
    #expect(explanation.hasPrefix("no column is called statsu; the columns are: recommendation, "))
  }

  @Test func everySentenceOfTheOfficersReportHasItsSource() throws {
    let meeting = try #require(PlainDate(iso: "2024-03-12"))
    let requests = Self.matters.filter { $0.matter.kind == .request }
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter {
      BodyKey($0.setting.body ?? "") == BodyKey(ProgressReportTests.body)
        && [.minute, .resolution].contains($0.record.kind)
    }
    let report = OfficerReport.make(
      ProgressReport(body: ProgressReportTests.body, meeting: meeting, matters: requests),
      recommendations: Self.matters.filter { $0.matter.kind == .recommendation },
      records: records)
    let progress = report.parts.compactMap { part -> ReportPassage? in
      guard case .passage(let passage) = part,
        passage.heading?.hasPrefix("Progress from the meeting") ?? false
      else { return nil }
      return passage
    }
    let paragraphs = try #require(progress.first).paragraphs
    #expect(paragraphs.count { $0.number != nil } == 4)
    for paragraph in paragraphs {
      // A sentence that only opens a list has its sources in the list.
      for sentence in paragraph.sentences where paragraph.points.isEmpty {
        #expect(!sentence.sources.isEmpty, "\(sentence.words)")
      }
      #expect(paragraph.points.allSatisfy { !$0.sources.isEmpty })
    }
    let markdown = report.markdown
    #expect(
      markdown.contains(
        "A holding reply was received from Head of Property on 1 March 2024; the answer is awaited. [3]"
      ))
    #expect(markdown.contains("\n3. 2024-01-16-cesc-minutes-draft.txt, line 47 ("))
  }

  @Test func theYearInFigures() throws {
    let report = AnnualReport.make(
      Self.matters, questions: [], try Self.scope(year: 2023), nation: .england)
    let row = try #require(report.grids.first { $0.caption == "Recommendations by committee" })
      .entries[0].cells.map(\.words)
    expectSame(
      row, [ProgressReportTests.body, "15", "5", "3", "2", "3", "2", "2", "5 of 13", "79"])
    let html = report.html
    #expect(html.contains("role=\"img\""))
    #expect(html.contains("<title id=\"chart-1-title\">What became of the recommendations"))
    #expect(html.contains(">Accepted</text>"))
    #expect(
      report.csv.hasPrefix(
        "Table,Row,Column,Value\r\n"
          + "What became of the recommendations,Accepted,Number of recommendations,5\r\n"))
    let said = "Number of recommendations. Accepted: 5; In part or in principle: 3;"
    #expect(report.markdown.contains(said))
    #expect(report.terminal(width: 80).contains("Number of recommendations. Accepted: 5;"))
    #expect(report.terminal(width: 80).split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(report.markdown.contains("| --- | ---: | ---: |"))
    let word = report.wordHTML
    #expect(word.split(separator: "custom-style=\"Chart Bar\"").count == 6)
    #expect(!word.contains("<svg"))
  }

  @Test func thePlanIsSortedByDeadlineInItsRatings() throws {
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter {
      $0.record.kind == .planAction
    }
    let report = PlanReport.make(records, ReportScope(asOf: try Self.scope().asOf))
    let numbers = report.grids.map { $0.entries.map { $0.cells[0].words } }
    #expect(report.grids.first?.heading == "Rated amber")
    #expect(numbers.flatMap { $0 }.count == records.count)
    #expect(numbers.contains(["2.1", "2.2"]))
  }
}
