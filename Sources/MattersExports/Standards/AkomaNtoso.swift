import MattersLinker
import MattersRecords
import MattersText

/// Akoma Ntoso 3 for minutes: a debate of one section for each minute, with what was resolved, what
/// was recommended and what was asked for.
enum AkomaNtoso {
  /// A file for each meeting of which there are minutes.
  static func files(_ holdings: Holdings) -> [Export.File] {
    holdings.meetings.filter { $0.hasMinutes && !$0.minutes.isEmpty }.map { meeting in
      Export.File(
        name: "\(StableID.slug(meeting.body.name))-\(meeting.date.iso)-minutes.xml",
        text: document(meeting, holdings))
    }
  }

  private static func document(_ meeting: Holdings.Meeting, _ holdings: Holdings) -> String {
    let matters = holdings.matters.filter {
      $0.matter.raised == meeting.date && BodyKey($0.matter.body) == meeting.body.key
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <debate name="minutes" contains="originalVersion">
      \(meta(meeting, holdings))
      <preface>
      \(paragraph(meeting.body.council, "preface__p_1"))\
      <p eId="preface__p_2"><organization refersTo="#body">\(escape(meeting.body.name))</organization>, \
      <date date="\(meeting.date.iso)">\(meeting.date.inWords)</date></p>
      </preface>
      <debateBody>
      \(meeting.minutes.enumerated().map { section($0.offset + 1, $0.element, meeting, matters) }.joined())\
      </debateBody>
      </debate>
      </akomaNtoso>

      """
  }

  private static func meta(_ meeting: Holdings.Meeting, _ holdings: Holdings) -> String {
    let council = StableID.slug(meeting.body.council ?? "unknown")
    let work =
      "/akn/gb/debate/\(council)/\(StableID.slug(meeting.body.name))/\(meeting.date.iso)/minutes"
    let date = "<FRBRdate date=\"\(meeting.date.iso)\" name=\"meeting\"/>"
    let author = "<FRBRauthor href=\"#body\"/>"
    func level(_ name: String, _ uri: String, _ more: String) -> String {
      "<FRBR\(name)><FRBRthis value=\"\(uri)/!main\"/><FRBRuri value=\"\(uri)\"/>\(date)\(author)\(more)</FRBR\(name)>\n"
    }
    let people = present(meeting, holdings).map { person in
      "<TLCPerson eId=\"\(person.id)\" href=\"/ontology/person/gb/\(council)/\(person.id)\" showAs=\"\(escape(person.name))\"/>\n"
    }.joined()
    return """
      <meta>
      <identification source="#matters">
      \(level("Work", work, "<FRBRcountry value=\"gb\"/>"))\
      \(level("Expression", "\(work)/eng@\(meeting.date.iso)", "<FRBRlanguage language=\"eng\"/>"))\
      \(level("Manifestation", "\(work)/eng@\(meeting.date.iso)/main.xml", ""))\
      </identification>
      <references source="#matters">
      <TLCOrganization eId="body" href="/ontology/organization/gb/\(council)/\(StableID.slug(meeting.body.name))" showAs="\(escape(meeting.body.name))"/>
      <TLCOrganization eId="matters" href="/ontology/organization/gb/matters-arising" showAs="Matters Arising"/>
      \(people)</references>
      </meta>
      """
  }

  private static func present(
    _ meeting: Holdings.Meeting, _ holdings: Holdings
  ) -> [(id: String, name: String)] {
    var seen: Set<String> = []
    return meeting.attendance.filter { $0.presence != .membership }.compactMap { one in
      guard holdings.people.contains(where: { MatchKey($0.name) == MatchKey(one.name) }) else {
        return nil
      }
      let id = "person-\(StableID.slug(one.name))"
      return seen.insert(id).inserted ? (id, one.name) : nil
    }
  }

  private static func section(
    _ number: Int, _ entry: (laid: LaidRecord, minute: Minute), _ meeting: Holdings.Meeting,
    _ matters: [RegisteredMatter]
  ) -> String {
    let id = "dbsect_\(number)"
    let own = matters.filter { $0.matter.minute == entry.minute.number }
    let resolved =
      meeting.resolutions.filter { $0.resolution.minute == entry.minute.number }.map {
        [$0.resolution.label, $0.resolution.text].compactMap { $0 }.joined(separator: " ")
      } + own.filter { $0.matter.kind == .recommendation }.map { words($0, "Recommended") }
    let asked = own.filter { $0.matter.kind == .request }.map { words($0, "Requested") }
    var out = "<debateSection eId=\"\(id)\" name=\"minute\">\n"
    if let number = entry.minute.number { out += "<num>\(escape(number))</num>\n" }
    out += "<heading>\(escape(entry.minute.title))</heading>\n"
    out += block("resolutions", "\(id)__resolutions_1", resolved)
    out += block("questions", "\(id)__questions_1", asked)
    if resolved.isEmpty, asked.isEmpty {
      out += "<p eId=\"\(id)__p_1\">\(escape(entry.laid.place))</p>\n"
    }
    return out + "</debateSection>\n"
  }

  private static func words(_ registered: RegisteredMatter, _ what: String) -> String {
    let matter = registered.matter
    let to = matter.addressedTo.map { " of \($0)" } ?? ""
    let label = matter.label.map { "\($0) " } ?? ""
    return
      "\(what)\(what == "Requested" ? to : ""): \(label)\(matter.text) [\(registered.reference)]"
  }

  private static func block(_ name: String, _ id: String, _ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    let paragraphs = texts.enumerated().map { paragraph($0.element, "\(id)__p_\($0.offset + 1)") }
    return "<\(name) eId=\"\(id)\">\n\(paragraphs.joined())</\(name)>\n"
  }

  private static func paragraph(_ words: String?, _ id: String) -> String {
    guard let words, !words.isEmpty else { return "" }
    return "<p eId=\"\(id)\">\(escape(words))</p>\n"
  }

  /// Words in which nothing is markup, without what XML cannot hold.
  private static func escape(_ words: String) -> String {
    var out = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
