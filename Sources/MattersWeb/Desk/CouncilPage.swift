import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// Posts and bodies as the council's file has them, and names in papers that it lacks.
struct CouncilPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("council") { request, context in
      try site.officersOnly(context)
      return try await show(request, context)
    }
    CouncilFilesPage(site: site).add(to: router)
  }

  /// The page, with what is wrong with a file that was sent to it.
  func show(
    _ request: Request, _ context: WebContext, posted: [String: String] = [:],
    problem: FormProblem? = nil
  ) async throws -> Response {
    let today = site.today
    let view = try await site.ask { register in
      let settings = try register.council()
      let matters = try register.allMatters(of: nil)
      let owners = CouncilListing.unknownOwners(settings, matters)
      let bodies = CouncilListing.unknownBodies(settings, try register.records([.meeting]))
      var view = DeskView(
        title: "Posts and bodies",
        lead: settings == nil
          ? "No council’s file was taken in yet: below you can take one in."
          : "From the council’s file. To change it, download it, edit it and take it in again.",
        facts: Self.facts(settings))
      if let taken = try register.councilTakenIn(),
        let day = PlainDate(iso: "\(taken.at.prefix(10))")
      {
        view.facts += [Fact("Taken in", "\(day.inWords), by \(taken.person)")].compactMap { $0 }
      }
      view.files = settings == nil ? [] : [("Download the file (TOML)", "/council.toml")]
      view.sections =
        (settings == nil
          ? []
          : Self.sections(settings, awaited: MatterListing.awaited(matters, asOf: today))) + [
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
      let choices =
        [Choice("As each meeting says", value: "")]
        + (try register.bodies()).map { Choice($0, value: $0) }
      view.forms = CouncilFilesPage.forms(posted, choices).map { form in
        var form = form
        form.fields = FormProblem.marked(form.fields, problem)
        return form
      }
      return view
    }
    return site.showDesk(view, request, context, problem: problem)
  }

  /// What a council's file says of the council itself.
  static func facts(_ settings: CouncilSettings?) -> [Fact] {
    [
      Fact("Council", settings?.name),
      Fact("Nation", settings?.nation?.rawValue.replacing("_", with: " ").capitalised),
      Fact("References", settings?.reference),
    ].compactMap { $0 }
  }

  /// The posts and bodies that it names.
  static func sections(
    _ settings: CouncilSettings?, awaited: [RegisteredMatter]
  ) -> [DeskSection] {
    [
      DeskSection(
        heading: "Posts that owe answers", empty: "The file names none.",
        table: PlainTable(CouncilListing.owners(settings, awaited: awaited))),
      DeskSection(
        heading: "Committees and other bodies", empty: "The file names none.",
        table: PlainTable(CouncilListing.bodies(settings))),
    ]
  }
}

extension String {
  /// The words with a capital at the beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
