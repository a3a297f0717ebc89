import Foundation
public import MattersArising

/// Why a file could not be taken as a paper.
public enum PaperFileError: Error, Sendable, Equatable {
  /// The file could not be read.
  case unreadable
  /// The path is a folder where a file is wanted.
  case folder
  /// The bytes are no text.
  case notText(SourceTextError)

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .unreadable: "the file cannot be read; check that it exists and that you may read it"
    case .folder: "this is a folder; name a file in it"
    case .notText(let error): error.explanation
    }
  }
}

/// Reads the file of a paper.
public enum PaperFile {
  /// The text of a file, or of standard input for `-`.
  public static func read(_ path: String) throws(PaperFileError) -> SourceText {
    let bytes: [UInt8]
    if path == "-" {
      bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
    } else {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw .folder
      }
      guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable }
      bytes = Array(data)
    }
    let name = path == "-" ? "-" : String(path.split(separator: "/").last ?? Substring(path))
    do {
      return try SourceText(name: name, contents: bytes)
    } catch {
      throw .notText(error)
    }
  }
}
