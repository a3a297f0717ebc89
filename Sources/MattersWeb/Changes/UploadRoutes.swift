import Hummingbird
import MattersIngest
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// Uploading a paper: it is read and shown first, and stored when the officer says so.
struct UploadRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("upload") { request, context in
      try site.allow(context, .officer)
      return form(request, context)
    }
    router.post("upload") { request, context in try await read(request, context) }
    router.post("upload/store") { request, context in
      let fields = try await site.change(request, context)
      guard case .paper(let paper)? = site.drafts.take(fields["draft"], of: site.person(context))
      else {
        return form(
          request, context, problem: "The paper was kept too long or was stored already.")
      }
      return try await store(paper, request, context)
    }
  }

  private func store(
    _ paper: UploadedPaper, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let editor = Ingest.Editor(name: site.person(context), today: site.today)
    let (outcome, stored) = try await site.ask { register -> (TrackerOutcome?, Int64?) in
      if let outcome = try paper.takeEdits(into: register, by: editor) { return (outcome, nil) }
      switch try paper.store(in: register) {
      case .unchanged: break
      case .withdrawn: throw WebError.badForm("It was withdrawn and is not taken in again.")
      case .stored, .revision:
        try register.noteUpload(of: paper.document.text, by: editor.name)
      }
      return (nil, try register.paperNumber(of: paper.document.text))
    }
    guard let outcome else { return site.go(to: stored.map { Address.paper($0) } ?? "/papers") }
    return site.show(
      "desk-page", "What was taken in",
      ReturnView(name: paper.document.name, outcome: outcome).page.values, request, context)
  }

  private func form(
    _ request: Request, _ context: WebContext, problem: String? = nil
  ) -> Response {
    var values: [String: Any] = ["limit": site.options.largestUpload >> 20]
    if let problem { values["problem"] = problem }
    return site.showForm(
      "upload", (problem == nil ? "" : "Error: ") + "Upload a paper", values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }

  private func read(_ request: Request, _ context: WebContext) async throws -> Response {
    try site.allow(context, .officer)
    let limit = site.options.largestUpload
    try site.checkLength(of: request, upTo: limit)
    guard site.drafts.reading.begin() else {
      return form(
        request, context, problem: "Other papers are being read. Try again in a minute.")
    }
    defer { site.drafts.reading.end() }
    let posted = try await site.changeWithFile(request, context, upTo: limit)
    guard let file = posted.file, !file.contents.isEmpty else {
      return form(request, context, problem: "Choose a file that is not empty")
    }
    let paper: UploadedPaper
    do {
      paper = try await UploadedPaper(name: file.name, contents: file.contents)
    } catch {
      return form(request, context, problem: "\(file.name): \(error.explanation)")
    }
    let editor = Ingest.Editor(name: site.person(context), today: site.today)
    let (isKnown, edits) = try await site.ask { register in
      (
        try register.paperNumber(of: paper.document.text) != nil,
        try paper.edits(of: register, by: editor)
      )
    }
    let draft = site.drafts.keep(.paper(paper), of: editor.name)
    if let edits {
      return site.showForm(
        "returned", "What was typed into \(file.name)",
        ReturnPreview(name: file.name, preview: edits).values.merging(["draft": draft]) { $1 },
        request, context)
    }
    return site.showForm(
      "preview", "What was read from \(file.name)",
      PreviewView(paper: paper).values.merging(
        ["draft": draft, "isKnown": isKnown]) { $1 }, request, context)
  }
}

/// A paper before it is stored, as it is shown.
struct PreviewView {
  let paper: UploadedPaper

  /// How many records are shown.
  private static let most = 500

  var values: [String: Any] {
    let document = paper.document
    let setting = document.records.first { $0.setting.body != nil }?.setting
    var counts: [RecordKind: Int] = [:]
    for (record, _) in document.records { counts[record.kind, default: 0] += 1 }
    let kinds = RecordKind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.inWords.lowercased())" }
    }
    var values: [String: Any] = [
      "paperName": document.name,
      "facts": [
        Fact("Council", setting?.council), Fact("Committee", setting?.body),
        Fact("Meeting", setting?.date?.inWords),
        Fact("Records", kinds.isEmpty ? "none" : kinds.joined(separator: ", ")),
        Fact("Links between them", String(document.links.count)),
        Fact("Lines that nothing was read from", String(document.unclaimedLines)),
        Fact("Text taken out by", document.conversion?.converter),
      ].compactMap { $0 },
    ]
    if !document.records.isEmpty { values["table"] = Self.table(document) }
    return values
  }
}

extension PreviewView {
  private static func table(_ document: RegisterDocument) -> PlainTable {
    PlainTable(
      caption: "Records read from the paper", columns: ["Lines", "Read as", "Words"],
      rows: document.records.prefix(most).map { record, _ in
        let lines = record.lines
        return [
          .init(
            lines.first == lines.last ? "\(lines.first)" : "\(lines.first) to \(lines.last)"),
          .init(
            record.kind.inWords,
            doubt: record.certainty == .certain ? nil : record.certainty.rawValue),
          .init(record.spokenWords.isEmpty ? record.id.description : record.spokenWords),
        ]
      })
  }
}
