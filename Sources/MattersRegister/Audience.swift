public import MattersLinker
import MattersRecords

/// Who is looking: what papers say in private is for officers alone.
public enum Audience: Int, Sendable, Hashable, CaseIterable {
  /// Everyone, the public included.
  case everyone = 1
  /// The council's officers.
  case officers = 2
}

extension PaperRecord {
  /// Takes what stands under a private heading for private, whatever it says of itself.
  mutating func withhold(_ isWithheld: Bool) {
    if isWithheld, access == .public { access = .exempt }
  }
}

extension RegisteredMatter {
  /// The matter as an audience may see it, or nothing where it is not for them.
  ///
  /// Whatever private papers say is left out, and where the matter stands is then worked out
  /// without it.
  public func seen(by audience: Audience) -> RegisteredMatter? {
    guard audience == .everyone else { return self }
    let isPublic = { (member: Matter.Member) in member.laid.record.access == .public }
    guard matter.members.first.map(isPublic) == true else { return nil }
    var seen = self
    seen.matter.events = matter.events.filter { $0.access == .public }
    seen.matter.members = matter.members.filter(isPublic)
    guard seen.matter.members.count < matter.members.count else { return seen }
    // A tracker gives these, and the private one may have been the one that did.
    seen.matter.subject = nil
    seen.matter.responsible = nil
    seen.matter.printedReference = nil
    for case .trackerEntry(let entry) in seen.matter.members.map(\.laid.record.content) {
      seen.matter.subject = entry.subject ?? seen.matter.subject
      seen.matter.responsible = entry.responsible ?? seen.matter.responsible
    }
    seen.matter.hearPeople()
    return seen
  }
}
