// Links between records.

/// A link between two records, with its evidence.
public struct Link: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.link
  /// What the kind is.
  public static let meaning: StaticString = "A link between two records, with its evidence."

  /// The id of the record that refers.
  public var from: String = ""
  /// The id of the record referred to.
  public var to: String = ""
  /// What the link says.
  public var relation: Relation = .tracks
  /// How firmly it stands.
  public var grade: LinkGrade = .exact

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("from", &from, "The id of the record that refers.")
    coder.text("to", &to, "The id of the record referred to.")
    coder.word("relation", &relation, "What the link says.")
    coder.word("grade", &grade, "How firmly it stands.")
  }
}
