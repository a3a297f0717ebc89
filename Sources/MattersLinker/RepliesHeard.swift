import MattersRecords
import MattersText

/// What answers outside a tracker do to the requests that they are of.
extension MatterBuilder {
  /// Hears each answer in order: what its own paper puts it under, else the one request whose words
  /// it repeats.
  mutating func hearReplies(_ records: [LaidRecord]) {
    let replies = records.filter {
      if case .informationResponse = $0.record.content { true } else { false }
    }
    guard !replies.isEmpty else { return }
    var holders: [String: Int] = [:]
    var index = WordIndex()
    for (place, matter) in outcome.matters.enumerated() where matter.kind == .request {
      index.append(WordIndex.telling(matter.text), as: place)
      for member in matter.members {
        holders["\(member.laid.document)|\(member.laid.record.id)"] = place
      }
    }
    for laid in replies {
      guard case .informationResponse(let response) = laid.record.content,
        let day = response.date.flatMap(PlainDate.init(iso:)) ?? laid.setting.date
      else { continue }
      let own = Set(laid.answers.compactMap { holders["\(laid.document)|\($0)"] })
      var because = "the paper puts the answer under the request"
      var grade = LinkGrade.exact
      var found = own.sorted()
      if let (place, person) = verdicts.chosen(for: laid, among: outcome.matters) {
        (found, because) = ([place], "\(person) said so")
      } else if found.isEmpty {
        (because, grade) = ("the answer names its reference", .exact)
        found = referred(response.text, by: day)
        if found.isEmpty {
          (because, grade) = ("the answer repeats the words of this request alone", .strong)
          found = repeated(response.text, by: day, index)
        }
        if found.isEmpty {
          because = "the answer says that this was asked"
          found = told(response.text, by: day, index)
        }
      }
      found.removeAll { verdicts.excludes(laid, from: outcome.matters[$0]) }
      guard found.count == 1 else {
        if found.count > 1 {
          leave(laid, .several, found, "the answer fits more than one request")
        }
        continue
      }
      outcome.matters[found[0]].members.append(
        Matter.Member(laid: laid, role: .answered, grade: grade, because: because))
      var event = MatterEvent(
        .responded, on: day, state: Self.state(response.text),
        source: Self.source(laid), because: because)
      event.response = response.text
      event.from = response.from
      outcome.matters[found[0]].add(event)
    }
  }

  /// The requests whose printed reference an answer names.
  private func referred(_ text: String, by day: PlainDate) -> [Int] {
    let named = PrintedReference.all(in: text)
    guard !named.isEmpty else { return [] }
    return outcome.matters.indices.filter { place in
      let matter = outcome.matters[place]
      guard matter.kind == .request, matter.raised.map({ $0 <= day }) ?? false else { return false }
      return matter.printedReference.flatMap(PrintedReference.key).map(named.contains) ?? false
    }
  }

  /// The request of which an answer says in a sentence that it was asked: it shares more of its words
  /// than any other.
  private func told(_ text: String, by day: PlainDate, _ index: WordIndex) -> [Int] {
    let asking = text.split(whereSeparator: { ".;:".contains($0) }).filter { sentence in
      MatchKey.words(String(sentence)).contains { Self.askingVerbs.contains($0) }
    }
    let said = asking.joined(separator: " ")
    let words = WordRoots.of(MatchKey.words(said)).subtracting(WordRoots.stock)
    guard words.count >= 3 else { return [] }
    let scored = index.near(WordIndex.telling(said), rarest: 8).compactMap {
      place -> (place: Int, shared: Int)? in
      let matter = outcome.matters[place]
      guard matter.raised.map({ $0 <= day }) ?? false else { return nil }
      return (place, WordRoots.content(of: matter).intersection(words).count)
    }.sorted { ($1.shared, $0.place) < ($0.shared, $1.place) }
    guard let best = scored.first, best.shared >= 3 else { return [] }
    return scored.filter { $0.shared * 3 > best.shared * 2 }.map(\.place)
  }

  private static let askingVerbs: Set<String> = [
    "asked", "requested", "request", "requests", "enquired",
  ]

  /// The requests asked by a day most of whose telling words an answer has.
  private func repeated(_ text: String, by day: PlainDate, _ index: WordIndex) -> [Int] {
    let words = WordRoots.of(MatchKey.words(text))
    return index.near(WordIndex.telling(text), rarest: 8).filter { place in
      let matter = outcome.matters[place]
      let asked = WordRoots.content(of: matter)
      guard asked.count >= 3, matter.raised.map({ $0 <= day }) ?? false else { return false }
      return asked.intersection(words).count * 10 >= asked.count * 7
    }
  }

  /// What an answer says of where its request stands.
  private static func state(_ text: String) -> MatterState {
    if refusals.isIn(MatchKey(text)) { return .refused }
    return isPromise(text) ? .holding : .answered
  }

  private static let refusals: PhraseSet = [
    "the answer is no", "the answer is still no", "the answer remains no", "cannot be released",
    "cannot be disclosed", "cannot be provided", "cannot be shared", "cannot be shown",
    "unable to release", "unable to disclose", "unable to provide", "unable to share",
    "not able to release", "not able to disclose", "not able to provide", "not able to share",
    "must decline", "cannot release", "cannot disclose", "will not be released",
    "will not be disclosed", "cannot provide",
  ]

  /// Where a row says that a matter stands: a log of actions calls a request open while all that came
  /// is a promise.
  static func standing(
    _ said: MatterState, _ entry: TrackerEntry, of matter: Matter
  ) -> MatterState {
    guard matter.kind == .request, entry.tracker == .actions, said == .pending,
      let words = entry.response ?? entry.outcome, isPromise(words)
    else { return said }
    return .holding
  }

  private static let promises: PhraseSet = [
    "will be provided", "will be circulated", "will be sent", "will be supplied", "will follow",
    "to follow", "will be reported", "in due course", "will be given", "will be shared",
    "will be included", "to be included", "will be brought", "to be provided", "to be circulated",
    "will be emailed", "will be in the", "is being prepared", "are being prepared",
    "will be presented", "will be issued",
  ]

  /// Whether every sentence only says that an answer will come.
  private static func isPromise(_ text: String) -> Bool {
    let sentences = text.split(whereSeparator: { ".;".contains($0) }).map { MatchKey(String($0)) }
      .filter { !$0.isEmpty }
    return !sentences.isEmpty && sentences.allSatisfy(promises.isIn)
  }
}
