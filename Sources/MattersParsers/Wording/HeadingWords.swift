import MattersBlocks
import MattersText

/// The headings that the papers of councils and of those who inspect them have over their prose.
enum HeadingWords {
  /// Whether a block says one of them, with more words after it where that is usual.
  static func isKnown(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 4, block.text.count <= 160,
      block.kind == .heading || block.kind == .paragraph || block.kind == .item
    else { return false }
    if ReviewHeading.of(block, in: paper) != nil { return true }
    let bytes = paper.clean.bytes
    if paper.isEnded(block.text), bytes[block.text.upper - 1] != 0x3A { return false }
    return whole.isSaid(by: bytes, in: block.text)
      || openings.isSaid(by: bytes, in: block.text, thenMore: true)
  }

  /// Headings said alone.
  private static let whole: SaidPhrases = [
    // The front and the rights of the public.
    "agenda", "membership", "notes", "pages", "apologies", "minutes", "present", "openness",
    "accountability", "honesty", "integrity", "leadership", "objectivity", "selflessness",
    // Officers' reports.
    "purpose", "classification", "decision type", "wards affected", "ward affected",
    "recommendation", "recommendations", "recommendation s", "reason", "reasons",
    "alternative options", "other options considered", "options", "key considerations",
    "community impact", "environmental impact", "equality duty", "equality implications",
    "equality impact", "resource implications", "financial implications", "legal implications",
    "risk management", "risks", "consultees", "consultation", "appendices", "appendix",
    "background papers", "background", "background information", "context", "introduction",
    "scope", "summary", "executive summary", "overview", "foreword", "preface", "contents",
    "conclusion", "conclusions", "next steps", "glossary", "references", "acknowledgements",
    "abbreviations", "methodology", "method", "approach", "findings", "key findings",
    "main findings", "key issues", "key messages", "main report", "report", "discussion",
    "implications", "governance", "performance", "data", "finance", "workforce", "training",
    "communications", "priorities", "key priorities", "progress", "actions", "action plan",
    "challenges", "achievements", "successes", "outcomes", "impact", "learning", "lessons learned",
    "good practice", "quality", "monitoring", "evaluation", "review", "questions", "response",
    "further information", "contact", "contacts", "contact officer", "terms of reference",
    "update", "vision", "values", "strategy", "our vision", "our values", "our priorities",
  ]

  /// Headings that go on: "Appendix 2", "The public's rights to information".
  private static let openings: SaidPhrases = [
    "appendix", "annex", "part", "section", "chapter", "the publics rights",
    "public rights", "your rights", "rights to information", "the seven principles of public life",
    "nolan principles", "recording of", "filming and recording", "notice of", "schedule",
    "agenda for", "minutes of", "report of", "report to", "guide to", "guidance for",
    "how to submit", "how to attend", "questions from", "question from", "declarations of interest",
    "what does", "what is", "what are", "what we", "what you", "what has", "what have",
    "what happens",
    "how do", "how we", "how well", "how effective", "why", "who we are", "about this",
    "information about", "role of", "the role of", "overview of", "summary of", "introduction to",
    "background to", "progress on", "progress with", "priorities for", "next steps", "key",
    "inspection", "summary",
  ]
}
