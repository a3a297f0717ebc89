import MattersIngest
import MattersLinker
import Synchronization

/// What was uploaded and read, and not yet taken in.
final class Drafts: Sendable {
  /// What a person uploaded, as it was read.
  enum Upload: Sendable {
    case paper(UploadedPaper)
    case council(CouncilSettings, name: String)
    case calendar([MeetingCalendar.Day], name: String)
  }

  private struct Draft {
    var person: String
    var upload: Upload
    var at: ContinuousClock.Instant
  }

  private let drafts = Mutex<[String: Draft]>([:])
  /// Each paper that is being read takes many times its size.
  let reading = Turnstile(most: 2)
  private let most = 8
  private let longest = Duration.seconds(30 * 60)

  /// Keeps an upload until it is taken in, for the person who sent it.
  func keep(_ upload: Upload, of person: String) -> String {
    let key = Secret.key()
    let now = ContinuousClock.now
    drafts.withLock { drafts in
      drafts = drafts.filter { $0.value.at.duration(to: now) < longest }
      while drafts.count >= most, let oldest = drafts.min(by: { $0.value.at < $1.value.at }) {
        drafts[oldest.key] = nil
      }
      drafts[key] = Draft(person: person, upload: upload, at: now)
    }
    return key
  }

  /// An upload that its person asks for; it is kept no longer.
  func take(_ key: String?, of person: String) -> Upload? {
    guard let key else { return nil }
    return drafts.withLock { drafts in
      guard let draft = drafts[key], draft.person == person else { return nil }
      drafts[key] = nil
      return draft.upload
    }
  }
}
