import MattersText

/// Marks in lines of a paper the words that a record says.
enum WordMarker {
  /// The lines cut into runs, those that hold the record's words marked.
  ///
  /// The words are found in their order, over what the paper has between them; where they are not
  /// found so, whole lines are marked.
  static func mark(
    _ lines: [(number: Int, words: String)], within meant: LineRange, _ text: String
  ) -> [[Run]] {
    let wanted = words(in: text)
    let isMeant = { (number: Int) in meant.first <= number && number <= meant.last }
    var found: [Int: Range<Int>] = [:]
    var next = 0
    var hits = 0
    for (index, line) in lines.enumerated() where isMeant(line.number) {
      for word in words(in: line.words) {
        // Markup and cells of other columns stand between the words of a record.
        guard next < wanted.count, word.folded == wanted[next].folded else { continue }
        next += 1
        hits += 1
        let known = found[index] ?? word.place
        found[index] =
          min(
            known.lowerBound, word.place.lowerBound)..<max(known.upperBound, word.place.upperBound)
      }
    }
    let isFound = !wanted.isEmpty && hits * 10 >= wanted.count * 8
    return lines.enumerated().map { index, line in
      guard isMeant(line.number) else { return [Run(words: line.words, isMarked: false)] }
      guard isFound else { return [Run(words: line.words, isMarked: true)] }
      guard let place = found[index] else { return [Run(words: line.words, isMarked: false)] }
      let bytes = Array(line.words.utf8)
      return [
        (bytes[..<place.lowerBound], false), (bytes[place], true),
        (bytes[place.upperBound...], false),
      ].compactMap { piece, isMarked in
        piece.isEmpty
          ? nil : Run(words: String(decoding: piece, as: UTF8.self), isMarked: isMarked)
      }
    }
  }

  private struct Word {
    var folded: [UInt8]
    var place: Range<Int>
  }

  /// The words of a text: runs of letters and digits, small letters of ASCII for great ones.
  private static func words(in text: String) -> [Word] {
    var found: [Word] = []
    var start: Int?
    let bytes = Array(text.utf8)
    func close(_ end: Int) {
      guard let begin = start else { return }
      let folded = bytes[begin..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      found.append(Word(folded: folded, place: begin..<end))
      start = nil
    }
    for (index, byte) in bytes.enumerated() {
      let isWord =
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
      if isWord {
        if start == nil { start = index }
      } else {
        close(index)
      }
    }
    close(bytes.count)
    return found
  }
}
