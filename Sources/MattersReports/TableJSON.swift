import MattersRecords

extension ReportTable {
  /// One object a row, as an array: each cell under its heading in small letters; empty ones are
  /// left out.
  public var json: String {
    let keys = columns.map { heading in
      String(heading.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
    var json = JSONText()
    json.beginArray()
    for row in rows {
      json.beginObject()
      for (key, cell) in zip(keys, row) where !cell.isEmpty {
        json.key(named: key)
        json.string(cell)
      }
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}
