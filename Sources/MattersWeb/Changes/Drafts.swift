import MattersIngest
import Synchronization

/// Papers that were uploaded and read, and not yet stored.
final class Drafts: Sendable {
  private struct Draft {
    var person: String
    var paper: UploadedPaper
    var at: ContinuousClock.Instant
  }

  private let drafts = Mutex<[String: Draft]>([:])
  /// Each paper that is being read takes many times its size.
  let reading = Turnstile(most: 2)
  private let most = 8
  private let longest = Duration.seconds(30 * 60)

  /// Keeps a paper until it is stored, for the person who uploaded it.
  func keep(_ paper: UploadedPaper, of person: String) -> String {
    let key = Secret.key()
    let now = ContinuousClock.now
    drafts.withLock { drafts in
      drafts = drafts.filter { $0.value.at.duration(to: now) < longest }
      while drafts.count >= most, let oldest = drafts.min(by: { $0.value.at < $1.value.at }) {
        drafts[oldest.key] = nil
      }
      drafts[key] = Draft(person: person, paper: paper, at: now)
    }
    return key
  }

  /// A paper that its person asks for; it is kept no longer.
  func take(_ key: String, of person: String) -> UploadedPaper? {
    drafts.withLock { drafts in
      guard let draft = drafts[key], draft.person == person else { return nil }
      drafts[key] = nil
      return draft.paper
    }
  }
}
