import MattersRecords
import MattersText

/// Corrections that later minutes make to earlier ones.
///
/// What is understood changes and what was printed stays: the record keeps its words, the matter
/// takes the new ones, and the event says which minutes changed them.
extension MatterBuilder {
  mutating func hearCorrections(_ records: [LaidRecord]) {
    for laid in records {
      guard case .correction(let content) = laid.record.content,
        let corrected = content.correctsMeeting.flatMap(PlainDate.init(iso:)),
        let day = content.meetingDate.flatMap(PlainDate.init(iso:)) ?? laid.setting.date
      else { continue }
      let minute = LabelKey.of(content.minute)
      let meant = outcome.matters.indices.filter { index in
        let matter = outcome.matters[index]
        return matter.raised == corrected && matter.principal.role == .origin
          && (minute == nil || LabelKey.of(matter.minute) == minute)
      }
      let change = CorrectedWords(content.text)
      let old = change?.old.lowercased() ?? ""
      let holding = change.map { _ in
        meant.filter { outcome.matters[$0].text.place(of: old) != nil }
      }
      if let change, let holding, holding.count == 1, let index = holding.first,
        let place = outcome.matters[index].text.place(of: old)
      {
        var event = MatterEvent(
          .corrected, on: day, state: nil, source: Self.source(laid),
          because: "the minutes were corrected: \(content.text)")
        event.minute = content.minute
        event.change = .init()
        event.change?.text = outcome.matters[index].text.replacingCharacters(
          in: place, by: change.new)
        outcome.matters[index].add(event)
      } else if minute != nil, meant.count == 1 {
        outcome.matters[meant[0]].add(
          MatterEvent(
            .noted, on: day, state: nil, source: Self.source(laid),
            because: "the minutes were corrected: \(content.text)"))
      }
    }
  }
}

/// The words that a correction takes out and puts in, where it quotes both.
struct CorrectedWords {
  var old: String
  var new: String

  private static let signs: PhraseSet = [
    "read", "to read", "replaced", "be replaced by", "be replaced with", "replace", "substituted",
    "insert", "inserted", "amended to", "changed to", "instead of", "corrected to",
  ]

  /// `"2021" be amended to read "2020"`, `replace "cost" with "costs"`; put the other way round in
  /// `"2020" be substituted for "2021"` and `to read "2020" instead of "2021"`.
  init?(_ text: String) {
    let key = MatchKey(text).description
    guard Self.signs.isIn(MatchKey(text)) else { return nil }
    let quoted = Self.quoted(text)
    guard quoted.count == 2, !quoted[0].isEmpty else { return nil }
    let isReversed =
      key.place(of: "substituted for") != nil || key.place(of: "instead of") != nil
      || key.place(of: "in place of") != nil
    (old, new) = isReversed ? (quoted[1], quoted[0]) : (quoted[0], quoted[1])
  }

  private static func quoted(_ text: String) -> [String] {
    var found: [String] = []
    var open: String?
    for character in text {
      switch character {
      case "\u{201C}": open = ""
      case "\u{201D}":
        if let words = open { found.append(words) }
        open = nil
      case "\"":
        if let words = open { found.append(words) }
        open = open == nil ? "" : nil
      default: open?.append(character)
      }
    }
    return found
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, by words: String) -> String {
    self[..<range.lowerBound] + words + self[range.upperBound...]
  }
}

/// Which minutes are a draft: printed as one, and not yet agreed by a later meeting.
struct DraftMinutes {
  private var drafts: Set<String> = []
  private var agreed: Set<PlainDate> = []
  private static let signs: PhraseSet = [
    "correct record", "accurate record", "true record", "be confirmed", "be approved", "be signed",
    "were confirmed", "were approved", "were agreed", "be agreed",
  ]

  init(_ records: [LaidRecord]) {
    for laid in records {
      switch laid.record.content {
      case .meeting(let meeting)
      where meeting.documentRole == .minutes && meeting.status == .draft:
        drafts.insert(laid.document)
      case .resolution(let resolution):
        let key = MatchKey(resolution.text)
        guard key.words.contains("minutes"), Self.signs.isIn(key) else { continue }
        for day in DateReader.all(in: resolution.text)
        where day.iso < resolution.meetingDate ?? "9999" {
          agreed.insert(day)
        }
      default: break
      }
    }
  }

  /// Whether all that minutes say of something is in a draft.
  func isOnlyDraft(_ matter: Matter) -> Bool {
    guard !drafts.isEmpty, matter.raised.map({ !agreed.contains($0) }) ?? true else { return false }
    let origins = matter.members.filter { $0.role == .origin && $0.laid.entered == nil }
    return !origins.isEmpty && origins.allSatisfy { drafts.contains($0.laid.document) }
  }
}
