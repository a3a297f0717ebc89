import MattersBlocks
import MattersRecords
import MattersText

/// Collects what layouts read: records with unique names, what was claimed, what was noticed.
struct RecordSink {
  /// The records so far, in the order they were added.
  private(set) var records: [PaperRecord] = []
  /// The meeting whose paper each record stands in.
  private(set) var settings: [RecordSetting] = []
  /// What was noticed.
  var diagnostics: [Diagnostic] = []
  /// The meeting that the pack is for, from its agenda's front page.
  var pack = RecordSetting()
  /// The meeting that the document being read is of.
  var meeting = RecordSetting()
  /// The title of the report being read.
  var report: String?
  /// Who may see what is being read.
  var access = AccessWording()
  /// The words of the council whose paper it is.
  var profile: CouncilProfile?
  /// The day that headed the last rows of a tracker, which may go on behind a page's end.
  var trackerDay: String?
  /// Whether the document being read is minutes.
  var isMinutes = false
  /// Whether its decisions are told in prose, and not under `RESOLVED`.
  var decidesInProse = false
  /// Whether no `RESOLVED` stands anywhere in it, so that decisions are quoted with all their words.
  var quotesDecisions = false
  /// Whether an executive or a committee says `RESOLVED` of some points and `RECOMMENDED` of others:
  /// those go on to its council.
  var recommendsApart = false
  /// The words of the recommendations that a group's report makes, and by what name.
  private var recommended: [String: String] = [:]
  /// Whether a record was read from each of the paper's blocks.
  private(set) var isClaimed: [Bool]
  private var taken: Set<RecordID> = []
  /// Where the sentences begin that say what was decided: they are no suggestions or promises.
  private var decided: Set<Int> = []
  /// How often a name was asked for, where it was more than once.
  private var uses: [RecordID: Int] = [:]

  init(blockCount: Int) { isClaimed = Array(repeating: false, count: blockCount) }

  /// Adds a record; `parts` tell it apart from others of its kind in the document.
  mutating func add(
    _ content: RecordBody, parts: [String?], lines: LineRange, blocks: Range<Int>? = nil,
    certainty: Certainty = .certain, because: String? = nil
  ) {
    guard content.saysEnough else { return }
    var record = PaperRecord(
      id: unused(RecordID(kind: content.kind, parts: parts)), lines: lines, content: content)
    record.certainty = certainty
    record.access = access.kind
    record.exemptParagraph = access.paragraph
    record.because = because
    records.append(record)
    settings.append(meeting)
    for block in blocks ?? 0..<0 { isClaimed[block] = true }
  }

  /// The name, with an ordinal where it is taken; a label `2` may have taken the ordinal as well.
  private mutating func unused(_ name: RecordID) -> RecordID {
    var id = name
    while !taken.insert(id).inserted {
      uses[name, default: 1] += 1
      id = RecordID("\(name)-\(uses[name, default: 1])")
    }
    return id
  }

  /// Whether any record was read.
  var hasRead: Bool { !taken.isEmpty }

  /// The places of the records in the order of the document.
  var order: [Int] {
    records.indices.sorted { (records[$0].lines, $0) < (records[$1].lines, $1) }
  }

  /// Lets records go that somebody has taken; their names stay taken.
  mutating func remove(_ places: ArraySlice<Int>) {
    if places.isEmpty { return }
    var isKept = Array(repeating: true, count: records.count)
    for place in places { isKept[place] = false }
    records = zip(records, isKept).filter(\.1).map(\.0)
    settings = zip(settings, isKept).filter(\.1).map(\.0)
  }

  /// Whether one of the last actions was read from some lines.
  func hasAction(at lines: LineRange) -> Bool {
    records.suffix(60).contains { record in
      guard case .action = record.content else { return false }
      return record.lines.first <= lines.last && record.lines.last >= lines.first
    }
  }

  /// Whether a body is one that decides.
  func isExecutive(_ body: String) -> Bool {
    profile?.isExecutive(body) ?? BodyName.isExecutive(body)
  }

  /// Whether a group's report has made a recommendation before, under another name.
  ///
  /// It lists them as `R1`, and prints `Recommendation 1` where it comes to it. By the same name it
  /// restates one.
  mutating func isMade(_ text: String, _ label: String?) -> Bool {
    var key = MatchKey(text).description
    // "a list be kept" in its summary is "That a list be kept" where it comes to it.
    if key.hasPrefix("that ") { key.removeFirst(5) }
    if let name = recommended[key] { return name != label ?? "" }
    recommended[key] = label ?? ""
    return false
  }

  /// Forgets the recommendations of the report before.
  mutating func beginReport() { recommended = [:] }

  /// Says that a record was read from a block.
  mutating func claim(_ block: Int) { isClaimed[block] = true }

  /// Says that the sentence at an offset of the cleaned text tells a decision.
  mutating func decide(at offset: Int) { decided.insert(offset) }

  /// Whether the sentence at an offset tells a decision.
  func isDecided(at offset: Int) -> Bool { decided.contains(offset) }

  /// Says that a record was read from each row of a table, some aside, counted from the header.
  mutating func claimRows(of table: TableView, in paper: Paper, except misfits: Set<Int> = []) {
    var row = table.hasBorrowedHeader ? 1 : 0
    var index = table.start
    while row < table.rows.count, index < paper.blocks.count {
      if paper.blocks[index].kind == .row {
        if !misfits.contains(row) { isClaimed[index] = true }
        row += 1
      }
      index += 1
    }
  }
}

extension RecordBody {
  /// Whether the words of what is asked are more than a column's heading or a verdict: nothing that
  /// can be asked of anybody has fewer than three.
  fileprivate var saysEnough: Bool {
    let text: String? =
      switch self {
      case .recommendation(let content): content.text
      case .informationRequest(let content): content.text
      case .action(let content): content.text
      default: nil
      }
    guard let text else { return true }
    var words = 1
    for byte in text.utf8 where byte == 0x20 {
      words += 1
      if words == 3 { return true }
    }
    return false
  }
}
