public import MattersArising

/// What was read from one paper, held against its gold.
///
/// A record is found when its strict keys are the same and its identifying words alike; each record
/// of the gold and each that was read is used once, the most alike pairs first. A link is found when
/// both its ends are the records that the gold's ends were found as.
public struct PaperScore: Sendable {
  /// What was counted, by kind.
  public private(set) var accuracy = Accuracy()
  /// What is wrong.
  public private(set) var misses: [Miss] = []

  private var table = WordTable()
  /// The names, in what was read, of the gold's records that were found.
  private var names: [String: String?] = [:]

  /// Holds the records of a paper against its gold.
  public init(_ records: [PaperRecord], against gold: Gold) {
    self.init(
      output: records.compactMap { JSONValue(RecordWriter.object($0)) }, against: gold)
  }

  /// Holds records as they were printed against gold.
  init(output: [JSONValue], against gold: Gold) {
    let read = output.compactMap { ScoredRecord($0) }.filter { gold.covers($0) }
    for kind in Accuracy.ordered(gold.kinds) {
      let wanted = gold.records.filter { $0.kind == kind }
      var read = read.filter { $0.kind == kind }
      if kind == .link {
        let relations = gold.relations.union(wanted.compactMap { $0.fields["relation"]?.text })
        read.removeAll { !relations.contains($0.fields["relation"]?.text ?? "") }
      }
      score(kind, wanted, read)
    }
  }

  private mutating func score(_ kind: RecordKind, _ gold: [ScoredRecord], _ read: [ScoredRecord]) {
    let wanted = gold.map { identity($0) }
    let offered = read.map { identity($0) }
    let pairs =
      kind == .link ? linkPairs(gold, read) : wordPairs(gold, read, wanted, offered)
    var tally = Tally()
    tally.gold = gold.count
    tally.read = read.count
    var used: (gold: Set<Int>, read: Set<Int>) = ([], [])
    for pair in pairs.sorted(by: >)
    where !used.gold.contains(pair.gold) && !used.read.contains(pair.read) {
      used.gold.insert(pair.gold)
      used.read.insert(pair.read)
      tally.found += 1
      let (want, got) = (gold[pair.gold], read[pair.read])
      if let id = want.id { names[id] = .some(got.id) }
      guard kind != .link else { continue }
      tally.placed += 1
      if wanted[pair.gold].words == offered[pair.read].words { tally.exact += 1 }
      compare(want, got, &tally)
    }
    for index in gold.indices where !used.gold.contains(index) {
      note(gold[index], .missed(words: table.spelling(wanted[index])))
    }
    for index in read.indices where !used.read.contains(index) {
      note(read[index], .notInGold(words: table.spelling(offered[index])))
    }
    accuracy.kinds[kind] = tally
  }

  /// Counts the lines and the other values of a found record.
  private mutating func compare(_ want: ScoredRecord, _ got: ScoredRecord, _ tally: inout Tally) {
    if want.overlap(got) >= ScoringRule.overlap {
      tally.lines += 1
    } else {
      note(want, .lines(read: got.place))
    }
    for (key, value) in want.fields.sorted(by: { $0.key < $1.key }) where want.kind.asks(key) {
      tally.asked += 1
      let (gold, read) = (table.words(value), table.words(got.fields[key]))
      if WordLikeness.share(gold, read) >= ScoringRule.threshold {
        tally.right += 1
      } else {
        note(want, .value(key: key, gold: value.shown, read: got.fields[key]?.shown ?? ""))
      }
    }
  }

  private mutating func wordPairs(
    _ gold: [ScoredRecord], _ read: [ScoredRecord], _ wanted: [PlainWords], _ offered: [PlainWords]
  ) -> [Pair] {
    let keys = gold.first?.kind.strictKeys ?? []
    let offeredKeys = read.map { record in keys.map { table.words(record.fields[$0]).words } }
    var pairs: [Pair] = []
    for (i, want) in gold.enumerated() {
      let wantedKeys = keys.map { key in want.fields[key].map { table.words($0).words } }
      for (j, got) in read.enumerated() {
        // A strict key that the gold does not have asks nothing.
        guard zip(wantedKeys, offeredKeys[j]).allSatisfy({ $0 == nil || $0 == $1 }) else {
          continue
        }
        let share = WordLikeness.share(wanted[i], offered[j])
        guard share >= ScoringRule.threshold else { continue }
        pairs.append(Pair(likeness: share + want.overlap(got), gold: i, read: j))
      }
    }
    return pairs
  }

  private func linkPairs(_ gold: [ScoredRecord], _ read: [ScoredRecord]) -> [Pair] {
    var pairs: [Pair] = []
    for (i, want) in gold.enumerated() {
      let ends = ["from", "to"].map { want.fields[$0]?.text.flatMap { names[$0] ?? nil } }
      for (j, got) in read.enumerated()
      where ends == ["from", "to"].map({ got.fields[$0]?.text })
        && want.fields["relation"] == got.fields["relation"]
      {
        pairs.append(Pair(likeness: 1, gold: i, read: j))
      }
    }
    return pairs
  }

  private mutating func identity(_ record: ScoredRecord) -> PlainWords {
    table.words(record.kind.identityKeys.map { record.fields[$0] ?? .string("") })
  }

  private mutating func note(_ record: ScoredRecord, _ fault: Miss.Fault) {
    misses.append(Miss(kind: record.kind, lines: record.place, fault: fault))
  }
}

/// A record of the gold and one that was read which could be it.
private struct Pair: Comparable {
  /// How alike the words are, and how much of their lines they share.
  let likeness: Double
  let gold: Int
  let read: Int

  static func < (a: Pair, b: Pair) -> Bool {
    (a.likeness, a.gold, a.read) < (b.likeness, b.gold, b.read)
  }
}

extension ScoredRecord {
  /// Its lines for people to read.
  fileprivate var place: String {
    lines.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" } ?? "unknown"
  }
}

extension JSONValue {
  /// The value for people to read.
  fileprivate var shown: String {
    switch self {
    case .null: ""
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map(String.init) ?? "\(value)"
    case .string(let text): text
    case .array(let elements): elements.map(\.shown).joined(separator: " | ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }.joined(
        separator: "; ")
    }
  }
}
