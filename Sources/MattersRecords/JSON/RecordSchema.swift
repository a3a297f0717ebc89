import MattersText

/// The JSON Schema (draft 2020-12) of a kind of record, made from the same field list as the
/// writer and the reader.
public enum RecordSchema {
  /// The schema of a kind, indented, with a closing line end.
  public static func text(_ kind: RecordKind) -> String {
    var collector = Collector()
    var record = PaperRecord(id: RecordID(""), lines: .init(1, 1), content: RecordBody(empty: kind))
    record.code(&collector)
    let required = ["kind", "id", "lines"] + collector.required
    var out = "{\n"
    out += "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
    out += "  \"title\": \(quote(kind.rawValue)),\n"
    out += "  \"description\": \(quote(meaning(kind))),\n"
    out += "  \"type\": \"object\",\n"
    out += "  \"required\": [\(required.map(quote).joined(separator: ", "))],\n"
    out += "  \"additionalProperties\": false,\n"
    out += "  \"properties\": {\n"
    out += "    \"kind\": { \"const\": \(quote(kind.rawValue)) },\n"
    out += "    \"id\": {\n      \"type\": \"string\",\n      \"minLength\": 1,\n"
    out += "      \"description\": \"Unique in its document.\"\n    },\n"
    out += "    \"lines\": {\n      \"type\": \"array\",\n"
    out += "      \"items\": { \"type\": \"integer\", \"minimum\": 1 },\n"
    out += "      \"minItems\": 2,\n      \"maxItems\": 2,\n"
    out +=
      "      \"description\": \"First and last line in the source, from 1, both included.\"\n    },\n"
    out += collector.properties.joined(separator: ",\n")
    out += "\n  }\n}\n"
    return out
  }

  private static func meaning(_ kind: RecordKind) -> String {
    RecordBody(empty: kind).meaning
  }

  static func quote(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return json.text
  }

  private struct Collector: FieldCoder {
    var properties: [String] = []
    var required: [String] = []

    private mutating func add(_ key: StaticString, _ meaning: StaticString, _ rules: [String]) {
      let all = rules + ["\"description\": " + quote("\(meaning)")]
      properties.append(
        "    \"\(key)\": {\n      " + all.joined(separator: ",\n      ") + "\n    }")
    }

    mutating func text(_ key: StaticString, _ value: inout String, _ meaning: StaticString) {
      required.append("\(key)")
      add(key, meaning, ["\"type\": \"string\"", "\"minLength\": 1"])
    }

    mutating func text(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
      add(key, meaning, ["\"type\": \"string\"", "\"minLength\": 1"])
    }

    mutating func date(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
      let pattern = quote("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")
      add(key, meaning, ["\"type\": \"string\"", "\"pattern\": \(pattern)"])
    }

    mutating func list(_ key: StaticString, _ value: inout [String], _ meaning: StaticString) {
      add(
        key, meaning,
        ["\"type\": \"array\"", "\"items\": { \"type\": \"string\" }", "\"minItems\": 1"])
    }

    mutating func number(_ key: StaticString, _ value: inout Int?, _ meaning: StaticString) {
      add(key, meaning, ["\"type\": \"integer\"", "\"minimum\": 0"])
    }

    mutating func flag(_ key: StaticString, _ value: inout Bool, _ meaning: StaticString) {
      add(key, meaning, ["\"const\": true"])
    }

    mutating func word<W: Vocabulary>(
      _ key: StaticString, _ value: inout W, _ meaning: StaticString
    ) {
      required.append("\(key)")
      var optional: W? = value
      word(key, &optional, meaning)
    }

    mutating func word<W: Vocabulary>(
      _ key: StaticString, _ value: inout W?, _ meaning: StaticString
    ) {
      let words = W.allCases.map { quote($0.rawValue) }.joined(separator: ", ")
      add(key, meaning, ["\"enum\": [\(words)]"])
    }
  }
}
