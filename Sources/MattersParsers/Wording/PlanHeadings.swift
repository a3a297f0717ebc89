import MattersBlocks
import MattersText

/// The heading of a numbered area of an improvement plan: `2: Staffing`, `Priority 3 - Quality`,
/// `Improvement area 1. Leadership`.
struct PlanAreaHeading {
  /// The number as printed.
  var number: String
  /// The title without the number.
  var title: String
  /// Whether the form alone says so; `4. Title` is how many other things are numbered too.
  var isPlain: Bool

  /// The heading that a block is, if it can be one.
  init?(_ block: Block, in paper: Paper) {
    let range: ByteRange
    switch block.kind {
    case .paragraph, .heading, .item: range = block.text
    case .row:
      let filled = paper.cells(block).filter { !$0.isEmpty }
      guard filled.count == 1 else { return nil }
      range = filled[0]
    case .furniture: return nil
    }
    guard range.count >= 3, range.count <= 600 else { return nil }
    if !block.label.isEmpty {
      guard !block.style.contains(.bullet), let label = paper.label(block),
        let number = ItemNumber(label), !number.printed.contains("/")
      else { return nil }
      self.number = number.printed
      title = paper.text(range)
      isPlain = false
      return
    }
    let bytes = paper.clean.bytes
    var at = range.lower
    var isNamed = false
    for name in Self.names where bytes.matches(name, at: at, before: range.upper) {
      at += name.utf8CodeUnitCount
      isNamed = true
      break
    }
    let start = at
    while at < range.upper, bytes[at].isDigit { at += 1 }
    guard at > start, at - start <= 2 else { return nil }
    number = bytes.string(ByteRange(start, at))
    let marks = at
    while at < range.upper, bytes[at].isSpace || [0x3A, 0x2E, 0x2D].contains(bytes[at]) { at += 1 }
    for dash in 0x93...0x94 where at + 2 < range.upper {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80, Int(bytes[at + 2]) == dash {
        at += 3
        while at < range.upper, bytes[at].isSpace { at += 1 }
      }
    }
    let hasColon = marks < range.upper && bytes[marks] == 0x3A
    guard isNamed && at > marks || hasColon && at > marks + 1, at < range.upper else { return nil }
    title = paper.text(ByteRange(at, range.upper))
    isPlain = true
  }

  /// What plans call their areas.
  private static let names: [StaticString] = [
    "priority area ", "priority ", "improvement area ", "improvement priority ",
    "area for improvement ", "area ", "theme ", "workstream ", "work stream ", "objective ",
    "strand ", "improvement theme ", "key priority ", "strategic priority ",
  ]
}

/// The headings of a plan's lists.
enum PlanListHeading {
  case outcomes, measures

  /// The list that some words head, a gloss aside: `Expected Outcomes (how we will know)`.
  init?(_ range: ByteRange, in paper: Paper) {
    guard range.count >= 5, range.count <= 110 else { return nil }
    var words = paper.text(range)
    if let bracket = words.firstIndex(of: "(") { words = String(words[..<bracket]) }
    let key = MatchKey(words).description
    if Self.outcomeWords.contains(key) {
      self = .outcomes
    } else if Self.measureWords.contains(key) {
      self = .measures
    } else {
      return nil
    }
  }

  private static let outcomeWords: Set<String> = [
    "expected outcomes", "expected outcome", "outcomes", "intended outcomes", "desired outcomes",
    "outcomes we expect", "outcomes expected", "expected impact", "intended impact",
    "what difference will this make", "what difference will it make", "what success looks like",
    "what will success look like", "what good looks like", "what will good look like",
    "how we will know", "how will we know", "the difference we will make", "success criteria",
    "impact for children", "outcomes for children", "outcomes for residents",
    "what will be different",
  ]

  private static let measureWords: Set<String> = [
    "measures that matter", "measures", "key measures", "performance measures", "success measures",
    "measures of success", "how we will measure success", "how will we measure success",
    "how we will measure this", "key performance indicators", "performance indicators", "kpis",
    "key performance measures", "outcome measures", "impact measures",
    "how we will measure progress",
    "how will we measure progress", "measures of impact",
  ]
}
