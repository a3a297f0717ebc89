public import MattersArising

/// What a paper's records should be, from a file of JSON Lines, and what of it is to be scored.
public struct Gold: Sendable {
  /// The file of the paper, as the header names it.
  public private(set) var document: String?
  /// The kinds that are scored: those the gold has, and those that its header names.
  public private(set) var kinds: Set<RecordKind> = []
  /// What could not be understood, one line each.
  public private(set) var problems: [String] = []
  /// The records.
  private(set) var records: [ScoredRecord] = []
  /// The lines that were read for gold, where it is not the whole paper.
  private(set) var onlyLines: [ClosedRange<Int>]?
  /// Relations that are scored although the gold may have no such link.
  private(set) var relations: Set<String> = []
  /// Whether there is a header, which tells gold from other files of JSON Lines.
  public private(set) var hasHeader = false

  /// Reads gold; lines that are no JSON, and kinds that are not of the contract, are problems.
  public init(_ text: String) {
    // By bytes: a CRLF is one Character, and would end no line.
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = String(Substring(bytes))
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let value = JSONValue(line), let kind = value["kind"]?.text else {
        problems.append("line \(index + 1) is no JSON object with a kind")
        continue
      }
      if kind == "gold" {
        readHeader(value)
      } else if let record = ScoredRecord(value) {
        records.append(record)
        kinds.insert(record.kind)
      } else {
        problems.append("line \(index + 1): not a kind of the contract: \(kind)")
      }
    }
  }

  private mutating func readHeader(_ header: JSONValue) {
    hasHeader = true
    document = document ?? header["document"]?.text
    kinds.formUnion(header.texts("scores").compactMap(RecordKind.init))
    relations.formUnion(header.texts("relations"))
    guard onlyLines == nil, let ranges = header["only_lines"]?.elements else { return }
    onlyLines = ranges.compactMap { range in
      let ends = range.elements?.compactMap(\.whole) ?? []
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }
  }

  /// Whether a record that was read lies where gold was read.
  func covers(_ record: ScoredRecord) -> Bool {
    guard let onlyLines, record.kind != .link else { return true }
    let first = record.lines?.first ?? 0
    return onlyLines.contains { $0.contains(first) }
  }
}

/// A record of gold, or of what was read, as its JSON has it.
struct ScoredRecord: Sendable {
  /// Its kind.
  let kind: RecordKind
  /// All its keys.
  let fields: [String: JSONValue]

  /// A record of a kind that the contract has.
  init?(_ value: JSONValue) {
    guard case .object(let fields) = value, let kind = fields["kind"]?.text.flatMap(RecordKind.init)
    else { return nil }
    self.kind = kind
    self.fields = fields
  }

  /// Its name in its document.
  var id: String? { fields["id"]?.text }

  /// Its first and last line.
  var lines: (first: Int, last: Int)? {
    guard let ends = fields["lines"]?.elements?.compactMap(\.whole), ends.count == 2 else {
      return nil
    }
    return (ends[0], ends[1])
  }

  /// The lines that two records share over the lines that they span together.
  func overlap(_ other: ScoredRecord) -> Double {
    guard let a = lines, let b = other.lines else { return 0 }
    let shared = min(a.last, b.last) - max(a.first, b.first) + 1
    let spanned = max(a.last, b.last) - min(a.first, b.first) + 1
    return spanned > 0 ? Double(max(0, shared)) / Double(spanned) : 0
  }
}

extension JSONValue {
  /// The words of a list.
  fileprivate func texts(_ key: String) -> [String] {
    self[key]?.elements?.compactMap(\.text) ?? []
  }
}
