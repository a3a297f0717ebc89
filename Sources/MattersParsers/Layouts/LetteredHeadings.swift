import MattersBlocks
import MattersText

/// Headings that count in Roman numbers or in letters, where nothing else numbers them or sets them
/// apart: `ii. Minutes`, `b) Apologies`, `(c) Finance`.
///
/// The points of a list look the same; among headings are titles that every meeting has.
enum LetteredHeadings {
  static func find(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    let bytes = paper.clean.bytes
    let labels = lines.map { $0.block.label.count <= 8 ? plain($0.block, in: paper) : nil }
    let isRoman = labels.contains { $0?.lowercased() == "ii" }
    var found: [MinuteHeading] = []
    var standard = 0
    for (position, line) in lines.enumerated() {
      guard let label = labels[position], let ordinal = ordinal(label, isRoman: isRoman),
        ordinal == (found.last?.number?.ordinal ?? 0) + 1, !line.block.style.contains(.bullet)
      else { continue }
      let words = line.block.text
      let (title, rest) =
        RunInTitle.split(words, in: bytes) ?? RunInTitle.dashed(words, in: bytes) ?? (words, .none)
      guard (3...160).contains(title.count), CountedHeadings.isTitle(title, rest, in: bytes),
        bytes[title.lower].isUpper, bytes[title.upper - 1] != 0x2E
      else { continue }
      if found.isEmpty, position > 0, paper.ends(lines[position - 1].block, with: ":") { continue }
      // "(a) To note the report": what was decided begins so too.
      if StandardTitle.begins(title, in: bytes),
        !bytes.matches("to ", at: title.lower, before: title.upper)
      {
        standard += 1
      }
      var heading = MinuteHeading(
        number: ItemNumber(printed: label, ordinal: ordinal),
        title: paper.text(title).trimmingMarks,
        block: line.index, line: position, lines: line.block.lines)
      heading.words = words
      heading.rest = rest
      found.append(heading)
    }
    return found.count >= 3 && standard >= 2 ? found : []
  }

  /// The letters of a label, without its marks.
  private static func plain(_ block: Block, in paper: Paper) -> String? {
    guard let label = paper.label(block) else { return nil }
    let letters = label.filter(\.isLetter)
    let isMarked = label.allSatisfy { $0.isLetter || ".):(".contains($0) }
    return isMarked && !letters.isEmpty && letters.count <= 5 ? letters : nil
  }

  private static func ordinal(_ letters: String, isRoman: Bool) -> Int? {
    if isRoman {
      let upper = letters.uppercased()
      guard letters == upper || letters == letters.lowercased() else { return nil }
      let values: [Character: Int] = ["I": 1, "V": 5, "X": 10]
      var (sum, last) = (0, 0)
      for letter in upper.reversed() {
        guard let value = values[letter] else { return nil }
        sum += value < last ? -value : value
        last = max(last, value)
      }
      return sum
    }
    guard letters.utf8.count == 1, let letter = letters.utf8.first, letter.isLetter else {
      return nil
    }
    return Int(letter | 0x20) - 0x60
  }
}
