import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// What the API answers, as JSON.
///
/// Keys without a value are left out.
enum APIAnswer {
  static func list(_ page: StandingPage, _ query: ListQuery, path: String) -> String {
    paged(page.lines, page.count, query.filter.page, query.filter.perPage) { line, json in
      json.field("reference", line.reference)
      json.field("kind", line.kind.rawValue)
      json.field("body", line.body)
      json.field("text", line.wording)
      json.field("subject", line.subject)
      json.field("owner", line.owner)
      json.field("raised", line.raised)
      json.field("state", line.state.rawValue)
      json.field("decision", line.decision?.rawValue)
      json.field("implementation", line.implementation?.rawValue)
      json.field("response", line.response)
      json.field("updated", line.updated)
      json.field("answered", line.answered)
      json.field("last_day_estimate", line.lastDay)
    } next: {
      query.address(path, page: $0)
    }
  }

  static func papers(_ found: (papers: [PaperLine], count: Int), _ page: Int, _ size: Int)
    -> String
  {
    paged(found.papers, found.count, page, size) { line, json in
      write(line, &json)
    } next: {
      address("/api/papers", $0, size)
    }
  }

  static func meetings(_ found: (meetings: [MeetingLine], count: Int), _ page: Int, _ size: Int)
    -> String
  {
    paged(found.meetings, found.count, page, size) { line, json in
      json.field("body", line.body)
      json.field("date", line.date)
      json.key("papers")
      json.number(line.papers)
    } next: {
      address("/api/meetings", $0, size)
    }
  }

  static func paper(_ paper: PaperText) -> String {
    object { json in
      write(paper.line, &json)
      json.key("lines")
      json.beginArray()
      for (index, words) in paper.source.quote(LineRange(1, paper.source.lineCount)).enumerated()
      where paper.isShown(index + 1) {
        json.beginObject()
        json.key("number")
        json.number(index + 1)
        json.key("text")
        json.string(words)
        json.endObject()
      }
      json.endArray()
      json.key("records")
      json.beginArray()
      for (lines, record) in paper.records {
        json.beginObject()
        json.field("kind", record.kind.rawValue)
        json.field("id", record.id.description)
        write(lines, &json)
        json.field("certainty", record.certainty.rawValue)
        json.field("text", record.spokenWords)
        json.endObject()
      }
      json.endArray()
    }
  }

  static func search(_ hits: [SearchHit]) -> String {
    object { json in
      json.key("count")
      json.number(hits.count)
      json.key("items")
      json.beginArray()
      for hit in hits {
        json.beginObject()
        json.key("paper")
        json.number(Int(hit.paper))
        json.field("name", hit.document)
        write(hit.lines, &json)
        json.key("excerpt")
        json.string(hit.excerpt(marked: "", ""))
        json.endObject()
      }
      json.endArray()
    }
  }

  static func overview(_ figures: RegisterFigures, asOf day: PlainDate) -> String {
    object { json in
      json.field("as_of", day.iso)
      json.key("papers")
      json.number(figures.papers)
      json.key("late_estimate")
      json.number(figures.late)
      write("states", figures.states, &json)
      write("raised_by_month", figures.raised, &json)
      write("answered_by_month", figures.answered, &json)
      json.key("timeliness")
      json.beginArray()
      for one in figures.timeliness {
        json.beginObject()
        json.field("owner", one.owner)
        for (key, count) in [("in_time", one.inTime), ("late", one.late), ("waiting", one.waiting)]
        {
          json.key(named: key)
          json.number(count)
        }
        json.endObject()
      }
      json.endArray()
    }
  }

  static func thread(_ registered: RegisteredMatter, _ papers: [String: Int64]) -> String {
    let matter = registered.matter
    let position = matter.events.last.flatMap { matter.position(.endOf($0.date)) }
    return object { json in
      json.field("reference", registered.reference)
      json.field("kind", matter.kind.rawValue)
      json.field("body", matter.body)
      json.field("text", matter.wording)
      json.field("subject", matter.subject)
      json.field("owner", matter.responsible ?? matter.addressedTo)
      json.field("raised", matter.raised?.iso)
      json.field("minute", matter.minute)
      json.field("state", (position?.state ?? .pending).rawValue)
      json.field("decision", position?.ruling?.decision?.rawValue)
      json.key("events")
      json.beginArray()
      for event in matter.events { write(event, papers, &json) }
      json.endArray()
    }
  }

  // MARK: - Parts

  private static func write(
    _ event: MatterEvent, _ papers: [String: Int64], _ json: inout JSONText
  ) {
    json.beginObject()
    json.field("event", event.kind.rawValue)
    json.field("date", event.date.iso)
    json.field("state", event.state?.rawValue)
    json.field("decision", event.ruling?.decision?.rawValue)
    json.field("response", event.response)
    json.field("from", event.from)
    json.field("minute", event.minute)
    switch event.source {
    case .paper(let hash, let name, let lines, _):
      if let id = papers[hash] {
        json.key("paper")
        json.number(Int(id))
      }
      json.field("name", name)
      write(lines, &json)
    case .person(let name, let at):
      json.field("entered_by", name)
      json.field("entered_at", at)
    }
    json.field("because", event.because)
    json.endObject()
  }

  private static func write(_ line: PaperLine, _ json: inout JSONText) {
    json.key("id")
    json.number(Int(line.id))
    json.key("name")
    json.string(line.name)
    json.field("body", line.body)
    json.field("date", line.date)
    json.field("ingested_at", line.ingestedAt)
    json.key("record_count")
    json.number(line.records)
  }

  private static func write(_ lines: LineRange, _ json: inout JSONText) {
    json.key("place")
    json.beginArray()
    json.number(lines.first)
    json.number(lines.last)
    json.endArray()
  }

  private static func write(
    _ key: String, _ counts: [RegisterFigures.Count], _ json: inout JSONText
  ) {
    json.key(named: key)
    json.beginArray()
    for count in counts {
      json.beginObject()
      json.field("kind", count.kind.rawValue)
      json.field("key", count.key)
      json.key("count")
      json.number(count.count)
      json.endObject()
    }
    json.endArray()
  }

  private static func object(_ write: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    json.beginObject()
    write(&json)
    json.endObject()
    return json.text + "\n"
  }

  private static func paged<T>(
    _ items: [T], _ count: Int, _ page: Int, _ size: Int,
    _ write: (T, inout JSONText) -> Void, next: (Int) -> String
  ) -> String {
    object { json in
      for (key, number) in [("count", count), ("page", page), ("per_page", size)] {
        json.key(named: key)
        json.number(number)
      }
      if count > size, page <= (count - 1) / size { json.field("next", next(page + 1)) }
      json.key("items")
      json.beginArray()
      for item in items {
        json.beginObject()
        write(item, &json)
        json.endObject()
      }
      json.endArray()
    }
  }

  private static func address(_ path: String, _ page: Int, _ size: Int) -> String {
    Address.query(
      path, [("page", String(page)), ("per_page", size == 50 ? nil : String(size))])
  }
}
