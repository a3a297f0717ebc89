import MattersRecords

/// A JSON value whose members keep their order; members that have no value are left out.
indirect enum JSONTree: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case words(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSONTree])
  case object([Member])

  /// A member of an object.
  struct Member: Sendable {
    var key: String
    var value: JSONTree
  }

  init(stringLiteral value: String) { self = .words(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }

  /// An object of what has a value: no words, no elements and no members are none.
  static func members(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(
      members.compactMap { key, value in
        guard let value, !value.isNothing else { return nil }
        return Member(key: key, value: value)
      })
  }

  /// Words, or nothing where there are none.
  static func text(_ words: String?) -> JSONTree? { words.map { .words($0) } }

  private var isNothing: Bool {
    switch self {
    case .words(let words): words.isEmpty
    case .list(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .number, .flag, .null: false
    }
  }

  /// The value as a line of JSON.
  var line: String {
    var json = JSONText()
    write(to: &json)
    return json.text + "\n"
  }

  private func write(to json: inout JSONText) {
    switch self {
    case .words(let words): json.string(words)
    case .number(let number): json.number(number)
    case .flag(let flag): json.bool(flag)
    case .null: json.null()
    case .list(let elements):
      json.beginArray()
      for element in elements { element.write(to: &json) }
      json.endArray()
    case .object(let members):
      json.beginObject()
      for member in members {
        json.key(named: member.key)
        member.value.write(to: &json)
      }
      json.endObject()
    }
  }
}
