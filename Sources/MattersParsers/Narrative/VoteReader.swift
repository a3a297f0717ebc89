import MattersBlocks
import MattersRecords
import MattersText

/// Reads the votes of one minute: who moved and seconded, how many voted how, and, where the vote
/// was recorded by name, who.
struct VoteReader {
  private let paper: Paper
  private let date: PlainDate?
  private let minute: String?
  private var open: (vote: Vote, lines: LineRange, block: Int)?

  init(paper: Paper, date: PlainDate?, minute: String?) {
    self.paper = paper
    self.date = date
    self.minute = minute
  }

  mutating func read(_ index: Int, into sink: inout RecordSink) {
    let block = paper.blocks[index]
    if readNames(index, into: &sink) { return }
    guard
      paper.has(block, "second") || paper.has(block, "vote") || paper.has(block, "abst")
        || paper.has(block, "against"), block.text.count <= 6000
    else { return }
    let bytes = paper.clean.bytes
    for sentence in Sentences.split(bytes, block.text) {
      let isCounted =
        bytes.contains("vote", in: sentence) || bytes.contains("abst", in: sentence)
        || bytes.contains("against", in: sentence)
      guard
        isCounted || bytes.contains("second", in: sentence)
          || bytes.contains("carried", in: sentence)
          || bytes.contains(" lost", in: sentence)
      else { continue }
      take(VoteWording(paper.text(sentence)), lines: paper.lines(of: sentence), index, into: &sink)
    }
  }

  private mutating func take(
    _ wording: VoteWording, lines: LineRange, _ index: Int, into sink: inout RecordSink
  ) {
    let moves = wording.mover != nil && wording.seconder != nil
    guard moves || wording.hasCount || wording.result != nil && open != nil else { return }
    // A new mover, or a second count, begins another vote.
    if let current = open,
      wording.mover != nil || wording.hasCount && current.vote.for != nil
        || index - current.block > 2
    {
      finish(into: &sink)
    }
    guard open != nil || moves || wording.hasCount else { return }
    var (vote, all, _) = open ?? (Vote(), lines, index)
    vote.mover = wording.mover ?? vote.mover
    vote.seconder = wording.seconder ?? vote.seconder
    if wording.hasCount {
      vote.for = wording.inFavour
      vote.against = wording.against
      vote.abstained = wording.abstained
    }
    vote.result = vote.result ?? wording.result
    all = all.union(lines)
    open = (vote, all, index)
    sink.claim(index)
  }

  /// "For: Councillors Ash and Birch", in a line of its own under a recorded vote.
  private mutating func readNames(_ index: Int, into sink: inout RecordSink) -> Bool {
    let block = paper.blocks[index]
    let leads: [(StaticString, WritableKeyPath<Vote, [String]>, WritableKeyPath<Vote, Int?>)] = [
      ("for", \.forNames, \.for), ("in favour", \.forNames, \.for),
      ("voting for", \.forNames, \.for), ("voted for", \.forNames, \.for),
      ("against", \.againstNames, \.against), ("voting against", \.againstNames, \.against),
      ("voted against", \.againstNames, \.against), ("abst", \.abstainedNames, \.abstained),
    ]
    guard block.text.count <= 2000 else { return false }
    for (lead, names, number) in leads where paper.starts(block, with: lead) {
      let text = paper.text(block)
      guard let colon = text.firstIndex(of: ":"), text[..<colon].utf8.count <= 40 else { continue }
      let list = text[text.index(after: colon)...]
      let people = PeopleList.read(String(list)).filter { $0.title != nil }.map(\.name)
      guard !people.isEmpty else { continue }
      if let current = open, !current.vote[keyPath: names].isEmpty { finish(into: &sink) }
      var (vote, lines, _) = open ?? (Vote(), block.lines, index)
      vote[keyPath: names] = people
      if vote[keyPath: number] == nil { vote[keyPath: number] = people.count }
      lines = lines.union(block.lines)
      open = (vote, lines, index)
      sink.claim(index)
      return true
    }
    return false
  }

  /// Adds the vote that is still open.
  mutating func finish(into sink: inout RecordSink) {
    guard let current = open else { return }
    open = nil
    var vote = current.vote
    vote.meetingDate = date?.iso
    vote.minute = minute
    sink.add(.vote(vote), parts: [date?.iso, minute], lines: current.lines)
  }
}
