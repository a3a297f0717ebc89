import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports

/// Task and finish groups: each from its scope to the review of what it recommended.
struct GroupPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("groups") { request, context in
      let name = FormFields(of: request)["name"]
      let audience = context.visitor.audience
      // All recommendations are gone through, once for each state of the register.
      return try await site.showKept("desk-page", request, context) { register in
        let view =
          try name.map { try Self.thread($0, register, audience) } ?? Self.all(register, audience)
        return (view.title, view.values)
      }
    }
  }

  private static func all(_ register: Register, _ audience: Audience) throws -> DeskView {
    var counts: [String: (name: String, body: String, count: Int)] = [:]
    for registered in try register.matters(MatterFilter(kind: .recommendation)) {
      guard let matter = registered.seen(by: audience)?.matter, let name = matter.group,
        BodyKey(name) != BodyKey(matter.body)
      else { continue }
      counts[BodyKey(name).description, default: (name, matter.body, 0)].count += 1
    }
    let rows = counts.values.sorted { $0.name < $1.name }.map {
      [$0.name, $0.body, String($0.count)]
    }
    return DeskView(
      title: "Task groups", above: ("Overview", "/"),
      sections: [
        DeskSection(
          heading: "Groups whose reports are in the register",
          empty: "No paper here has the recommendations of a task and finish group.",
          table: PlainTable(
            ReportTable(
              caption: "Task and finish groups",
              columns: ["Group", "Reports to", "Recommendations"], rows: rows)
          ) { column, words in
            column == "Group" ? Address.query("/groups", [("name", words)]) : nil
          })
      ])
  }

  private static func thread(
    _ name: String, _ register: Register, _ audience: Audience
  ) throws -> DeskView {
    let found = try register.groups(meaning: name)
    guard let group = found.first(where: { BodyKey($0.name) == BodyKey(name) }) else {
      throw WebError.notFound
    }
    let matters = group.matters.compactMap { $0.seen(by: audience) }
    guard !matters.isEmpty else { throw WebError.notFound }
    let records = group.records.filter {
      audience == .officers || $0.record.access == .public
    }
    let thread = GroupThread(group.name, matters, records)
    let known = Set(matters.map(\.reference))
    return DeskView(
      title: group.name, above: ("Task groups", "/groups"),
      lead: "From its scope to the review of what it recommended.",
      sections: [
        DeskSection(
          heading: "What became of each recommendation", empty: "",
          table: PlainTable(
            ReportTable(
              caption: "Its recommendations", columns: ["Reference", "What", "State"],
              rows: matters.map { one in
                let state = one.matter.events.last.flatMap {
                  one.matter.position(.endOf($0.date))?.state
                }
                return [one.reference, one.matter.wording, StateTag(state ?? .pending).words]
              })
          ) { column, words in column == "Reference" ? Address.thread(words) : nil }),
        DeskSection(
          heading: "What happened", empty: "",
          table: PlainTable(thread.table) { column, words in
            column == "Of" && known.contains(words) ? Address.thread(words) : nil
          }),
      ])
  }
}
