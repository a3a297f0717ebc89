import Foundation
import TOMLKit

/// Reads a configuration file (TOML) into a value: what a council chooses of its reports, or how
/// its papers are worded.
public enum SettingsFile {
  /// Why a file could not be used.
  public struct Problem: Error, Sendable, Equatable {
    /// One line: what is wrong, where, and what to do.
    public var explanation: String

    /// A problem in a line of words.
    public init(_ explanation: String) { self.explanation = explanation }
  }

  /// The value that a file describes.
  ///
  /// - Throws: ``Problem``.
  public static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    guard let text = String(validating: try contents(path), as: UTF8.self) else {
      throw Problem("\(path): not UTF-8; save it as UTF-8")
    }
    do {
      return try TOMLDecoder().decode(type, from: text)
    } catch let error as TOMLParseError {
      throw Problem(
        "\(path):\(error.source.begin.line): not TOML: \(firstLine(error.description))")
    } catch let error as DecodingError {
      throw Problem("\(path): \(words(of: error))")
    }
  }

  /// The bytes of a file.
  ///
  /// - Throws: ``Problem``.
  static func contents(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(
        "\(path): the file cannot be read; check that it exists and that you may read it")
    }
    return Array(data)
  }

  private static func words(of error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context),
      .typeMismatch(_, let context), .valueNotFound(_, let context):
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      return place.isEmpty || context.debugDescription.hasPrefix(place)
        ? firstLine(context.debugDescription) : "\(place): \(firstLine(context.debugDescription))"
    @unknown default: return firstLine("\(error)")
    }
  }

  private static func firstLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).first ?? "")
  }
}
