import Crypto
import Foundation

/// Identifiers that are the same in every export: made from meaning, never from chance.
enum StableID {
  /// A UUID (version 8 of RFC 9562) for a name.
  static func uuid(_ name: String...) -> String {
    var bytes = Array(SHA256.hash(data: Data(name.joined(separator: "\u{1F}").utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = bytes.map { byte in
      byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
    let groups = [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]]
    return groups.map { $0.joined() }.joined(separator: "-")
  }

  /// Words as a part of an address: small letters, digits and hyphens.
  static func slug(_ words: String) -> String {
    var out = ""
    for character in words.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        out.append(character)
      } else if !out.isEmpty, !out.hasSuffix("-") {
        out.append("-")
      }
    }
    while out.hasSuffix("-") { out.removeLast() }
    return out.isEmpty ? "unknown" : out
  }
}
