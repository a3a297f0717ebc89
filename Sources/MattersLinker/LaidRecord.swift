public import MattersRecords

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

  /// An order that does not depend on when documents were ingested.
  static func inOrder(_ a: LaidRecord, _ b: LaidRecord) -> Bool {
    // What papers say comes before what people entered.
    if (a.entered == nil) != (b.entered == nil) { return a.entered == nil }
    if let x = a.entered, let y = b.entered { return x.number < y.number }
    let (x, y) = (a.setting.date, b.setting.date)
    if let x, let y, x != y { return x < y }
    if (x == nil) != (y == nil) { return x != nil }
    if a.documentName != b.documentName { return a.documentName < b.documentName }
    if a.document != b.document { return a.document < b.document }
    if a.record.lines != b.record.lines { return a.record.lines < b.record.lines }
    return a.record.id < b.record.id
  }
}
