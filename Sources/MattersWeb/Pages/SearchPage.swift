import Hummingbird
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// Words in the papers, with the words found marked.
struct SearchPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("search") { request, context in
      // A longer question is none that a person types.
      let words = String((FormFields(of: request)["q"] ?? "").prefix(200))
      let audience = context.visitor.audience
      let hits = try await site.ask { register -> [HitView] in
        let hits = words.isEmpty ? [] : try register.search(words, most: 50, for: audience)
        var known: [Int64: [String: String]] = [:]
        return try hits.map { hit in
          let own =
            try known[hit.paper] ?? register.references(in: hit.paper, for: audience)
          known[hit.paper] = own
          return HitView(
            hit: hit, references: Set(hit.records.compactMap { own[$0.id.description] }).sorted())
        }
      }
      return site.show(
        "search", words.isEmpty ? "Search" : "Search: \(words)",
        [
          "words": words, "hasWords": !words.isEmpty,
          "count": hits.count == 50 ? "The best 50" : String(hits.count),
          "counted": hits.count == 1 ? "passage" : "passages", "hits": hits,
        ], request, context)
    }
  }
}

/// A passage that was found, as it is shown.
struct HitView: MustacheParent {
  let hit: SearchHit
  /// The references of the matters that it speaks of.
  let references: [String]

  func child(named key: String) -> Any? {
    switch key {
    case "address": Address.paper(hit.paper, marking: hit.lines)
    case "paperName": hit.document
    case "lineNumber": hit.lines.first
    case "hasReferences": !references.isEmpty
    case "references":
      references.map { ["reference": $0, "thread": Address.thread($0)] }
    case "runs": Self.runs(hit.excerpt)
    default: nil
    }
  }

  /// The excerpt cut at the marks around the words found.
  static func runs(_ excerpt: String) -> [Run] {
    var runs: [Run] = []
    var words = ""
    var isMarked = false
    func close() {
      if !words.isEmpty { runs.append(Run(words: words, isMarked: isMarked)) }
      words = ""
    }
    for character in excerpt {
      switch character {
      case SearchHit.open:
        close()
        isMarked = true
      case SearchHit.close:
        close()
        isMarked = false
      default: words.append(character)
      }
    }
    close()
    return runs
  }
}
