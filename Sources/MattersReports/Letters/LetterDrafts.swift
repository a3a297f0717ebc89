public import MattersLinker
import MattersRecords
public import MattersText

/// Drafts letters from where matters stand.
public struct LetterDrafts: Sendable {
  private let settings: CouncilSettings?
  private let calendar: MeetingCalendar
  private let asOf: PlainDate

  /// Drafts for a day, with a council's own words.
  public init(_ settings: CouncilSettings?, _ calendar: MeetingCalendar, asOf day: PlainDate) {
    self.settings = settings
    self.calendar = calendar
    asOf = day
  }

  // MARK: - Asking for what is awaited

  /// One letter to each owner of what is awaited, in the order of their names.
  ///
  /// - Parameters:
  ///   - owner: only to this one.
  ///   - onlyOverdue: only of what is past the day on which it was due.
  public func chases(
    _ matters: [RegisteredMatter], owner: String? = nil, onlyOverdue: Bool = false
  ) -> [Letter] {
    var byOwner: [String: [RegisteredMatter]] = [:]
    for registered in awaited(matters) {
      guard let name = self.owner(of: registered.matter) else { continue }
      if let owner, !Self.means(owner, name) { continue }
      byOwner[name, default: []].append(registered)
    }
    return byOwner.sorted { $0.key < $1.key }.compactMap { name, matters in
      let items = matters.map { (matter: $0, item: item($0)) }
        .filter { !onlyOverdue || $0.item.isOverdue }
      guard !items.isEmpty else { return nil }
      let bodies = Set(items.map(\.matter.matter.body)).sorted().joined(separator: " and ")
      return letter(.chase, to: name, body: bodies, items.map(\.matter), law: nil)
    }
  }

  /// What is awaited and nobody is known to owe.
  public func ownerless(_ matters: [RegisteredMatter]) -> [RegisteredMatter] {
    awaited(matters).filter { owner(of: $0.matter) == nil }
  }

  private func awaited(_ matters: [RegisteredMatter]) -> [RegisteredMatter] {
    MatterListing.awaited(matters, asOf: asOf)
  }

  /// Who owes the answer today: the post that the council's file has, else the name as printed.
  private func owner(of matter: Matter) -> String? {
    let printed = matter.responsible ?? matter.addressedTo
    return PostNames(settings).now(printed, on: asOf) ?? printed
  }

  /// Whether words mean an owner: the whole name, or a part of it.
  public static func means(_ words: String, _ name: String) -> Bool {
    let key = BodyKey(words).description
    return !key.isEmpty && BodyKey(name).description.contains(key)
  }

  // MARK: - Giving notice

  /// The notice to the executive and the request to each health body of recommendations that have
  /// had none, a letter for each to whom they are put.
  public func notices(_ matters: [RegisteredMatter]) -> [Letter] {
    var groups: [String: [RegisteredMatter]] = [:]
    for registered in matters {
      let matter = registered.matter
      guard matter.kind == .recommendation, !matter.isRetracted, let name = matter.addressedTo,
        matter.raised.map({ $0 <= asOf }) ?? true,
        !matter.events.contains(where: { $0.kind == .noticed })
      else { continue }
      groups["\(name)\t\(matter.body)", default: []].append(registered)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { key, matters in
      guard let first = matters.first?.matter, let name = first.addressedTo else { return nil }
      let clock = ResponseClock(
        first, nation: settings?.nation ?? .england, arrangements: settings?.arrangements)
      let kind: Letter.Kind = clock?.rule.addressee == .healthBody ? .request : .notice
      return letter(kind, to: name, body: first.body, matters, law: clock?.rule)
    }
  }

  // MARK: - Words

  private func item(_ registered: RegisteredMatter) -> LetterItem {
    LetterItem(registered, asOf: asOf, settings, calendar)
  }

  private func letter(
    _ kind: Letter.Kind, to name: String, body: String, _ matters: [RegisteredMatter],
    law: ClockRule?
  ) -> Letter {
    let ordered = matters.sorted {
      ($0.matter.raised?.iso ?? "", $0.reference) < ($1.matter.raised?.iso ?? "", $1.reference)
    }
    let items = ordered.enumerated().map { index, matter in
      kind == .chase
        ? item(matter).lines(index + 1).joined(separator: "\n") : Self.noticed(matter, index + 1)
    }
    let count = ordered.count
    let noun = kind == .chase ? "item" : "recommendation"
    let (title, text) = LetterTemplates(settings).fill(
      kind, isLaw: law != nil,
      [
        "owner": name, "committee": body, "date": asOf.inWords,
        "items": items.joined(separator: "\n\n"),
        "count": "\(count) \(count == 1 ? noun : noun + "s")", "law": law?.law ?? "",
        "last_day": law?.lastDay(from: asOf)?.inWords ?? "",
      ])
    return Letter(
      kind: kind, recipient: name, email: email(of: name), date: asOf, title: title, text: text,
      matters: ordered.map(\.reference))
  }

  private static func noticed(_ registered: RegisteredMatter, _ number: Int) -> String {
    let matter = registered.matter
    return "\(number). \(registered.reference)\n   \u{201C}\(matter.wording)\u{201D}\n"
      + "   Made" + (matter.raised.map { " on \($0.inWords)" } ?? "")
      + (matter.minute.map { ", minute \($0)" } ?? "")
  }

  /// The address that the council's file gives for a post or a body.
  public func email(of name: String) -> String? {
    let key = BodyKey(name)
    let post = settings?.owner?.first { BodyKey($0.post) == key }?.email
    return post
      ?? settings?.body?.first { body in
        ([body.name] + (body.aliases ?? [])).contains { BodyKey($0) == key }
      }?.email
  }
}
