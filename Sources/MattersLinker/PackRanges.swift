import MattersRecords
import MattersText

/// Where the packs of a file begin, when several were put into one.
///
/// Packs that repeat one another are kept apart: what one says is no candidate for another. An
/// agenda's front page begins a pack; what stands before the first belongs to it. A supplement for
/// the same meeting, whose items are others, continues its pack.
enum PackRanges {
  /// The ranges of the records, in document order, that make a pack each; together they are all.
  static func of(_ records: [PaperRecord]) -> [Range<Int>] {
    var starts: [Int] = []
    var meeting: Meeting?
    var titles: Set<MatchKey> = []
    for (index, record) in records.enumerated() {
      switch record.content {
      case .meeting(let content) where content.documentRole == .agenda:
        let isSupplement =
          meeting.map { $0.date == content.date && $0.body == content.body } ?? false
          && firstTitle(in: records[(index + 1)...]).map { !titles.contains($0) } ?? false
        if !isSupplement {
          starts.append(index)
          titles = []
        }
        meeting = content
      case .agendaItem(let item): titles.insert(MatchKey(item.title))
      default: break
      }
    }
    guard starts.count > 1 else { return [0..<records.count] }
    starts[0] = 0
    return zip(starts, starts.dropFirst() + [records.count]).map { $0..<$1 }
  }

  /// The title of the first item before another front page.
  private static func firstTitle(in records: ArraySlice<PaperRecord>) -> MatchKey? {
    for record in records {
      switch record.content {
      case .agendaItem(let item): return MatchKey(item.title)
      case .meeting(let content) where content.documentRole == .agenda: return nil
      default: break
      }
    }
    return nil
  }
}
