/// Which of some stems stand in a run of words, a bit for each: `agenda`, `letter`, `request`.
///
/// They are looked for together, in one pass over a paper, and kept with each of its blocks. A rule
/// that wants a sign asks the bits first, and goes through the words only where the sign may stand.
package struct WordStems: OptionSet, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Every stem: what is said of words that were not gone through.
  package static let all = WordStems(rawValue: .max)

  /// What all words have, so that signs without a stem may stand in any.
  package static let anything = WordStems(rawValue: 1 << 63)

  /// The stems, those that seldom stand in a paper first: each five bytes or more in lower case,
  /// no more than sixty-three.
  package static let words: [StaticString] = [
    "a g e n d a", "summon", "worthwhile", "rolling", "log of", "self-", "self ", "inquiry",
    "investigation", "work pro", "work pl", "forward work", "proceeding", "notes of", "subject:",
    "undert", "offered", "promise", "committed", "urged", "given to", "helpful", "useful",
    "benefi", "welcome", "sought", "like to", "encourag", "suggest", "thank", "behalf", "letter",
    ". i am ", ". i have ", "cancel", "arising", "track", "direction", "notice", "business",
    "agenda", "outstanding", "wanted ", "wished ", "called for", "asked ", "question", "respond",
    "decision", "request", "resolv", "minute", "follow", "agree", "would ", "review", "progress",
    "recommend", "report", "information", "action", "meeting",
  ]

  /// The stems among some bytes, letter case aside.
  package init(_ bytes: [UInt8], _ range: ByteRange) {
    guard range.upper <= bytes.count else {
      self = .all
      return
    }
    self = bytes.withUnsafeBufferPointer { StemTable.shared.stems(in: $0, range) }
    insert(.anything)
  }

  /// Stems of which one stands wherever one of some signs does: where a sign holds none of them,
  /// what all words have.
  package init(ofAny signs: [StaticString]) {
    var needed: WordStems = []
    for sign in signs {
      let bytes = sign.withUTF8Buffer { Array($0) }
      let held = WordStems(bytes, ByteRange(0, bytes.count))
      // One of them is enough; the first is the rarest, and what all words have the last.
      needed.insert(WordStems(rawValue: held.rawValue & (~held.rawValue &+ 1)))
    }
    self = needed
  }

  /// Whether a stem is in both.
  @inlinable
  package func meets(_ other: WordStems) -> Bool { rawValue & other.rawValue != 0 }
}

/// Finds the stems of a run of bytes.
///
/// Only every second place is looked at: a stem of five bytes has four in a row at one of two
/// places that follow each other.
private struct StemTable {
  static let shared = StemTable(WordStems.words)

  /// A stem whose letters stand at a place, or begin one byte before it.
  private struct Candidate {
    var bit: UInt64
    /// The four letters at the place.
    var four: UInt32
    var behind: Int
    var letters: Range<Int>
  }

  /// For each mix of four letters which candidates have them, counted from 1.
  private var groups: [UInt8] = Array(repeating: 0, count: 4096)
  private var members: [Range<Int>] = [0..<0]
  private var candidates: [Candidate] = []
  private var letters: [UInt8] = []

  init(_ words: [StaticString]) {
    var byMix: [Int: [Candidate]] = [:]
    for (index, word) in words.enumerated() {
      let start = letters.count
      word.withUTF8Buffer { letters += $0 }
      let range = start..<letters.count
      for behind in 0...1 {
        let four = letters[(start + behind)..<(start + behind + 4)].reversed()
        let packed = four.reduce(0) { $0 << 8 | UInt32($1) } | Self.lowers
        byMix[Self.mix(packed), default: []].append(
          Candidate(bit: 1 << UInt64(index), four: packed, behind: behind, letters: range))
      }
    }
    for (mix, own) in byMix {
      groups[mix] = UInt8(members.count)
      members.append(candidates.count..<candidates.count + own.count)
      candidates += own
    }
  }

  private static let lowers: UInt32 = 0x2020_2020

  /// Mixes four letters in lower case.
  @inline(__always)
  private static func mix(_ four: UInt32) -> Int { Int((four &* 0x9E37_79B1) >> 20) }

  func stems(in bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> WordStems {
    let raw = UnsafeRawBufferPointer(bytes)
    return groups.withUnsafeBufferPointer { groups in
      var found: UInt64 = 0
      var at = range.lower
      let last = range.upper - 4
      while at <= last {
        let four =
          UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)) | Self.lowers
        let group = groups[Self.mix(four)]
        if group != 0 {
          found |= stems(of: Int(group), four, in: bytes, at: at, range, besides: found)
        }
        at += 2
      }
      return WordStems(rawValue: found)
    }
  }

  @inline(never)
  private func stems(
    of group: Int, _ four: UInt32, in bytes: UnsafeBufferPointer<UInt8>, at place: Int,
    _ range: ByteRange, besides former: UInt64
  ) -> UInt64 {
    var found: UInt64 = 0
    for index in members[group] {
      let candidate = candidates[index]
      let start = place - candidate.behind
      guard candidate.four == four, former & candidate.bit == 0, start >= range.lower,
        start + candidate.letters.count <= range.upper
      else { continue }
      var at = start
      var isSame = true
      for letter in candidate.letters where isSame {
        isSame = bytes[at].lowered == letters[letter]
        at += 1
      }
      if isSame { found |= candidate.bit }
    }
    return found
  }
}
