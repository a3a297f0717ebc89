public import MattersLinker
import MattersRecords
import MattersText

/// What a council's file says of its posts and bodies, and what papers print that it does not know.
public enum CouncilListing {
  /// A name that papers print.
  public struct Printed: Sendable, Hashable {
    /// The name.
    public var name: String
    /// How many things it is printed with.
    public var count: Int
    /// Where it is printed first.
    public var place: String

    /// A printed name.
    public init(name: String, count: Int, place: String) {
      self.name = name
      self.count = count
      self.place = place
    }
  }

  // MARK: - Posts

  /// The posts, with how much each owes.
  public static func owners(
    _ settings: CouncilSettings?, awaited matters: [RegisteredMatter]
  ) -> ReportTable {
    let names = PostNames(settings)
    var owed: [String: Int] = [:]
    for registered in matters {
      let printed = registered.matter.responsible ?? registered.matter.addressedTo
      if let post = names.now(printed) { owed[post, default: 0] += 1 }
    }
    return ReportTable(
      caption: "Posts",
      columns: [
        "Post", "Also printed as", "Directorate", "Portfolio", "From", "To", "Successor", "E-mail",
        "Awaited",
      ],
      rows: (settings?.owner ?? []).map { owner in
        [
          owner.post, (owner.aliases ?? []).joined(separator: "; "), owner.directorate ?? "",
          owner.portfolio ?? "", owner.from ?? "", owner.to ?? "", owner.successor ?? "",
          owner.email ?? "", String(owed[owner.post] ?? 0),
        ]
      })
  }

  /// Names that matters are owed by and that the file has neither as a post nor as a body.
  public static func unknownOwners(
    _ settings: CouncilSettings?, _ matters: [RegisteredMatter]
  ) -> [Printed] {
    let names = PostNames(settings)
    let bodies = bodyKeys(settings)
    return printed(
      matters.compactMap { registered in
        guard let name = registered.matter.responsible ?? registered.matter.addressedTo,
          names.now(name) == nil, !bodies.contains(BodyKey(name)), !BodyKey(name).isExecutive
        else { return nil }
        return (name, registered.matter.principal.laid.placeInWords)
      })
  }

  // MARK: - Bodies

  /// The bodies of the file.
  public static func bodies(_ settings: CouncilSettings?) -> ReportTable {
    ReportTable(
      caption: "Bodies",
      columns: [
        "Body", "Short", "Kind", "Also printed as", "From", "To", "Successor", "Parent",
        "Constituents", "E-mail",
      ],
      rows: (settings?.body ?? []).map { body in
        [
          body.name, body.short ?? short(body.name),
          body.kind.map { $0.rawValue.replacing("_", with: " ") } ?? "",
          (body.aliases ?? []).joined(separator: "; "), body.from ?? "", body.to ?? "",
          body.successor ?? "", body.parent ?? "",
          (body.constituents ?? []).joined(separator: "; "),
          body.email ?? "",
        ]
      })
  }

  /// The initials of a name that has more than one word.
  private static func short(_ name: String) -> String {
    let initials = ShortName.of(name)
    return initials.count > 1 ? initials : ""
  }

  /// Names of bodies that papers print and the file does not have.
  public static func unknownBodies(
    _ settings: CouncilSettings?, _ records: [LaidRecord]
  ) -> [Printed] {
    let known = bodyKeys(settings)
    return printed(
      records.compactMap { laid in
        guard case .meeting(let meeting) = laid.record.content, let name = meeting.body,
          !known.contains(BodyKey(name)), laid.record.access == .public
        else { return nil }
        return (name, laid.placeInWords)
      })
  }

  private static func bodyKeys(_ settings: CouncilSettings?) -> Set<BodyKey> {
    Set(
      (settings?.body ?? []).flatMap { body in
        ([body.name] + (body.aliases ?? [])).map { BodyKey($0) }
      })
  }

  /// Each name once, as it was printed first.
  private static func printed(_ names: [(name: String, place: String)]) -> [Printed] {
    var found: [Printed] = []
    var places: [BodyKey: Int] = [:]
    for (name, place) in names {
      if let known = places[BodyKey(name)] {
        found[known].count += 1
      } else {
        places[BodyKey(name)] = found.count
        found.append(Printed(name: name, count: 1, place: place))
      }
    }
    return found.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  // MARK: - Suggestions

  /// Printed names as a table.
  public static func table(_ printed: [Printed], caption: String) -> ReportTable {
    ReportTable(
      caption: caption, columns: ["Printed", "Times", "First printed in"],
      rows: printed.map { [$0.name, String($0.count), $0.place] })
  }

  /// Printed names as parts of a council's file, to be looked over and pasted into it.
  public static func toml(_ printed: [Printed], part: String, key: String) -> String {
    printed.map { one in
      let count = "\(one.count) \(one.count == 1 ? "time" : "times")"
      let kind =
        part == "body" ? kind(of: one.name).map { "\nkind = \"\($0.rawValue)\"" } ?? "" : ""
      return
        "# printed \(count), first in \(one.place)\n[[\(part)]]\n\(key) = \(quoted(one.name))\(kind)\n"
    }.joined(separator: "\n")
  }

  /// The kind that a body's own name says.
  private static func kind(of name: String) -> CouncilSettings.BodyKind? {
    let words = Set(MatchKey.words(name))
    if words.contains("scrutiny") { return words.contains("joint") ? .joint : .scrutiny }
    if words.contains("task"), words.contains("group") { return .taskGroup }
    if BodyKey(name).isExecutive { return .cabinet }
    if words.contains("joint") { return .joint }
    if words.contains("nhs") || words.contains("integrated") && words.contains("care") {
      return .nhs
    }
    return MatchKey(name).description == "council" ? .council : nil
  }

  private static func quoted(_ words: String) -> String {
    var out = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return "\"\(out)\""
  }
}
