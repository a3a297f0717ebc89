import MattersBlocks
import MattersText

/// A minute's heading: its number, its title, its block.
struct MinuteHeading {
  var number: ItemNumber
  var title: String
  var block: Int
}

/// Finds the numbered headings of minutes among numbered lists that look like them.
///
/// The numbers count up, and all headings of one set of minutes share what sets the first apart:
/// capitals, bold, a heading mark.
enum MinuteHeadings {
  static func find(_ section: Section, in paper: Paper) -> [MinuteHeading] {
    var found: [MinuteHeading] = []
    var traits: Traits?
    var last = 0
    for index in section.blocks {
      let block = paper.blocks[index]
      guard block.kind == .item || block.kind == .heading, !block.style.contains(.bullet),
        let label = paper.label(block), let number = ItemNumber(label), number.follows(last),
        isTitleLike(block, in: paper)
      else { continue }
      let own = Traits(block, in: paper)
      if let traits {
        guard own.contains(traits) || !own.isDisjoint(with: traits) else { continue }
      } else {
        guard !own.isEmpty else { continue }
        traits = own
      }
      last = number.ordinal
      let (title, _) = PageRange.split(paper.text(block))
      found.append(MinuteHeading(number: number, title: title, block: index))
    }
    return found
  }

  private static func isTitleLike(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 3, block.text.count <= 250 else { return false }
    switch paper.clean.bytes[block.text.upper - 1] {
    case 0x2E, 0x3B, 0x3A: return false
    default: return true
    }
  }

  /// What sets a heading apart from prose.
  private struct Traits: OptionSet {
    let rawValue: UInt8
    static let capitals = Traits(rawValue: 1)
    static let bold = Traits(rawValue: 2)
    static let marked = Traits(rawValue: 4)
    static let standardTitle = Traits(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ block: Block, in paper: Paper) {
      self = []
      if paper.capitalShare(block.text) > 0.7 { insert(.capitals) }
      if block.style.contains(.bold) { insert(.bold) }
      if block.kind == .heading { insert(.marked) }
      let first: [StaticString] = ["apologies", "declarations of", "minutes", "welcome"]
      if first.contains(where: { paper.starts(block, with: $0) }), block.text.count < 80 {
        insert(.standardTitle)
      }
    }
  }
}
