import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports

/// Posts and bodies as the council's file has them, and names in papers that it lacks.
struct CouncilPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("council") { request, context in
      try site.officersOnly(context)
      let today = site.today
      let view = try await site.ask { register in
        let settings = try register.council()
        let matters = try register.allMatters(of: nil)
        let owners = CouncilListing.unknownOwners(settings, matters)
        let bodies = CouncilListing.unknownBodies(settings, try register.records([.meeting]))
        var view = DeskView(
          title: "Posts and bodies",
          lead: settings == nil
            ? "No council’s file was taken in yet. Whoever runs this service takes it in with: matters council FILE"
            : "From the council’s file. Whoever runs this service edits it and takes it in again with: matters council FILE",
          facts: [
            Fact("Council", settings?.name),
            Fact("Nation", settings?.nation?.rawValue.replacing("_", with: " ").capitalised),
            Fact("References", settings?.reference),
          ].compactMap { $0 })
        let known = [
          DeskSection(
            heading: "Posts that owe answers", empty: "The file names none.",
            table: PlainTable(
              CouncilListing.owners(
                settings, awaited: MatterListing.awaited(matters, asOf: today)))),
          DeskSection(
            heading: "Committees and other bodies", empty: "The file names none.",
            table: PlainTable(CouncilListing.bodies(settings))),
        ]
        view.sections =
          (settings == nil ? [] : known) + [
            DeskSection(
              heading: "Who owes answers in papers, and is in no file",
              empty: "The file knows all that owe answers.",
              table: PlainTable(
                CouncilListing.table(owners, caption: "Names to add as posts, or as other names"))),
            DeskSection(
              heading: "Bodies in papers that are in no file",
              empty: "The file knows all bodies that papers are of.",
              table: PlainTable(CouncilListing.table(bodies, caption: "Names to add as bodies"))),
          ]
        let suggested = [
          CouncilListing.toml(owners, part: "owner", key: "post"),
          CouncilListing.toml(bodies, part: "body", key: "name"),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
        if !suggested.isEmpty {
          view.words = suggested
          view.wordsHeading = "To paste into the council’s file"
        }
        return view
      }
      return site.showDesk(view, request, context)
    }
  }
}

extension String {
  /// The words with a capital at the beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
