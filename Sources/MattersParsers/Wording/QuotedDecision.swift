import MattersBlocks
import MattersText

/// A decision of others that minutes quote in full: `"Resolved - (i) That the lido be closed; ..."`.
enum QuotedDecision {
  /// Whether a block is in quotation marks from its beginning and begins with the word.
  static func isOne(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    guard block.text.count >= 24 else { return false }
    var at = block.text.lower
    if bytes[at] == 0x22 {
      at += 1
    } else if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x9C {
      at += 3
    } else {
      return false
    }
    return bytes.matches("resolved", at: at, before: block.text.upper)
  }
}
