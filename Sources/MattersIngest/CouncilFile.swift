import Foundation
public import MattersLinker
import TOMLKit

/// Reads the one file that says what a council is: its bodies, posts and clocks.
public enum CouncilFile {
  /// The settings that a file holds.
  ///
  /// - Throws: ``SettingsFile/Problem``: one line with the place and what to do.
  public static func read(_ path: String) throws -> CouncilSettings {
    try read(try SettingsFile.contents(path), name: path)
  }

  /// The settings that a file's bytes hold.
  ///
  /// - Parameters:
  ///   - contents: the bytes.
  ///   - path: what the file is called where something is wrong.
  /// - Throws: ``SettingsFile/Problem``: one line with the place and what to do.
  public static func read(_ contents: [UInt8], name path: String) throws -> CouncilSettings {
    guard let text = String(validating: contents, as: UTF8.self) else {
      throw SettingsFile.Problem("\(path): not UTF-8; save it as UTF-8")
    }
    let places = Places(text)
    let json: String
    do {
      // By way of JSON, a date that stands without quotes is read like one with them.
      json = try TOMLTable(string: text).convert(to: .json)
    } catch let error as TOMLParseError {
      let words = error.description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      throw SettingsFile.Problem("\(path):\(error.source.begin.line): not TOML: \(words)")
    }
    if let slip = try unknownKey(in: json) {
      throw SettingsFile.Problem("\(path):\(places.line(slip)): \(slip.words)")
    }
    let settings: CouncilSettings
    do {
      settings = try JSONDecoder().decode(CouncilSettings.self, from: Data(json.utf8))
    } catch let error as DecodingError {
      let slip = slip(of: error)
      throw SettingsFile.Problem("\(path):\(places.line(slip)): \(slip.words)")
    }
    if let slip = settings.slips.first {
      throw SettingsFile.Problem("\(path):\(places.line(slip)): \(slip.key): \(slip.words)")
    }
    return settings
  }

  /// The settings as such a file.
  ///
  /// Remarks that the file had are not kept; what they say is.
  public static func text(of settings: CouncilSettings) throws -> String {
    try TOMLEncoder().encode(settings) + "\n"
  }

  /// The first key that nothing reads: a slip of the pen must not pass unseen.
  private static func unknownKey(in json: String) throws -> CouncilSettings.Slip? {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    func check(_ keys: Dictionary<String, Any>.Keys, _ part: String, _ index: Int)
      -> CouncilSettings.Slip?
    {
      let known = CouncilSettings.keys[part] ?? []
      return keys.sorted().first { !known.contains($0) }.map {
        .init(
          part: part, index: index, key: $0,
          words: "\($0): no such key; there are: \(known.sorted().joined(separator: ", "))")
      }
    }
    if let slip = check(object.keys, "", 0) { return slip }
    if let letter = object["letter"] as? [String: Any],
      let slip = check(letter.keys, "letter", 0)
    {
      return slip
    }
    for part in ["body", "owner", "clock"] {
      for (index, entry) in (object[part] as? [[String: Any]] ?? []).enumerated() {
        if let slip = check(entry.keys, part, index) { return slip }
      }
    }
    return nil
  }

  private static func slip(of error: DecodingError) -> CouncilSettings.Slip {
    var path: [any CodingKey] = []
    var words: String
    switch error {
    case .keyNotFound(let key, let context):
      path = context.codingPath
      words = "\(key.stringValue) is missing"
    case .typeMismatch(let type, let context):
      path = context.codingPath
      words =
        "\(path.last?.stringValue ?? ""): write \(type == String.self ? "words in quotes" : "\(type)")"
    case .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
      words = "\(path.last?.stringValue ?? ""): \(choices(path) ?? context.debugDescription)"
    @unknown default:
      words = "\(error)"
    }
    words = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? words
    let part = path.first.map(\.stringValue) ?? ""
    guard CouncilSettings.keys[part] != nil, path.count >= 2 else {
      return .init(part: "", index: 0, key: part, words: words)
    }
    return .init(
      part: part, index: path[1].intValue ?? 0, key: path.count > 2 ? path[2].stringValue : "",
      words: words)
  }

  private static func choices(_ path: [any CodingKey]) -> String? {
    let all: [String]
    switch (path.first?.stringValue, path.last?.stringValue) {
    case ("nation", _): all = Nation.allCases.map(\.rawValue)
    case ("arrangements", _): all = CouncilSettings.Arrangements.allCases.map(\.rawValue)
    case ("body", "kind"): all = CouncilSettings.BodyKind.allCases.map(\.rawValue)
    case ("clock", "base"): all = CouncilSettings.LocalClock.Base.allCases.map(\.rawValue)
    default: return nil
    }
    return "write one of: \(all.joined(separator: ", "))"
  }

  /// The lines at which parts and keys stand.
  private struct Places {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
      var (part, index) = ("", 0)
      var counts: [String: Int] = [:]
      for (offset, line) in text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).enumerated() {
        let words = line.trimmingCharacters(in: .whitespaces)
        if words.hasPrefix("[[") {
          part = String(words.dropFirst(2).prefix { $0 != "]" }).trimmingCharacters(
            in: .whitespaces)
          index = counts[part, default: 0]
          counts[part] = index + 1
          lines["\(part)|\(index)|"] = offset + 1
        } else if words.hasPrefix("[") {
          part = String(words.dropFirst().prefix { $0 != "]" }).trimmingCharacters(
            in: .whitespaces)
          index = 0
          lines["\(part)|0|"] = offset + 1
        } else if let equals = words.firstIndex(of: "=") {
          let key = words[..<equals].trimmingCharacters(in: .whitespaces)
          lines["\(part)|\(index)|\(key)"] = lines["\(part)|\(index)|\(key)"] ?? offset + 1
        }
      }
    }

    func line(_ slip: CouncilSettings.Slip) -> Int {
      lines["\(slip.part)|\(slip.index)|\(slip.key)"] ?? lines["\(slip.part)|\(slip.index)|"] ?? 1
    }
  }
}
