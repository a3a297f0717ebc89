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
  public static func read(
    _ source: SourceText, profiles: CouncilProfiles = CouncilProfiles()
  ) -> Pipeline {
    read(TextReader.read(source), profiles: profiles)
  }

  /// Reads a paper that a reader of its form has made.
  ///
  /// Any paper gives a result.
  public static func read(
    _ paper: Paper, profiles: CouncilProfiles = CouncilProfiles()
  ) -> Pipeline {
    var reading = PaperParser.parse(paper, profiles: profiles)
    var linking = DocumentLinker.link(reading.records, in: reading.settings)
    if !paper.sheets.isEmpty {
      // Only now: on the way, lines tell which rows stand together.
      reading.records = reading.records.map { placed($0, in: paper.sheets) }
      linking.links = linking.links.map { placed($0, in: paper.sheets) }
    }
    return Pipeline(paper: paper, reading: reading, linking: linking)
  }

  /// Reads a paper and hands over its records in document order, each followed by the links that come
  /// from it, as ``printed`` has them.
  ///
  /// A file of many packs is held no longer than it takes to read each: what was handed over is let go.
  ///
  /// - Returns: what was noticed.
  public static func read(
    _ paper: Paper, profiles: CouncilProfiles = CouncilProfiles(),
    each: (PaperRecord) -> Void
  ) -> [Diagnostic] {
    PaperParser.parse(paper, profiles: profiles) { records, settings, isLast in
      let packs = isLast ? [0..<records.count] : DocumentLinker.finishedPacks(in: records)
      for pack in packs {
        let (records, settings) = (Array(records[pack]), Array(settings[pack]))
        let links = DocumentLinker.link(records, in: settings).links
        for record in printed(records, links) {
          each(paper.sheets.isEmpty ? record : placed(record, in: paper.sheets))
        }
      }
      return packs.last?.upperBound ?? 0
    }
  }

  /// A record of a workbook, with the sheet and the rows in the place of lines.
  private static func placed(_ record: PaperRecord, in sheets: [Sheet]) -> PaperRecord {
    guard let sheet = sheets.last(where: { $0.nameLine <= record.lines.first }) else {
      return record
    }
    var record = record
    record.lines = sheet.rows(record.lines)
    record.sheet = sheet.name
    return record
  }

  /// Records in document order, each followed by the links that come from it.
  public var printed: [PaperRecord] { Self.printed(reading.records, linking.links) }

  private static func printed(
    _ records: [PaperRecord], _ links: [PaperRecord]
  ) -> [PaperRecord] {
    var from: [String: [PaperRecord]] = [:]
    for record in links {
      guard case .link(let link) = record.content else { continue }
      from[link.from, default: []].append(record)
    }
    var printed: [PaperRecord] = []
    printed.reserveCapacity(records.count + links.count)
    for record in records {
      printed.append(record)
      if let own = from[record.id.description] { printed += own }
    }
    return printed
  }

  /// The words of each paragraph, item and row with its lines; furniture has none.
  public var passages: [(lines: LineRange, words: String)] {
    paper.blocks.compactMap { block in
      let words = paper.text(block)
      return words.isEmpty ? nil : (block.lines, words)
    }
  }
}
