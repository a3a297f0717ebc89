import MattersLinker
import MattersRecords
import MattersText

/// Popolo, in one file: organisations, persons, memberships, events, motions and votes.
///
/// Only councillors, co-optees and the holders of named posts are persons. What the executive made
/// of a motion has no place in the standard; it stands in a member of our own, `matters`.
struct Popolo {
  private let holdings: Holdings

  init(_ holdings: Holdings) { self.holdings = holdings }

  var files: [Export.File] {
    let tree = JSONTree.members([
      "organizations": .list(councils + holdings.bodies.map(organization)),
      "persons": .list(
        holdings.people.map {
          .members(["id": .words(id("person", $0.name)), "name": .words($0.name)])
        }), "memberships": .list(memberships), "events": .list(holdings.meetings.map(event)),
      "motions": .list(
        holdings.matters.filter { $0.matter.kind == .recommendation }.map(motion)
          + holdings.meetings.flatMap(resolutions)),
      "vote_events": .list(holdings.meetings.flatMap(votes)),
    ])
    return [Export.File(name: "popolo.json", text: tree.line)]
  }

  private func id(_ kind: String, _ name: String) -> String {
    StableID.uuid("popolo", kind, MatchKey(name).description)
  }

  private func id(_ body: Holdings.Body) -> String {
    StableID.uuid("popolo", "body", body.council ?? "", body.key.description)
  }

  private func id(_ meeting: Holdings.Meeting) -> String {
    StableID.uuid("popolo", "meeting", meeting.name)
  }

  /// Where something was read: the paper by the hash of its text, and the lines in words.
  private func sources(_ places: [(hash: String, place: String)]) -> JSONTree {
    .list(
      places.map { hash, place in
        .members(["url": .words("urn:sha256:\(hash)"), "note": .words(place)])
      })
  }

  private var councils: [JSONTree] {
    holdings.councils.map {
      .members([
        "id": .words(id("council", $0)), "name": .words($0), "classification": "local authority",
      ])
    }
  }

  private func organization(_ body: Holdings.Body) -> JSONTree {
    .members([
      "id": .words(id(body)), "name": .words(body.name),
      "classification": body.isExecutive ? "executive" : "committee",
      "parent_id": body.council.map { .words(id("council", $0)) },
    ])
  }

  private var memberships: [JSONTree] {
    holdings.people.flatMap { person in
      person.posts.map { post in
        .members([
          "id": .words(
            StableID.uuid("membership", person.name, post.role, post.body?.key.description ?? "")),
          "person_id": .words(id("person", person.name)),
          "organization_id": post.body.map { .words(id($0)) }
            ?? holdings.councils.first.map { .words(id("council", $0)) }, "role": .words(post.role),
        ])
      }
    }
  }

  private func event(_ meeting: Holdings.Meeting) -> JSONTree {
    let time = meeting.first(\.time)
    let present = meeting.attendance.filter { $0.presence == .present || $0.presence == .remote }
      .compactMap { one in holdings.people.first { MatchKey($0.name) == MatchKey(one.name) } }
    return .members([
      "id": .words(id(meeting)), "name": .words("\(meeting.body.name), \(meeting.date.inWords)"),
      "classification": "meeting", "organization_id": .words(id(meeting.body)),
      "start_date": .words(time.map { OParl.moment(meeting.date, $0) } ?? meeting.date.iso),
      "status": .words(
        meeting.first(\.held) == .cancelled
          ? "cancelled" : meeting.hasMinutes ? "passed" : "confirmed"),
      "location": .text(meeting.first(\.place)),
      "attendees": .list(
        present.map { .members(["id": .words(id("person", $0.name)), "name": .words($0.name)]) }),
      "sources": sources(meeting.papers.map { ($0.hash, $0.name) }),
    ])
  }

  private func motion(_ registered: RegisteredMatter) -> JSONTree {
    let matter = registered.matter
    return .members([
      "id": .words(StableID.uuid("popolo", "motion", registered.reference)),
      "identifier": .words(registered.reference), "text": .words(matter.text),
      "classification": "recommendation", "date": .text(matter.raised?.iso),
      "organization_id": .words(id(holdings.body(of: matter))),
      "sources": sources(
        matter.members.filter { $0.laid.entered == nil }.map { ($0.laid.document, $0.laid.place) }),
      "matters": MatterFacts.tree(registered),
    ])
  }

  private func resolutions(_ meeting: Holdings.Meeting) -> [JSONTree] {
    meeting.resolutions.map { laid, resolution in
      .members([
        "id": .words(motionID(laid)), "identifier": .words(laid.record.id.description),
        "text": .words(resolution.text), "classification": "resolution",
        "date": .words(meeting.date.iso), "organization_id": .words(id(meeting.body)),
        "legislative_session_id": .words(meeting.date.session), "result": "pass",
        "sources": sources([(laid.document, laid.place)]),
      ])
    }
  }

  private func motionID(_ laid: LaidRecord) -> String {
    StableID.uuid("popolo", "resolution", laid.document, laid.record.id.description)
  }

  private func votes(_ meeting: Holdings.Meeting) -> [JSONTree] {
    meeting.votes.map { laid, vote in
      let counts = [("yes", vote.for), ("no", vote.against), ("abstain", vote.abstained)]
        .compactMap { option, value in
          value.map { JSONTree.members(["option": .words(option), "value": .number($0)]) }
        }
      let motion = meeting.resolutions.first { $0.resolution.minute == vote.minute }
      let isLost = (vote.for ?? 0) < (vote.against ?? 0)
      return .members([
        "id": .words(StableID.uuid("popolo", "vote", laid.document, laid.record.id.description)),
        "identifier": .words(laid.record.id.description),
        "organization_id": .words(id(meeting.body)), "start_date": .words(meeting.date.iso),
        "motion_id": motion.map { .words(motionID($0.laid)) },
        "result": .words(isLost ? "fail" : "pass"), "counts": .list(counts),
        "sources": sources([(laid.document, laid.place)]),
      ])
    }
  }
}
