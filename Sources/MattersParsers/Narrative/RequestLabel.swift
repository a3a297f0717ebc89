import MattersBlocks
import MattersText

/// The words that announce what a meeting asks to be sent: `Information request:`, `Request 2 –`,
/// `INFORMATION REQUESTED:`.
struct RequestLabel {
  /// The label where it counts the request: `Information Request 2`.
  var code: ByteRange?
  /// What is asked for.
  var words: ByteRange

  private static let nouns: [(words: StaticString, isPlain: Bool)] = [
    ("information requested", false), ("information requests", false),
    ("information request", false), ("further information requested", false),
    ("request for information", false), ("further information", false),
    ("additional information requested", false), ("further information request", false),
    ("data request", false), ("requests", true), ("request", true),
  ]

  /// The label that a block begins with.
  init?(_ block: Block, in paper: Paper) {
    let bytes = paper.clean.bytes
    let range = block.text
    guard range.count >= 16, bytes[range.lower].isUpper || bytes[range.lower] == 0x5B else {
      return nil
    }
    var at = range.lower + (bytes[range.lower] == 0x5B ? 1 : 0)
    let start = at
    guard
      let noun = Self.nouns.first(where: {
        let end = at + $0.words.utf8CodeUnitCount
        return bytes.matches($0.words, at: at, before: range.upper) && end < range.upper
          && !bytes[end].isLetter
      })
    else { return nil }
    at += noun.words.utf8CodeUnitCount
    while at < range.upper, bytes[at].isSpace { at += 1 }
    let number = at
    while at < range.upper, at - number < 10, bytes[at].isDigit || bytes[at] == 0x2F { at += 1 }
    if at > number { code = ByteRange(start, at) }
    while at < range.upper, bytes[at].isSpace { at += 1 }
    guard at < range.upper else { return nil }
    if bytes[at] == 0x3A {
      at += 1
    } else if code != nil, bytes[at] == 0x2D {
      at += 1
    } else if code != nil, bytes[at] == 0xE2, at + 2 < range.upper, bytes[at + 1] == 0x80 {
      at += 3
    } else {
      return nil
    }
    var end = range.upper
    if bytes[range.lower] == 0x5B, bytes[end - 1] == 0x5D { end -= 1 }
    words = bytes.trimmed(ByteRange(at, end))
    guard words.count >= 12, bytes[words.upper - 1] != 0x3A, bytes[words.upper - 1] != 0x3F else {
      return nil
    }
    // "Request: permission to build a fence" is what an applicant wants.
    guard noun.isPlain else { return }
    let plain = SpokenWords(bytes, words, limit: 40).plain
    let isSent =
      RequestWording.isThing(plain, at: 0) || RequestWording.isGiven(plain, from: 0)
      || RequestErrand.isHandedOver(plain)
    guard isSent else { return nil }
  }
}
