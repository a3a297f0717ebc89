public import MattersArising
import MattersBlocks
import MattersLinker
import MattersParsers
public import MattersRegister

/// Takes papers into a register: reads each, links it, and stores it in one transaction.
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
    /// A path could not be taken in; the others go on.
    case failed(path: String, message: String)
  }

  /// What a run did.
  public struct Summary: Sendable, Equatable {
    /// Papers stored for the first time.
    public var stored = 0
    /// Papers that revise an earlier text.
    public var revised = 0
    /// Papers whose text was there already.
    public var unchanged = 0
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
  private let notify: (Notice) -> Void

  /// Takes papers into a register, saying what happens.
  ///
  /// - Parameter isExempt: whether the papers are to be kept from the public as a whole.
  public init(
    into register: Register, isExempt: Bool = false, notify: @escaping (Notice) -> Void = { _ in }
  ) {
    self.register = register
    self.isExempt = isExempt
    self.notify = notify
  }

  /// Takes in the papers that some paths mean.
  ///
  /// - Throws: ``RegisterError`` where the register itself fails; what a paper does wrong is a
  ///   notice, and the others go on.
  public func run(_ paths: [String]) throws -> Summary {
    var summary = Summary()
    let (files, problems) = PaperFinder.find(paths)
    for problem in problems {
      summary.failed += 1
      notify(.failed(path: problem.path, message: problem.message))
    }
    for (index, file) in files.enumerated() {
      notify(.reading(path: file, index: index, count: files.count))
      do {
        let contents = try PaperFile.contents(file)
        let paper = try PaperFile.paper(in: contents, file)
        if paper.source.encoding != .utf8 { notify(.decoded(path: file, paper.source.encoding)) }
        for diagnostic in paper.diagnostics { notify(.noticed(path: file, diagnostic)) }
        try take(paper, read: contents, path: file, &summary)
      } catch let error as PaperFileError {
        summary.failed += 1
        notify(.failed(path: file, message: error.explanation))
      }
    }
    return summary
  }

  private func take(
    _ paper: Paper, read contents: [UInt8], path: String, _ summary: inout Summary
  ) throws {
    let source = paper.source
    let pipeline = Pipeline.read(paper)
    let reading = pipeline.reading
    var document = RegisterDocument(
      name: source.name, text: source.bytes, encoding: source.encoding.rawValue,
      lineCount: source.lineCount, unclaimedLines: reading.coverage.unclaimed.count,
      records: Array(zip(reading.records, reading.settings)), links: pipeline.linking.links,
      passages: pipeline.passages)
    if let converter = paper.converter {
      document.conversion = .init(converter: converter, file: contents)
    }
    document.isExempt = isExempt
    let outcome = try register.store(document)
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
    if reading.records.isEmpty { notify(.nothingRead(path: path)) }
    for record in reading.records { summary.records[record.kind, default: 0] += 1 }
    summary.links += pipeline.linking.links.count
    summary.ambiguous += pipeline.linking.ambiguous.count
    summary.unclaimed += reading.coverage.unclaimed.count
    summary.lines += reading.coverage.lines.count
  }
}
