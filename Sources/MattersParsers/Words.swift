import MattersBlocks
import MattersText

/// Questions about the words of a block, asked on bytes; phrases are given in lower case.
extension Paper {
  func starts(_ block: Block, with phrase: StaticString) -> Bool {
    clean.bytes.matches(phrase, at: block.text.lower, before: block.text.upper)
  }

  func has(_ block: Block, _ phrase: StaticString) -> Bool {
    clean.bytes.contains(phrase, in: block.text)
  }

  func ends(_ block: Block, with phrase: StaticString) -> Bool {
    clean.bytes.matches(
      phrase, at: block.text.upper - phrase.utf8CodeUnitCount, before: block.text.upper)
  }

  /// Whether a block's words are just these, a closing colon or full stop aside.
  func says(_ block: Block, _ phrase: StaticString) -> Bool {
    var end = block.text.upper
    while end > block.text.lower, [0x3A, 0x2E, 0x20].contains(clean.bytes[end - 1]) { end -= 1 }
    return end - block.text.lower == phrase.utf8CodeUnitCount
      && clean.bytes.matches(phrase, at: block.text.lower, before: end)
  }

  /// The block after another that is not furniture.
  func next(after index: Int) -> Int? {
    var at = index + 1
    while at < blocks.count, blocks[at].kind == .furniture { at += 1 }
    return at < blocks.count ? at : nil
  }

  /// The block before another that is not furniture.
  func previous(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0, blocks[at].kind == .furniture { at -= 1 }
    return at >= 0 ? at : nil
  }

  /// The lines of the source that some cleaned words stand on.
  func lines(of range: ByteRange) -> LineRange {
    guard !range.isEmpty else { return LineRange(1, 1) }
    return LineRange(
      source.line(at: clean.sourceOffset(of: range.lower)),
      source.line(at: clean.sourceOffset(of: range.upper - 1)))
  }

  /// The share of a range's letters that are capitals; 0 where there are fewer than three letters.
  func capitalShare(_ range: ByteRange) -> Double {
    var capitals = 0
    var letters = 0
    for offset in range.lower..<range.upper where clean.bytes[offset].isLetter {
      letters += 1
      if clean.bytes[offset].isUpper { capitals += 1 }
    }
    return letters < 3 ? 0 : Double(capitals) / Double(letters)
  }
}

extension SignSet {
  /// Whether a block holds any of the signs; most blocks have none of their stems.
  func isIn(_ block: Block, of paper: Paper) -> Bool {
    block.stems.meets(stems) && isIn(paper.clean.bytes, block.text)
  }
}

extension Array where Element == UInt8 {
  /// Whether a range says just these words, letter case, marks and apostrophes aside.
  ///
  /// With `thenMore`, whole words may follow. Nothing is copied.
  @inline(__always)
  func says(_ phrase: StaticString, in range: ByteRange, thenMore: Bool = false) -> Bool {
    guard range.lower < range.upper else { return phrase.utf8CodeUnitCount == 0 }
    // Nearly all that is asked differs in the first letter.
    let first = self[range.lower]
    if first.isLetter, phrase.hasPointerRepresentation, phrase.utf8CodeUnitCount > 0,
      first.lowered != phrase.utf8Start[0]
    {
      return false
    }
    return saysAll(phrase, in: range, thenMore: thenMore)
  }

  @inline(never)
  private func saysAll(_ phrase: StaticString, in range: ByteRange, thenMore: Bool) -> Bool {
    phrase.withUTF8Buffer { letters in
      var at = range.lower
      for letter in letters {
        if letter == 0x20 {
          guard at < range.upper, !self[at].isWordByte else { return false }
          while at < range.upper, !self[at].isWordByte { at += 1 }
        } else {
          while at < range.upper, self[at] == 0x27 { at += 1 }
          if at + 2 < range.upper, self[at] == 0xE2, self[at + 1] == 0x80, self[at + 2] == 0x99 {
            at += 3
          }
          guard at < range.upper, self[at].lowered == letter else { return false }
          at += 1
        }
      }
      if thenMore { return at == range.upper || !self[at].isWordByte }
      while at < range.upper, !self[at].isWordByte { at += 1 }
      return at == range.upper
    }
  }
}
