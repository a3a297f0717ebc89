import MattersText

extension PaperRecord {
  /// Reads a record from a line of JSON Lines, or nothing where it is not one of ours.
  ///
  /// Unknown keys are passed over, so that a newer version's file can still be read.
  public init?(json text: String) {
    guard let value = JSONValue(text), let kind = value["kind"]?.text.flatMap(RecordKind.init),
      let id = value["id"]?.text, let lines = value["lines"]?.elements, lines.count == 2,
      let first = lines[0].whole, let last = lines[1].whole
    else { return nil }
    self.init(
      id: RecordID(id), lines: LineRange(first, last), content: RecordBody(empty: kind))
    var coder = JSONFieldReader(object: value)
    code(&coder)
    guard !coder.failed else { return nil }
  }
}

private struct JSONFieldReader: FieldCoder {
  let object: JSONValue
  /// Whether a key that must be there was missing or of the wrong kind.
  var failed = false

  private func member(_ key: StaticString) -> JSONValue? { object["\(key)"] }

  mutating func text(_ key: StaticString, _ value: inout String, _ meaning: StaticString) {
    guard let words = member(key)?.text else {
      failed = true
      return
    }
    value = words
  }

  mutating func text(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
    value = member(key)?.text
  }

  mutating func date(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
    value = member(key)?.text
  }

  mutating func list(_ key: StaticString, _ value: inout [String], _ meaning: StaticString) {
    value = member(key)?.elements?.compactMap(\.text) ?? []
  }

  mutating func number(_ key: StaticString, _ value: inout Int?, _ meaning: StaticString) {
    value = member(key)?.whole
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool, _ meaning: StaticString) {
    value = member(key) == .bool(true)
  }

  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W, _ meaning: StaticString)
  {
    guard let word = member(key)?.text.flatMap(W.init(rawValue:)) else {
      failed = true
      return
    }
    value = word
  }

  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W?, _ meaning: StaticString)
  {
    value = member(key)?.text.flatMap(W.init(rawValue:))
  }
}
