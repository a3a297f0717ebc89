import Hummingbird
import NIOCore

/// The fields of a form or of an address, in order.
///
/// Bytes that are no UTF-8 become the sign that stands for them; nothing here can fail.
struct FormFields: Sendable {
  private(set) var fields: [(name: String, value: String)] = []

  /// The most fields that are read; no form of these pages has as many.
  private static let most = 100

  init(_ text: String) {
    for pair in text.split(separator: "&").prefix(Self.most) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields.append(
        (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : ""))
    }
  }

  /// The fields of a request's address.
  init(of request: Request) { self.init(request.uri.query ?? "") }

  /// The fields of a form that a request brings.
  static func posted(_ request: Request, _ context: WebContext) async throws -> FormFields {
    let body = try await request.bytes(upTo: context.maxUploadSize, within: .seconds(60))
    return FormFields(String(buffer: body))
  }

  /// Whether there is such a field, empty or not.
  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// A field's words without the space around them; nothing where there are none.
  subscript(_ name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    let words = value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return words.isEmpty ? nil : String(words)
  }

  /// Decodes `+` and `%XX`.
  static func decode(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(0x20)
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let high = hex(rest[rest.startIndex]), let low = hex(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
