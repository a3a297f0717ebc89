import MattersText

/// The name of a record inside its document, built from what it says: kind, meeting, minute, label.
///
/// It holds no line number, byte offset or chance, so that a paper read again, or a revision of
/// it, names the same thing the same way. Where two records would share a name, the later ones get
/// an ordinal: `-2`, `-3`.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as printed.
  public let description: String

  /// A name that is already made.
  public init(_ name: String) { description = name }

  /// A name from a kind and what tells the record apart; empty parts are left out.
  public init(kind: RecordKind, parts: [String?]) {
    var name = kind.rawValue
    for part in parts {
      let slug = Self.slug(part ?? "")
      guard !slug.isEmpty else { continue }
      name += "-"
      name += slug
    }
    description = name
  }

  /// By the letters of the name.
  public static func < (a: RecordID, b: RecordID) -> Bool { a.description < b.description }

  /// Lower-case letters and digits, with one hyphen for every run of anything else.
  static func slug(_ text: String) -> String {
    var text = text
    return text.withUTF8(asciiSlug) ?? slug(byScalars: text)
  }

  /// The most bytes of a part of a name, but for the rest of its last letter.
  private static let longest = 60

  /// The name of words that are plain ASCII as far as they are looked at.
  private static func asciiSlug(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(min(bytes.count, longest + 1))
    var isGap = false
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      if byte.isLetter || byte.isDigit {
        if isGap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
        isGap = false
        slug.append(byte.lowered)
      } else if byte != 0x27 {
        isGap = true
      }
      if slug.count >= longest { break }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func slug(byScalars text: String) -> String {
    var slug = ""
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if isGap, !slug.isEmpty { slug += "-" }
        isGap = false
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark, !isGap, !slug.isEmpty {
        // The second half of a letter, as some converters write it, belongs to the first.
        slug.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        isGap = true
      }
      if slug.utf8.count >= longest { break }
    }
    return slug
  }
}
