import MattersBlocks
import MattersText

/// What stands before the verb of a decision: nothing, `it was`, or those who decide.
extension OperativeReading {
  func atStart(
    _ verb: OperativeSentence.Verb, _ index: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    let isBlockStart = sentence.lower == block.text.lower
    let next = index + 1 < words.count ? words[index + 1].plain : ""
    if words[index].plain == "decision" {
      let mark = mark(after: words[index].range.upper)
      return mark == 0x3A && words[index].isCapital
        || isBlockStart && words.count == 1 && isBlockWhole
        ? taken(verb, after: index) : nil
    }
    switch verb {
    case .resolved:
      // "Resolved issues: the leak in the roof."
      if !words[index].isLoud, index + 1 < words.count, next != "that", next != "unanimously",
        !words[index + 1].isCapital, mark(after: words[index + 1].range.upper) == 0x3A
      {
        return nil
      }
      // "3 Mill Rise. Resolved to object."
      let isOpener =
        bytes[words[index].range.lower].isUpper && (next == "to" || next == "that")
      let isMarked =
        bytes[words[index].range.lower].isUpper && mark(after: words[index].range.upper) == 0x3A
      return isBlockStart || isLoud || words[index].isLoud || isOpener || isMarked
        ? taken(verb, after: index) : nil
    case .agreed, .recommended:
      let isMarked =
        mark(after: words[index].range.upper) == 0x3A
        || isBlockStart && isDashed(after: words[index].range.upper)
      if words[index].isLoud || block.style.contains(.bold) && isBlockStart || isMarked
        || words.count <= index + 1 && index <= 1 && isBlockStart && isBlockWhole
      {
        return taken(verb, after: index)
      }
      if isBlockWhole, words[index].endsClause, words.count >= 5,
        ["with", "subject"].contains(next), verb == .agreed
      {
        var found = whole(verb)
        found?.isCertain = false
        return found
      }
      let isProposed =
        next == "on" && words[index...].prefix(20).contains { $0.plain == "seconded" }
      // "... in the spring. Agreed to write to the County Council."
      let isBrief = verb == .agreed && words[index].isCapital && (next == "that" || next == "to")
      guard
        isBlockStart && (next == "that" || next == "to" || next == "unanimously" || isProposed)
          || isBrief
      else { return nil }
      guard var found = taken(verb, after: index) else { return nil }
      found.isCertain = false
      return found
    case .carried: return nil
    case .other:
      // "Deferred to the September meeting."
      if words[index].plain == "deferred", isBlockWhole, words.count >= 4,
        bytes[
          words[index].range.lower
        ].isUpper, ["to", "until", "till", "pending"].contains(next)
      {
        return whole(verb)
      }
      // "Noted: the report on the plan."
      if isBlockStart, index == 0, words.count >= 4,
        mark(after: words[0].range.upper) == 0x3A || isDashed(after: words[0].range.upper),
        ["noted", "approved", "endorsed", "adopted", "ratified", "accepted"].contains(
          words[0].plain),
        ["the", "a", "an", "that", "to", "all", "its", "this", "these"].contains(
          words.dropFirst().first { $0.range.count > 0 && bytes[$0.range.lower].isLetter }?.plain
            ?? "")
      {
        return taken(verb, after: index)
      }
      guard words.count >= 3, isBlockStart, words[index].isLoud || underDecision else { return nil }
      return whole(verb)
    }
  }

  /// `It was agreed that ...`: of a decision only where nobody tells of it.
  func impersonal(
    _ verb: OperativeSentence.Verb, _ index: Int, subject: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    let reports: Set<String> = [
      "that", "had", "when", "previously", "earlier", "reported", "said", "explained", "meeting",
      "although", "because", "where", "if", "whether",
    ]
    let isTold = words[..<subject].contains { reports.contains($0.plain) }
    // "It was recommended by the consultant that ..."
    if verb == .recommended, index + 1 < words.count, words[index + 1].plain == "by" { return nil }
    let next = index + 1 < words.count ? words[index + 1].plain : ""
    if !isLoud {
      guard !isTold || isMoved(index),
        !["in", "at", "last", "previously", "earlier", "on"].contains(next)
          || next == "in" && index + 2 < words.count && words[index + 2].plain == "principle"
          || next == "on"
            && (bytes.matches(
              "on the propos", at: words[index + 1].range.lower, before: sentence.upper)
              || bytes.matches(
                "on the motion of", at: words[index + 1].range.lower, before: sentence.upper))
      else {
        return nil
      }
    }
    if verb == .resolved || isLoud && verb != .other { return taken(verb, after: index) }
    guard verb != .other, var found = taken(verb, after: index) else {
      return verb == .other && isLoud ? taken(verb, after: index) : nil
    }
    if found.isLead { return found }
    guard isOrder(found.words), next != "reading" else { return nil }
    // "Given the cost, it was agreed to allocate ..." is kept whole; who moved it is no part of it.
    if verb == .agreed, next == "to", subject > 0, !words[..<subject].isOfDiscussion,
      !isMoved(index)
    {
      // Who put what to the vote is no part of it.
      found.words =
        subject >= 8 && words[subject - 1].plain == "and"
        ? ByteRange(words[subject].range.lower, sentence.upper) : sentence
    }
    found.isCertain = isMoved(index)
    return found
  }

  /// `The Committee agreed to ...`, `The Board NOTED ...`: the sentence is kept whole.
  func byBody(
    _ verb: OperativeSentence.Verb, _ index: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    if verb == .resolved { return taken(verb, after: index) }
    guard var found = taken(verb, after: index) else { return nil }
    // "Members asked about:", "The Committee noted:" lead to points of the debate.
    // "..., all Councillors agreed." closes a sentence and opens no list.
    if found.isLead, !endsOpen, index > 4 { return nil }
    if found.isLead { return verb != .other || isLoud || underDecision ? found : nil }
    if verb == .recommended, isLoud { return found }
    // "The Panel recommended to Cabinet that an audit be carried out."
    if verb == .recommended, !underDecision {
      let to = words[index].plain == "recommends" ? Recommended.to(bytes.string(found.words)) : nil
      let isWish = to != nil || found.addressedTo != nil || isWished(found.words)
      // "Following discussion with officers, the Committee recommended to Cabinet that ..."
      let clause = words[..<index].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
      guard index <= 8 && isWish || index - clause <= 4 && found.addressedTo != nil else {
        return nil
      }
      found.words = sentence
      found.isCertain = false
      return found
    }
    // "The Committee AGREED to close two actions."
    if isLoud, verb == .agreed, index + 1 < words.count, words[index + 1].plain == "to" {
      return found
    }
    // "The Committee AGREED, subject to the foregoing, that the sheet be noted."
    if isLoud, verb == .agreed, !underDecision,
      words[..<index].contains(where: { $0.plain == "committee" }),
      found.words.count >= 8
    {
      return found
    }
    if isLoud || underDecision { return whole(verb) }
    // "The Committee then supported the draft by 4 votes to 2."
    if verb == .other, bytes.contains(" votes to ", in: sentence), index <= 6 { return whole(verb) }
    guard verb == .agreed, isOrder(found.words) || isOfPaper(index) else { return nil }
    found.words = isMoved(index) ? found.words : withoutFrame(before: index)
    found.isCertain = false
    return found
  }

  /// The sentence without what it says of the debate before a comma: `Having considered the report,
  /// Members agreed to ...`.
  private func withoutFrame(before index: Int) -> ByteRange {
    let frames: Set<String> = [
      "having", "after", "following", "upon", "on", "in", "with", "given", "at",
    ]
    guard index >= 3, frames.contains(words[0].plain),
      let comma = words[..<index].lastIndex(where: \.endsClause), comma + 1 < index,
      index - comma <= 5
    else { return sentence }
    return ByteRange(words[comma + 1].range.lower, sentence.upper)
  }

  /// "The Panel agreed the programme, subject to one date.": what was agreed is a paper.
  private func isOfPaper(_ index: Int) -> Bool {
    guard index <= 3, index + 2 < words.count, words.count <= 24,
      ["the", "its", "this"].contains(words[index + 1].plain)
    else { return false }
    return words[(index + 2)...].prefix(4).contains { TellingReading.papers.contains($0.plain) }
      && !words[(index + 2)...].prefix(8).contains {
        ["was", "were", "is", "had"].contains($0.plain)
      }
  }

  /// Whether words are of something to be done: `to write`, `that the fence be mended`.
  func isOrder(_ range: ByteRange) -> Bool {
    // What would or should be done is promised or wished for.
    if bytes.contains(" should ", in: range) { return isTask(range) }
    if bytes.contains(" would ", in: range) { return false }
    return bytes.matches("to ", at: range.lower, before: range.upper)
      || bytes.contains(" be ", in: range)
  }

  /// Whether what should be done is a task: "that officers should bring a paper".
  func isTask(_ range: ByteRange) -> Bool {
    let tasks: [StaticString] = [
      " should be asked", " should be invited", " should be requested", " should be written",
      " should be sent", " should be added", " should be referred", " should be contacted",
      " should bring ", " should write ", " should send ", " should prepare ", " should invite ",
      " should contact ", " should submit ", " should circulate ", " should arrange ",
      " should be brought", " should be submitted", " should be placed", " should be established",
    ]
    return bytes.matches("that ", at: range.lower, before: range.upper)
      ? tasks.contains { bytes.contains($0, in: range) }
      : tasks.contains { bytes.contains($0, in: range) } && !bytes.contains(" that ", in: range)
  }
}

extension ArraySlice<SpokenWords.Word> {
  /// Whether words say only that there was a debate: `Following a lengthy discussion`.
  var isOfDiscussion: Bool {
    guard let first, ["after", "following"].contains(first.plain), count <= 6 else { return false }
    return contains { ["discussion", "debate", "consideration", "discussions"].contains($0.plain) }
  }
}
