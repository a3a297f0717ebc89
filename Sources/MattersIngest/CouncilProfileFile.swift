import Foundation
import MattersArising
public import MattersParsers

/// A council's profile as a TOML file has it.
///
/// ```toml
/// council = "Tarn Council"
/// executives = ["Water Board"]
/// [headings]
/// "What was asked" = "request"
/// [statuses]
/// "Sunny" = "completed"
/// [decisions]
/// "Aye" = "accepted"
/// ```
public enum CouncilProfileFile {
  private struct Contents: Decodable {
    var council: String
    var executives: [String]?
    var headings: [String: String]?
    var statuses: [String: String]?
    var decisions: [String: String]?
  }

  /// The profile that a file describes.
  ///
  /// - Throws: `SettingsFile.Problem`.
  public static func read(_ path: String) throws -> CouncilProfile {
    let contents = try SettingsFile.read(Contents.self, from: path)
    guard contents.council.contains(where: \.isLetter) else {
      throw SettingsFile.Problem(
        "\(path): council: give the council's name as its papers print it")
    }
    return CouncilProfile(
      council: contents.council,
      headings: try meanings(contents.headings, of: "headings", in: path, TrackerColumn.self),
      statuses: try meanings(contents.statuses, of: "statuses", in: path, MatterState.self),
      decisions: try meanings(contents.decisions, of: "decisions", in: path, Decision.self),
      executives: contents.executives ?? [])
  }

  private static func meanings<Meaning>(
    _ words: [String: String]?, of table: String, in path: String, _ type: Meaning.Type
  ) throws -> [String: Meaning]
  where Meaning: RawRepresentable & CaseIterable, Meaning.RawValue == String {
    var found: [String: Meaning] = [:]
    for (word, name) in (words ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let meaning = Meaning(rawValue: name) else {
        let known = Meaning.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingsFile.Problem("\(path): \(table).\(word): no \"\(name)\"; known are: \(known)")
      }
      found[word] = meaning
    }
    return found
  }
}
