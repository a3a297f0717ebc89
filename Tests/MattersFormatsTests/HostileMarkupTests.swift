import MattersBlocks
import MattersFormats
import Testing

private func read(_ text: String) throws(PaperFormError) -> Paper {
  try PaperForm.read(name: "paper", contents: Array(text.utf8))
}

@Suite("Hostile markup")
struct HostileMarkupTests {
  @Test("deep nesting, a tag full of attributes and a huge page are refused")
  func limits() {
    #expect(throws: PaperFormError.tooDeep(levels: 500)) {
      try read("<html>" + String(repeating: "<div>", count: 10_000))
    }
    let attributes = (0..<5_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    #expect(throws: PaperFormError.overloadedTag(line: 2)) {
      try read("<html>\n<p \(attributes)>x")
    }
    #expect(throws: PaperFormError.tooLarge(form: "a web page", limit: 32 << 20)) {
      try PaperForm.read(
        name: "-", contents: Array("<html>".utf8) + Array(repeating: 0x78, count: 33 << 20))
    }
  }

  @Test("entities of a file's own are refused, those from elsewhere never fetched")
  func entities() throws {
    let bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>"
    #expect(throws: PaperFormError.declaresEntities) { try read(bomb) }
    let outside =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><a>&b;</a>"
    #expect(throws: PaperFormError.declaresEntities) { try read(outside) }
    let paper = try read(
      "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a><b>word</b></a>")
    #expect(paper.dump() == "1 paragraph word\n")
  }

  @Test("XML that breaks off says where")
  func brokenXML() {
    #expect(throws: PaperFormError.malformedXML(line: 2)) {
      try read("<?xml version=\"1.0\"?><a><b>word</b>\n<c>cut")
    }
  }

  @Test("cells that stretch over everything cost no more than their budget")
  func spans() throws {
    let row = "<tr><td colspan=1000 rowspan=1000>x<td>y</tr>"
    let paper = try read("<html><table>" + String(repeating: row, count: 3_000) + "</table>")
    #expect(paper.cells.count < 3_000 * 2 + 60_000)
  }
}
