public import MattersLinker
public import MattersRecords
public import MattersText

/// Which matters to list.
public struct MatterFilter: Sendable {
  /// What was asked.
  public var kind: Asked.Kind
  /// The committee: its name, its short name, or words that only its name has.
  public var body: String?
  /// Asked on this day or later.
  public var raisedSince: PlainDate?

  /// Leave out what was completed, withdrawn or discontinued at the end of this day, as far as the
  /// register tells so without working it out.
  public var openAt: PlainDate?

  /// A filter; what is not given does not narrow.
  public init(
    kind: Asked.Kind, body: String? = nil, raisedSince: PlainDate? = nil, openAt: PlainDate? = nil
  ) {
    self.kind = kind
    self.body = body
    self.raisedSince = raisedSince
    self.openAt = openAt
  }
}

/// A record of the register with its place and everything that is said of it.
public struct RecordDetail: Sendable {
  /// The record.
  public var record: PaperRecord
  /// The document's file name.
  public var documentName: String
  /// The lines it was read from, as the source has them.
  public var quotation: [String]
  /// Links of the document that touch it, with the id at the other end.
  public var links: [LinkDetail]
}

/// A link as seen from one of its ends.
public struct LinkDetail: Sendable {
  /// What it says.
  public var relation: Relation
  /// Whether the record shown is the one that refers.
  public var isOutgoing: Bool
  /// The other record's id.
  public var other: RecordID
  /// The other record's document.
  public var documentName: String
  /// The other record's lines.
  public var lines: LineRange
  /// How firmly it stands.
  public var grade: LinkGrade
  /// The evidence, in one line.
  public var because: String
  /// Whether the other record is for officers alone.
  public var isWithheld = false
}
