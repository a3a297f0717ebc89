import MattersRecords

/// Records that were just stored: those who ask for them in the same transaction need not read them.
struct RecordsInHand {
  /// A document's records, whose rows have numbers one behind the other.
  private struct Paper {
    var first: Int64
    var records: [(record: PaperRecord, setting: RecordSetting)]
  }

  private var papers: [Int64: Paper] = [:]

  /// Keeps the records of a document, the first of which has a number.
  mutating func keep(
    _ records: [(record: PaperRecord, setting: RecordSetting)], of document: Int64,
    from first: Int64
  ) {
    papers[document] = Paper(first: first, records: records)
  }

  /// The record in a row of a document, where it is there.
  func record(_ row: Int64, of document: Int64) -> PaperRecord? {
    guard let paper = papers[document] else { return nil }
    let place = Int(row - paper.first)
    return paper.records.indices.contains(place) ? paper.records[place].record : nil
  }
}
