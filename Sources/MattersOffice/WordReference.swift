/// The reference document that Word files look like where the council gives none: A4 landscape,
/// plain dark letters, tables with lines, a page number at the foot.
enum WordReference {
  static var file: [UInt8] {
    ZipFile.file([
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", documentRelations),
      ("word/styles.xml", styles), ("word/footer1.xml", footer),
    ])
  }

  private static let xml = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let contentTypes = """
    \(xml)
    <Types xmlns="\(package)/content-types">
    <Default Extension="xml" ContentType="application/xml"/>
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>
    <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>
    </Types>
    """

  private static let relations = """
    \(xml)
    <Relationships xmlns="\(package)/relationships">
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>
    </Relationships>
    """

  private static let documentRelations = """
    \(xml)
    <Relationships xmlns="\(package)/relationships">
    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>
    <Relationship Id="rId90" Type="\(office)/footer" Target="footer1.xml"/>
    </Relationships>
    """

  /// A4 on its side, with margins of a centimetre and a half.
  private static let document = """
    \(xml)
    <w:document xmlns:w="\(main)" xmlns:r="\(office)"><w:body><w:p/><w:sectPr>
    <w:footerReference w:type="default" r:id="rId90"/>
    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>
    <w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="454" w:footer="454" w:gutter="0"/>
    </w:sectPr></w:body></w:document>
    """

  private static let footer = """
    \(xml)
    <w:ftr xmlns:w="\(main)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>
    <w:r><w:t xml:space="preserve">Page </w:t></w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> of </w:t></w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
    """

  private static let styles = """
    \(xml)
    <w:styles xmlns:w="\(main)">
    <w:docDefaults><w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>
    <w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>
    </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/>
    </w:pPr></w:pPrDefault></w:docDefaults>
    \(paragraph("Normal", "Normal", isDefault: true))
    \(neededHere)
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
    <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
    <w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="1D5F8A"/><w:u w:val="single"/></w:rPr></w:style>
    </w:styles>
    """

  /// Here the style of tables is that of every table.
  private static var neededHere: String {
    needed.map(\.xml).joined(separator: "\n").replacing(
      "<w:style w:type=\"table\" ", with: "<w:style w:type=\"table\" w:default=\"1\" ")
  }

  /// The styles that pandoc gives to what it writes; a template without one of them gets it.
  static let needed: [(id: String, name: String, xml: String)] = [
    ("BodyText", "body text", paragraph("BodyText", "Body Text")),
    (
      "FirstParagraph", "first paragraph",
      paragraph("FirstParagraph", "First Paragraph", on: "BodyText")
    ),
    (
      "Compact", "compact",
      paragraph(
        "Compact", "Compact",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", size: 19)
    ),
    ("Heading1", "heading 1", heading(1, size: 34, before: 0)),
    ("Heading2", "heading 2", heading(2, size: 26, before: 320)),
    ("Heading3", "heading 3", heading(3, size: 23, before: 240)),
    (
      "TableCaption", "table caption",
      paragraph("TableCaption", "Table Caption", "<w:keepNext/>", hidden: true)
    ),
    ("Table", "table", table),
    (
      "ChartBar", "chart bar",
      """
      <w:style w:type="character" w:customStyle="1" w:styleId="ChartBar"><w:name w:val="Chart Bar"/>
      <w:qFormat/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="1D5F8A"/></w:rPr></w:style>
      """
    ),
  ]

  private static func paragraph(
    _ id: String, _ name: String, _ properties: String = "", on base: String? = "Normal",
    size: Int? = nil, hidden: Bool = false, isDefault: Bool = false
  ) -> String {
    let letters =
      (size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
      + (hidden ? "<w:vanish/>" : "")
    return
      "<w:style w:type=\"paragraph\" \(isDefault ? "w:default=\"1\" " : "")w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/>"
      + (isDefault ? "" : base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")
      + "<w:qFormat/><w:pPr>\(properties)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>"
  }

  private static func heading(_ level: Int, size: Int, before: Int) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/>"
      + "<w:spacing w:before=\"\(before)\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr>"
      + "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
  }

  /// Lines around every cell, a shaded header in bold, rows that a page does not cut.
  private static var table: String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6F777B\"/>"
    }.joined()
    return """
      <w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>
      <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>\(sides)</w:tblBorders>
      <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>
      <w:trPr><w:cantSplit/></w:trPr>
      <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>
      <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EAEC"/></w:tcPr></w:tblStylePr></w:style>
      """
  }
}
