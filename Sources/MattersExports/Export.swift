import Foundation
public import MattersRegister

/// Writes what a register holds in the forms that other systems read.
public enum Export {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// Open Civic Data.
    case opencivicdata
    /// Popolo.
    case popolo
    /// OParl 1.1.
    case oparl
    /// Akoma Ntoso 3, for minutes.
    case akomantoso
    /// W3C Web Annotation, for where records were read.
    case webannotation
    /// CSV with CSVW metadata.
    case csvw
    /// The register itself as JSON Lines, which `matters import` takes back.
    case jsonl
  }

  /// Why a folder could not be written.
  public enum Problem: Error, Sendable, Equatable {
    /// The folder or a file in it.
    case notWritable(path: String)

    /// One line: what is wrong and what to do.
    public var explanation: String {
      switch self {
      case .notWritable(let path):
        "\(path): cannot be written; check that the folder may be made and that the disk has room"
      }
    }
  }

  /// A file of an export.
  package struct File: Sendable {
    /// Its name, in which `/` parts folders.
    package var name: String
    /// What is in it.
    package var text: String
  }

  /// Where OParl's data is said to be served from, unless somebody says.
  package static let noAddress = "https://oparl.invalid"

  /// Writes a register to a folder, which is made where there is none.
  ///
  /// - Parameter address: where the data will be served from, for forms in which everything has an
  ///   address.
  /// - Returns: the names of the files, in the order of the alphabet.
  public static func write(
    _ register: Register, to folder: String, as format: Format, address: String
  ) throws -> [String] {
    if format == .jsonl {
      try make(folder)
      let path = "\(folder)/register.jsonl"
      try writeLines(of: register, to: path)
      return ["register.jsonl"]
    }
    let files = try files(of: register, as: format, address: address)
    for file in files {
      let path = "\(folder)/\(file.name)"
      try make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      do {
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw Problem.notWritable(path: path)
      }
    }
    return files.map(\.name).sorted()
  }

  /// The files of a register in a form; none in that of its own lines, which are too many to hold.
  package static func files(
    of register: Register, as format: Format, address: String = noAddress
  ) throws -> [File] {
    switch format {
    case .opencivicdata: OpenCivicData(try Holdings(register)).files
    case .popolo: Popolo(try Holdings(register)).files
    case .oparl: OParl(try Holdings(register), address: address).files
    case .akomantoso: try AkomaNtoso.files(Holdings(register))
    case .webannotation: try WebAnnotations.files(register)
    case .csvw: CSVOnTheWeb(try Holdings(register)).files
    case .jsonl: []
    }
  }

  private static func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Problem.notWritable(path: folder)
    }
  }

  private static func writeLines(of register: Register, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw Problem.notWritable(path: path) }
    defer { try? handle.close() }
    var block: [UInt8] = []
    try register.writeLines { line in
      block += line
      if block.count > 1 << 20 {
        do {
          try handle.write(contentsOf: block)
        } catch {
          throw Problem.notWritable(path: path)
        }
        block.removeAll(keepingCapacity: true)
      }
    }
    do {
      try handle.write(contentsOf: block)
    } catch {
      throw Problem.notWritable(path: path)
    }
  }
}
