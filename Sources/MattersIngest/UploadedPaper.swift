import MattersArising
public import MattersBlocks
import MattersFormats
import MattersLinker
import MattersParsers
public import MattersRegister

/// A paper that came as bytes and not as a file: read at once, stored when somebody says so.
public struct UploadedPaper: Sendable {
  /// What was read from it, as the register would take it in.
  public let document: RegisterDocument
  /// References with more than one candidate.
  public let ambiguous: Int
  private let tracker: TrackerReturn?

  /// Reads a paper in whatever form it is.
  ///
  /// Tools that take the text out are awaited; what the program reads itself takes its time on the
  /// thread of the one who asks.
  public init(name: String, contents: [UInt8]) async throws(PaperFileError) {
    let paper: Paper
    do {
      paper = try await PaperForm.read(name: name, contents: contents)
    } catch {
      throw .form(error)
    }
    self.init(paper, contents: contents)
  }

  /// Takes a paper that was read, with the bytes it was read from.
  public init(_ paper: Paper, contents: [UInt8]) {
    let pipeline = Pipeline.read(paper)
    let source = paper.source
    var document = RegisterDocument(
      name: source.name, text: source.bytes, encoding: source.encoding.rawValue,
      lineCount: source.lineCount, unclaimedLines: pipeline.reading.coverage.unclaimed.count,
      records: Array(zip(pipeline.reading.records, pipeline.reading.settings)),
      links: pipeline.linking.links, passages: pipeline.passages)
    if let converter = paper.converter {
      document.conversion = .init(converter: converter, file: contents)
    }
    self.document = document
    tracker = TrackerReturn(document, contents: contents)
    ambiguous = pipeline.linking.ambiguous.count
  }

  /// What it would add as a tracker that comes back with what people typed into it; nothing where
  /// it is a paper.
  public func edits(of register: Register, by editor: Ingest.Editor) throws -> TrackerPreview? {
    try tracker?.look(at: register, by: editor)
  }

  /// Takes in what people typed into a tracker; nothing where it is a paper.
  public func takeEdits(
    into register: Register, by editor: Ingest.Editor
  ) throws -> TrackerOutcome? {
    try tracker?.take(into: register, by: editor)?.rows
  }

  /// Stores it.
  public func store(in register: Register) throws -> StoreOutcome { try register.store(document) }
}
