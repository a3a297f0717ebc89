import MattersTestSupport
import MattersText
import Testing

/// Whether bytes are UTF-8, against what the standard library says of them.
@Suite struct UTF8CheckTests {
  @Test func charactersAreWholeOrNot() {
    let pieces: [[UInt8]] = [
      Array("plain words, and more of them, to the end of thirty-two".utf8), [0x41], [0x7F],
      [0xC3, 0xA9], [0xE2, 0x80, 0x99], [0xF0, 0x9F, 0x8F, 0x9B], [0xEF, 0xBF, 0xBF],
      [0xF4, 0x8F, 0xBF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF],
      // Cut short, longer than need be, surrogates, beyond Unicode, out of place.
      [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x8F], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
      [0x80], [0xBF],
    ]
    var random = SplitMix64(seed: 9)
    var valid = 0
    for _ in 0..<6_000 {
      let most = Bool.random(using: &random) ? pieces.count : 10
      let bytes = (0..<Int.random(in: 0...4, using: &random))
        .flatMap { _ in pieces[Int.random(in: 0..<most, using: &random)] }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(UTF8Check.isValid(bytes) == isValid, "\(bytes)")
      if isValid { valid += 1 }
    }
    #expect((1_000...5_500).contains(valid))
  }
}
