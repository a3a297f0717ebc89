/// Makes Excel workbooks of plain words.
enum WorkbookMaker {
  /// A workbook with sheets of rows; an empty row is left out, as Excel does.
  ///
  /// - Parameters:
  ///   - hidden: The numbers of the rows that every sheet hides.
  ///   - hiddenSheets: The names of the sheets that are hidden.
  static func workbook(
    _ sheets: [(name: String, rows: [[String]])], hidden: Set<Int> = [],
    hiddenSheets: Set<String> = []
  ) -> [UInt8] {
    var files = [
      file(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
          + ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxml"
          + "formats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          + sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"application/"
              + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
          }.joined() + "</Types>"),
      file(
        "_rels/.rels",
        relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      file(
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
          + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
          + sheets.enumerated().map {
            "<sheet name=\"\(escaped($1.name))\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\""
              + (hiddenSheets.contains($1.name) ? " state=\"hidden\"/>" : "/>")
          }.joined() + "</sheets></workbook>"),
      file(
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") })),
    ]
    for (index, sheet) in sheets.enumerated() {
      files.append(file("xl/worksheets/sheet\(index + 1).xml", text(of: sheet.rows, hidden)))
    }
    return ZipMaker.zip(files)
  }

  private static func text(of rows: [[String]], _ hidden: Set<Int>) -> String {
    var out = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    out += "<sheetData>"
    for (row, cells) in rows.enumerated() where !cells.isEmpty {
      out += "<row r=\"\(row + 1)\"\(hidden.contains(row + 1) ? " hidden=\"1\"" : "")>"
      for (column, words) in cells.enumerated() where !words.isEmpty {
        let letter = Character(Unicode.Scalar(UInt8(65 + column)))
        out += "<c r=\"\(letter)\(row + 1)\" t=\"inlineStr\"><is><t>\(escaped(words))</t></is></c>"
      }
      out += "</row>"
    }
    return out + "</sheetData></worksheet>"
  }

  private static func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + all.map {
        "<Relationship Id=\"\($0.id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/\($0.type)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private static func file(_ name: String, _ text: String) -> ZipMaker.File {
    ZipMaker.File(
      name: name, bytes: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(text)".utf8))
  }

  static func escaped(_ words: String) -> String {
    words.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }
}
