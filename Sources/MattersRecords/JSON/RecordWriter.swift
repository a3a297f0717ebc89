import MattersText

/// Writes records as JSON Lines: `kind`, `id` and `lines` first, then the fields in their order.
public struct RecordWriter {
  private var json = JSONText()

  /// Nothing written yet.
  public init() {}

  /// What has been written.
  public var bytes: [UInt8] { json.bytes }

  /// How much to gather before it is passed on: a block of 64 KB.
  public static let block = 65_536

  /// What has been written since the last time, where it is a block or more; nothing otherwise.
  public mutating func takeBlock() -> [UInt8]? {
    json.bytes.count < RecordWriter.block ? nil : json.take()
  }

  /// Writes one record and ends the line.
  public mutating func write(_ record: PaperRecord) {
    writeObject(record)
    json.newline()
  }

  /// One record as a JSON object, without a line end.
  public static func object(_ record: PaperRecord) -> String {
    var writer = RecordWriter()
    writer.writeObject(record)
    return writer.json.text
  }

  private mutating func writeObject(_ record: PaperRecord) {
    json.beginObject()
    json.key("kind")
    json.string(record.kind.rawValue)
    json.key("id")
    json.string(record.id.description)
    json.key("lines")
    json.beginArray()
    json.number(record.lines.first)
    json.number(record.lines.last)
    json.endArray()
    var record = record
    // The coder has the only copy while it writes, so that appending copies nothing.
    var coder = Coder(json: JSONText())
    swap(&json, &coder.json)
    record.code(&coder)
    swap(&json, &coder.json)
    json.endObject()
  }

  private struct Coder: FieldCoder {
    var json: JSONText

    mutating func text(_ key: StaticString, _ value: inout String, _ meaning: StaticString) {
      json.key(key)
      json.string(value)
    }

    mutating func text(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
      guard let value, !value.isEmpty else { return }
      json.key(key)
      json.string(value)
    }

    mutating func date(_ key: StaticString, _ value: inout String?, _ meaning: StaticString) {
      text(key, &value, meaning)
    }

    mutating func list(_ key: StaticString, _ value: inout [String], _ meaning: StaticString) {
      guard !value.isEmpty else { return }
      json.key(key)
      json.beginArray()
      for item in value { json.string(item) }
      json.endArray()
    }

    mutating func number(_ key: StaticString, _ value: inout Int?, _ meaning: StaticString) {
      guard let value else { return }
      json.key(key)
      json.number(value)
    }

    mutating func flag(_ key: StaticString, _ value: inout Bool, _ meaning: StaticString) {
      guard value else { return }
      json.key(key)
      json.bool(true)
    }

    mutating func word<W: Vocabulary>(
      _ key: StaticString, _ value: inout W, _ meaning: StaticString
    ) {
      json.key(key)
      json.string(value.rawValue)
    }

    mutating func word<W: Vocabulary>(
      _ key: StaticString, _ value: inout W?, _ meaning: StaticString
    ) {
      guard var value else { return }
      word(key, &value, meaning)
    }
  }
}
