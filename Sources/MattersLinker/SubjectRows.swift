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

extension MatterBuilder {
  /// Gives each row of a tracker to what it follows: first where its words tell, then where only its
  /// subject does.
  mutating func placeTrackerRows(_ records: [LaidRecord], body: String) {
    var left: [(laid: LaidRecord, entry: TrackerEntry)] = []
    let doubtful = rowsOfOneThing(records)
    for laid in records {
      guard case .trackerEntry(let entry) = laid.record.content else { continue }
      let isDoubtful = doubtful.contains("\(laid.document)|\(laid.record.id)")
      if entry.subject != nil, isDoubtful || mayBeOfSubject(laid, AskedReference(entry)) {
        left.append((laid, entry))
      } else {
        placeRow(laid, entry, body: body, mayBeLoose: !isDoubtful)
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
    for (laid, entry) in left {
      let place = subjects.place(of: entry, among: outcome.matters) {
        followed[laid.document]?.contains($0) ?? false
      }
      places.append(place)
      if let place { meant["\(laid.document)|\(place)", default: []].append(place) }
    }
    for (index, (laid, entry)) in left.enumerated() {
      guard let place = places[index], meant["\(laid.document)|\(place)"]?.count == 1 else {
        placeRow(laid, entry, body: body, mayBeLoose: false)
        continue
      }
      outcome.matters[place].members.append(
        Matter.Member(
          laid: laid, role: .tracked, grade: .strong,
          because: "the only thing asked in the minute of its subject that no other row follows"))
    }
  }

  /// Rows whose own words would make more than one of a paper follow the same thing.
  private func rowsOfOneThing(_ records: [LaidRecord]) -> Set<String> {
    var meant: [String: [String]] = [:]
    for laid in records {
      guard case .trackerEntry(let entry) = laid.record.content, let place = isByWords(laid, entry)
      else { continue }
      meant["\(laid.document)|\(place)", default: []].append("\(laid.document)|\(laid.record.id)")
    }
    return Set(meant.values.filter { $0.count > 1 }.joined())
  }
}
