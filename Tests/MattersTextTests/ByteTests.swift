import MattersText
import Testing

/// Looking for words in bytes.
@Suite struct ByteTests {
  private static let bytes = Array("The COMMITTEE  resolved, that; é".utf8)
  private static let all = ByteRange(0, bytes.count)

  @Test func wordsAreFoundWhateverTheirLetterCase() {
    #expect(Self.bytes.firstIndex(of: "committee", in: Self.all) == 4)
    #expect(Self.bytes.firstIndex(of: "committees", in: Self.all) == nil)
    #expect(Self.bytes.contains("that;", in: Self.all))
    #expect(!Self.bytes.contains("committee", in: ByteRange(5, Self.bytes.count)))
    #expect(!Self.bytes.contains("committee", in: ByteRange(0, 12)))
  }

  @Test func nothingIsFoundOutsideTheRange() {
    #expect(!Self.bytes.matches("the", at: -1, before: 3))
    #expect(!Self.bytes.matches("the", at: 0, before: 2))
    #expect(Self.bytes.matches("the", at: 0, before: 3))
    #expect(Self.bytes.firstIndex(of: "", in: Self.all) == nil)
    #expect(Self.bytes.firstIndex(of: "x", in: .none) == nil)
  }

  @Test func trimmingTakesOnlyWhiteSpaceAtTheEnds() {
    let bytes = Array(" \t a b\r\n".utf8)
    #expect(bytes.string(bytes.trimmed(ByteRange(0, bytes.count))) == "a b")
    #expect(bytes.trimmed(ByteRange(0, 3)).isEmpty)
  }

  @Test func aRangeIsNeverBackwards() {
    #expect(ByteRange(5, 3).isEmpty)
    #expect(ByteRange(3, 5).count == 2)
  }
}
