import ArgumentParser
import Foundation
import MattersArising
import MattersRegister

/// Where commands speak: answers on standard output, all else on standard error.
enum Console {
  /// Writes to standard output.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes to standard output; a reader that has gone away ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.prefix(65_536).withUnsafeBytes {
        Foundation.write(1, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        say("matters: standard output: cannot be written; check that the disk has room")
        exit(1)
      }
    }
  }

  /// Writes one line to standard error.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  /// Writes to standard error as it is, for a progress line that is written over.
  static func raw(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Whether a person is reading what goes to standard error.
  static var isWatched: Bool { isatty(2) == 1 }

  /// The width to fit tables to: the terminal's, `COLUMNS`, or 100.
  static var width: Int {
    var size = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 20
    {
      return columns
    }
    return 100
  }

  /// The name under which people's entries are made.
  static var person: String {
    let environment = ProcessInfo.processInfo.environment
    return environment["MATTERS_USER"] ?? environment["USER"] ?? environment["LOGNAME"] ?? "unknown"
  }

  /// Today, by this computer's calendar.
  static var today: PlainDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return PlainDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? PlainDate(iso: "2000-01-01") ?? fallback
  }

  private static var fallback: PlainDate { preconditionFailure("1 January 2000 is a date") }

  /// Writes to a file, or to standard output where none is named.
  static func deliver(_ text: String, to path: String?) throws {
    try deliver(Array(text.utf8), to: path)
  }

  /// Writes bytes to a file, or to standard output where none is named.
  static func deliver(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return write(bytes) }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(
        "\(path): cannot be written; check that the folder exists and that you may write in it")
    }
  }
}

/// Something that went wrong, in one line, with the exit status it leaves.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let status: Int32

  init(_ message: String, status: Int32 = 1) {
    description = message
    self.status = status
  }

  init(_ error: RegisterError) {
    switch error {
    case .unknown, .ambiguous, .noPaper, .inTheWay, .alreadyAsked: self.init(error.explanation)
    default: self.init(error.explanation, status: 2)
    }
  }
}

/// Runs a command's work; whatever fails is one line on standard error and an exit status.
func reporting(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as RegisterError {
    try end(Failure(error))
  } catch let error as Failure {
    try end(error)
  } catch let error as ExitCode {
    throw error
  } catch {
    let words = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
    try end(Failure("something went wrong that should not have: \(words)", status: 2))
  }
}

private func end(_ failure: Failure) throws -> Never {
  Console.say("matters: \(failure.description)")
  throw ExitCode(failure.status)
}
