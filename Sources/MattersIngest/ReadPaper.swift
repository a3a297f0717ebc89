import MattersArising
import MattersBlocks
import MattersLinker
import MattersParsers
import MattersRegister

/// A paper that was read from a file and is ready to be stored.
struct ReadPaper: Sendable {
  /// Where it is.
  var path: String
  /// The document as the register takes it.
  var document: RegisterDocument
  /// The encoding it was decoded from, where that is not UTF-8.
  var encoding: SourceEncoding?
  /// What was noticed while its form was read.
  var diagnostics: [Diagnostic]
  /// References in it with more than one candidate.
  var ambiguous: Int
  /// The bytes of a file that may be a tracker which somebody edited.
  var tracker: TrackerReturn?
  /// Its non-blank lines.
  var lines: Int

  /// Reads the paper at a path, in whatever form it is.
  static func read(_ path: String) -> Result<ReadPaper, PaperFileError> {
    do throws(PaperFileError) {
      let contents = try PaperFile.contents(path)
      let paper = try PaperFile.paper(in: contents, path)
      return .success(ReadPaper(paper, read: contents, path: path))
    } catch {
      return .failure(error)
    }
  }

  init(_ paper: Paper, read contents: [UInt8], path: String) {
    let source = paper.source
    let pipeline = Pipeline.read(paper)
    let reading = pipeline.reading
    let coverage = reading.coverage
    self.path = path
    document = RegisterDocument(
      name: source.name, text: source.bytes, encoding: source.encoding.rawValue,
      lineCount: source.lineCount, unclaimedLines: coverage.unclaimed.count,
      records: Array(zip(reading.records, reading.settings)), links: pipeline.linking.links,
      passages: pipeline.passages)
    if let converter = paper.converter {
      document.conversion = .init(converter: converter, file: contents)
    }
    tracker = TrackerReturn(document, contents: contents)
    encoding = source.encoding == .utf8 ? nil : source.encoding
    diagnostics = paper.diagnostics
    ambiguous = pipeline.linking.ambiguous.count
    lines = coverage.lines.count
  }
}
