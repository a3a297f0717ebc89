import MattersBlocks
import MattersRecords
import MattersText

/// A letter that answers in its own words what a committee asked for: `You asked again for the number
/// of appeals. ...`, `I refer to the Panel's request of 6 February. ...`.
///
/// It says somewhere that something was asked. Where it comes to several things one after another,
/// each is an answer of its own.
enum ReplyLetter {
  /// Reads a stretch of a document from which nothing else was read.
  static func read(_ stretch: Range<Int>, of paper: Paper, into sink: inout RecordSink) {
    guard
      let greeting = stretch.prefix(40).first(where: { index in
        paper.blocks[index].kind == .paragraph && paper.blocks[index].text.count <= 80
          && paper.starts(paper.blocks[index], with: "dear ")
      }), !stretch.contains(where: { sink.isClaimed[$0] })
    else { return }
    let end =
      stretch.first(where: { $0 > greeting && isClosing(paper.blocks[$0], in: paper) })
      ?? stretch.upperBound
    guard greeting + 1 < end else { return }
    let front = LetterFront(stretch.lowerBound..<greeting, in: paper)
    guard let day = front.day else { return }
    let body = (greeting + 1..<end).filter {
      [.paragraph, .item, .heading].contains(paper.blocks[$0].kind)
        && paper.blocks[$0].text.count <= 6000
    }
    let texts = body.map { paper.text(paper.blocks[$0]) }
    guard texts.contains(where: asks), texts.contains(where: { replies.isIn(MatchKey($0)) }) else {
      return
    }
    let from = front.from ?? signature(end..<stretch.upperBound, in: paper)
    if let committee = front.committee {
      sink.meeting.body = committee
      sink.meeting.council = sink.meeting.council ?? front.council
      sink.meeting.date = nil
    }
    for part in parts(body, in: paper) {
      guard let first = part.first, let last = part.last else { continue }
      var content = InformationResponse()
      content.text = part.map { paper.text(paper.blocks[$0]) }.joined(separator: " ")
      content.from = from
      content.date = day.iso
      sink.add(
        .informationResponse(content), parts: [content.date, content.from],
        lines: paper.blocks[first].lines.union(paper.blocks[last].lines))
      for index in part { sink.claim(index) }
    }
  }

  // MARK: - Its parts

  /// The paragraphs of each answer: from where it says what was asked, less what only is polite.
  private static func parts(_ body: [Int], in paper: Paper) -> [[Int]] {
    let texts = body.map { paper.text(paper.blocks[$0]) }
    let heads = body.indices.filter { opens(texts[$0]) }
    guard heads.count >= 2 else {
      return [body.indices.filter { !isPolite(texts[$0]) }.map { body[$0] }]
    }
    return heads.enumerated().map { order, start in
      let next = order + 1 < heads.count ? heads[order + 1] : body.count
      let own = (start..<next).prefix { at in
        at == start || !isPolite(texts[at]) && !turns(texts[at])
      }
      return own.map { body[$0] }
    }
  }

  /// What only whoever was asked writes: the committee's own letter asks.
  private static let replies: PhraseSet = [
    "you asked", "you requested", "you also asked", "you also requested", "you enquired",
    "your request", "your requests", "your committee", "your panel", "your board", "your letter",
    "committees request", "panels request", "boards request", "commissions request",
    "members request", "request of", "requested by the committee", "requested by the panel",
    "requested by the board", "requested by members", "asked by the committee",
    "information requested",
  ]

  private static let verbs: Set<String> = ["asked", "requested", "request", "requests", "enquired"]
  private static let askers: Set<String> = [
    "you", "your", "committee", "committees", "panel", "panels", "board", "boards", "members",
    "commission", "commissions", "councillors",
  ]

  /// Whether a paragraph says that the committee asked for something.
  private static func asks(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    guard !words.contains(where: { $0.hasPrefix("recommend") }) else { return false }
    return words.contains(where: verbs.contains) && words.contains(where: askers.contains)
  }

  /// Whether a paragraph begins with what was asked: `You also asked me ...`.
  private static func opens(_ text: String) -> Bool {
    let words = MatchKey.words(String(text.prefix(120)))
    guard let first = words.first, askers.contains(first) || first == "the" || first == "on" else {
      return false
    }
    return words.prefix(8).contains { verbs.contains($0) && $0.hasSuffix("ed") }
      && words.prefix(6).contains(where: askers.contains)
  }

  private static let politeness: PhraseSet = [
    "thank you", "i am sorry", "i regret", "i hope", "i look forward", "please do", "please let",
    "i apologise", "may i", "i should be glad", "i would be happy", "do let me", "if you would",
    "i trust", "we are sorry", "we regret", "we hope",
  ]

  private static func isPolite(_ text: String) -> Bool {
    text.utf8.count <= 200 && politeness.isIn(MatchKey(String(text.prefix(24))))
  }

  /// Whether a paragraph turns to another matter: `On headstones, I have passed ...`.
  private static func turns(_ text: String) -> Bool {
    ["On ", "As to ", "As for ", "Turning to ", "With regard to ", "Finally", "Lastly"].contains {
      text.hasPrefix($0)
    }
  }

  // MARK: - Its end

  private static let closings: [StaticString] = [
    "yours sincerely", "yours faithfully", "yours truly", "yours ever", "yours,", "kind regards",
    "best wishes", "with best wishes", "with kind regards", "regards", "sincerely",
  ]

  private static func isClosing(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 60 && closings.contains { paper.starts(block, with: $0) }
  }

  /// Who signs: the post below the name, else the name.
  private static func signature(_ blocks: Range<Int>, in paper: Paper) -> String? {
    let lines = blocks.dropFirst().prefix(3).filter {
      paper.blocks[$0].kind == .paragraph && (3...100).contains(paper.blocks[$0].text.count)
    }
    return lines.last.map { paper.text(paper.blocks[$0]) }
  }
}

/// What stands above a letter's greeting: the day, who writes, and the committee whose chair is
/// written to.
struct LetterFront {
  private(set) var day: PlainDate?
  private(set) var from: String?
  private(set) var committee: String?
  private(set) var council: String?

  init(_ blocks: Range<Int>, in paper: Paper) {
    for index in blocks {
      let block = paper.blocks[index]
      guard block.kind != .row, block.kind != .furniture, block.text.count <= 200 else { continue }
      let text = paper.text(block)
      if let value = Labelled.value(of: text, named: ["from"]) {
        from = value
        continue
      }
      let line = Labelled.value(of: text, named: ["to", "date", "for"]) ?? text
      if line.utf8.count <= 60, let found = DateReader.only(line).flatMap(PlainDate.init(iso:)) {
        day = found
      } else if let body = Self.committee(line) {
        committee = body
      } else if council == nil, BodyName.isCouncil(line),
        BodyName.isDistinct(line.split(separator: " "))
      {
        council = line
      }
    }
  }

  private static let officers: Set<String> = [
    "chair", "chairperson", "chairman", "chairwoman", "convener", "convenor", "clerk", "secretary",
    "members", "cathaoirleach",
  ]

  /// The committee of `Chair of the Ponds Committee`, `Convener, Ponds Panel`, or one alone.
  private static func committee(_ line: String) -> String? {
    let words = line.split(separator: " ")
    let plain = words.map { $0.lowercased().filter(\.isLetter) }
    var start = plain.startIndex
    if let at = plain.firstIndex(where: officers.contains) {
      start = at + 1
      while start < plain.count, ["of", "the", "to", ""].contains(plain[start]) { start += 1 }
    }
    guard start < words.count else { return nil }
    let name = words[start...].joined(separator: " ").trimmingMarks
    let nouns: Set<String> = ["committee", "panel", "board", "commission", "group", "subcommittee"]
    guard BodyName.isBody(name), !BodyName.isCouncil(name),
      MatchKey.words(name).suffix(2).contains(where: nouns.contains)
    else { return nil }
    return name
  }
}
