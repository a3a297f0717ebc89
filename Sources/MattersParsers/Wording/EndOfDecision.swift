import MattersBlocks
import MattersText

/// Knows what stands below a decision and is no part of it: reasons, other options, votes, movers.
enum EndOfDecision {
  /// What gives reasons and options, and what is appended.
  private static let reasons: [StaticString] = [
    "reason for", "reasons for", "reason:", "reasons:", "reason", "reasons", "alternative options",
    "alternatives considered", "other options", "options considered", "options rejected",
    "supporting documents", "additional documents", "background papers", "note:", "call-in",
    "any dispensation", "any interest declared",
  ]
  /// Who moved, who is to act, how it went.
  private static let votes: [StaticString] = [
    "voting:", "action:", "actions:", "action -", "action by", "proposed by", "proposed cllr",
    "proposed:", "proposer:", "seconded", "moved by", "moved:", "mover:",
    "seconder:", "for:", "in favour:", "against:", "vote:",
    "recorded vote", "carried", "all in favour", "proposal carried", "motion carried",
    "the motion", "agreed unanimously", "unanimous", "prop.", "prop ", "all agreed", "sec.",
    "time:",
  ]
  /// What a sentence says of those who had no part in it.
  private static let asides: [StaticString] = [
    " took no part", " abstained", " voted against", " left the meeting", " left the room",
    " declared an interest", " returned to the meeting",
  ]

  /// Whether a block ends what was decided above it.
  static func ends(_ block: Block, in paper: Paper) -> Bool {
    begins(block.text, with: reasons, in: paper) || isForInformation(block, in: paper)
  }

  /// "Resolved: (For information only)" over what was settled since the last meeting.
  private static func isForInformation(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 60 && paper.has(block, "for information only")
  }

  /// Whether a sentence is no part of the decision before it.
  static func ends(_ sentence: ByteRange, in paper: Paper) -> Bool {
    begins(sentence, with: reasons, in: paper) || begins(sentence, with: votes, in: paper)
      || namesMovers(sentence, in: paper.clean.bytes)
      || asides.contains { paper.clean.bytes.contains($0, in: sentence) }
  }

  /// Whether a sentence only names mover and seconder.
  private static func namesMovers(_ sentence: ByteRange, in bytes: [UInt8]) -> Bool {
    let leads: [StaticString] = ["proposed ", "moved ", "prop: ", "(proposed", "(moved"]
    return sentence.count <= 160
      && leads.contains { bytes.matches($0, at: sentence.lower, before: sentence.upper) }
      && (bytes.contains("second", in: sentence) || bytes.contains(" sec", in: sentence))
      && !bytes.contains(" that ", in: sentence)
  }

  private static func begins(
    _ range: ByteRange, with openings: [StaticString], in paper: Paper
  ) -> Bool {
    let bytes = paper.clean.bytes
    var range = range
    if !range.isEmpty, bytes[range.lower] == 0x28 {
      range = ByteRange(range.lower + 1, range.upper)
    }
    for opening in openings where bytes.matches(opening, at: range.lower, before: range.upper) {
      let next = range.lower + opening.utf8CodeUnitCount
      let isWhole = next >= range.upper || !bytes[next].isWordByte
      guard isWhole || !bytes[next - 1].isWordByte else { continue }
      // "Reason" and "Reasons" count alone or before a mark; prose begins so too.
      if opening.utf8CodeUnitCount <= 7, bytes[next - 1].isWordByte, next < range.upper,
        bytes[next] != 0x3A, bytes[next] != 0x2E, bytes[next] != 0x20 || range.upper - next > 3
      {
        continue
      }
      return true
    }
    return false
  }
}

/// Knows a line that only names who decides: `The Sub-Committee:`, `The Board`.
enum DecidingBody {
  /// Whether a line names who decides and what they had before them.
  ///
  /// `The Committee, having considered a report by the Head of Ponds:-`
  static func isWithClause(_ block: Block, in paper: Paper) -> Bool {
    guard paper.starts(block, with: "the "),
      paper.has(block, ", having ")
        || paper.has(block, ", after ") || paper.has(block, ", following ")
        || paper.has(block, ", on ")
    else { return false }
    let bytes = paper.clean.bytes
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ","), in: block.text) else { return false }
    var name = block
    name.text = ByteRange(block.text.lower, comma)
    return isAlone(name, in: paper)
  }

  static func isAlone(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 60 else { return false }
    let words = MatchKey.words(paper.text(block))
    guard words.count <= 6, let last = words.last else { return false }
    return words.first == "the"
      && [
        "committee", "board", "panel", "council", "cabinet", "commission",
        "executive", "forum", "members", "group", "subcommittee", "governors", "trustees",
        "directors", "partnership", "authority", "assembly", "councillors", "meeting",
      ].contains(last) || words == ["members"] || words == ["cabinet"]
  }
}
