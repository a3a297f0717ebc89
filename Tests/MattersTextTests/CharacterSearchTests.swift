import MattersTestSupport
import MattersText
import Testing

/// Characters told and looked for by their byte, against what the standard library says of them.
@Suite struct CharacterSearchTests {
  @Test func plainCharactersAreTheirOwnKind() {
    for value in (0..<0x3000).compactMap({ UnicodeScalar(UInt32($0)) }) {
      let character = Character(value)
      #expect(character.isLetter == value.properties.isAlphabetic, "U+\(value.value)")
      #expect(character.isUppercase == Self.isUppercase(value), "U+\(value.value)")
      #expect(character.isLowercase == Self.isLowercase(value), "U+\(value.value)")
      #expect(character.isNumber == (value.properties.numericType != nil), "U+\(value.value)")
    }
    let joined: [Character] = ["e\u{301}", "1\u{20E3}", "\r\n", "5\u{301}", "\u{1F1EC}\u{1F1E7}"]
    expectSame(joined.map(\.isLetter), [true, false, false, false, false])
    expectSame(joined.map(\.isLowercase), [true, false, false, false, false])
    expectSame(joined.map(\.isUppercase), [false, false, false, false, false])
    expectSame(joined.map(\.isNumber), [false, true, false, true, false])
  }

  /// As the standard library has it: marked so, or changed by the other case and not by its own.
  private static func isUppercase(_ scalar: UnicodeScalar) -> Bool {
    let (properties, own) = (scalar.properties, String(Character(scalar)))
    return properties.isUppercase
      || properties.uppercaseMapping == own
        && (properties.isCased || properties.lowercaseMapping != own)
  }

  private static func isLowercase(_ scalar: UnicodeScalar) -> Bool {
    let (properties, own) = (scalar.properties, String(Character(scalar)))
    return properties.isLowercase
      || properties.lowercaseMapping == own
        && (properties.isCased || properties.uppercaseMapping != own)
  }

  @Test func aCharacterIsFoundWhereGoingThroughAllFindsIt() {
    let characters: [Character] = [
      "a", ";", ":", "(", "K", "`", "\r\n", "\n", "\r", "e\u{301}", "\u{37E}", "\u{212A}", "–",
      "\u{2019}", " ", "\u{301}", "\u{600}",
    ]
    var random = SplitMix64(seed: 3)
    var found = 0
    for _ in 0..<4_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random))
          .map { _ in characters[Int.random(in: characters.indices, using: &random)] })
      let wanted = characters[Int.random(in: characters.indices, using: &random)]
      let part = text.dropFirst(2)
      let place = text.firstIndex { $0 == wanted }
      #expect(text.firstIndex(of: wanted) == place, "\(wanted) in \(text.debugDescription)")
      #expect(text.contains(wanted) == (place != nil), "\(wanted) in \(text.debugDescription)")
      let inPart = part.firstIndex { $0 == wanted }
      #expect(part.firstIndex(of: wanted) == inPart, "\(wanted) in \(text.debugDescription)")
      #expect(part.contains(wanted) == (inPart != nil), "\(wanted) in \(text.debugDescription)")
      let last = text.lastIndex { $0 == wanted }
      #expect(text.lastIndex(of: wanted) == last, "\(wanted) in \(text.debugDescription)")
      let lastInPart = part.lastIndex { $0 == wanted }
      #expect(part.lastIndex(of: wanted) == lastInPart, "\(wanted) in \(text.debugDescription)")
      if place != nil { found += 1 }
    }
    #expect((500...3_500).contains(found))
  }

  @Test func wordsAreJoinedAsTheyStand() {
    let words = " one two  e\u{301} ".split(separator: " ", omittingEmptySubsequences: false)
    expectSame(words.joined(separator: ", "), ", one, two, , e\u{301}, ")
    expectSame(words[1...2].joined(separator: " \u{2013} "), "one \u{2013} two")
    expectSame(words[1..<2].joined(separator: " "), "one")
    expectSame(words[..<0].joined(separator: " "), "")
  }

  @Test func theFirstWordsOfATextStandApart() {
    expectSame("  one two  three four ".opening(words: 3), "one two three")
    expectSame("one two three four".opening(words: 3), "one two three")
    expectSame("one two three ".opening(words: 3), "one two three")
    expectSame("one two ".opening(words: 3), "one two")
    expectSame("one \u{301}two three".opening(words: 1), "one \u{301}two")
    expectSame("one".opening(words: 3), "one")
    expectSame("".opening(words: 3), "")
  }
}
