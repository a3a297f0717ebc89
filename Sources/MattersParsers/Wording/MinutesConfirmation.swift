import MattersBlocks
import MattersText

/// The sentence by which a meeting agrees the minutes of an earlier one.
extension Paper {
  /// Whether a block is that sentence.
  ///
  /// "The minutes of the meeting held on ... were agreed as a correct record and signed."
  func confirmsMinutes(_ block: Block) -> Bool {
    guard block.text.count < 400,
      has(block, "minutes") || starts(block, with: "the minute of")
        || has(block, "minute of meeting") || has(block, "minute of the meeting")
    else { return false }
    if block.text.count <= 120, tellsOfMinutes(block.text) { return true }
    // "... were approved and signed by the Leader."
    let signed: [StaticString] = [
      "approved and signed", "agreed and signed", "confirmed and signed", "signed by the chair",
      "signed by the leader", "signed by the convener", "signed by the convenor",
      "held as read", "taken as read and signed", "taken as read and confirmed",
      "taken as read and approved",
    ]
    // "The Chair was authorised to sign the minutes of the last meeting."
    if has(block, "authorised to sign"), block.text.count <= 200 { return true }
    if has(block, "meeting"), signed.contains(where: { has(block, $0) }) { return true }
    guard has(block, "record") || has(block, "account") else { return false }
    let words: [StaticString] = [
      "as a correct record", "as a true record", "as an accurate record", "as a true and",
      "as a correct and", "as an accurate and", "a correct record", "to be a true",
      "to be an accurate", "to be a correct", "as being a true", "as being an accurate",
    ]
    guard words.contains(where: { has(block, $0) }) else { return false }
    let verbs: [StaticString] = [
      "agreed", "approved", "confirmed", "accepted", "signed", "adopted",
    ]
    return verbs.contains { has(block, $0) }
  }

  /// Whether a sentence says of minutes or notes, and of nothing else, that they were agreed.
  ///
  /// "The notes of 17 July were accepted."
  func tellsOfMinutes(_ sentence: ByteRange) -> Bool {
    let bytes = clean.bytes
    let leads: [StaticString] = ["minutes of ", "the minutes of ", "the notes of ", "notes of "]
    guard sentence.count <= 120,
      leads.contains(where: { bytes.matches($0, at: sentence.lower, before: sentence.upper) })
    else { return false }
    let acts: [StaticString] = [
      " were agreed", " were approved", " were confirmed", " were accepted", " were adopted",
    ]
    return acts.contains { bytes.contains($0, in: sentence) }
  }
}
