public import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// The recommendations of outside bodies that papers give, each once.
  public func reviewRecommendations(body: String? = nil) throws -> [RegisteredMatter] {
    var seen: Set<String> = []
    return try records([.recommendation], body: body).compactMap { laid in
      guard let matter = Matter(review: laid),
        seen.insert("\(LabelKey.of(matter.label) ?? "")|\(MatchKey(matter.text))").inserted
      else { return nil }
      return RegisteredMatter(reference: laid.record.id.description, matter: matter)
    }
  }
}
