import MattersRecords

/// A report as JSON.
extension PlainReport {
  /// An object with the report's facts, its tables as groups of rows, its words with their
  /// sources, and the figures of its charts.
  public var json: String {
    var json = JSONText()
    json.beginObject()
    json.field("report", name)
    for fact in facts { json.write(fact) }
    write(passages: parts, to: &json)
    json.key("groups")
    json.beginArray()
    for grid in grids where !grid.entries.isEmpty { write(grid, to: &json) }
    json.endArray()
    write(charts: parts, to: &json)
    json.field("register_head", head)
    json.endObject()
    return json.text + "\n"
  }

  private func write(_ grid: ReportGrid, to json: inout JSONText) {
    json.beginObject()
    json.field("heading", grid.heading ?? grid.caption)
    for fact in grid.facts { json.write(fact) }
    json.key("rows")
    json.beginArray()
    for entry in grid.entries {
      json.beginObject()
      json.field("reference", entry.reference)
      for (column, cell) in zip(grid.columns, entry.cells) {
        if column.key == "reference", entry.reference != nil { continue }
        json.key(named: column.key)
        if case .number(let number) = cell.value {
          json.number(number)
        } else {
          json.string(cell.plain)
        }
      }
      for fact in entry.facts { json.write(fact) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(passages parts: [Part], to json: inout JSONText) {
    let passages = parts.compactMap { part -> ReportPassage? in
      if case .passage(let passage) = part { passage } else { nil }
    }
    guard !passages.isEmpty else { return }
    json.key("passages")
    json.beginArray()
    for passage in passages {
      json.beginObject()
      json.field("heading", passage.heading)
      json.key("paragraphs")
      json.beginArray()
      for paragraph in passage.paragraphs {
        json.beginObject()
        if let number = paragraph.number {
          json.key("number")
          json.number(number)
        }
        json.key("sentences")
        write(paragraph.sentences, to: &json)
        if !paragraph.points.isEmpty {
          json.key("points")
          write(paragraph.points, to: &json)
        }
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ sentences: [ReportSentence], to json: inout JSONText) {
    json.beginArray()
    for sentence in sentences {
      json.beginObject()
      json.field("words", sentence.words)
      if !sentence.sources.isEmpty {
        json.key("sources")
        json.beginArray()
        for source in sentence.sources {
          json.beginObject()
          json.field("document", source.document)
          if !source.lines.isEmpty {
            json.key("lines")
            json.beginArray()
            for line in source.lines { json.number(line) }
            json.endArray()
          }
          json.field("reference", source.reference)
          json.endObject()
        }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
  }

  private func write(charts parts: [Part], to json: inout JSONText) {
    let charts = parts.compactMap { part -> ReportChart? in
      if case .chart(let chart) = part { chart } else { nil }
    }
    guard !charts.isEmpty else { return }
    json.key("charts")
    json.beginArray()
    for chart in charts {
      json.beginObject()
      json.field("title", chart.title)
      json.key("bars")
      json.beginArray()
      for bar in chart.bars {
        json.beginObject()
        json.field("name", bar.name)
        json.key("count")
        json.number(bar.count)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONText {
  fileprivate mutating func write(_ fact: ReportFact) {
    key(named: fact.key)
    switch fact.value {
    case .words(let words): string(words)
    case .number(let number): self.number(number)
    case .flag(let flag): bool(flag)
    }
  }
}
