import MattersRecords
import MattersText

/// Which of a body's records stand in papers of its own, by the name that each paper prints: worked
/// out once for each name, since there are many records and few names.
struct OwnPapers {
  private struct Name {
    var isOwn = true
    /// The name under which the body asked.
    var shown: String
  }

  private let body: String
  private var printed: [String: Name] = [:]

  /// The names that some records print, of a body that may have had others.
  init(of body: String, _ records: [LaidRecord], _ names: BodyNames) {
    self.body = body
    let key = BodyKey(body)
    var last: String?
    for laid in records {
      guard let name = laid.setting.body, name != last else { continue }
      last = name
      if printed[name] != nil { continue }
      let own = BodyKey(name)
      let isOwn = names.now(own) == names.now(key)
      printed[name] = Name(
        isOwn: isOwn, shown: isOwn && own != key && names.isFormer(own) ? name : body)
    }
  }

  /// Whether a record stands in a paper of the body, under whichever of its names.
  func hold(_ laid: LaidRecord) -> Bool {
    laid.setting.body.flatMap { printed[$0] }?.isOwn ?? true
  }

  /// The name under which the body asked: a former one stays.
  func name(in laid: LaidRecord) -> String {
    laid.setting.body.flatMap { printed[$0] }?.shown ?? body
  }
}
