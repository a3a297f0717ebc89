import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText
import Mustache

/// The officer's desk: the work between two meetings, each tool a page of its own.
struct DeskPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("desk") { request, context in
      try site.officersOnly(context)
      let unsent = try await site.ask { try $0.letters().count { $0.sent == nil } }
      let drafts = unsent == 1 ? "1 draft is not sent yet." : "\(unsent) drafts are not sent yet."
      return site.show(
        "desk", "Desk",
        [
          "tools": [
            tool(
              "Add by hand", "/add",
              "A request, recommendation or action that no paper says, or not yet."),
            tool(
              "Letters", "/letters",
              "Ask owners for what is awaited; give notice of recommendations. "
                + (unsent > 0 ? drafts : "Nothing is ever sent from here.")),
            tool(
              "What is due at a meeting", "/agenda",
              "Requests to report back, reviews, items of the work programme, minutes to confirm."),
            tool(
              "Work programme", "/programme",
              "What is planned, moved, in reserve and done, with its history."),
            tool(
              "Task groups", "/groups",
              "Each group from its scope to the review of what it recommended."),
            tool(
              "Year-end", "/year-end",
              "What a year is done with, what it carries over, what may lapse."),
            tool(
              "Posts and bodies", "/council",
              "What the council’s file knows, and names in papers that it lacks."),
          ]
        ], request, context)
    }
    AddPage(site: site).add(to: router)
    LettersPage(site: site).add(to: router)
    AgendaPage(site: site).add(to: router)
    ProgrammePage(site: site).add(to: router)
    GroupPage(site: site).add(to: router)
    YearEndPage(site: site).add(to: router)
    CouncilPage(site: site).add(to: router)
  }

  private func tool(_ name: String, _ address: String, _ what: String) -> [String: String] {
    ["name": name, "address": address, "what": what]
  }
}

extension Site {
  /// Holds a page to officers; it can be read where the register cannot be written.
  func officersOnly(_ context: WebContext) throws {
    guard context.visitor.role == .officer else { throw WebError.notAllowed }
  }

  /// Whether whoever asks may change something.
  func mayChange(_ context: WebContext) -> Bool {
    context.visitor.role == .officer && register.isWritable
  }

  /// A page of the desk: with forms where something can be changed.
  func showDesk(
    _ view: DeskView, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) -> Response {
    if let file = FormFields(of: request)["format"].flatMap({ view.file($0) }) {
      return download(
        file.words, as: "\(view.title.lowercased()).\(file.ending)", type: file.type)
    }
    var view = view
    if !mayChange(context) { view.forms = [] }
    var values = view.values
    if let done = FormFields(of: request)["done"].flatMap(Done.init(rawValue:)) {
      values["done"] = done.inWords
    }
    if let problem { values["problem"] = problem }
    let title = (problem == nil ? "" : "Error: ") + view.title
    guard mayChange(context) else {
      return show("desk-page", title, values, request, context)
    }
    return showForm(
      "desk-page", title, values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }
}

extension Register {
  /// The one body that some words mean, or nothing.
  func onlyBody(_ words: String?) throws -> String? {
    guard let words else { return nil }
    let found = try bodies(meaning: words)
    return found.count == 1 ? found[0] : nil
  }

  /// Committees to choose from, each under one name.
  func bodyChoices(_ chosen: String?) throws -> [Choice] {
    let all = try bodies()
    let known = chosen.map { name in all.contains { BodyKey($0) == BodyKey(name) } } ?? true
    let names = known ? all : all + [chosen ?? ""]
    return [Choice("Choose a committee", value: "")] + names.map { Choice($0, value: $0) }
  }

  /// All that a committee asked, or all committees.
  func allMatters(of body: String?) throws -> [RegisteredMatter] {
    try Asked.Kind.allCases.flatMap { try matters(MatterFilter(kind: $0, body: body)) }
  }
}
