public import Foundation
public import MattersArising
import MattersLinker
public import MattersRegister

/// Takes papers into a register: reads them on all cores, and stores them by one writer.
public struct Ingest {
  /// What happens while papers are taken in, for whoever shows it.
  public enum Notice: Sendable {
    /// A paper is about to be read: its place among all.
    case reading(path: String, index: Int, count: Int)
    /// A paper was stored, or not.
    case stored(path: String, StoreOutcome)
    /// A paper's text was decoded from another encoding.
    case decoded(path: String, SourceEncoding)
    /// Something in a paper could not be read as it should be.
    case noticed(path: String, Diagnostic)
    /// A paper was stored, but no record was read from it.
    case nothingRead(path: String)
    /// A tracker came back with what people typed into it.
    case returned(path: String, Returned)
    /// A path could not be taken in; the others go on.
    case failed(path: String, message: String)
  }

  /// What became of a tracker that came back.
  public struct Returned: Sendable {
    /// The references of rows that said something new.
    public var taken: [String]
    /// The references of rows that are at odds with another word, and wait for a person.
    public var waiting: [String]
    /// Rows of which no matter is known: their lines, and the reference or the words.
    public var unknown: [(line: Int, words: String)]
  }

  /// Who takes in, and on which day: what was typed into a tracker is kept under it.
  public struct Editor: Sendable {
    /// The person's name.
    public var name: String
    /// The day.
    public var today: PlainDate

    /// A person on a day.
    public init(name: String, today: PlainDate) {
      self.name = name
      self.today = today
    }
  }

  /// What a run did.
  public struct Summary: Sendable, Equatable {
    /// Papers stored for the first time.
    public var stored = 0
    /// Papers that revise an earlier text.
    public var revised = 0
    /// Papers whose text was there already.
    public var unchanged = 0
    /// Trackers that came back.
    public var returned = 0
    /// Rows of these that said something new.
    public var edits = 0
    /// Paths that could not be taken in.
    public var failed = 0
    /// Records read from the papers that were stored, by kind.
    public var records: [RecordKind: Int] = [:]
    /// Links made inside the papers that were stored.
    public var links = 0
    /// References with more than one candidate, in those papers.
    public var ambiguous = 0
    /// Lines of those papers that no parser knew, and all their lines.
    public var unclaimed = 0
    /// Non-blank lines of those papers.
    public var lines = 0
  }

  private let register: Register
  private let isExempt: Bool
  private let editor: Editor?
  private let threads: Int
  private let notify: (Notice) -> Void

  /// Takes papers into a register, saying what happens.
  ///
  /// - Parameters:
  ///   - isExempt: whether the papers are to be kept from the public as a whole.
  ///   - editor: who takes in; without one, a tracker that comes back is a paper as any other.
  ///   - threads: how many papers are read at a time; all the machine's cores where none is given.
  public init(
    into register: Register, isExempt: Bool = false, editor: Editor? = nil,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    notify: @escaping (Notice) -> Void = { _ in }
  ) {
    self.register = register
    self.isExempt = isExempt
    self.editor = editor
    self.threads = threads
    self.notify = notify
  }

  /// Takes in the papers that some paths mean.
  ///
  /// - Throws: ``RegisterError`` where the register itself fails; what a paper does wrong is a
  ///   notice, and the others go on.
  public func run(_ paths: [String]) throws -> Summary { try run(PaperFinder.find(paths)) }

  /// Takes in the papers that were found.
  public func run(_ found: PaperFinder.Found) throws -> Summary {
    var summary = Summary()
    let files = found.files
    for problem in found.problems {
      summary.failed += 1
      notify(.failed(path: problem.path, message: problem.message))
    }
    let papers = ReadAhead(
      files, threads: threads, weight: { (try? $0.get().document.text.count) ?? 0 },
      work: ReadPaper.read)
    defer { papers.cancel() }
    var batch: [(path: String, paper: Result<ReadPaper, PaperFileError>)] = []
    var weight = 0
    var last = ContinuousClock.now
    for (index, file) in files.enumerated() {
      notify(.reading(path: file, index: index, count: files.count))
      guard let outcome = papers.next() else { break }
      if case .success(let paper) = outcome, let tracker = paper.tracker, let editor, !isExempt,
        try tracker.mayBeReturn(
          to: register, behind: batch.lazy.compactMap { try? $0.paper.get().document.name })
      {
        // Its rows may be about what the papers before it say.
        try store(&batch, &summary)
        weight = 0
        last = .now
        if let back = try tracker.take(into: register, by: editor) {
          tell(paper, back, &summary)
          continue
        }
      }
      batch.append((file, outcome))
      if case .success(let paper) = outcome { weight += paper.document.text.count }
      if batch.count >= Self.batch.papers || weight >= Self.batch.bytes
        || last.duration(to: .now) > Self.batch.time
        || batch.count * 2 >= Self.batch.papers && Self.isLast(index, files)
      {
        try store(&batch, &summary)
        weight = 0
        last = .now
      }
    }
    try store(&batch, &summary)
    return summary
  }

  /// Whether a file is the last of its folder, which often has one body's papers: a transaction that
  /// is half full ends there, so that the next need not work the same body out again.
  private static func isLast(_ index: Int, _ files: [String]) -> Bool {
    guard index + 1 < files.count else { return true }
    let folders = [index, index + 1].map { place in
      files[place].utf8.lastIndex(of: UInt8(ascii: "/")).map { files[place][..<$0] }
    }
    return folders[0] != folders[1]
  }

  /// How much is stored in one transaction: what a body asked for is worked out once for it.
  private static let batch = (papers: 256, bytes: 16 << 20, time: Duration.seconds(10))

  /// Stores the papers read so far, and only then says what became of each.
  private func store(
    _ batch: inout [(path: String, paper: Result<ReadPaper, PaperFileError>)],
    _ summary: inout Summary
  ) throws {
    var documents = batch.compactMap { try? $0.paper.get().document }
    for index in documents.indices { documents[index].isExempt = isExempt }
    var outcomes = documents.isEmpty ? [] : try register.store(documents)[...]
    for (path, paper) in batch {
      switch paper {
      case .success(let paper): tell(paper, outcomes.removeFirst(), &summary)
      case .failure(let error):
        summary.failed += 1
        notify(.failed(path: path, message: error.explanation))
      }
    }
    batch.removeAll(keepingCapacity: true)
  }

  private func tell(_ paper: ReadPaper, _ back: TrackerReturn.Outcome, _ summary: inout Summary) {
    for diagnostic in paper.diagnostics { notify(.noticed(path: paper.path, diagnostic)) }
    summary.returned += 1
    summary.edits += back.rows.taken.count
    notify(
      .returned(
        path: paper.path,
        Returned(
          taken: back.rows.taken, waiting: back.rows.waiting, unknown: back.unknown)))
  }

  private func tell(_ paper: ReadPaper, _ outcome: StoreOutcome, _ summary: inout Summary) {
    let path = paper.path
    if let encoding = paper.encoding { notify(.decoded(path: path, encoding)) }
    for diagnostic in paper.diagnostics { notify(.noticed(path: path, diagnostic)) }
    notify(.stored(path: path, outcome))
    switch outcome {
    case .unchanged:
      summary.unchanged += 1
      return
    case .withdrawn:
      summary.failed += 1
      return
    case .stored: summary.stored += 1
    case .revision: summary.revised += 1
    }
    if paper.document.records.isEmpty { notify(.nothingRead(path: path)) }
    for (record, _) in paper.document.records { summary.records[record.kind, default: 0] += 1 }
    summary.links += paper.document.links.count
    summary.ambiguous += paper.ambiguous
    summary.unclaimed += paper.document.unclaimedLines
    summary.lines += paper.lines
  }
}
