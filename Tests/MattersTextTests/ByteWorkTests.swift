import MattersTestSupport
import MattersText
import Testing

/// What is found by bytes is what goes from character to character would find.
@Suite struct ByteWorkTests {
  private static let pieces = [
    "a", "Z", "q", "9", "0", " ", "  ", "\t", "\n", "\r\n", "'", "\u{2019}", "\u{2018}", "-",
    "\u{2013}", "\u{2026}", "\u{201C}", "\u{2022}", "é", "É", "ß", "×", "Ŵ", "ŷ", "A\u{302}", "½",
    "£", "\u{A0}", "\u{AD}", "\u{200D}", "\u{301}", "✓", "İ", "日", ".", ",", "and", "The pond",
    " pond", "Ponds", "d", "=",
  ]

  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...20, using: &random))
        .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
    }
  }

  @Test func textIsCutWhereItsCharactersAre() {
    for text in Self.texts(600, seed: 11) {
      for mark: Character in [" ", ".", "=", "\n", "d"] {
        for most in [0, 1, 3, Int.max] {
          for omits in [true, false] {
            let cut = text.split(
              separator: mark, maxSplits: most, omittingEmptySubsequences: omits)
            let byCharacters = text.split(
              maxSplits: most, omittingEmptySubsequences: omits, whereSeparator: { $0 == mark })
            expectSame(cut, byCharacters, text.debugDescription)
          }
        }
      }
    }
  }

  @Test func wordsAreFoundWhereTheyStand() {
    let sought: [StaticString] = ["pond", "the pond", "d", " pond", "ponds", "a", "\u{2019}", "qq"]
    for text in Self.texts(1_500, seed: 12) {
      let bytes = Array(text.utf8)
      let lowered = bytes.map(\.lowered)
      for word in sought {
        let wanted = Array("\(word)".utf8)
        for lower in [0, min(3, bytes.count)] {
          let first = (lower..<max(lower, bytes.count)).first {
            lowered[$0...].starts(with: wanted)
          }
          expectSame(
            bytes.firstIndex(of: word, in: ByteRange(lower, bytes.count)), first,
            "\(word) in \(text.debugDescription)")
        }
        if wanted.allSatisfy({ $0 < 0x80 }) {
          let held = text.contains("\(word)")
          expectSame(
            held, text.firstRange(of: "\(word)") != nil, "\(word) in \(text.debugDescription)")
        }
        let place = text.place(of: "\(word)")
        expectSame(
          place.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) },
          bytes.firstIndex(of: word, in: ByteRange(0, bytes.count)), text.debugDescription)
      }
    }
  }

  @Test func foldedWordsKnowWhereTheyArePrinted() {
    for text in Self.texts(2_000, seed: 13) {
      let (folded, printed) = Self.wordsByCharacters(text)
      let words = PrintedWords(text)
      expectSame(words.folded, folded, text.debugDescription)
      expectSame(
        words.folded.indices.map { words.printed($0..<$0 + 1) }, printed, text.debugDescription)
      let few = PrintedWords(text, first: 3)
      expectSame(few.folded, Array(folded.prefix(3)), text.debugDescription)
      expectSame(few.printed(from: 0), words.printed(from: 0), text.debugDescription)
    }
  }

  private static func wordsByCharacters(_ text: String) -> (folded: [String], printed: [String]) {
    var (folded, printed, word): ([String], [String], String) = ([], [], "")
    var start = text.startIndex
    func end(_ at: String.Index) {
      guard !word.isEmpty else { return }
      folded.append(word)
      printed.append(String(text[start..<at]))
      word = ""
    }
    for index in text.indices {
      let character = text[index]
      if character.isLetter || character.isNumber {
        if word.isEmpty { start = index }
        word += character.lowercased()
      } else if character != "'", character != "\u{2019}", character != "\u{2018}" {
        end(index)
      }
    }
    end(text.endIndex)
    return (folded, printed)
  }

  @Test func linesBeginBehindTheirEnds() {
    for text in Self.texts(2_000, seed: 14) {
      let bytes = Array(text.utf8)
      let starts =
        bytes.isEmpty
        ? [] : [0] + bytes.indices.dropLast().filter { bytes[$0] == 0x0A }.map { UInt32($0 + 1) }
      expectSame(SourceText(name: "a", text: text).lineStarts, starts, text.debugDescription)
    }
  }
}
