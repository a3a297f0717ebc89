import MattersText

/// What some words say of a vote: `moved by Councillor Ash, seconded by Councillor Birch`, `carried
/// by 5 votes to 2, with 1 abstention`, `FOR: 5 AGAINST: 2`.
struct VoteWording {
  private(set) var mover: String?
  private(set) var seconder: String?
  private(set) var inFavour: Int?
  private(set) var against: Int?
  private(set) var abstained: Int?
  private(set) var result: String?

  /// Whether votes were counted.
  var hasCount: Bool { inFavour != nil && (against != nil || abstained != nil) }

  private struct Word {
    var printed: String
    var plain: String
    var number: Int?
    /// Whether a mark that ends a clause follows.
    var endsClause: Bool
  }
  private let words: [Word]

  init(_ text: String) {
    words = text.split(whereSeparator: { $0 == " " || $0 == "/" }).map { piece in
      let plain = piece.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
      return Word(
        printed: String(piece), plain: plain, number: Self.number(plain),
        endsClause: piece.last.map { ",;:.)".contains($0) } ?? false)
    }
    readMovers()
    readCount()
    if hasCount || mover != nil { result = readResult() }
  }

  private static let numberWords: [String: Int] = [
    "no": 0, "nil": 0, "none": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20,
  ]

  private static func number(_ plain: String) -> Int? {
    if let number = numberWords[plain] { return number }
    guard (1...3).contains(plain.utf8.count) else { return nil }
    return Int(plain)
  }

  // MARK: - Counts

  private mutating func readCount() {
    // "by 5 votes to 2", "5 votes to 0".
    for index in words.indices
    where words[index].plain == "to" && index >= 1 && index + 1 < words.count {
      guard let right = words[index + 1].number else { continue }
      let isVotes = words[index - 1].plain.hasPrefix("vote")
      let at = isVotes ? index - 2 : index - 1
      guard at >= 0, let left = words[at].number else { continue }
      let lead = at > 0 ? words[at - 1].plain : ""
      guard isVotes || lead == "by" && has("vote") else { continue }
      inFavour = left
      against = right
      break
    }
    let keys: [(Set<String>, WritableKeyPath<VoteWording, Int?>)] = [
      (["for", "favour"], \.inFavour), (["against"], \.against),
      (["abstention", "abstentions", "abstained", "abstaining", "abstain"], \.abstained),
    ]
    // Either all numbers stand before their words or all behind them.
    var isBefore: Bool?
    for (names, path) in keys {
      if self[keyPath: path] != nil { continue }
      for index in words.indices where names.contains(words[index].plain) {
        if isBefore != false, let number = numberBefore(index) {
          self[keyPath: path] = number
          isBefore = true
        } else if isBefore != true, let number = numberAfter(index) {
          self[keyPath: path] = number
          isBefore = false
        } else {
          continue
        }
        break
      }
    }
    if inFavour == nil || against == nil && abstained == nil {
      (inFavour, against, abstained) = (nil, nil, nil)
    }
  }

  private static let fillers: Set<String> = [
    "vote", "votes", "voted", "voting", "members", "councillors", "in", "were", "being", "cast",
    "was", "favour", "-", "",
  ]

  private func numberBefore(_ index: Int) -> Int? {
    var at = index - 1
    while at >= 0, index - at <= 4 {
      if let number = words[at].number { return words[at].endsClause ? nil : number }
      guard Self.fillers.contains(words[at].plain) else { return nil }
      at -= 1
    }
    return nil
  }

  private func numberAfter(_ index: Int) -> Int? {
    var at = index + 1
    while at < words.count, at - index <= 3 {
      if let number = words[at].number { return number }
      guard Self.fillers.contains(words[at].plain) else { return nil }
      at += 1
    }
    return nil
  }

  private func has(_ start: String) -> Bool { words.contains { $0.plain.hasPrefix(start) } }

  // MARK: - The result

  private static let results: Set<String> = ["carried", "lost", "defeated", "fell", "passed"]
  private static let agreements: Set<String> = ["agreed", "approved", "adopted", "rejected"]

  private func readResult() -> String? {
    if let word = words.first(where: { Self.results.contains($0.plain) }) { return word.plain }
    // "agreed by 4 votes to 1": only beside the count, as these words are used of much else.
    for index in words.indices.dropLast() where Self.agreements.contains(words[index].plain) {
      if words[index + 1].plain == "by" || words[index + 1].plain == "on" {
        return words[index].plain
      }
    }
    return nil
  }

  // MARK: - Movers

  private mutating func readMovers() {
    for index in words.indices {
      let plain = words[index].plain
      let next = index + 1 < words.count ? words[index + 1].plain : ""
      if plain == "moved" || plain == "proposed", mover == nil {
        mover = next == "by" ? name(from: index + 2) : nameBefore(index)
      } else if plain == "proposition" || plain == "motion", mover == nil,
        next == "of" || next == "from" || next == "by"
      {
        mover = name(from: index + 2)
      } else if plain == "mover" || plain == "proposer", mover == nil {
        mover = name(from: index + 1)
      } else if plain == "seconded", seconder == nil {
        seconder = next == "by" ? name(from: index + 2) : nameBefore(index)
      } else if plain == "seconder", seconder == nil {
        seconder = name(from: index + 1)
      }
    }
  }

  /// A name, or a post with its article, from an index on.
  private func name(from start: Int) -> String? {
    var at = start
    var taken: [String] = []
    if at < words.count, PeopleList.title(words[at].printed) != nil {
      at += 1
    } else if at < words.count, words[at].plain == "the" {
      taken.append("the")
      at += 1
    }
    let isPost = !taken.isEmpty
    while at < words.count, taken.count < (isPost ? 10 : 5) {
      let word = words[at]
      let goesOn =
        isPost
        ? word.printed.first?.isUppercase == true
          || ["of", "for", "and"].contains(word.plain) && at + 1 < words.count
            && words[at + 1].printed.first?.isUppercase == true
            && PeopleList.title(words[at + 1].printed) == nil
        : PostWords.isNameWord(Self.bare(word.printed))
      guard goesOn else { break }
      taken.append(Self.bare(word.printed))
      at += 1
      if word.endsClause, !Self.isInitial(word.printed) { break }
    }
    guard taken.count > (isPost ? 1 : 0) else { return nil }
    let name = taken.joined(separator: " ")
    return !isPost || PostWords.isPost(name) ? name : nil
  }

  /// The councillor's name that ends just before an index: "Councillor Ash moved".
  private func nameBefore(_ index: Int) -> String? {
    var at = index - 1
    while at >= 0, index - at <= 5 {
      if PeopleList.title(words[at].printed) != nil { return name(from: at) }
      guard PostWords.isNameWord(Self.bare(words[at].printed)) else { return nil }
      at -= 1
    }
    return nil
  }

  private static func isInitial(_ word: String) -> Bool {
    word.count <= 3 && word.hasSuffix(".") && word.first?.isUppercase == true
  }

  private static func bare(_ word: String) -> String {
    var word = Substring(word)
    while let first = word.first, "([".contains(first) { word = word.dropFirst() }
    while let last = word.last, ",;:)]".contains(last) { word = word.dropLast() }
    if word.hasSuffix("."), word.count > 2 { word = word.dropLast() }
    return String(word)
  }
}
