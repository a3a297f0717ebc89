import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports

/// The description of the API, OpenAPI 3.1: made from the lists below and from the vocabularies.
enum OpenAPI {
  /// A type that a value of an answer or of an address has.
  indirect enum Kind: Sendable {
    case text, date, number, place
    case word([String])
    case one(String)
    case many(Kind)
  }

  /// A value of an answer.
  struct Field: Sendable {
    var name: String
    var kind: Kind
    var isOptional: Bool
    var meaning: String

    init(_ name: String, _ kind: Kind, optional: Bool = false, _ meaning: String) {
      self.name = name
      self.kind = kind
      isOptional = optional
      self.meaning = meaning
    }
  }

  /// A value of an address.
  struct Parameter: Sendable {
    var name: String
    var kind: Kind
    var isRequired = false
    var meaning: String
    /// The least that a number may be.
    var least = 1
    var most: Int?
  }

  /// One thing that can be asked.
  struct Operation: Sendable {
    var path: String
    var id: String
    var summary: String
    var parameters: [Parameter]
    var answer: String
    var canBeMissing = false
  }

  static let text: String = {
    var json = JSONText()
    json.beginObject()
    json.field("openapi", "3.1.0")
    json.key("info")
    json.beginObject()
    json.field("title", "Matters Arising")
    json.field("version", "1.0.0")
    json.field(
      "description",
      "What a scrutiny committee asked for, and what became of it. Items taken in private are answered to officers only."
    )
    json.endObject()
    json.key("servers")
    json.beginArray()
    json.beginObject()
    json.field("url", "/")
    json.endObject()
    json.endArray()
    json.key("paths")
    json.beginObject()
    for operation in all { write(operation, &json) }
    json.endObject()
    json.key("components")
    json.beginObject()
    json.key("schemas")
    json.beginObject()
    for (name, fields) in schemas {
      json.key(named: name)
      write(fields, &json)
    }
    json.endObject()
    json.endObject()
    json.endObject()
    return json.text + "\n"
  }()

  /// What can be asked, for the page about the API.
  static let operations: [[String: String]] = all.map {
    ["path": $0.path, "summary": $0.summary]
  }

  // MARK: - Writing

  private static func write(_ operation: Operation, _ json: inout JSONText) {
    json.key(named: operation.path)
    json.beginObject()
    json.key("get")
    json.beginObject()
    json.field("operationId", operation.id)
    json.field("summary", operation.summary)
    if !operation.parameters.isEmpty {
      json.key("parameters")
      json.beginArray()
      for parameter in operation.parameters { write(parameter, operation, &json) }
      json.endArray()
    }
    json.key("responses")
    json.beginObject()
    var answers = [("200", "The answer.", operation.answer, "application/json")]
    let problem = "application/problem+json"
    if !operation.parameters.isEmpty {
      answers.append(("400", "The address was not understood.", "Problem", problem))
    }
    answers.append(("401", "Nobody has signed in.", "Problem", problem))
    if operation.canBeMissing {
      answers.append(("404", "There is no such thing.", "Problem", problem))
    }
    for (status, meaning, schema, type) in answers {
      json.key(named: status)
      json.beginObject()
      json.field("description", meaning)
      json.key("content")
      json.beginObject()
      json.key(named: type)
      json.beginObject()
      json.key("schema")
      write(.one(schema), nil, &json)
      json.endObject()
      json.endObject()
      json.endObject()
    }
    json.endObject()
    json.endObject()
    json.endObject()
  }

  private static func write(
    _ parameter: Parameter, _ operation: Operation, _ json: inout JSONText
  ) {
    json.beginObject()
    json.field("name", parameter.name)
    let isInPath = operation.path.contains("{\(parameter.name)}")
    json.field("in", isInPath ? "path" : "query")
    json.key("required")
    json.bool(parameter.isRequired || isInPath)
    json.field("description", parameter.meaning)
    json.key("schema")
    json.beginObject()
    body(parameter.kind, &json)
    if case .number = parameter.kind {
      json.key("minimum")
      json.number(parameter.least)
    }
    if let most = parameter.most {
      if case .number = parameter.kind { json.key("maximum") } else { json.key("maxLength") }
      json.number(most)
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ fields: [Field], _ json: inout JSONText) {
    json.beginObject()
    json.field("type", "object")
    json.key("additionalProperties")
    json.bool(false)
    json.key("required")
    json.beginArray()
    for field in fields where !field.isOptional { json.string(field.name) }
    json.endArray()
    json.key("properties")
    json.beginObject()
    for field in fields {
      json.key(named: field.name)
      write(field.kind, field.meaning, &json)
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ kind: Kind, _ meaning: String?, _ json: inout JSONText) {
    json.beginObject()
    json.field("description", meaning)
    body(kind, &json)
    json.endObject()
  }

  private static func body(_ kind: Kind, _ json: inout JSONText) {
    switch kind {
    case .text: json.field("type", "string")
    case .date:
      json.field("type", "string")
      json.field("pattern", "^[0-9]{4}(-[0-9]{2}){0,2}")
    case .number: json.field("type", "integer")
    case .place:
      json.field("type", "array")
      json.key("items")
      write(.number, nil, &json)
      for key in ["minItems", "maxItems"] {
        json.key(named: key)
        json.number(2)
      }
    case .word(let words):
      json.field("type", "string")
      json.key("enum")
      json.beginArray()
      for word in words { json.string(word) }
      json.endArray()
    case .one(let name): json.field("$ref", "#/components/schemas/\(name)")
    case .many(let kind):
      json.field("type", "array")
      json.key("items")
      write(kind, nil, &json)
    }
  }
}
