import MattersRecords
import MattersText

/// A coder that sets every field, each to a value of its own, with letters that JSON has to escape.
struct FillingCoder: FieldCoder {
  /// The keys in the order in which they were listed.
  var keys: [String] = []
  /// Makes the values of one record differ from those of another.
  var salt: Int

  private mutating func words(_ key: StaticString) -> String {
    keys.append("\(key)")
    return
      "\(key) \(keys.count)\(salt): “Siân's” \"£5\" \\ / \t\n\r\u{1}\u{7F} 🏛 é e\u{301} \u{2028}"
  }

  mutating func text(_ key: StaticString, _ value: inout String, _ meaning: StaticString) {
    value = words(key)
  }

  mutating func text(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
    value = words(key)
  }

  mutating func date(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
    keys.append("\(key)")
    value = salt.isMultiple(of: 2) ? "2022-10-11" : "2022-10"
  }

  mutating func list(_ key: StaticString, _ value: inout [String], _ meaning: StaticString) {
    let first = words(key)
    value = [first, "", "second, \(first)"]
  }

  mutating func number(_ key: StaticString, _ value: inout Int?, _ meaning: StaticString) {
    keys.append("\(key)")
    value = keys.count * 1_000 + salt
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool, _ meaning: StaticString) {
    keys.append("\(key)")
    value = true
  }

  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W, _ meaning: StaticString)
  {
    keys.append("\(key)")
    let all = Array(W.allCases)
    value = all[all.count - 1 - salt % all.count]
  }

  mutating func word<W: Vocabulary>(_ key: StaticString, _ value: inout W?, _ meaning: StaticString)
  {
    keys.append("\(key)")
    let all = Array(W.allCases)
    value = all[all.count - 1 - salt % all.count]
  }
}

extension PaperRecord {
  /// A record of a kind with every field set, and its keys in order.
  static func filled(_ kind: RecordKind, salt: Int = 0) -> (record: PaperRecord, keys: [String]) {
    var record = PaperRecord(
      id: RecordID("\(kind.rawValue)-2022-10-11-\(salt)"), lines: LineRange(3 + salt, 9 + salt),
      content: RecordBody(empty: kind))
    var coder = FillingCoder(salt: salt)
    record.code(&coder)
    return (record, coder.keys)
  }
}
