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
      if !slug.isEmpty { name += "-" + slug }
    }
    description = name
  }

  /// By the letters of the name.
  public static func < (a: RecordID, b: RecordID) -> Bool { a.description < b.description }

  /// Lower-case letters and digits, with one hyphen for every run of anything else.
  static func slug(_ text: String) -> String {
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
      if slug.utf8.count >= 60 { break }
    }
    return slug
  }
}
