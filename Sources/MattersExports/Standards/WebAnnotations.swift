import MattersLinker
import MattersRecords
import MattersRegister
import MattersText

/// W3C Web Annotation: for each record, the place in its paper's text that it was read from.
enum WebAnnotations {
  /// A page of annotations for each paper.
  static func files(_ register: Register) throws -> [Export.File] {
    var records: [String: [LaidRecord]] = [:]
    var isPartlyPrivate: Set<String> = []
    for laid in try register.records(RecordKind.allCases) {
      if laid.record.access == .public {
        records[laid.document, default: []].append(laid)
      } else {
        isPartlyPrivate.insert(laid.document)
      }
    }
    var files: [Export.File] = []
    try register.eachText { hash, source in
      guard let own = records[hash], !own.isEmpty else { return }
      files.append(
        Export.File(
          name: "\(StableID.slug(source.name))-\(hash.prefix(8)).jsonld",
          text: page(hash, source, own, withPrefixes: !isPartlyPrivate.contains(hash)).line))
    }
    return files
  }

  /// - Parameter withPrefixes: whether the line before each record's own is given, which may be a
  ///   private one.
  private static func page(
    _ hash: String, _ source: SourceText, _ records: [LaidRecord], withPrefixes: Bool
  ) -> JSONTree {
    let starts = codePointStarts(source)
    let sheets = source.sheets
    return .members([
      "@context": "http://www.w3.org/ns/anno.jsonld",
      "id": .words("urn:uuid:\(StableID.uuid("annotations", hash))"), "type": "AnnotationPage",
      "items": .list(
        records.map { laid in
          let sheet = laid.record.sheet.flatMap { name in sheets.first { $0.name == name } }
          let lines = sheet?.lines(laid.record.lines) ?? laid.record.lines
          return annotation(laid, lines, hash, source, starts, withPrefix: withPrefixes)
        }),
    ])
  }

  private static func annotation(
    _ laid: LaidRecord, _ lines: LineRange, _ hash: String, _ source: SourceText, _ starts: [Int],
    withPrefix: Bool
  ) -> JSONTree {
    // The bytes as they are: a paper may end its lines in more than one way.
    let exact = words(of: lines, source)
    let start = lines.first <= starts.count ? starts[max(0, lines.first - 1)] : 0
    let before = source.quote(LineRange(max(1, lines.first - 1), max(1, lines.first - 1)))
    return .members([
      "id": .words("urn:uuid:\(StableID.uuid("annotation", hash, laid.record.id.description))"),
      "type": "Annotation", "motivation": "identifying",
      "body": .members([
        "type": "TextualBody", "format": "application/json", "purpose": "identifying",
        "value": .words(RecordWriter.object(laid.record)),
      ]),
      "target": .members([
        "source": .words("urn:sha256:\(hash)"),
        "selector": .list([
          .members([
            "type": "TextQuoteSelector", "exact": .words(exact),
            "prefix": withPrefix && lines.first > 1 ? .words((before.first ?? "") + "\n") : nil,
          ]),
          .object([
            .init(key: "type", value: "TextPositionSelector"),
            .init(key: "start", value: .number(start)),
            .init(key: "end", value: .number(start + exact.unicodeScalars.count)),
          ]),
        ]),
      ]),
    ])
  }

  private static func words(of lines: LineRange, _ source: SourceText) -> String {
    guard lines.first >= 1, lines.first <= source.lineCount else { return "" }
    let end = source.line(min(lines.last, source.lineCount)).upper
    return String(
      decoding: source.bytes[source.line(lines.first).lower..<end], as: UTF8.self)
  }

  /// How many code points stand before each line.
  private static func codePointStarts(_ source: SourceText) -> [Int] {
    var starts: [Int] = []
    var count = 0
    var offset = 0
    for start in source.lineStarts {
      while offset < Int(start) {
        // Bytes that go on with a letter begin none.
        if source.bytes[offset] & 0xC0 != 0x80 { count += 1 }
        offset += 1
      }
      starts.append(count)
    }
    return starts
  }
}
