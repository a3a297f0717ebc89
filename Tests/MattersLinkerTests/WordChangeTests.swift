import MattersTestSupport
import Testing

@testable import MattersLinker

/// Words that a meeting puts in the place of others in a recommendation.
@Suite struct WordChangeTests {
  private static func changed(_ text: String, by words: String) -> String? {
    WordChange(words)?.applied(to: text)
  }

  @Test func oneWordIsPutForAnother() {
    expectSame(
      Self.changed(
        "That the FOUR worst ponds be fenced.", by: "with \"six\" in place of \"four\""),
      "That the six worst ponds be fenced.")
    expectSame(
      Self.changed("That ponds be fenced.", by: "with \"six\" in place of \"four\""),
      "That ponds be fenced.")
  }

  /// A letter that is longer in lower case stands before the words, and within them.
  @Test func lettersThatGrowInLowerCaseMoveNothing() {
    expectSame(
      Self.changed(
        "İİİİ: that the four ponds be fenced", by: "with \"six\" in place of \"four\""),
      "İİİİ: that the six ponds be fenced")
    expectSame(
      Self.changed("That İnce pond be fenced", by: "with \"Ash\" in place of \"İnce\""),
      "That Ash pond be fenced")
    // A mark that makes one character with the last letter of what is changed.
    expectSame(
      Self.changed("That four\u{307} ponds", by: "with \"six\" in place of \"four\""),
      "That six\u{307} ponds")
  }
}
