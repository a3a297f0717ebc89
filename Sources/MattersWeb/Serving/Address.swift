import MattersLinker
import MattersText

/// The addresses of pages.
enum Address {
  /// Words as a part of an address, in which nothing is a sign.
  static func encode(_ words: some StringProtocol, keeping kept: Set<UInt8> = []) -> String {
    var out = ""
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case let byte where kept.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return out
  }

  /// An address with a query of the fields that have words.
  static func query(_ path: String, _ fields: [(String, String?)]) -> String {
    let parts = fields.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(encode(name))=\(encode($0))" }
    }
    return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
  }

  /// The page of a matter.
  ///
  /// References hold slashes, which stay readable where they can.
  static func thread(_ reference: String, under root: String = "/thread") -> String {
    let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    return isPlain
      ? "\(root)/" + parts.map { encode($0) }.joined(separator: "/")
      : query(root, [("reference", reference)])
  }

  /// A paper, with some lines marked.
  static func paper(_ id: Int64, marking lines: LineRange? = nil) -> String {
    guard let lines else { return "/papers/\(id)" }
    let from = PaperPage.start(of: lines.first)
    let page = from > 1 ? "&from=\(from)" : ""
    return "/papers/\(id)?mark=\(lines.first)-\(lines.last)\(page)#L\(lines.first)"
  }

  /// A meeting.
  static func meeting(_ bodyKey: String, _ date: String) -> String {
    query("/meeting", [("body", bodyKey), ("date", date)])
  }

  /// The list of a kind.
  static func list(_ kind: Asked.Kind) -> String { "/" + kind.plural }
}

extension Asked.Kind {
  /// What several are called in addresses.
  var plural: String {
    switch self {
    case .request: "requests"
    case .recommendation: "recommendations"
    case .action: "actions"
    }
  }

  /// What several are called on pages.
  var heading: String {
    switch self {
    case .request: "Information requests"
    case .recommendation: "Recommendations"
    case .action: "Actions"
    }
  }

  /// What one is called on pages.
  var singular: String {
    switch self {
    case .request: "Information request"
    case .recommendation: "Recommendation"
    case .action: "Action"
    }
  }
}
