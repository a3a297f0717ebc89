import MattersBlocks
import MattersRecords
import MattersText

/// The lines of cards: a label with its words, `Owner: R Ash`, or what stands by itself.
///
/// A row of two cells is a label and its words too, as forms print them; one of four is two of those.
struct CardFields {
  /// A label and its words; a line without a label has an empty one.
  struct Field {
    var label = ""
    /// The label folded, without its number: by this the next card is known.
    var key = ""
    var words: String
    var block: Int
  }

  private(set) var fields: [Field] = []
  private let paper: Paper

  /// The most bytes and words of a label, and the most bytes of a line that names a card.
  private static let longest = 48
  private static let most = 6
  static let longestTitle = 200

  init(_ paper: Paper) { self.paper = paper }

  /// Takes a block's fields; nothing where it ends a run of cards.
  mutating func take(_ index: Int) -> Bool {
    let block = paper.blocks[index]
    if block.kind == .row { return takeRow(block, at: index) }
    guard block.text.count <= 3000 else { return false }
    if let (label, value) = Self.split(block.text, in: paper) {
      add(label, paper.label(block), value, at: index)
    } else {
      let words = [paper.label(block), paper.text(block)].compactMap { $0 }.joined(separator: " ")
      fields.append(Field(words: words, block: index))
    }
    return true
  }

  private mutating func takeRow(_ block: Block, at index: Int) -> Bool {
    let cells = paper.cells(block).filter { !$0.isEmpty }
    switch cells.count {
    case 0: return true
    case 1:
      fields.append(Field(words: paper.text(cells[0]), block: index))
    case 2, 4:
      for pair in stride(from: 0, to: cells.count, by: 2) {
        let label = paper.text(cells[cells.startIndex + pair])
        guard Self.isLabel(label) else { return false }
        let words = paper.text(cells[cells.startIndex + pair + 1])
        fields.append(Field(label: label, key: Self.key(label), words: words, block: index))
      }
    default: return false
    }
    return true
  }

  /// Adds a labelled part, and those that stand behind it on the same line.
  private mutating func add(
    _ label: String, _ number: String?, _ value: ByteRange, at index: Int
  ) {
    let parts =
      value.isEmpty
      ? [] : LabelledPart.following(in: value, of: paper, anywhere: true, also: Self.answers)
    let first = ByteRange(value.lower, parts.first?.at ?? value.upper)
    if let number, number.contains(where: \.isNumber) {
      fields.append(Field(words: number.trimmingMarks, block: index))
    }
    fields.append(
      Field(label: label, key: Self.key(label), words: words(first), block: index))
    for part in parts {
      let name = paper.text(ByteRange(part.at, part.value.lower)).trimmingMarks
      fields.append(
        Field(label: name, key: Self.key(name), words: words(part.value), block: index))
    }
  }

  private static let answers: Set<TrackerColumn> = [
    .response, .decision, .rating, .updated, .meeting, .decidedOn, .implementation,
  ]

  /// Words without the mark that parts them from the next label on their line.
  private func words(_ range: ByteRange) -> String {
    var words = paper.text(paper.clean.bytes.trimmed(range))
    while let last = words.last, "|;,".contains(last) {
      words = String(words.dropLast())
      while words.last == " " { words.removeLast() }
    }
    return words
  }

  /// A label and the words behind its colon.
  private static func split(_ range: ByteRange, in paper: Paper) -> (String, ByteRange)? {
    let bytes = paper.clean.bytes
    guard !range.isEmpty, bytes[range.lower].isUpper,
      let colon = bytes.firstIndex(
        of: 0x3A, in: ByteRange(range.lower, min(range.upper, range.lower + longest))),
      colon + 1 >= range.upper || bytes[colon + 1].isSpace
        || bytes[colon + 1] == CleanText.paragraphBreak
    else { return nil }
    let label = paper.text(ByteRange(range.lower, colon))
    guard isLabel(label) else { return nil }
    return (label, bytes.trimmed(ByteRange(colon + 1, range.upper)))
  }

  private static func isLabel(_ label: String) -> Bool {
    guard label.utf8.count <= longest, label.first?.isUppercase == true || label.first == "#",
      !label.contains(where: { ".;!".contains($0) }) || label.utf8.count <= 6
    else { return false }
    return label == "#" || (1...most).contains(MatchKey.words(label).count)
  }

  /// A label folded, without a number that counts its card: `Recommendation 3`.
  private static func key(_ label: String) -> String {
    let words = MatchKey.words(label)
    let bare = words.filter { !$0.contains(where: \.isNumber) }
    return (bare.isEmpty ? words : bare).joined(separator: " ")
  }
}

extension CardFields.Field {
  /// The number that a label counts its card with: `3` of `Action 3`.
  var number: String? {
    let words = label.split(separator: " ")
    guard words.count >= 2, let last = words.last, last.utf8.count <= 10,
      last.contains(where: \.isNumber)
    else { return nil }
    return String(last)
  }
}
