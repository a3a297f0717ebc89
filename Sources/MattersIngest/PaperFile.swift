import Foundation
public import MattersBlocks
public import MattersFormats

/// Why a file could not be taken as a paper.
public enum PaperFileError: Error, Sendable, Equatable {
  /// The file could not be read.
  case unreadable
  /// The path is a folder where a file is wanted.
  case folder
  /// The bytes are no paper in any form that can be read.
  case form(PaperFormError)

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .unreadable: "the file cannot be read; check that it exists and that you may read it"
    case .folder: "this is a folder; name a file in it"
    case .form(let error): error.explanation
    }
  }
}

/// Reads the file of a paper.
public enum PaperFile {
  /// The paper in a file, or on standard input for `-`, in whatever form it is.
  public static func read(_ path: String) throws(PaperFileError) -> Paper {
    try paper(in: try contents(path), path)
  }

  /// The bytes of a file, or of standard input for `-`.
  static func contents(_ path: String) throws(PaperFileError) -> [UInt8] {
    let bytes: [UInt8]
    if path == "-" {
      bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
    } else {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw .folder
      }
      guard let read = read(all: path) else { throw .unreadable }
      bytes = read
    }
    return bytes
  }

  /// The bytes of a file, read once into the array that they are kept in.
  private static func read(all path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    var bytes: [UInt8] = []
    // One more than there are, so that the end is seen without making room for more.
    var room = min(max(0, Int(status.st_size)), 1 << 30) + 1
    while true {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        repeat {
          count = Foundation.read(
            file, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
          filled += max(0, count)
        } while count > 0 && filled < buffer.count || count < 0 && errno == EINTR
      }
      guard count >= 0 else { return nil }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if count == 0 { return bytes }
      // What is no file on a disk tells no length.
      room = 1 << 16
    }
  }

  /// The paper in the bytes of a file.
  static func paper(in contents: [UInt8], _ path: String) throws(PaperFileError) -> Paper {
    let name = path == "-" ? "-" : String(path.split(separator: "/").last ?? Substring(path))
    do {
      return try PaperForm.read(name: name, contents: contents)
    } catch {
      throw .form(error)
    }
  }
}
