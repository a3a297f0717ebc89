import MattersRecords
import Testing

/// The reader of JSON, on the corners of RFC 8259.
@Suite struct JSONValueTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("\t\r\nfalse\n", .bool(false)),
    ("0", .number(0)), ("-0", .number(0)), ("-12", .number(-12)), ("0.5", .number(0.5)),
    ("1e3", .number(1_000)), ("1E+3", .number(1_000)), ("25e-2", .number(0.25)),
    ("9007199254740993", .number(9_007_199_254_740_992)),
    ("\"\"", .string("")), ("\"a\u{7F}é🏛\"", .string("a\u{7F}é🏛")),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u00e9\u2019\u0000""#, .string("é’\u{0}")), (#""\ud83c\udfdb\uD83C\uDFDB""#, .string("🏛🏛")),
    ("[]", .array([])), ("[ ]", .array([])),
    ("[1, [2], {}]", .array([.number(1), .array([.number(2)]), .object([:])])),
    ("{}", .object([:])), (#"{ "a" : 1 , "" : null }"#, .object(["a": .number(1), "": .null])),
    (#"{"a":1,"a":2}"#, .object(["a": .number(2)])),
  ]) func validTextIsRead(_ text: String, _ value: JSONValue) {
    #expect(JSONValue(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1.e3",
    "1e", "1e+",
    "0x10", "1_000", "1 2", "--1", "1e400", "\"", "\"a", "'a'", "\"\n\"", "\"\t\"", "\"\u{0}\"",
    #""\x""#,
    #""\u12""#, #""\u+123""#, #""\u 123""#, #""\ud83c""#, #""\udfdb""#, #""\ud83c\u0041""#,
    #""\ud83cx""#,
    "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,}", "{a:1}",
    "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "}", "[1]]", "{}{}", "// note\n1", "\u{FEFF}1",
    "\u{A0}1",
  ]) func otherTextIsRefused(_ text: String) {
    #expect(JSONValue(text) == nil)
  }

  @Test func bytesThatAreNoTextAreRefused() {
    // A string with half a letter cannot be made from Swift text; the reader's own escapes can.
    #expect(JSONValue(#"{"a":"\ud83c\ud83c"}"#) == nil)
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(JSONValue(deep) == nil)
    let shallow = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(JSONValue(shallow) != nil)
  }

  @Test func whatIsInside() throws {
    let value = try #require(JSONValue(#"{"text":"words","whole":7,"part":7.5,"list":["a",1]}"#))
    #expect(value["text"]?.text == "words")
    #expect(value["whole"]?.whole == 7)
    #expect(value["part"]?.whole == nil)
    #expect(value["list"]?.elements == [.string("a"), .number(1)])
    #expect(value["none"] == nil)
    #expect(value["text"]?["text"] == nil)
  }

  @Test func theWriterWritesWhatTheReaderReads() {
    for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
      var json = JSONText()
      json.beginObject()
      json.key(named: "\(scalar)")
      json.string("a\(scalar)b")
      json.endObject()
      #expect(
        JSONValue(json.text) == .object(["\(scalar)": .string("a\(scalar)b")]), "\(scalar.value)")
    }
  }

  @Test func commasStandBetweenAndNowhereElse() {
    var json = JSONText()
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.endArray()
    json.key("b")
    json.beginArray()
    json.number(1)
    json.bool(false)
    json.beginObject()
    json.endObject()
    json.endArray()
    json.key("c")
    json.string("x")
    json.endObject()
    json.newline()
    json.number(2)
    #expect(json.text == "{\"a\":[],\"b\":[1,false,{}],\"c\":\"x\"}\n2")
  }
}
