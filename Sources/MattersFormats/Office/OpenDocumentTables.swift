import MattersText

/// Makes the tables of an OpenDocument text such as pandoc reads whole.
///
/// Pandoc's reader leaves out the rows that are marked to be printed again on each page, which are
/// a tracker's headings (jgm/pandoc#9327), and the cells that another covers, so that those behind
/// them move to the left. The marks are taken off and covered cells made empty ones.
enum OpenDocumentTables {
  /// The container with plainer tables; the same where nothing has to be done.
  static func plain(_ contents: [UInt8], _ zip: ZipDirectory, limit: Int) -> [UInt8] {
    guard let entry = zip.entries.first(where: { $0.name == "content.xml" }),
      let content = ZipPart.read(entry, of: contents, limit: limit)
    else { return contents }
    let plainer = plain(content)
    return plainer.count == content.count
      ? contents : ZipPart.replacing(entry, with: plainer, in: contents, zip)
  }

  /// The text of `content.xml` without the marks.
  static func plain(_ content: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(content.count)
    var at = 0
    while at < content.count {
      guard content[at] == 0x3C else {
        out.append(content[at])
        at += 1
        continue
      }
      let end = content[at...].firstIndex(of: 0x3E).map { $0 + 1 } ?? content.count
      let tag = content[at..<end]
      if tag.isTag("table:table-header-rows") != nil {
        // Left out; the rows inside stay.
      } else if let rest = tag.isTag("table:covered-table-cell") {
        out += Array((tag[tag.startIndex + 1] == 0x2F ? "</" : "<").utf8)
        out += Array("table:table-cell".utf8)
        out += content[rest..<end]
      } else {
        out += tag
      }
      at = end
    }
    return out
  }
}

extension ArraySlice<UInt8> {
  /// Where the name of a tag ends, opening or closing, if it is this one.
  fileprivate func isTag(_ name: String) -> Int? {
    var at = startIndex + 1
    if at < endIndex, self[at] == 0x2F { at += 1 }
    let name = Array(name.utf8)
    guard self[at...].starts(with: name) else { return nil }
    at += name.count
    guard at < endIndex, self[at] == 0x3E || self[at] == 0x2F || self[at].isSpace else {
      return nil
    }
    return at
  }
}
