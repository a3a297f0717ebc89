import MattersRecords
import MattersText

/// What was asked, ready to be looked up by what a text states: the meeting, else the words.
///
/// Only what was asked at the meeting that a reference names is compared with it, so that the cost
/// grows with the references and not with their square.
struct AskedIndex {
  private(set) var all: [Asked] = []
  private var byMeeting: [String: [Int]] = [:]
  private var byWords: [String: [Int]] = [:]

  /// Adds something asked.
  mutating func append(_ asked: Asked) {
    byMeeting["\(asked.kind.rawValue)|\(asked.meetingDate ?? "")", default: []].append(all.count)
    byWords["\(asked.kind.rawValue)|\(asked.key)", default: []].append(all.count)
    all.append(asked)
  }

  /// What a reference may mean; nothing that it states is left out of account.
  func match(_ reference: AskedReference) -> AskedMatch {
    let kind = reference.kind.rawValue
    let places =
      reference.meetingDate.map { byMeeting["\(kind)|\($0)"] }
      ?? byWords["\(kind)|\(reference.key)"]
    return AskedMatch.candidates(for: reference, among: (places ?? []).map { all[$0] })
  }

  /// What a reference without a candidate may yet mean: the same words at another meeting, or words
  /// that are somewhat alike at its own.
  ///
  /// A suggestion for a person and never a link.
  func suggestions(for reference: AskedReference) -> (found: [Asked], because: String) {
    let kind = reference.kind.rawValue
    let same = (byWords["\(kind)|\(reference.key)"] ?? []).map { all[$0] }
    if !same.isEmpty {
      return (same, "the same words, but asked at another meeting than the row says")
    }
    guard let day = reference.meetingDate, reference.key.words.count >= 4 else { return ([], "") }
    let alike = (byMeeting["\(kind)|\(day)"] ?? []).map { all[$0] }.filter {
      Likeness.share($0.key, reference.key) >= 0.45
    }
    return (alike, "asked at the same meeting in words that are somewhat alike")
  }
}
