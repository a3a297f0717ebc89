public import MattersBlocks
public import MattersLinker
public import MattersParsers

/// From the text of a paper to its records and the links between them.
///
/// ```swift
/// let source = SourceText(name: "minutes.txt", text: text)
/// for record in Pipeline.read(source).printed { print(RecordWriter.object(record)) }
/// ```
public struct Pipeline: Sendable {
  /// The blocks the text was read into.
  public let paper: Paper
  /// The records, what was noticed, and how each line was accounted for.
  public let reading: Reading
  /// The links inside the document, and the references that stayed open.
  public let linking: DocumentLinker.Outcome

  /// Reads a paper.
  ///
  /// Any text gives a result; nothing is thrown.
  public static func read(_ source: SourceText) -> Pipeline {
    let paper = TextReader.read(source)
    let reading = PaperParser.parse(paper)
    return Pipeline(
      paper: paper, reading: reading,
      linking: DocumentLinker.link(reading.records, in: reading.settings))
  }

  /// Records in document order, each followed by the links that come from it.
  public var printed: [PaperRecord] {
    var links: [String: [PaperRecord]] = [:]
    for record in linking.links {
      guard case .link(let link) = record.content else { continue }
      links[link.from, default: []].append(record)
    }
    return reading.records.flatMap { [$0] + (links[$0.id.description] ?? []) }
  }

  /// The words of each paragraph, item and row with its lines; furniture has none.
  public var passages: [(lines: LineRange, words: String)] {
    paper.blocks.compactMap { block in
      let words = paper.text(block)
      return words.isEmpty ? nil : (block.lines, words)
    }
  }
}
