import MattersLinker
import MattersRecords

/// Says whose matter each record of a document is.
///
/// A Cabinet's paper that repeats a committee's recommendation, and the response beside it, belong
/// to the committee's matter; everything else belongs to the body whose paper it stands in.
struct RecordOwners {
  private var answered: [String: BodyKey] = [:]
  /// The keys of the names that the document's records bear.
  var keys = BodyKeys()
  /// The one council that the document names, for what stands in it without one.
  private(set) var council: String?

  init(_ document: RegisterDocument) {
    var councils: [BodyKey: String] = [:]
    for (_, setting) in document.records {
      if let council = setting.council, councils[keys.key(council)] == nil {
        councils[keys.key(council)] = council
      }
    }
    if councils.count == 1 { council = councils.first?.value }
    guard !document.links.isEmpty else { return }
    var owners: [String: BodyKey] = [:]
    for (record, setting) in document.records {
      if let asker = Self.asker(record, setting) { owners[record.id.description] = asker }
    }
    for record in document.links {
      guard case .link(let link) = record.content, link.relation == .answers,
        let owner = owners[link.to]
      else { continue }
      answered[link.from] = owner
    }
  }

  /// The key of the body whose matter a record is.
  mutating func key(of record: PaperRecord, in setting: RecordSetting) -> BodyKey {
    if let owner = answered[record.id.description] ?? Self.asker(record, setting) { return owner }
    let own = keys.key(setting.body ?? "")
    guard let council = setting.council ?? council else { return own }
    // The council itself meets under a part of its name.
    let key = keys.key(council)
    let isItself =
      own.description.hasSuffix("council")
      && (key.description.hasSuffix(" " + own.description) || own.description == "full council")
    return isItself ? key : own
  }

  /// The task group whose recommendation a committee's own paper carries, if it is one.
  func group(of record: PaperRecord, in setting: RecordSetting) -> BodyKey? {
    guard case .recommendation(let content) = record.content, content.madeIn == .scrutinyReport,
      let maker = content.madeBy, let body = setting.body, !BodyKey(body).isExecutive,
      BodyKey(maker) != BodyKey(body)
    else { return nil }
    return BodyKey(maker)
  }

  /// The committee that asked, where an executive's paper repeats what it asked.
  private static func asker(_ record: PaperRecord, _ setting: RecordSetting) -> BodyKey? {
    guard case .recommendation(let content) = record.content,
      content.madeIn == .minutes || content.madeIn == .scrutinyReport, let maker = content.madeBy,
      let body = setting.body, BodyKey(body).isExecutive
    else { return nil }
    return BodyKey(maker)
  }
}
