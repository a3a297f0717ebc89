import MattersArising
import MattersBlocks
import MattersFormats
import MattersLinker
import MattersParsers

/// From any bytes to a paper and its records.
enum PaperFuzzing {
  /// Reads the bytes of a file.
  ///
  /// What would need a tool is left out: starting one for each input finds nothing of ours.
  static func complaint(contents: [UInt8]) -> String? {
    guard !needsTool(contents) else { return nil }
    do throws(PaperFormError) {
      return complaint(of: Pipeline.read(try PaperForm.read(name: "fuzz", contents: contents)))
    } catch {
      return error.explanation.contains("\n") ? "an error of two lines: \(error)" : nil
    }
  }

  /// Reads plain text.
  static func complaint(text: [UInt8]) -> String? {
    let text = String(decoding: text, as: UTF8.self)
    return complaint(of: Pipeline.read(SourceText(name: "fuzz", text: text)))
  }

  /// What holds of everything that is read: lines in bounds, ids that tell apart, links between
  /// records that are there, and JSON that says the same again.
  static func complaint(of pipeline: Pipeline) -> String? {
    let last = pipeline.paper.source.lineCount
    var ids: Set<String> = []
    for record in pipeline.reading.records {
      let id = record.id.description
      guard record.lines.first >= 1, record.lines.first <= record.lines.last,
        record.lines.last <= last || record.sheet != nil
      else { return "\(id): lines \(record.lines) of \(last)" }
      guard ids.insert(id).inserted else { return "\(id): twice" }
      let json = RecordWriter.object(record)
      guard PaperRecord(json: json).map(RecordWriter.object) == json else {
        return "\(id): another record when read back: \(json)"
      }
    }
    for record in pipeline.linking.links {
      guard case .link(let link) = record.content, ids.contains(link.from), ids.contains(link.to)
      else { return "\(record.id): a link to nothing" }
    }
    return nil
  }

  private static func needsTool(_ contents: [UInt8]) -> Bool {
    ["PK", "{\\rtf", "%PDF-"].contains { contents.prefix(1_024).contains(Array($0.utf8)) }
  }
}
