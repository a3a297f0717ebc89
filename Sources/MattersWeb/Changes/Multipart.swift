/// A form with a file in it, as browsers send it.
///
/// One pass over the bytes; whatever they are there is a result.
struct Multipart {
  /// The words of the plain fields.
  private(set) var fields: [String: String] = [:]
  /// The first file, with the name it has on the sender's computer, less its folders.
  private(set) var file: (name: String, contents: [UInt8])?

  /// Reads a form by the boundary that its content type gives.
  init?(_ bytes: [UInt8], contentType: String) {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let boundary = Self.parameter("boundary", of: contentType),
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    let mark = Array("--\(boundary)".utf8)
    let places = Self.places(of: mark, in: bytes[...], most: 100)
    for (start, end) in zip(places, places.dropFirst()).prefix(20) {
      take(bytes[(start + mark.count)..<end])
    }
  }

  private mutating func take(_ part: ArraySlice<UInt8>) {
    let lineEnd: [UInt8] = [0x0D, 0x0A]
    guard part.starts(with: lineEnd) else { return }
    let body = part.dropFirst(2)
    guard let gap = Self.places(of: lineEnd + lineEnd, in: body, most: 1).first,
      gap - body.startIndex <= 4096
    else { return }
    var contents = body[(gap + 4)...]
    if contents.suffix(2).elementsEqual(lineEnd) { contents = contents.dropLast(2) }
    let head = String(decoding: body[..<gap], as: UTF8.self)
    guard
      let line = head.split(separator: "\r\n").first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }), let name = Self.parameter("name", of: String(line))
    else { return }
    if let fileName = Self.parameter("filename", of: String(line)) {
      if file == nil { file = (Self.leaf(fileName), Array(contents)) }
    } else if fields[name] == nil, contents.count <= 4096 {
      fields[name] = String(decoding: contents, as: UTF8.self)
    }
  }

  /// The last part of a path of whichever system, as words that name and lead nowhere.
  static func leaf(_ path: String) -> String {
    let last = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let name = String(last.filter { !$0.isNewline && $0 != "\0" && $0 != "\t" }.prefix(200))
    return name.allSatisfy { $0 == "." || $0 == " " } ? "uploaded paper" : name
  }

  /// A parameter of a header, with its quotation marks off.
  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
      var value = pair[1].drop { $0 == " " }
      if value.hasPrefix("\"") { value = value.dropFirst().prefix { $0 != "\"" } }
      return String(value)
    }
    return nil
  }

  /// Where some bytes stand in others.
  private static func places(of wanted: [UInt8], in bytes: ArraySlice<UInt8>, most: Int) -> [Int] {
    var found: [Int] = []
    guard let first = wanted.first else { return [] }
    var at = bytes.startIndex
    while found.count < most, at + wanted.count <= bytes.endIndex,
      let next = bytes[at...].firstIndex(of: first), next + wanted.count <= bytes.endIndex
    {
      if bytes[next..<(next + wanted.count)].elementsEqual(wanted) {
        found.append(next)
        at = next + wanted.count
      } else {
        at = next + 1
      }
    }
    return found
  }
}
