import MattersLinker
import MattersRecords
import MattersText

/// OParl 1.1: the lists that a server of the standard gives, as files.
///
/// Everything has an address there, which is made from the one at which the data will be served.
struct OParl {
  private let holdings: Holdings
  private let address: String

  init(_ holdings: Holdings, address: String) {
    self.holdings = holdings
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  var files: [Export.File] {
    [
      Export.File(name: "system.json", text: system.line),
      list("bodies", councils.map(body)),
      list("organizations", holdings.bodies.map(organization)),
      list("people", holdings.people.map(person)),
      list("meetings", holdings.meetings.map(meeting)),
      list("papers", holdings.matters.map(paper)),
      list("agenda-items", holdings.meetings.flatMap(agendaItems)),
      list(
        "files", holdings.meetings.flatMap { meeting in meeting.papers.map { file($0, meeting) } }),
    ]
  }

  private var councils: [String] { holdings.councils.isEmpty ? ["Unknown"] : holdings.councils }

  /// An external list, with all its elements on one page.
  private func list(_ name: String, _ data: [JSONTree]) -> Export.File {
    let tree = JSONTree.object([
      .init(key: "data", value: .list(data)),
      .init(
        key: "pagination",
        value: .members(["totalElements": .number(data.count), "totalPages": 1, "currentPage": 1])),
      .init(key: "links", value: .members(["first": .words("\(address)/\(name).json")])),
    ])
    return Export.File(name: "\(name).json", text: tree.line)
  }

  private func type(_ name: String) -> JSONTree { .words("https://schema.oparl.org/1.1/\(name)") }

  private func id(_ kind: String, _ name: String...) -> String {
    "\(address)/\(kind)/\(StableID.uuid("oparl", kind, name.joined(separator: "|")))"
  }

  private func bodyID(_ council: String?) -> String { id("body", council ?? councils[0]) }
  private func id(_ body: Holdings.Body) -> String {
    id("organization", body.council ?? "", body.key.description)
  }
  private func id(_ meeting: Holdings.Meeting) -> String { id("meeting", meeting.name) }
  private func id(_ item: LaidRecord) -> String {
    id("agendaitem", item.document, item.record.id.description)
  }

  // MARK: - Objects

  private var system: JSONTree {
    .members([
      "id": .words("\(address)/system.json"), "type": type("System"),
      "oparlVersion": "https://schema.oparl.org/1.1/", "name": "Matters Arising",
      "body": .words("\(address)/bodies.json"),
    ])
  }

  private func body(_ council: String) -> JSONTree {
    .members([
      "id": .words(bodyID(council)), "type": type("Body"), "name": .words(council),
      "system": .words("\(address)/system.json"),
      "organization": .words("\(address)/organizations.json"),
      "person": .words("\(address)/people.json"), "meeting": .words("\(address)/meetings.json"),
      "paper": .words("\(address)/papers.json"),
      "agendaItem": .words("\(address)/agenda-items.json"),
      "file": .words("\(address)/files.json"),
      "legislativeTerm": .list(
        Set(holdings.meetings.map(\.date.municipalYear)).sorted().map { year in
          .members([
            "id": .words(id("legislativeterm", council, "\(year)")),
            "type": type("LegislativeTerm"),
            "body": .words(bodyID(council)),
            "name": .words(
              "Municipal year \(PlainDate(year: year, month: 5, day: 1)?.session ?? "")"),
            "startDate": .words("\(year)-05-01"), "endDate": .words("\(year + 1)-04-30"),
          ])
        }),
    ])
  }

  private func organization(_ body: Holdings.Body) -> JSONTree {
    .members([
      "id": .words(id(body)), "type": type("Organization"), "body": .words(bodyID(body.council)),
      "name": .words(body.name), "shortName": .words(ShortName.of(body.name)),
      "organizationType": .words(body.isExecutive ? "Exekutive" : "Gremium"),
      "classification": .words(body.isExecutive ? "Executive" : "Committee"),
    ])
  }

  private func person(_ person: Holdings.Person) -> JSONTree {
    let id = id("person", MatchKey(person.name).description)
    return .members([
      "id": .words(id), "type": type("Person"),
      "body": .words(bodyID(person.posts.first?.body?.council)),
      "name": .words(person.name),
      "membership": .list(
        person.posts.compactMap { post in
          guard let body = post.body else { return nil }
          return .members([
            "id": .words(self.id("membership", person.name, post.role, body.key.description)),
            "type": type("Membership"), "person": .words(id),
            "organization": .words(self.id(body)), "role": .words(post.role),
          ])
        }),
    ])
  }

  private func meeting(_ meeting: Holdings.Meeting) -> JSONTree {
    let isCancelled = meeting.first(\.held) == .cancelled
    let time = meeting.first(\.time)
    return .members([
      "id": .words(id(meeting)), "type": type("Meeting"), "name": .words(meeting.body.name),
      "meetingState": .words(meeting.hasMinutes ? "durchgeführt" : "eingeladen"),
      "cancelled": .flag(isCancelled), "start": .words(Self.moment(meeting.date, time)),
      "organization": .list([.words(id(meeting.body))]),
      "location": meeting.first(\.place).map {
        .members([
          "id": .words(id("location", $0)), "type": type("Location"), "description": .words($0),
        ])
      },
      "participant": .list(
        meeting.attendance.filter { $0.presence == .present || $0.presence == .remote }
          .compactMap { one in holdings.people.first { MatchKey($0.name) == MatchKey(one.name) } }
          .map { .words(id("person", MatchKey($0.name).description)) }),
      "invitation": meeting.papers.first { !$0.isMinutes }.map { file($0, meeting) },
      "resultsProtocol": meeting.papers.first { $0.isMinutes }.map { file($0, meeting) },
      "agendaItem": .list(agendaItems(meeting)),
      // The hour is not in the papers; midnight stands for the day.
      "matters:dayOnly": time == nil ? true : nil,
    ])
  }

  private func agendaItems(_ meeting: Holdings.Meeting) -> [JSONTree] {
    let agenda = meeting.agenda.enumerated().map { index, entry in
      JSONTree.members([
        "id": .words(id(entry.laid)), "type": type("AgendaItem"), "meeting": .words(id(meeting)),
        "number": .words(entry.item.number), "order": .number(index),
        "name": .words(entry.item.title), "public": true,
      ])
    }
    let minutes = meeting.minutes.enumerated().map { index, entry in
      let texts = meeting.resolutions.filter { $0.resolution.minute == entry.minute.number }
        .map { [$0.resolution.label, $0.resolution.text].compactMap { $0 }.joined(separator: " ") }
      return JSONTree.members([
        "id": .words(id(entry.laid)), "type": type("AgendaItem"), "meeting": .words(id(meeting)),
        "number": .text(entry.minute.number), "order": .number(agenda.count + index),
        "name": .words(entry.minute.title), "public": true,
        "result": texts.isEmpty ? nil : "resolved",
        "resolutionText": .words(texts.joined(separator: "\n")),
      ])
    }
    return agenda + minutes
  }

  /// A recommendation, request or action as a paper; where it went is its consultation.
  private func paper(_ registered: RegisteredMatter) -> JSONTree {
    let matter = registered.matter
    let id = id("paper", registered.reference)
    let owner = holdings.body(of: matter)
    let kind =
      switch matter.kind {
      case .request: "Information request"
      case .recommendation: "Recommendation"
      case .action: "Action"
      }
    var consultations: [JSONTree] = []
    if let meeting = holdings.meetings.first(where: {
      $0.body.key == owner.key && $0.date == matter.raised
    }) {
      consultations.append(
        .members([
          "id": .words(self.id("consultation", registered.reference, "made")),
          "type": type("Consultation"), "paper": .words(id), "meeting": .words(self.id(meeting)),
          "organization": .list([.words(self.id(owner))]), "authoritative": false,
          "role": "made",
        ]))
    }
    if let maker = holdings.body(named: matter.addressedTo) {
      consultations.append(
        .members([
          "id": .words(self.id("consultation", registered.reference, "decided")),
          "type": type("Consultation"), "paper": .words(id),
          "organization": .list([.words(self.id(maker))]), "authoritative": true,
          "role": "decision",
        ]))
    }
    return .members([
      "id": .words(id), "type": type("Paper"), "body": .words(bodyID(owner.council)),
      "name": .words(matter.text), "reference": .words(registered.reference),
      "date": .text(matter.raised?.iso), "paperType": .words(kind),
      "underDirectionOf": .list([.words(self.id(owner))]), "consultation": .list(consultations),
      "matters:matter": MatterFacts.tree(registered),
    ])
  }

  private func file(_ paper: Holdings.Paper, _ meeting: Holdings.Meeting) -> JSONTree {
    let id = id("file", paper.hash)
    return .members([
      "id": .words(id), "type": type("File"), "name": .words(paper.name),
      "fileName": .words(paper.name), "mimeType": "text/plain", "date": .words(meeting.date.iso),
      "accessUrl": .words("\(id).txt"), "matters:sha256": .words(paper.hash),
    ])
  }

  /// A moment in the time of the United Kingdom, RFC 3339.
  static func moment(_ day: PlainDate, _ time: String?) -> String {
    "\(day.iso)T\(time ?? "00:00"):00\(isSummer(day) ? "+01:00" : "+00:00")"
  }

  /// Whether clocks are an hour ahead at midday: from the last Sunday of March to the Saturday
  /// before the last Sunday of October.
  private static func isSummer(_ day: PlainDate) -> Bool {
    func lastSunday(_ month: Int) -> PlainDate? {
      guard let last = PlainDate(year: day.year, month: month, day: 31) else { return nil }
      return (0..<7).lazy.compactMap { last.adding(days: -$0) }.first { $0.weekday == "Sunday" }
    }
    guard let start = lastSunday(3), let end = lastSunday(10) else { return false }
    return day >= start && day < end
  }
}
