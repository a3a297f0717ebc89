import MattersArising
import MattersLinker
import MattersParsers

/// Papers of one council, separated by NUL, linked across in either order.
enum LinkerFuzzing {
  static func complaint(_ bytes: [UInt8]) -> String? {
    let laid = bytes.split(separator: 0, maxSplits: 5).enumerated().flatMap { index, bytes in
      let name = "paper \(index)"
      let reading = Pipeline.read(
        SourceText(name: name, text: String(decoding: bytes, as: UTF8.self))
      )
      .reading
      return zip(reading.records, reading.settings).map { record, setting in
        LaidRecord(document: name, documentName: name, record: record, setting: setting)
      }
    }
    let bodies = Set(laid.compactMap(\.setting.body).prefix(8)).union(["Ponds Scrutiny Committee"])
    for body in bodies.sorted() {
      let forward = MatterBuilder.build(body: body, records: laid).matters
      let backward = MatterBuilder.build(body: body, records: laid.reversed()).matters
      guard forward.map(words) == backward.map(words) else {
        return "\(body): other matters where the papers come in another order"
      }
      for matter in forward where matter.members.isEmpty {
        return "\(matter.text): a matter of no record"
      }
    }
    return nil
  }

  private static func words(_ matter: Matter) -> String {
    let members = matter.members.map { "\($0.laid.document) \($0.laid.record.id)" }
    return "\(matter.text)|\(matter.raised?.iso ?? "")|\(members.joined(separator: ","))"
  }
}
