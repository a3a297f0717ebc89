import MattersBlocks
import MattersText

/// Knows the words in minutes that say whom the rest of their line is put to: `Recommendation to
/// Cabinet: That ...`, `The Panel agreed that the following be recommended to Council: That ...`.
enum RecommendationOpening {
  private static let signs: SignSet = ["recommend", " is asked", " is requested", " be asked to:"]

  /// The lead, and where the words behind it begin; the end of the block where they stand below.
  static func of(_ block: Block, in paper: Paper) -> (lead: Lead, next: Int)? {
    guard block.text.count >= 16, signs.isIn(block, of: paper) else { return nil }
    if block.text.count <= 80, block.label.isEmpty, let lead = Lead.heading(block, in: paper),
      lead.purpose == .recommendation, lead.addressedTo != nil
    {
      return (lead, block.text.upper)
    }
    return asked(block, in: paper) ?? inline(block, in: paper)
  }

  /// `Cabinet is asked to:` over the points.
  private static func asked(_ block: Block, in paper: Paper) -> (lead: Lead, next: Int)? {
    guard block.text.count <= 120, paper.ends(block, with: ":") || paper.ends(block, with: ":-"),
      asks.contains(where: { paper.has(block, $0) })
    else { return nil }
    let text = paper.text(block)
    guard let maker = Recommended.to(text) ?? Recommended.council(text) else { return nil }
    return (Lead(purpose: .recommendation, addressedTo: maker), block.text.upper)
  }

  private static let asks: [StaticString] = [
    " is asked to", " is requested to", " is recommended to", " is urged to", " is invited to",
    " are asked to", " be asked to:", " be requested to:",
  ]

  private static func inline(_ block: Block, in paper: Paper) -> (lead: Lead, next: Int)? {
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 260))
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: window),
      colon + 12 < block.text.upper
    else { return nil }
    var next = colon + 1
    while next < block.text.upper, bytes[next].isSpace || bytes[next] == 0x2D { next += 1 }
    var own = block
    own.text = ByteRange(block.text.lower, colon)
    if own.text.count <= 80, let lead = Lead.heading(own, in: paper),
      lead.purpose == .recommendation, lead.addressedTo != nil
    {
      return (lead, next)
    }
    // Only an order stands behind what a sentence announces.
    guard bytes.matches("that ", at: next, before: block.text.upper),
      bytes.contains("following", in: own.text)
    else { return nil }
    own.text = ByteRange(block.text.lower, colon + 1)
    guard let lead = Lead.of(own, in: paper, inReport: false), lead.purpose == .recommendation
    else {
      return nil
    }
    return (lead, next)
  }
}
