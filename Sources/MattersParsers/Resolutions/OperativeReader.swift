import MattersBlocks
import MattersRecords
import MattersText

/// The state of reading one minute, or the paragraphs of a report that restate one.
struct OperativeReader {
  let paper: Paper
  let minute: String?
  let report: String?
  var date: PlainDate?
  /// Whether a minute is read, and not a report that tells of one.
  var isMinute = false
  /// Whose minutes are read.
  var body: String?
  /// The number of the minute, so that its paragraphs' numbers are known; 0 for none.
  var ordinal = 0

  var lead: Lead?
  /// Whether the lead has had an item or a paragraph yet.
  var hasItems = false
  /// Whether what the lead had last was a paragraph without a label, and closed.
  var closedByParagraph = false
  /// Whether a heading "Decision" stands above.
  var isUnderDecision = false
  /// The number of the paragraph that is being read, as a parish's minutes print it.
  var paragraphLabel: String?
  /// A resolution whose points are still to come.
  var held: HeldWords?
  /// What was moved and not yet carried.
  var motion: OpenMotion?
  /// Those who were moved and seconded for an office, of whom nothing says who was elected.
  var nominations: [OpenMotion] = []
  /// The last paragraph in quotation marks that begins as a motion does.
  var lastQuoted: MinuteLine?
  /// The number on the line above, which may be a motion's.
  var numberLine: String?
  /// Whether a motion of this minute was not carried.
  var wasLost = false
  /// A list's lead that a stray paragraph cut off, the labels it had, and how many came between.
  var cutLead: Lead?
  var labels: LabelSequence?
  var between = 0
  /// What reads recommendations that bear their names.
  var named = NamedRecommendations()
  /// Whether the line ends in a colon and points follow.
  var opensList = false
  /// Whether a sentence of a block is read that tells more.
  var isPart = false
  var count = 0
  /// How many records were added.
  var added = 0

  init(paper: Paper, minute: String?, report: String?, date: PlainDate?) {
    self.paper = paper
    self.minute = minute
    self.report = report
    self.date = date
  }

  mutating func read(_ range: Range<Int>, into sink: inout RecordSink) {
    let lines = range.map { MinuteLine(block: paper.blocks[$0], index: $0) }
    read(lines[...], into: &sink)
  }

  mutating func read(_ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink) {
    var at = lines.startIndex
    while at < lines.endIndex {
      let line = lines[at]
      opensList =
        paper.ends(line.block, with: ":") && at + 1 < lines.endIndex
        && lines[at + 1].block.kind == .item
      if takesHeld(line, into: &sink) {
        at += 1
        continue
      }
      if opensActs(at, in: lines) {
        (lead, hasItems) = (Lead(purpose: .resolution), false)
        sink.claim(line.index)
        at += 1
        continue
      }
      if let next = readReplied(at: at, in: lines, into: &sink) {
        at = next
        continue
      }
      if let next = readInlineMotion(at: at, in: lines, into: &sink) {
        at = next
        continue
      }
      switch line.block.kind {
      case .furniture:
        at += 1
      case .row:
        takeResult(of: line, into: &sink)
        lead = nil
        at += 1
      case .item where !isParagraph(line.block):
        at = readItem(at: at, in: lines, into: &sink)
      case .item:
        paragraphLabel = paper.label(line.block).map(Self.bare)
        lead = nil
        readParagraph(line, into: &sink)
        at += 1
      case .paragraph, .heading:
        readParagraph(line, into: &sink)
        at += 1
      }
    }
    releaseHeld(into: &sink)
  }

  /// Whether an item is a numbered paragraph of the minute: `52.1` in minute 52.
  func isParagraph(_ block: Block) -> Bool {
    guard isMinute, let label = paper.label(block) else { return false }
    let parts = Self.bare(label).split(separator: ".")
    guard parts.count >= 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    return ordinal == 0 || parts[0] == "\(ordinal)"
  }

  static func bare(_ label: String) -> String {
    var label = Substring(label)
    while let last = label.last, ".:) ".contains(last) { label = label.dropLast() }
    return String(label)
  }

  // MARK: - Paragraphs

  mutating func readParagraph(_ line: MinuteLine, into sink: inout RecordSink) {
    var block = line.block
    if isMinute, lead != nil, RunningHead.isOne(block, in: paper) { return }
    if isMinute, lead != nil, MeetingEnd.begins(block.text, in: paper.clean.bytes) {
      lead = nil
      return
    }
    // "(6 Members voted in favour and 1 abstained.)" between the lead and its points.
    if isMinute, lead != nil, !hasItems, paper.starts(block, with: "("),
      paper.ends(block, with: ")"), paper.has(block, "vote"),
      paper.has(block, "abst") || paper.has(block, "favour") || paper.has(block, "against")
    {
      return
    }
    if report == nil, isMinute {
      if EndOfDecision.ends(block, in: paper) {
        (lead, isUnderDecision) = (nil, false)
        return
      }
      if motion == nil, let (label, next) = DecisionHeading.numbered(block, in: paper),
        !MotionWording.isMover(block, in: paper)
      {
        let words = MotionWording.beforeResult(ByteRange(next, block.text.upper), in: paper)
        lead = nil
        if MotionWording.closingResult(block, in: paper) != false {
          add(
            ItemWording.purpose(of: words, in: paper), words, label: label, line, lead: nil,
            into: &sink)
        }
        return
      }
      if let next = DecisionHeading.end(of: block, in: paper) {
        isUnderDecision = true
        paragraphLabel = nil
        (lead, hasItems) = (Lead(purpose: .resolution), false)
        sink.claim(line.index)
        guard next < block.text.upper else { return }
        block.text = ByteRange(next, block.text.upper)
      }
      let isQuote = motion == nil && MotionWording.isQuotedOrder(block, in: paper)
      if takeMotion(block, line, into: &sink) { return }
      if isQuote { lastQuoted = MinuteLine(block: block, index: line.index) }
    }
    if isMinute, let (found, next) = RecommendationOpening.of(block, in: paper), !isOwn(found) {
      (lead, hasItems, motion) = (found, false, nil)
      named = NamedRecommendations(under: found)
      sink.claim(line.index)
      guard next < block.text.upper else { return }
      let words = ByteRange(next, block.text.upper)
      add(.recommendation, words, label: found.label, line, lead: found, into: &sink)
      (hasItems, closedByParagraph) = (true, true)
      return
    }
    if let found = Lead.of(block, in: paper, inReport: report != nil) {
      (lead, hasItems) = (found, false)
      named = NamedRecommendations(under: found)
      motion = nil
      sink.claim(line.index)
      return
    }
    if isMinute, takeNamed(block, line, into: &sink) || takeVerdict(block, line, into: &sink) {
      return
    }
    if report == nil, readSentences(block, line, into: &sink) { return }
    if isMinute, paper.confirmsMinutes(block) {
      add(.resolution, block.text, label: label(of: block), line, lead: nil, into: &sink)
      lead = nil
      return
    }
    guard let current = lead else { return }
    if DecidingBody.isAlone(block, in: paper) { return }
    if takesInnerHeading(block, line, into: &sink) { return }
    // "To approve the motion by Councillor Ash:" over the points.
    if opensList, !hasItems {
      if OperativeReading.takesPoints(block, in: paper) {
        lead = nil
        held = HeldWords(lead: current, words: block.text, block: block, line: line)
        held?.takesNumbers = block.label.isEmpty
      }
      return
    }
    if block.text.count >= 3,
      !hasItems || paper.starts(block, with: "that ")
        || isMinute && closedByParagraph && MotionWording.isOrdered(block, in: paper)
    {
      if isMinute, isUnderDecision, paper.starts(block, with: "that ") {
        addClauses(
          of: block.text, current, label: current.label, line, lead: current, isCertain: true,
          into: &sink)
      } else {
        let own = isMinute ? purpose(of: block.text, current) : current.purpose
        add(own, block.text, label: current.label, line, lead: current, into: &sink)
      }
      closedByParagraph = paper.ends(block, with: ".")
      hasItems = true
    } else {
      interrupt()
    }
  }

  /// Whether recommendations are put to the meeting itself.
  private func isOwn(_ lead: Lead) -> Bool {
    guard let body, let name = lead.addressedTo.map({ MatchKey.words($0) })?.last else {
      return false
    }
    return MatchKey.words(body).last == name
  }

  /// A paragraph came between the items of a list; what a page break cut may go on behind it.
  mutating func interrupt() {
    guard let current = lead, hasItems, labels != nil else {
      lead = nil
      return
    }
    (cutLead, between) = (current, between + 1)
    if between > 2 { cutLead = nil }
    lead = nil
  }

  // MARK: - Records

  /// Adds what a range of words says, its lines told from where they stand.
  mutating func add(
    _ purpose: Lead.Purpose, _ words: ByteRange, label: String?, _ line: MinuteLine, lead: Lead?,
    isCertain: Bool = true, because: String = "told in a sentence of the debate",
    into sink: inout RecordSink
  ) {
    let lines = words == line.block.text ? line.block.lines : paper.lines(of: words)
    add(
      purpose, [words], label: label, lines: lines, line, lead: lead,
      because: isCertain ? nil : because, into: &sink)
  }

  mutating func add(
    _ purpose: Lead.Purpose, _ words: [ByteRange], label: String?, lines: LineRange,
    _ line: MinuteLine, lead: Lead?, because: String? = nil, into sink: inout RecordSink
  ) {
    var words = words
    if let first = words.first,
      let end = SpokenWords.spacedCapitals(paper.clean.bytes, first.lower, first.upper),
      end - first.lower == 7
    {
      words[0] = paper.clean.bytes.trimmed(ByteRange(end, first.upper))
    }
    let text = words.map { paper.text($0) }.joined(separator: " ")
    add(
      purpose, text: text, label: label, lines: lines, line, lead: lead, because: because,
      into: &sink)
  }
}
