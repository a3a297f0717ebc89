/// Puts other words in the place of names, wherever these stand in what is shown.
///
/// A name is known by its words, whatever stands between them that only parts words: spaces, the
/// end of a line, full stops, hyphens, marks of emphasis. Case and accents make no difference. What
/// is put in its place keeps the line ends, so that every line keeps its number.
struct NameMask: Sendable {
  /// A name, with what is shown for it.
  struct Name: Sendable, Hashable {
    /// The name.
    var words: String
    /// What is shown in text.
    var replacement: String
    /// What is shown in the ids of records, which are made of words and hyphens.
    var slug: String
    /// Whether it is one of the public: a title before the name goes with it, and a councillor of
    /// the same name keeps hers.
    var isPublic = false
    /// The document in which alone the name is replaced.
    var document: Int64?
  }

  /// The words of a name as they are looked for.
  private struct Pattern: Sendable {
    var words: [UInt64]
    /// Whether a comma stands behind the first word: "Doe, Jane".
    var isReversed = false
    /// Whether commas may part its words, as they do in the name.
    var hasCommas = false
    var name: Int
  }

  let names: [Name]
  private var patterns: [UInt64: [Pattern]] = [:]

  init(_ names: [Name]) {
    self.names = names
    for (index, name) in names.enumerated() {
      for words in Self.spellings(of: name.words) {
        add(Pattern(words: words, hasCommas: name.words.contains(","), name: index))
        guard !name.isPublic || name.document == nil, words.count > 1, let last = words.last else {
          continue
        }
        add(Pattern(words: [last] + words.dropLast(), isReversed: true, name: index))
      }
    }
    for key in patterns.keys { patterns[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ pattern: Pattern) {
    guard let first = pattern.words.first else { return }
    patterns[first, default: []].append(pattern)
  }

  /// The words of a name: with its apostrophes as gaps, and as one word with what stands beside.
  private static func spellings(of name: String) -> [[UInt64]] {
    let bytes = Array(name.utf8)
    let apart = WordScan(bytes).map(\.key)
    let joined = WordScan(
      Array(name.filter { !["'", "\u{2019}", "\u{2018}"].contains($0) }.utf8)
    ).map(\.key)
    return apart == joined ? [apart] : [apart, joined]
  }

  /// Whether any name is looked for.
  var isEmpty: Bool { names.isEmpty }

  /// The text with each name replaced that is looked for in a document, or the text itself.
  func masked(_ text: [UInt8], in document: Int64? = nil) -> [UInt8] {
    guard !patterns.isEmpty else { return text }
    var out: [UInt8] = []
    var kept = 0
    let words = Array(WordScan(text))
    var index = 0
    while index < words.count {
      guard let candidates = patterns[words[index].key],
        let (pattern, last) = match(candidates, at: index, words, text, document)
      else {
        index += 1
        continue
      }
      let name = names[pattern.name]
      var start = words[index].start
      if name.isPublic, index > 0, Self.titles.contains(words[index - 1].key),
        words[index - 1].start >= kept, Gap(text[words[index - 1].end..<start]) != .other
      {
        start = words[index - 1].start
      }
      let span = start..<words[last].end
      out += text[kept..<start]
      out += (Self.isSlug(text, span) ? name.slug : name.replacement).utf8
      // Every line keeps its number.
      out += text[span].filter { $0 == 0x0A || $0 == 0x0D }
      kept = span.upperBound
      index = last + 1
    }
    return kept == 0 ? text : out + text[kept...]
  }

  /// The same of words.
  func masked(_ text: String, in document: Int64? = nil) -> String {
    guard !patterns.isEmpty else { return text }
    return String(decoding: masked(Array(text.utf8), in: document), as: UTF8.self)
  }

  private func match(
    _ candidates: [Pattern], at index: Int, _ words: [WordScan.Word], _ text: [UInt8],
    _ document: Int64?
  ) -> (Pattern, last: Int)? {
    next: for pattern in candidates {
      let name = names[pattern.name]
      if let only = name.document, only != document { continue }
      var at = index
      for (number, key) in pattern.words.enumerated().dropFirst() {
        var following = at + 1
        // Markup inside a name: `Jane&nbsp;Doe`, `<b>Jane</b> Doe`.
        while following < words.count, following < at + 4,
          Self.markup.contains(words[following].key),
          [0x26, 0x3C, 0x2F].contains(text[words[following].start - 1])
        {
          following += 1
        }
        guard following < words.count, words[following].key == key else { continue next }
        let gap = Gap(text[words[at].end..<words[following].start])
        let wanted: Gap = pattern.isReversed && number == 1 ? .comma : .plain
        guard gap == wanted || pattern.hasCommas && gap != .other else { continue next }
        at = following
      }
      if name.isPublic, index > 0, Self.councillors.contains(words[index - 1].key) { continue }
      return (pattern, at)
    }
    return nil
  }

  /// Whether a name stands in an id: in lower case, with hyphens around and inside.
  private static func isSlug(_ text: [UInt8], _ span: Range<Int>) -> Bool {
    guard span.lowerBound > 0, text[span.lowerBound - 1] == 0x2D else { return false }
    return text[span].allSatisfy { byte in
      byte == 0x2D || byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
  }

  /// What stands between two words of a name.
  private enum Gap {
    case plain, comma, other

    init(_ bytes: ArraySlice<UInt8>) {
      guard !bytes.isEmpty, bytes.count <= 160 else {
        self = .other
        return
      }
      var hasComma = false
      for byte in bytes {
        switch byte {
        case 0x2C: hasComma = true
        // White space and the marks of a found word, . ' - _ * ~ \ " and what markup is made of.
        case 0x02, 0x03, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x26, 0x27, 0x2A, 0x2D, 0x2E, 0x2F, 0x3B,
          0x3C, 0x3E, 0x5C, 0x5F, 0x7E, 0x80..., 0x61...0x7A:
          continue
        default:
          self = .other
          return
        }
      }
      self = hasComma ? .comma : .plain
    }
  }

  private static func keys(_ words: [String]) -> Set<UInt64> {
    Set(words.compactMap { WordScan(Array($0.utf8)).first { _ in true }?.key })
  }

  static let titleWords = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "reverend", "sir", "dame",
    "lady", "lord",
  ]
  private static let titles = keys(titleWords)
  private static let councillors = keys(["councillor", "cllr", "councillors", "cllrs"])
  private static let markup = keys(["nbsp", "b", "i", "em", "strong", "span", "br", "u"])
}
