import MattersRecords
import MattersText

/// What a resolution agrees as completed by saying what it was: `the request for appeals lodged and
/// upheld be signed off as complete`.
///
/// Words alone complete nothing: the tracker laid at the meeting must show it answered or done.
struct CompletedByWords {
  /// One thing that the resolution names: its noun, its labels and its words.
  private struct Named {
    var kind: Asked.Kind?
    var labels: Set<String>
    var words: Set<String>
    /// Whether the subject has to be there with all its words.
    var isWhole = false
  }

  private var named: [Named] = []

  private static let nouns: [String: Asked.Kind] = [
    "request": .request, "requests": .request, "recommendation": .recommendation,
    "recommendations": .recommendation,
  ]
  private static let anyNouns: Set<String> = ["action", "actions", "item", "items"]
  private static let stock = WordRoots.stock.union(
    WordRoots.of([
      "signed", "complete", "completed", "closed", "agreed", "marked", "implemented", "removed",
      "taken", "tracker", "treated", "regarded", "answered", "done", "given", "full", "answer",
      "response", "been", "which", "have", "being", "list", "sheet", "discharged", "considered",
      "satisfied", "deemed", "regarded", "needed", "required", "further", "schedule", "reply",
      "replies", "answers", "responses", "fulfilled", "concluded", "carried",
    ]))

  /// Takes a resolution apart at each noun that names something asked.
  init(_ text: String) {
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter(\.isLetter) }
    let starts = plain.indices.filter {
      Self.nouns[plain[$0]] != nil || Self.anyNouns.contains(plain[$0])
    }
    // "That Ponds (ii) be recorded as implemented": a subject and a label.
    if starts.allSatisfy({ plain[$0] == "item" || plain[$0] == "items" }) {
      let brackets = words.filter { $0.first == "(" && $0.last == ")" && $0.count <= 6 }
      let labels = Set(brackets.compactMap { LabelKey.of(String($0)) })
      if labels.count == 1 {
        let said = WordRoots.of(MatchKey.words(text)).subtracting(Self.stock)
        named.append(Named(kind: nil, labels: labels, words: said, isWhole: true))
        return
      }
    }
    for (order, start) in starts.enumerated() {
      let end = order + 1 < starts.count ? starts[order + 1] : words.endIndex
      // "... was satisfied with the reply on lamps and closed the request": it was named before.
      let isLast = end - start <= 1 && starts.count == 1
      let piece = words[(isLast ? 0 : start)..<end].joined(separator: " ")
      named.append(
        Named(
          kind: Self.nouns[plain[start]],
          labels: Set(NamedNumbers.all(in: piece).flatMap(\.labels)),
          words: WordRoots.of(MatchKey.words(piece)).subtracting(Self.stock)))
    }
  }

  /// The matters that it completes among those that the meeting's tracker shows as done.
  func places(among shown: [Int], _ matters: [Matter], titles: (Matter) -> String?) -> [Int] {
    var found: Set<Int> = []
    for one in named {
      let fitting = shown.filter { place in
        let matter = matters[place]
        guard one.kind == nil || matter.kind == one.kind else { return false }
        guard one.labels.isEmpty else {
          // Each minute has its own Recommendation 1: the subject tells which.
          let subject = matter.subject ?? titles(matter) ?? ""
          let about = WordRoots.of(MatchKey.words(subject))
          if one.isWhole {
            return LabelKey.of(matter.label).map(one.labels.contains) ?? false && !about.isEmpty
              && about.isSubset(of: one.words.union(Self.stock))
          }
          return LabelKey.of(matter.label).map(one.labels.contains) ?? false
            && !about.isDisjoint(with: one.words)
        }
        let own = WordRoots.content(of: matter)
        let shared = own.intersection(one.words).count
        return shared >= 2 && (shared * 10 >= one.words.count * 6 || shared * 10 >= own.count * 6)
      }
      if fitting.count == 1 { found.insert(fitting[0]) }
    }
    return found.sorted()
  }
}

extension MatterBuilder {
  /// What a resolution completes by its words, of what the tracker of its meeting shows as done.
  func completedByWords(_ resolution: Resolution, on date: PlainDate) -> [Int] {
    let day = trackerDay(for: date)
    let shown = (tracked[day] ?? []).filter { place in
      let matter = outcome.matters[place]
      let isClosed = matter.events.contains { $0.kind == .completed && $0.date < date }
      return !isClosed
        && matter.members.contains { member in
          guard case .trackerEntry(let entry) = member.laid.record.content,
            member.laid.setting.date == day
          else { return false }
          return entry.state == .answered || entry.state == .completed
        }
    }
    guard !shown.isEmpty else { return [] }
    return CompletedByWords(resolution.text).places(among: shown, outcome.matters) {
      title(of: $0)
    }
  }
}
