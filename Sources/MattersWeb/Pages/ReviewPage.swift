import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText

/// Checks and review: where papers disagree, and what was read with doubt.
struct ReviewPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("review") { request, context in
      guard context.visitor.role == .officer else { throw WebError.notAllowed }
      let fields = FormFields(of: request)
      let page = max(1, fields["page"].flatMap { Int($0) } ?? 1)
      let nation = site.options.nation
      return try await site.showKept("review", request, context) { register in
        // All matters of a committee are compared, so that one committee is looked at at a time.
        let bodies = try register.bodies()
        let body = fields["body"] ?? bodies.first
        let disagreements = try body.map { body in
          try Asked.Kind.allCases.flatMap { kind in
            Disagreements.all(
              in: try register.matters(MatterFilter(kind: kind, body: body)), nation: nation)
          }
        }
        let items = try register.reviewItems(page: page, perPage: 50)
        var values: [String: Any] = [
          "hasDoubts": !items.doubts.isEmpty,
          "doubts": items.doubts.map { doubt in
            [
              "address": Address.paper(doubt.paper, marking: doubt.lines),
              "place": "\(doubt.name), line \(doubt.lines.first)", "kind": doubt.kind.inWords,
              "why": "\(doubt.certainty.rawValue): \(doubt.because)",
            ]
          },
          "hasAmbiguities": !items.ambiguities.isEmpty,
          "ambiguities": items.ambiguities.map { one in
            [
              "address": Address.paper(one.paper, marking: one.lines),
              "name": "\(one.name), line \(one.lines.first)",
              "candidates": one.candidates.map(\.description).joined(separator: "; "),
            ]
          },
          "bodies": bodies.map { Choice($0, chosen: body) },
          "hasDisagreements": disagreements?.isEmpty == false,
          "disagreements": (disagreements ?? []).prefix(200).map(Self.view),
        ]
        if let pager = Pager(
          page: page, count: items.doubtCount, perPage: 50,
          address: { Address.query("/review", [("page", String($0)), ("body", fields["body"])]) })
        {
          values["pages"] = pager
        }
        return ("Checks and review", values)
      }
    }
  }

  private static func view(_ one: Disagreement) -> [String: Any] {
    [
      "address": Address.thread(one.reference), "reference": one.reference,
      "what": one.kind.inWords,
      "sides": [one.first, one.second].compactMap { $0 }.map { side in
        side.place.isEmpty ? side.words : "\(side.words) (\(side.place))"
      },
    ]
  }
}
