import MattersBlocks
import MattersText

/// Whether a paper is a letter or a note to somebody: then what follows a recommendation answers it.
enum LetterForm {
  /// How many blocks may stand above the greeting, and below it before the letter closes.
  private static let reach = 40
  private static let longest = 300

  static func isLetter(_ stretch: Range<Int>, in paper: Paper) -> Bool {
    var hasFrom = false
    for index in stretch.prefix(reach) {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 200 else {
        continue
      }
      if greets(block, in: paper) { return true }
      if paper.starts(block, with: "from") { hasFrom = true }
      if hasFrom,
        paper.starts(block, with: "to ") || paper.starts(block, with: "to:")
          || paper.says(block, "to")
      {
        return true
      }
    }
    return false
  }

  /// Whether a line greets somebody: `Dear Councillor Ash,`, `Annwyl/Dear Owain`.
  static func greets(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind != .row, block.text.count <= 200 else { return false }
    return greetings.contains { paper.starts(block, with: $0) }
  }

  private static let greetings: [StaticString] = [
    "dear ", "annwyl ", "annwyl/", "a chara", "a chairde", "dear/", "good morning",
    "good afternoon",
  ]

  /// Whether a line takes leave: `Yours sincerely,`.
  static func closes(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind != .row, block.text.count <= 60 else { return false }
    return farewells.contains { paper.starts(block, with: $0) }
  }

  private static let farewells: [StaticString] = [
    "yours sincerely", "yours faithfully", "yours truly", "yours ever", "yours aye", "yours,",
    "yn gywir", "yr eiddoch", "kind regards", "best wishes", "with best wishes",
    "with kind regards",
    "regards", "best regards", "sincerely", "is mise", "le meas", "warm regards", "many thanks",
    "cofion",
  ]

  /// The blocks between the greeting of a letter and its farewell, where there is such a letter.
  static func body(from greeting: Int, before end: Int, in paper: Paper) -> Range<Int>? {
    for index in (greeting + 1)..<max(greeting + 1, min(end, greeting + longest)) {
      let block = paper.blocks[index]
      if closes(block, in: paper) { return greeting + 1..<index }
      // "Dear" again is another letter, or somebody quoted.
      if greets(block, in: paper), block.text.count <= 60 { return nil }
    }
    return nil
  }

  /// Whether who writes answers: an executive signs, or thanks for what was sent to it.
  static func answers(_ letter: Range<Int>, in paper: Paper) -> Bool {
    var hasClosed = false
    var signed = 0
    for index in letter {
      let block = paper.blocks[index]
      guard block.kind != .row, block.kind != .furniture else { continue }
      if closes(block, in: paper) {
        hasClosed = true
      } else if hasClosed {
        signed += 1
        if signed <= 5, block.text.count <= 160, offices.isIn(block, of: paper) {
          return true
        }
      } else if replies.isIn(block, of: paper) {
        return true
      }
    }
    return false
  }

  private static let offices: SignSet = [
    "cabinet member", "portfolio holder", "leader of the council", "executive member",
    "deputy leader", "director of", "chief executive", "minister for", "commissioner",
    "lead member for", "strategic director", "corporate director", "executive director",
    "aelod cabinet",
  ]
  private static let replies: SignSet = [
    "thank you for your letter", "thank you for the letter", "in response to your letter",
    "in reply to your letter", "thank you for your report", "i write on behalf of the cabinet",
    "i am writing on behalf of the cabinet", "your letter of", "your letter dated",
    "thank you for the report", "thank you for the committee's report",
    "thank you for the committee\u{2019}s report", "thank you for sending me",
    "i write on behalf of the executive", "thank you for your recommendations",
    "respond to your recommendations", "response to your recommendations",
    "respond to each of your", "following your letter", "receipt of your letter",
  ]

  /// Whether somebody answers in the first person, though nobody is addressed.
  ///
  /// `I am unable to agree.`
  static func isPersonal(_ stretch: Range<Int>, in paper: Paper) -> Bool {
    let signs: [StaticString] = [
      "i am ", "i have ", "i do not ", "i cannot ", "i agree", "i accept",
    ]
    var answers = 0
    for index in stretch {
      let block = paper.blocks[index]
      guard block.kind == .paragraph, block.text.count >= 20 else { continue }
      if signs.contains(where: { paper.starts(block, with: $0) })
        || speaks.isIn(block, of: paper)
      {
        answers += 1
      }
    }
    return answers >= 2
  }

  private static let speaks: SignSet = [". i am ", ". i have "]

  /// Whether a line is only who signs, or on what day.
  static func isSignature(_ block: Block, in paper: Paper) -> Bool {
    guard (8...60).contains(block.text.count), block.kind == .paragraph,
      !paper.ends(block, with: ".")
    else { return false }
    let text = paper.text(block)
    let words = text.split(separator: " ")
    if DateReader.only(text) != nil { return true }
    return words.count <= 5 && PeopleList.title(words[0]) != nil
      && words.dropFirst().allSatisfy { PostWords.isNameWord($0) }
  }
}
