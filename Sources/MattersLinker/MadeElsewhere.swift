import MattersText

extension Disagreements {
  /// Recommendations that another body of the same council has made before in the same words.
  ///
  /// - Parameter recommendations: those of all bodies.
  public static func madeElsewhere(_ recommendations: [RegisteredMatter]) -> [Disagreement] {
    var first: [String: RegisteredMatter] = [:]
    var found: [Disagreement] = []
    let ordered = recommendations.filter { $0.matter.kind == .recommendation }.sorted {
      ($0.matter.raised?.iso ?? "", $0.reference) < ($1.matter.raised?.iso ?? "", $1.reference)
    }
    for registered in ordered {
      let matter = registered.matter
      let words = MatchKey(matter.text)
      guard words.words.count >= 4 else { continue }
      let key = "\(BodyKey(matter.council ?? ""))|\(words)"
      guard let former = first[key] else {
        first[key] = registered
        continue
      }
      // The same body's are told with the rest of what it asked.
      guard BodyKey(former.matter.body) != BodyKey(matter.body),
        former.matter.raised != matter.raised
      else { continue }
      found.append(
        Disagreement(
          kind: .madeAgain, reference: registered.reference,
          first: quotation(matter.principal.laid, matter.text),
          second: quotation(former.matter.principal.laid, former.matter.text)))
    }
    return found
  }
}
