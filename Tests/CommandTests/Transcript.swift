/// A page of `Corpus/commands`: prose, files, and commands with what they print.
///
/// In a block fenced as `console` a line that begins with `% ` is a command; the lines after it are
/// what it prints, those on standard error with `2> ` before them, and `=> N` is its exit status
/// where that is not 0. A block fenced as `file NAME` is written into the folder the commands run
/// in. All else is prose.
struct Transcript: Equatable {
  /// A piece of the page.
  enum Piece: Equatable {
    /// Lines that are kept as they are.
    case prose([String])
    /// A file to write, with the lines of its fence.
    case file(name: String, lines: [String])
    /// A command and the lines it is to print.
    case command(String, expected: [String])
  }

  var pieces: [Piece] = []

  /// Reads a page.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var fence: String?
    for line in lines {
      if let open = fence {
        if line == "```" {
          fence = nil
          keep(line)
        } else if open == "console" {
          if line.hasPrefix("% ") {
            pieces.append(.command(String(line.dropFirst(2)), expected: []))
          } else if case .command(let command, var expected)? = pieces.last {
            expected.append(line)
            pieces[pieces.count - 1] = .command(command, expected: expected)
          } else {
            keep(line)
          }
        } else if case .file(let name, var content)? = pieces.last {
          content.append(line)
          pieces[pieces.count - 1] = .file(name: name, lines: content)
        } else {
          keep(line)
        }
      } else {
        keep(line)
        if line.hasPrefix("```"), line.count > 3 {
          let info = String(line.dropFirst(3))
          fence = info
          if info.hasPrefix("file ") {
            pieces.append(.file(name: String(info.dropFirst(5)), lines: []))
          }
        }
      }
    }
  }

  /// The page as text again.
  var text: String {
    let lines = pieces.flatMap { piece -> [String] in
      switch piece {
      case .prose(let lines), .file(_, let lines): lines
      case .command(let command, let expected): ["% " + command] + expected
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func keep(_ line: String) {
    if case .prose(let lines)? = pieces.last {
      pieces[pieces.count - 1] = .prose(lines + [line])
    } else {
      pieces.append(.prose([line]))
    }
  }
}
