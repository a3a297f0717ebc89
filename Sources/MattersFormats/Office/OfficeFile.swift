import MattersText

/// What a Word file or a workbook says of itself.
package enum OfficeFile {
  /// The moment at which the file was first made, ISO 8601 in UTC; nothing where it says none.
  ///
  /// Programs that edit it keep it: it tells what somebody who worked on a copy can have seen.
  package static func made(_ bytes: [UInt8]) -> String? {
    guard let zip = ZipDirectory(bytes),
      let entry = zip.entries.first(where: { $0.name == "docProps/core.xml" }),
      let core = ZipPart.read(entry, of: bytes, limit: 1 << 20)
    else { return nil }
    let text = String(decoding: core, as: UTF8.self)
    guard let start = text.place(of: "<dcterms:created"),
      let open = text[start.upperBound...].firstIndex(of: ">"),
      let close = text[open...].firstIndex(of: "<")
    else { return nil }
    let moment = text[text.index(after: open)..<close]
    guard moment.count >= 19, moment.hasSuffix("Z") else { return nil }
    // Fractions of a second are of no use beside times without them.
    return "\(moment.prefix(19))Z"
  }
}
