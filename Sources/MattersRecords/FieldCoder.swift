/// Something that walks over a record's fields: the JSON writer, the JSON reader, the schema.
///
/// Every kind lists its fields once, in its `code` method; whatever needs the list is a coder. A
/// writer looks at the values, a reader sets them, the schema only notes names and meanings.
public protocol FieldCoder {
  /// Words that must be there.
  mutating func text(_ key: StaticString, _ value: inout String, _ meaning: StaticString)
  /// Words that may be there.
  mutating func text(_ key: StaticString, _ value: inout String?, _ meaning: StaticString)
  /// A date in ISO 8601, a day or a month.
  mutating func date(_ key: StaticString, _ value: inout String?, _ meaning: StaticString)
  /// Words in order; left out when there are none.
  mutating func list(_ key: StaticString, _ value: inout [String], _ meaning: StaticString)
  /// A whole number.
  mutating func number(_ key: StaticString, _ value: inout Int?, _ meaning: StaticString)
  /// True, or left out.
  mutating func flag(_ key: StaticString, _ value: inout Bool, _ meaning: StaticString)
  /// One of a closed list of words that must be there.
  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W, _ meaning: StaticString)
  /// One of a closed list of words that may be there.
  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W?, _ meaning: StaticString)
}

/// A closed list of words with one spelling in JSON.
public protocol Vocabulary: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String {}

/// What a record says, apart from the keys that every record has.
public protocol RecordContent: Sendable, Hashable {
  /// Which kind it is.
  static var kind: RecordKind { get }
  /// One sentence on what the kind is, for the schema.
  static var meaning: StaticString { get }
  /// A value with nothing in it, for the reader and the schema to fill.
  init()
  /// Lists the fields.
  mutating func code(_ coder: inout some FieldCoder)
}
