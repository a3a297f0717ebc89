public import MattersRecords
import MattersText

/// A record with the document it was read from, as the register knows it.
public struct LaidRecord: Sendable {
  /// The SHA-256 of the document's text: the document's name that never changes.
  public var document: String
  /// The document's file name, for people.
  public var documentName: String
  /// The record.
  public var record: PaperRecord
  /// The meeting whose paper it stands in.
  public var setting: RecordSetting
  /// For a response: the records of its own document that it answers.
  public var answers: [RecordID] = []
  /// Who entered it by hand; nothing where it was read from a document.
  public var entered: Entered?

  /// A record in its document.
  public init(
    document: String, documentName: String, record: PaperRecord, setting: RecordSetting
  ) {
    self.document = document
    self.documentName = documentName
    self.record = record
    self.setting = setting
  }

  /// Records in an order that does not depend on when documents were ingested.
  ///
  /// What is sorted are their places: a record is large to move.
  static func inOrder(_ records: [LaidRecord]) -> [LaidRecord] {
    let days = records.map(\.rank)
    return records.indices.sorted { a, b in
      if days[a] != days[b] { return days[a] < days[b] }
      if records[a].documentName != records[b].documentName {
        return records[a].documentName < records[b].documentName
      }
      if records[a].document != records[b].document {
        return records[a].document < records[b].document
      }
      if records[a].record.lines != records[b].record.lines {
        return records[a].record.lines < records[b].record.lines
      }
      return records[a].record.id < records[b].record.id
    }.map { records[$0] }
  }

  /// The day as a number; what has none comes behind, and what people entered behind what papers say.
  private var rank: Int {
    if let entered { return 1 << 61 + Int(entered.number) }
    return setting.date.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 1 << 60
  }
}
