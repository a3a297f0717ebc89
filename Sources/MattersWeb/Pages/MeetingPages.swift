import Hummingbird
import MattersRegister
import MattersText
import Mustache

/// Meetings, and what was asked at each.
struct MeetingPages {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("meetings") { request, context in
      let page = max(1, FormFields(of: request)["page"].flatMap { Int($0) } ?? 1)
      let audience = context.visitor.audience
      return try await site.showKept("meetings", request, context) { register in
        let (meetings, count) = try register.meetings(for: audience, page: page, perPage: 50)
        var values: [String: Any] = [
          "count": count, "counted": count == 1 ? "meeting" : "meetings",
        ]
        if !meetings.isEmpty { values["table"] = Self.table(meetings) }
        if let pager = Pager(
          page: page, count: count, perPage: 50, address: { "/meetings?page=\($0)" })
        {
          values["pages"] = pager
        }
        return ("Meetings", values)
      }
    }
    router.get("meeting") { request, context in
      let fields = FormFields(of: request)
      guard let body = fields["body"], let date = fields["date"] else { throw WebError.notFound }
      let (audience, today, nation) = (
        context.visitor.audience, site.today, site.options.nation
      )
      return try await site.showKept("meeting", request, context) { register in
        guard let meeting = try register.meeting(of: body, on: date, for: audience) else {
          throw WebError.notFound
        }
        return (
          "\(meeting.line.body), \(ListRow.inWords(meeting.line.date))",
          [
            "due": audience == .officers
              ? Address.query("/agenda", [("body", meeting.line.body), ("date", date)]) as Any
              : false,
            "papers": meeting.papers.map { ["name": $0.name, "address": Address.paper($0.id)] },
            "hasRows": !meeting.asked.isEmpty,
            "rows": meeting.asked.map { ListRow(line: $0, today: today, nation: nation) },
          ]
        )
      }
    }
  }
}

extension MeetingPages {
  private static func table(_ meetings: [MeetingLine]) -> PlainTable {
    PlainTable(
      caption: "Meetings, latest first", columns: ["Date", "Committee", "Papers"],
      rows: meetings.map { meeting in
        [
          .init(
            ListRow.inWords(meeting.date), to: Address.meeting(meeting.bodyKey, meeting.date),
            unseen: ", \(meeting.body)"),
          .init(meeting.body), .init(String(meeting.papers)),
        ]
      })
  }
}
