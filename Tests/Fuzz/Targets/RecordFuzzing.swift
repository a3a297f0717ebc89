import MattersArising

/// A line of JSON that may be a record.
enum RecordFuzzing {
  static func complaint(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let record = PaperRecord(json: text) else { return nil }
    // What was read is written so that reading it gives the same again.
    let written = RecordWriter.object(record)
    guard let again = PaperRecord(json: written) else { return "not read again: \(written)" }
    return RecordWriter.object(again) == written ? nil : "another record: \(written)"
  }
}
