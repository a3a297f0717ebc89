import MattersBlocks
import MattersText

/// The headings under which an improvement notice's review and a service's self-assessment put
/// their lists, as folded words.
enum ReviewHeading: CaseIterable {
  case status, achievements, evidence, developments, timescales
  case strengths, question

  /// The heading that a block is, if it is one of these and no sentence.
  static func of(_ block: Block, in paper: Paper) -> ReviewHeading? {
    guard block.kind == .heading || block.kind == .paragraph || block.kind == .item,
      !block.style.contains(.bullet) || block.style.contains(.bold)
    else { return nil }
    return of(block.text, in: paper)
  }

  /// The heading that some words are.
  static func of(_ range: ByteRange, in paper: Paper) -> ReviewHeading? {
    guard !range.isEmpty, beginnings.mayBegin(paper.clean.bytes, range) else { return nil }
    if isQuestion(range, in: paper) { return .question }
    guard range.count <= 80, paper.clean.bytes[range.upper - 1] != 0x2E else { return nil }
    for (heading, phrases) in wording
    where phrases.isSaid(by: paper.clean.bytes, in: range, thenMore: heading.takesMore) {
      return heading
    }
    return nil
  }

  /// Whether more words may follow: "Areas for development, intended impact, timescales".
  private var takesMore: Bool { self == .strengths || self == .developments }

  private static func isQuestion(_ range: ByteRange, in paper: Paper) -> Bool {
    questions.contains { paper.clean.bytes.matches($0, at: range.lower, before: range.upper) }
  }

  private static let wording: [(heading: ReviewHeading, phrases: SaidPhrases)] = [
    (.status, ["status", "rag", "rag rating", "rating", "current status"]),
    (
      .achievements,
      [
        "achievements to date", "achievements", "key achievements", "progress to date",
        "what has been achieved", "what we have achieved", "actions completed",
      ]
    ),
    (.evidence, ["evidence", "supporting evidence", "evidence of impact", "evidence of progress"]),
    (
      .strengths,
      [
        "areas of strength", "strengths", "key strengths", "what is working well",
        "whats working well", "what are we doing well", "what we do well", "what is going well",
      ]
    ),
    (
      .developments,
      [
        "areas for development", "key areas for development", "areas for further development",
        "areas of development", "development areas", "further development", "areas for improvement",
        "areas to improve", "priorities for development", "what needs to improve",
        "what are we worried about", "what we need to do next", "next steps",
        "further action required", "outstanding actions",
      ]
    ),
    (
      .timescales,
      [
        "timescale", "timescales", "timeframe", "timeframes", "by when", "target date",
        "target dates", "completion date",
      ]
    ),
  ]

  /// The first words of all headings and questions.
  private static let beginnings = FirstWords(
    (wording.flatMap { $0.phrases.all } + questions).map(\.description))

  /// How the questions of a self-assessment begin.
  private static let questions: [StaticString] = [
    "what do you know about", "what do we know about", "how do you know", "how do we know",
    "thinking about ", "what are your plans", "what are our plans", "on a scale of ",
    "where are you on ",
  ]
}
