import MattersRecords
import MattersText

/// Finds which request of the same paper an answer told there is of.
///
/// The reply stands under what was asked, in the same minute; where several things were asked since
/// the reply before, the words tell which is meant.
struct ReplyLinker {
  /// The requests that an answer may be of; a link is made only of one.
  struct Found {
    var reply: PaperRecord
    var requests: [PaperRecord]
  }

  private(set) var found: [Found] = []

  init(_ records: [PaperRecord]) {
    guard
      records.contains(where: { if case .informationResponse = $0.content { true } else { false } })
    else { return }
    let sections = MinuteSections(records)
    var open: [(section: Int, record: PaperRecord, text: String)] = []
    for record in records.sorted(by: { $0.lines < $1.lines }) {
      switch record.content {
      case .informationRequest(let request) where request.minute != nil:
        open.append((sections.section(of: record.lines.first), record, request.text))
      case .informationResponse(let response):
        let section = sections.section(of: record.lines.first)
        open.removeAll { $0.section != section }
        var meant = open
        if meant.count > 1 {
          let said = WordIndex.telling(response.text)
          let scored = meant.map { one in
            (one, shared: WordIndex.telling(one.text).intersection(said).count)
          }
          let best = scored.map(\.shared).max() ?? 0
          if best > 0 { meant = scored.filter { $0.shared == best }.map(\.0) }
        }
        if meant.count == 1 { open.removeAll { $0.record.id == meant[0].record.id } }
        found.append(Found(reply: record, requests: meant.map(\.record)))
      default: break
      }
    }
  }
}
