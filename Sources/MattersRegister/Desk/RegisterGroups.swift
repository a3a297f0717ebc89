public import MattersLinker
import MattersRecords
import MattersText

/// A task and finish group with what it recommended and what speaks of it.
public struct RegisteredGroup: Sendable {
  /// Its name, as its recommendations print it.
  public var name: String
  /// The recommendations that it made.
  public var matters: [RegisteredMatter]
  /// Resolutions and reports of its parent and of the group.
  public var records: [LaidRecord]
}

extension Register {
  /// The task and finish groups that some words mean: the whole name, its initials, or a part.
  public func groups(meaning words: String) throws -> [RegisteredGroup] {
    var found: [String: RegisteredGroup] = [:]
    let part = BodyKey(words).description
    for registered in try matters(MatterFilter(kind: .recommendation)) {
      guard let name = registered.matter.group, BodyKey(name) != BodyKey(registered.matter.body)
      else { continue }
      let key = BodyKey(name).description
      guard
        key == part || ShortName.of(name) == words.uppercased()
          || !part.isEmpty && key.contains(part)
      else { continue }
      found[key, default: RegisteredGroup(name: name, matters: [], records: [])].matters
        .append(registered)
    }
    if let exact = found[part] { found = [part: exact] }
    return try found.sorted { $0.key < $1.key }.map { key, group in
      var group = group
      let parents = Set(group.matters.map { BodyKey($0.matter.body) })
      group.records = try records([.resolution, .report]).filter { laid in
        guard let body = laid.setting.body else { return false }
        return parents.contains(BodyKey(body)) || BodyKey(body).description == key
      }
      return group
    }
  }
}

extension Matter {
  /// The task and finish group that made a recommendation, where a group did.
  public var group: String? {
    for member in members {
      guard case .recommendation(let content) = member.laid.record.content,
        content.madeIn == .scrutinyReport, let maker = content.madeBy
      else { continue }
      return maker
    }
    return nil
  }
}
