import MattersBlocks
import MattersRecords
import MattersText

/// A directorate's assessment of itself, service by service: what is known, how, the strengths and
/// what is to be developed.
enum SelfAssessmentLayout: Layout {
  static let name = "self-assessment"
  static let summary = "Self-assessment by service: strengths and areas for development"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 200,
      !paper.ends(block, with: ".")
    else { return nil }
    if titles.isIn(block, of: paper) {
      let end = min(index + 200, paper.blocks.count)
      let hasService = (index + 1..<end).contains { service(at: $0, in: paper) != nil }
      return hasService ? Opening(start: index, signs: 3) : nil
    }
    return service(at: index, in: paper) == nil ? nil : Opening(start: index, signs: 2)
  }

  private static let titles: SignSet = [
    "self-assessment", "self assessment", "self-evaluation", "self evaluation",
  ]

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var index = section.blocks.lowerBound
    while index < section.blocks.upperBound {
      guard let heading = service(at: index, in: paper) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < section.blocks.upperBound, service(at: end, in: paper) == nil { end += 1 }
      read(heading, index..<end, of: paper, into: &sink)
      index = end
    }
  }

  private static func read(
    _ heading: ServiceHeading, _ blocks: Range<Int>, of paper: Paper, into sink: inout RecordSink
  ) {
    var content = ServiceAssessment()
    content.service = heading.service
    content.lead = heading.lead
    var lists = StrengthLists(paper: paper)
    var lines = paper.blocks[blocks.lowerBound].lines
    var claimed = [blocks.lowerBound]
    var index = blocks.lowerBound + 1
    while index < blocks.upperBound {
      let block = paper.blocks[index]
      let kind = ReviewHeading.of(block, in: paper)
      if content.lead == nil, claimed.count == 1, kind == nil, block.text.count <= 120,
        let lead = Labelled.value(of: paper.text(block), named: ServiceHeading.leads)
      {
        content.lead = lead
        lines = lines.union(block.lines)
        claimed.append(index)
      } else if kind == .strengths || kind == .developments {
        let end = lists.read(index..<blocks.upperBound)
        claimed += lists.claimed
        lists.claimed = []
        index = end
        continue
      }
      index += 1
    }
    guard !lists.isEmpty else { return }
    (content.strengths, content.developments) = lists.words
    for block in claimed {
      sink.claim(block)
      lines = lines.union(paper.blocks[block].lines)
    }
    sink.add(
      .serviceAssessment(content), parts: [content.service], lines: lines,
      certainty: lists.because == nil ? .certain : .probable, because: lists.because)
  }

  /// The service that a heading names: a label such as `Summary:` stands before it, and a question
  /// of the self-assessment or its first list comes next.
  static func service(at index: Int, in paper: Paper) -> ServiceHeading? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 160,
      ReviewHeading.of(block, in: paper) == nil, !paper.ends(block, with: "."),
      !paper.ends(block, with: "?")
    else { return nil }
    guard var next = paper.next(after: index) else { return nil }
    if isLead(paper.blocks[next], in: paper) {
      guard let after = paper.next(after: next) else { return nil }
      next = after
    }
    guard let kind = ReviewHeading.of(paper.blocks[next], in: paper), !isLead(block, in: paper)
    else { return nil }
    let heading = ServiceHeading(paper.text(block))
    guard kind == .question || kind == .strengths && heading.isLabelled else { return nil }
    return heading
  }

  private static let leads = FirstWords(ServiceHeading.leads.flatMap { [$0, $0 + "s"] })

  private static func isLead(_ block: Block, in paper: Paper) -> Bool {
    block.kind == .paragraph && block.text.count <= 120
      && leads.mayBegin(paper.clean.bytes, block.text)
      && Labelled.value(of: paper.text(block), named: ServiceHeading.leads) != nil
  }
}

/// A service's heading, taken apart: `Summary: Name (Lead – Post)`.
struct ServiceHeading {
  /// The service's name.
  var service: String
  /// Who leads it, as printed.
  var lead: String?
  /// Whether a label stands before the name.
  var isLabelled = false

  /// The labels before a lead on a line of its own.
  static let leads = ["lead", "lead officer", "service lead", "head of service", "completed by"]

  private static let labels = ["summary", "service", "service area", "team", "summary of service"]

  init(_ words: String) {
    var name = words
    if let value = Labelled.value(of: words, named: Self.labels) {
      name = value
      isLabelled = true
    }
    service = name
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return
    }
    let inner = String(name[name.index(after: open)...].dropLast())
    let rest = name[..<open].split(separator: " ").joined(separator: " ")
    guard inner.split(separator: " ").count >= 2, inner.first?.isUppercase == true, !rest.isEmpty
    else { return }
    lead = inner
    service = rest
  }
}
