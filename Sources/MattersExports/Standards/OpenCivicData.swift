import MattersLinker
import MattersRecords
import MattersText

/// Open Civic Data, as its importer takes it: a file for each object.
///
/// A recommendation or a resolution is a bill, what its decision maker said an action on it. The
/// standard has no word for accepting in part, so what is known of an answer stands in `extras`,
/// and so do information requests and actions, for which it has nothing.
struct OpenCivicData {
  private let holdings: Holdings

  init(_ holdings: Holdings) { self.holdings = holdings }

  var files: [Export.File] {
    jurisdictions
      + holdings.bodies.map { file("organization", organizationID($0), organization($0)) }
      + holdings.people.map { file("person", personID($0.name), person($0)) }
      + holdings.meetings.map { file("event", eventID($0), event($0)) }
      + holdings.matters.filter { $0.matter.kind == .recommendation }.map {
        file("bill", "ocd-bill/\(StableID.uuid("matter", $0.reference))", bill($0))
      }
      + holdings.meetings.flatMap { meeting in
        meeting.resolutions.map { laid, resolution in
          file("bill", resolutionID(laid), bill(resolution, laid, meeting))
        }
      }
      + holdings.meetings.flatMap { meeting in
        meeting.votes.compactMap { laid, vote in
          self.vote(vote, laid, meeting).map {
            file(
              "vote_event",
              "ocd-vote/\(StableID.uuid("vote", laid.document, laid.record.id.description))", $0)
          }
        }
      }
  }

  private func file(_ kind: String, _ id: String, _ tree: JSONTree) -> Export.File {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    return Export.File(name: "\(kind)_\(name).json", text: tree.line)
  }

  // MARK: - Names

  private func jurisdictionID(_ council: String?) -> String {
    "ocd-jurisdiction/country:gb/council:\(StableID.slug(council ?? "unknown"))/government"
  }

  private func organizationID(_ body: Holdings.Body) -> String {
    "ocd-organization/\(StableID.uuid("body", body.council ?? "", body.key.description))"
  }

  private func personID(_ name: String) -> String {
    "ocd-person/\(StableID.uuid("person", MatchKey(name).description))"
  }

  private func eventID(_ meeting: Holdings.Meeting) -> String {
    "ocd-event/\(StableID.uuid("meeting", meeting.name))"
  }

  private func resolutionID(_ laid: LaidRecord) -> String {
    "ocd-bill/\(StableID.uuid("resolution", laid.document, laid.record.id.description))"
  }

  private func sources(_ places: [String]) -> JSONTree {
    .list(places.map { .members(["note": .words($0)]) })
  }

  // MARK: - Objects

  private var jurisdictions: [Export.File] {
    let years = Set(holdings.meetings.map(\.date.municipalYear)).union(
      holdings.matters.compactMap { $0.matter.raised?.municipalYear }
    ).sorted()
    return (holdings.councils.isEmpty ? ["Unknown"] : holdings.councils).map { council in
      let tree = JSONTree.members([
        "_id": .words(jurisdictionID(council)), "name": .words(council),
        "url": "https://www.gov.uk/find-local-council",
        "classification": "government", "division_id": "ocd-division/country:gb",
        "legislative_sessions": .list(
          years.map { year in
            let session = PlainDate(year: year, month: 5, day: 1)?.session ?? "\(year)"
            return .members([
              "identifier": .words(session), "name": .words("Municipal year \(session)"),
              "start_date": .words("\(year)-05-01"), "end_date": .words("\(year + 1)-04-30"),
            ])
          }),
      ])
      return Export.File(name: "jurisdiction_\(StableID.slug(council)).json", text: tree.line)
    }
  }

  private func organization(_ body: Holdings.Body) -> JSONTree {
    let members = holdings.people.flatMap { person in
      person.posts.filter { $0.body?.key == body.key }.map { post in
        JSONTree.members([
          "person_id": .words(personID(person.name)), "person_name": .words(person.name),
          "role": .words(post.role),
        ])
      }
    }
    return .members([
      "_id": .words(organizationID(body)), "name": .words(body.name),
      "classification": body.isExecutive ? "executive" : "committee",
      "jurisdiction_id": .words(jurisdictionID(body.council)),
      "sources": sources(["the register's papers of \(body.name)"]),
      "extras": .members(["memberships": .list(members)]),
    ])
  }

  private func person(_ person: Holdings.Person) -> JSONTree {
    .members([
      "_id": .words(personID(person.name)), "name": .words(person.name),
      "sources": sources([
        "named in the papers as \(person.posts.map(\.role).joined(separator: ", "))"
      ]),
    ])
  }

  private func event(_ meeting: Holdings.Meeting) -> JSONTree {
    let time = meeting.first(\.time)
    let status =
      meeting.first(\.held) == .cancelled
      ? "cancelled" : meeting.hasMinutes ? "passed" : "confirmed"
    let asked = holdings.matters.filter {
      $0.matter.raised == meeting.date && BodyKey($0.matter.body) == meeting.body.key
    }
    return .members([
      "_id": .words(eventID(meeting)), "name": .words(meeting.body.name),
      "start_date": .words(time.map { OParl.moment(meeting.date, $0) } ?? meeting.date.iso),
      "all_day": .flag(time == nil),
      "status": .words(status), "classification": "committee-meeting",
      "location": meeting.first(\.place).map { .members(["name": .words($0)]) },
      "participants": .list([
        .members(["type": "organization", "name": .words(meeting.body.name), "note": "host"])
      ]),
      "documents": .list(
        meeting.papers.map { paper in
          .members([
            "note": .words(paper.isMinutes ? "minutes" : "agenda"), "url": .words(paper.name),
            "media_type": "text/plain",
          ])
        }),
      "agenda": .list(
        meeting.agenda.enumerated().map { agendaItem($0.element, at: $0.offset, meeting) }),
      "sources": sources(meeting.papers.map(\.name)),
      "extras": .members([
        "information_requests": .list(asked.filter { $0.matter.kind == .request }.map(matter)),
        "actions": .list(asked.filter { $0.matter.kind == .action }.map(matter)),
        "type": .text(meeting.first(\.type)?.rawValue),
        "held": .text(meeting.first(\.held)?.rawValue),
      ]),
    ])
  }

  private func agendaItem(
    _ entry: (laid: LaidRecord, item: AgendaItem), at index: Int, _ meeting: Holdings.Meeting
  ) -> JSONTree {
    .members([
      "description": .words(entry.item.title), "order": .words(String(index)),
      "notes": .list([entry.item.purpose].compactMap { $0 }.map { .words($0) }),
      "extras": .members([
        "number": .words(entry.item.number), "source": .words(entry.laid.place),
      ]),
    ])
  }

  private func bill(_ registered: RegisteredMatter) -> JSONTree {
    let matter = registered.matter
    let spoken = matter.events.filter { $0.kind == .decided || $0.kind == .proposed }
    // Where no paper of the executive is there, a tracker or a person says what it decided.
    let told = matter.events.first { $0.kind != .proposed && $0.ruling?.decision != nil }
    let answers =
      spoken.contains { $0.kind == .decided } ? spoken : spoken + [told].compactMap { $0 }
    return .members([
      "_id": .words("ocd-bill/\(StableID.uuid("matter", registered.reference))"),
      "identifier": .words(registered.reference), "title": .words(matter.text),
      "legislative_session": .words(matter.raised?.session ?? "undated"),
      "from_organization": .words(organizationID(holdings.body(of: matter))),
      "classification": ["resolution"],
      "subject": .list([matter.subject].compactMap { $0 }.map { .words($0) }),
      "actions": .list(
        [introduction(matter)].compactMap { $0 } + answers.map { action($0, matter) }),
      "sources": sources(matter.members.map(\.laid.place)),
      "extras": extras(registered),
    ])
  }

  private func introduction(_ matter: Matter) -> JSONTree? {
    matter.raised.map { day in
      .members([
        "organization": .words(organizationID(holdings.body(of: matter))), "date": .words(day.iso),
        "description": .words("Recommended" + (matter.addressedTo.map { " to \($0)" } ?? "")),
        "classification": ["introduction"],
      ])
    }
  }

  private func action(_ event: MatterEvent, _ matter: Matter) -> JSONTree {
    let maker = holdings.body(named: event.ruling?.decidedBy ?? matter.addressedTo)
    return .members([
      "organization": .words(organizationID(maker ?? holdings.body(of: matter))),
      "date": .words(event.date.iso),
      "description": .words(
        (event.kind == .proposed ? "Proposed by officers: " : "")
          + (event.ruling?.asPrinted ?? event.ruling?.decision?.rawValue ?? event.response
            ?? event.kind.rawValue)),
      "classification": ["executive-receipt"],
    ])
  }

  private func bill(
    _ resolution: Resolution, _ laid: LaidRecord, _ meeting: Holdings.Meeting
  ) -> JSONTree {
    .members([
      "_id": .words(resolutionID(laid)), "identifier": .words(laid.record.id.description),
      "title": .words(resolution.text),
      "legislative_session": .words(meeting.date.session),
      "from_organization": .words(organizationID(meeting.body)), "classification": ["resolution"],
      "actions": .list([
        .members([
          "organization": .words(organizationID(meeting.body)), "date": .words(meeting.date.iso),
          "description": "Resolved", "classification": ["passage"],
        ])
      ]),
      "sources": sources([laid.place]),
      "extras": .members([
        "minute": .text(resolution.minute), "label": .text(resolution.label),
        "meeting": .words(eventID(meeting)),
      ]),
    ])
  }

  private func vote(
    _ vote: Vote, _ laid: LaidRecord, _ meeting: Holdings.Meeting
  ) -> JSONTree? {
    let counts = [("yes", vote.for), ("no", vote.against), ("abstain", vote.abstained)]
      .compactMap { option, value in
        value.map { JSONTree.members(["option": .words(option), "value": .number($0)]) }
      }
    let names = [
      ("yes", vote.forNames), ("no", vote.againstNames), ("abstain", vote.abstainedNames),
    ]
    .flatMap { option, names in
      names.map { JSONTree.members(["option": .words(option), "voter_name": .words($0)]) }
    }
    guard !counts.isEmpty || !names.isEmpty else { return nil }
    let isLost = (vote.for ?? 0) < (vote.against ?? 0)
    return .members([
      "_id": .words("ocd-vote/\(StableID.uuid("vote", laid.document, laid.record.id.description))"),
      "motion_text": .words("Minute \(vote.minute ?? "not numbered")"),
      "motion_classification": ["motion"], "start_date": .words(meeting.date.iso),
      "result": .words(isLost ? "fail" : "pass"),
      "organization": .words(organizationID(meeting.body)),
      "legislative_session": .words(meeting.date.session), "counts": .list(counts),
      "votes": .list(names), "sources": sources([laid.place]),
      "extras": .members([
        "result_as_printed": .text(vote.result), "mover": .text(vote.mover),
        "seconder": .text(vote.seconder),
      ]),
    ])
  }

  private func matter(_ registered: RegisteredMatter) -> JSONTree {
    .members([
      "reference": .words(registered.reference), "text": .words(registered.matter.text),
      "sources": sources(registered.matter.members.map(\.laid.place)),
      "state": extras(registered),
    ])
  }

  /// What the standard has no slot for.
  private func extras(_ registered: RegisteredMatter) -> JSONTree { MatterFacts.tree(registered) }
}

extension JSONTree: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
}
