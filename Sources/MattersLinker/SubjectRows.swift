import MattersRecords
import MattersText

/// Rows that word a thing so otherwise that no words tell it, though their subject does: the one
/// thing asked in the minute of that title that no other row of the tracker follows.
struct SubjectRows {
  /// What stands in the minutes, by the day.
  private var asked: [String: [(place: Int, title: Set<Substring>)]] = [:]

  /// Those of some matters that minutes made; `title` gives the title of the minute of each.
  init(_ matters: [Matter], title: (Matter) -> String?) {
    for (place, matter) in matters.enumerated() where matter.principal.role == .origin {
      guard let day = matter.raised?.iso, let title = title(matter) else { continue }
      asked[day, default: []].append((place, Set(MatchKey(title).words)))
    }
  }

  /// What a row follows; nothing where more than one thing of the minute, or no word of it, is left.
  func place(
    of entry: TrackerEntry, among matters: [Matter], isFollowed: (Int) -> Bool
  ) -> Int? {
    guard let day = entry.meetingDate, let subject = entry.subject else { return nil }
    let words = Set(MatchKey(subject).words)
    guard words.contains(where: { $0.count > 3 }) else { return nil }
    let kind = AskedReference(entry).kind
    let left = (asked[day] ?? []).filter { one in
      words.isSubset(of: one.title) && matters[one.place].kind == kind && !isFollowed(one.place)
    }
    guard left.count == 1 else { return nil }
    let own = WordRoots.of(MatchKey.words(entry.text)).subtracting(WordRoots.stock)
    let theirs = WordRoots.of(MatchKey.words(matters[left[0].place].text))
    // Of few words one is much, where the subject leaves nothing else.
    let shared = own.intersection(theirs).count
    return shared >= 2 || shared == 1 && own.count <= 3 ? left[0].place : nil
  }
}

/// A row of a tracker with what it refers to.
struct TrackerRow {
  var laid: LaidRecord
  var entry: TrackerEntry
  var reference: AskedReference
  /// What it refers to among the things that were known first, and how many these were.
  var match: AskedMatch
  var among: Int
}

extension MatterBuilder {
  /// Gives each row of a tracker to what it follows: first where its words tell, then where only its
  /// subject does.
  mutating func placeTrackerRows(_ records: [LaidRecord]) {
    var left: [TrackerRow] = []
    let rows = trackerRows(records)
    let doubtful = rowsOfOneThing(rows)
    for (index, row) in rows.enumerated() {
      let isDoubtful = doubtful.contains(index)
      if row.entry.subject != nil, isDoubtful || mayBeOfSubject(row) {
        left.append(row)
      } else {
        placeRow(row, mayBeLoose: !isDoubtful)
      }
    }
    guard !left.isEmpty else { return }
    let subjects = SubjectRows(outcome.matters) { title(of: $0) }
    var followed: [String: Set<Int>] = [:]
    for (place, matter) in outcome.matters.enumerated() {
      for member in matter.members where member.role == .tracked {
        followed[member.laid.document, default: []].insert(place)
      }
    }
    // Two rows that could be of one thing are of none.
    var meant: [String: [Int]] = [:]
    var places: [Int?] = []
    for row in left {
      let place = subjects.place(of: row.entry, among: outcome.matters) {
        followed[row.laid.document]?.contains($0) ?? false
      }
      places.append(place)
      if let place { meant["\(row.laid.document)|\(place)", default: []].append(place) }
    }
    for (index, row) in left.enumerated() {
      guard let place = places[index], meant["\(row.laid.document)|\(place)"]?.count == 1 else {
        placeRow(row, mayBeLoose: false)
        continue
      }
      outcome.matters[place].members.append(
        Matter.Member(
          laid: row.laid, role: .tracked, grade: .strong,
          because: "the only thing asked in the minute of its subject that no other row follows"))
    }
  }

  /// The places of rows whose own words would make more than one of a paper follow the same thing.
  private func rowsOfOneThing(_ rows: [TrackerRow]) -> Set<Int> {
    var meant: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let place = isByWords(row) else { continue }
      meant["\(row.laid.document)|\(place)", default: []].append(index)
    }
    return Set(meant.values.filter { $0.count > 1 }.joined())
  }
}
