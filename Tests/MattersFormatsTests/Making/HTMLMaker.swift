import MattersBlocks

/// Makes a web page of a paper that was read from text.
enum HTMLMaker {
  static func page(_ paper: Paper) -> [UInt8] {
    var out = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"
    var table: Int32?
    var depth = 0
    for block in paper.blocks where block.kind != .furniture {
      let level = block.style.contains(.bullet) ? Int(block.level) + 1 : 0
      while depth > level { (out, depth) = (out + "</ul>\n", depth - 1) }
      while depth < level { (out, depth) = (out + "<ul>\n", depth + 1) }
      if table != nil, block.kind != .row || block.table != table {
        out += "</table>\n"
        table = nil
      }
      if block.kind == .row {
        let isHead = table == nil
        if isHead { out += "<table>\n" }
        table = block.table
        let cells = paper.cells(block).map { cell in
          let paragraphs = paper.paragraphs(cell).map { "<p>\(words(paper.text($0)))</p>" }
          return isHead ? "<th>\(paragraphs.joined())</th>" : "<td>\(paragraphs.joined())</td>"
        }
        let row = "<tr>\(cells.joined())</tr>\n"
        out += isHead ? "<thead>\(row)</thead>" : row
        continue
      }
      var text = words([paper.label(block) ?? "", paper.text(block)].joined(separator: " "))
      if block.style.contains(.bold) { text = "<b>\(text)</b>" }
      if block.style.contains(.struck) { text = "<s>\(text)</s>" }
      if depth > 0 {
        out += "<li>\(text)</li>\n"
      } else {
        out += block.kind == .heading ? "<h2>\(text)</h2>\n" : "<p>\(text)</p>\n"
      }
    }
    if table != nil { out += "</table>\n" }
    out += String(repeating: "</ul>\n", count: depth)
    return Array("\(out)</body></html>\n".utf8)
  }

  private static func words(_ text: String) -> String { WorkbookMaker.escaped(text) }
}
