import MattersRecords
import MattersText
import Testing

/// Headings of trackers as data.
@Suite struct TrackerColumnTests {
  @Test func everyHeadingIsFoldedAndHasOneMeaning() {
    var owners: [String: TrackerColumn] = [:]
    for (column, headings) in TrackerColumns.synonyms {
      for heading in headings {
        #expect(MatchKey(heading).description == heading, "\(heading) is not folded")
        #expect(
          owners[heading] == nil,
          "\(heading) is \(column) and \(String(describing: owners[heading]))")
        owners[heading] = column
      }
    }
  }

  @Test(arguments: [
    ("INFORMATION REQUEST", TrackerColumn.request), ("Department Responsible:", .responsible),
    ("Date  updated", .updated), ("Response / Update", .response), ("Due Date", .due),
    ("We said", .recommendation), ("The Panel said", .recommendation),
    ("Mayor's answer", .decision),
    ("In whose hands", .responsible), ("Where are we now?", .response),
  ]) func aHeadingIsKnownHoweverItIsPrinted(_ heading: String, _ column: TrackerColumn) {
    #expect(TrackerColumns.column(of: heading) == column)
  }

  @Test func ofTwoColumnsThatMeanTheSameTheFirstIsTaken() {
    let columns = TrackerColumns(header: ["Ref", "Ponds", "Request", "Information request"])
    #expect(columns.index == [.reference: 0, .request: 2])
  }
}
