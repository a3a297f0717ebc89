import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// One paper: its text, with what was read from it in the margin.
struct PaperPage {
  let site: Site

  /// How many lines are on a page.
  static let perPage = 1500

  /// The first line of the page that a line is on.
  static func start(of line: Int) -> Int { (max(1, line) - 1) / perPage * perPage + 1 }

  func add(to router: Router<WebContext>) {
    router.get("papers") { request, context in
      let page = max(1, FormFields(of: request)["page"].flatMap { Int($0) } ?? 1)
      let audience = context.visitor.audience
      return try await site.showKept("papers", request, context) { register in
        let (papers, count) = try register.papers(for: audience, page: page, perPage: 50)
        var values: [String: Any] = [
          "count": count, "counted": count == 1 ? "paper" : "papers",
        ]
        if !papers.isEmpty { values["table"] = Self.table(papers) }
        if let pager = Pager(
          page: page, count: count, perPage: 50, address: { "/papers?page=\($0)" })
        {
          values["pages"] = pager
        }
        return ("Papers", values)
      }
    }
    router.get("find") { request, context in
      let fields = FormFields(of: request)
      guard let paper = fields["paper"].flatMap({ Int64($0) }), let record = fields["record"] else {
        throw WebError.notFound
      }
      let audience = context.visitor.audience
      let reference = try await site.ask { register -> String? in
        guard let reference = try register.reference(of: record, in: paper) else { return nil }
        // That there is such a matter is nobody's business who may not see it.
        return try register.matter(named: reference).seen(by: audience)?.reference
      }
      guard let reference else {
        guard context.visitor.role == .officer,
          try await site.ask({ try $0.quotation(of: record, in: paper) }) != nil
        else { throw WebError.notFound }
        return site.go(
          to: Address.query("/review/place", [("paper", String(paper)), ("record", record)]))
      }
      return site.go(to: Address.thread(reference))
    }
    router.get("papers/:id") { request, context in
      guard let id = context.parameters.get("id").flatMap({ Int64($0) }) else {
        throw WebError.notFound
      }
      let fields = FormFields(of: request)
      let audience = context.visitor.audience
      let site = site
      return try await site.ask { register in
        guard let paper = try register.paper(id, for: audience) else { throw WebError.notFound }
        let uploader = audience == .officers ? try register.uploader(of: id) : nil
        let view = PaperView(
          paper: paper, references: try register.references(in: id, for: audience),
          uploader: uploader?.person, from: fields["from"].flatMap { Int($0) } ?? 1,
          mark: fields["mark"])
        return site.show("paper", paper.line.name, view.values, request, context)
      }
    }
  }
}

extension PaperPage {
  private static func table(_ papers: [PaperLine]) -> PlainTable {
    PlainTable(
      caption: "Papers, the one taken in last first",
      columns: ["Paper", "Committee", "Meeting", "Records read", "Taken in"],
      rows: papers.map { paper in
        [
          .init(paper.name, to: Address.paper(paper.id)), .init(paper.body ?? ""),
          .init(ListRow.inWords(paper.date)), .init(String(paper.records)),
          .init(ListRow.inWords(paper.ingestedAt)),
        ]
      })
  }
}

/// A paper as it is shown.
struct PaperView {
  let paper: PaperText
  /// The references of matters, by the ids of the paper's records.
  let references: [String: String]
  /// Who brought it in by hand, for officers.
  let uploader: String?
  let from: Int
  let mark: String?

  var values: [String: Any] {
    let count = paper.source.lineCount
    let first = min(PaperPage.start(of: from), PaperPage.start(of: count))
    let shown = LineRange(first, min(count, first + PaperPage.perPage - 1))
    var values: [String: Any] = [
      "facts": [
        Fact("Committee", paper.line.body),
        Fact("Meeting", ListRow.inWords(paper.line.date)),
        Fact(
          "Taken in",
          ListRow.inWords(paper.line.ingestedAt) + (uploader.map { ", uploaded by \($0)" } ?? "")),
        Fact("Records read", String(paper.line.records)),
        Fact("Text taken out by", paper.converter),
        Fact(
          "Revised", paper.line.supersededBy == nil ? nil : "a later text of this paper",
          link: paper.line.supersededBy.map { Address.paper($0) }),
      ].compactMap { $0 },
      "lines": lines(shown),
    ]
    if paper.withheld.contains(where: { $0.first <= shown.last && $0.last >= shown.first }) {
      values["notice"] = "Lines of items that were taken in private are not shown."
    }
    if let pager = Pager(
      page: (first - 1) / PaperPage.perPage + 1, count: count, perPage: PaperPage.perPage,
      address: { "/papers/\(paper.line.id)?from=\(($0 - 1) * PaperPage.perPage + 1)" })
    {
      values["pages"] = pager
    }
    return values
  }

  private func lines(_ shown: LineRange) -> [Line] {
    let meant = marked
    var notes: [Int: [PaperRecord]] = [:]
    for (lines, record) in paper.records { notes[lines.first, default: []].append(record) }
    return paper.source.quote(shown).enumerated().compactMap { offset, words in
      let number = shown.first + offset
      guard paper.isShown(number) else { return nil }
      return Line(
        number: number, words: words, records: notes[number] ?? [], references: references,
        isMeant: meant.map { $0.first <= number && number <= $0.last } ?? false,
        paper: paper.line.id)
    }
  }

  /// The lines that the address asks to be marked: `12` or `12-15`.
  private var marked: LineRange? {
    let parts = (mark ?? "").split(separator: "-").map { Int($0) }
    guard let first = parts.first ?? nil else { return nil }
    return LineRange(first, (parts.count > 1 ? parts[1] : nil) ?? first)
  }

  /// A line of the text with what was read from there.
  struct Line: MustacheParent {
    var number: Int
    var words: String
    var records: [PaperRecord]
    var references: [String: String]
    var isMeant: Bool
    var paper: Int64

    func child(named key: String) -> Any? {
      switch key {
      case "lineNumber": number
      case "words": words
      case "isMeant": isMeant
      case "notes":
        records.map {
          Note(record: $0, reference: references[$0.id.description], paper: paper)
        }
      default: nil
      }
    }
  }

  /// What was read at a line.
  struct Note: MustacheParent {
    var record: PaperRecord
    var reference: String?
    var paper: Int64

    func child(named key: String) -> Any? {
      switch key {
      case "note": record.kind.inWords + (reference.map { " \($0)" } ?? "")
      case "address":
        reference.map { Address.thread($0) as Any } ?? place
      case "doubt": record.certainty == .certain ? false : record.certainty.rawValue as Any
      default: nil
      }
    }

    /// Where it can be said what it belongs to.
    private var place: Any {
      [.informationRequest, .recommendation, .action, .trackerEntry].contains(record.kind)
        ? Address.query(
          "/find", [("paper", String(paper)), ("record", record.id.description)]) as Any : false
    }
  }
}

extension RecordKind {
  /// The kind in words.
  var inWords: String {
    let words = rawValue.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
