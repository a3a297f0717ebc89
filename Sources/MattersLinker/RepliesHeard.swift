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
        (because, grade) = ("the answer repeats the words of this request alone", .strong)
        found = repeated(response.text, by: day, index)
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
        .responded, on: day, state: Self.isPromise(response.text) ? .holding : .answered,
        source: Self.source(laid), because: because)
      event.response = response.text
      event.from = response.from
      outcome.matters[found[0]].add(event)
    }
  }

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

  private static let promises: PhraseSet = [
    "will be provided", "will be circulated", "will be sent", "will be supplied", "will follow",
    "to follow", "will be reported", "in due course", "will be given", "will be shared",
  ]

  /// Whether every sentence only says that an answer will come.
  private static func isPromise(_ text: String) -> Bool {
    let sentences = text.split(whereSeparator: { ".;".contains($0) }).map { MatchKey(String($0)) }
      .filter { !$0.isEmpty }
    return !sentences.isEmpty && sentences.allSatisfy(promises.isIn)
  }
}
