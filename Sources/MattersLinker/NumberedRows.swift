import MattersRecords

/// The rows of the trackers laid at one meeting by the bare numbers that they bear: `action 4` means
/// the fourth row there, and another one at another meeting.
struct NumberedRows {
  private var places: [String: [(place: Int, kind: Asked.Kind)]] = [:]
  private var labelled: Set<String> = []

  /// Takes a row of a matter.
  mutating func add(_ entry: TrackerEntry, of place: Int) {
    let kind = AskedReference(entry).kind
    if let label = LabelKey.of(entry.label) { labelled.insert("\(kind.rawValue)|\(label)") }
    guard let number = entry.reference, !number.isEmpty,
      number.count <= 4 || number.count <= 9 && number.contains("/"),
      let key = LabelKey.of(number), key.allSatisfy(\.isNumber),
      !(places[key]?.contains { $0.place == place && $0.kind == kind } ?? false)
    else { return }
    places[key, default: []].append((place, kind))
  }

  /// The matters that some numbers name, each where one row alone can be meant.
  func places(of named: [NamedNumbers]) -> [Int] {
    var found: Set<Int> = []
    for one in named {
      for label in one.labels {
        let rows = (places[label] ?? []).filter { row in
          switch one.noun {
          case "recommendation": row.kind != .request
          case "request": row.kind != .recommendation
          default: true
          }
        }
        // "Recommendation 3" is rather what its minute calls so.
        guard rows.count == 1, !labelled.contains("\(one.noun)|\(label)") else { continue }
        found.insert(rows[0].place)
      }
    }
    return found.sorted()
  }
}
