/// A program that turns a file into text, and how to come by it.
package enum Tool: String, Sendable, CaseIterable {
  /// Takes the text out of PDF files.
  case pdftotext
  /// Reads Word, OpenDocument and RTF files.
  case pandoc
  /// Reads Excel workbooks.
  case xlsx2csv

  /// One line: how to install it on this kind of computer.
  package var advice: String {
    #if os(macOS)
      let package = self == .pdftotext ? "poppler" : rawValue
      return "install it: brew install \(package)"
    #else
      let package = self == .pdftotext ? "poppler-utils" : rawValue
      return "install the package \(package), on Debian or Ubuntu: apt-get install \(package)"
    #endif
  }

  /// What makes it print its version.
  package var versionArgument: String { self == .pdftotext ? "-v" : "--version" }

  /// What it may use.
  ///
  /// Pandoc's runtime reserves far more address space than it uses; it is told its own limit.
  package var limits: ToolLimits {
    switch self {
    case .pdftotext: ToolLimits(seconds: 60, addressSpace: 1 << 30, output: 64 << 20)
    case .pandoc: ToolLimits(seconds: 120, addressSpace: nil, output: 32 << 20)
    case .xlsx2csv: ToolLimits(seconds: 120, addressSpace: 1 << 30, output: 64 << 20)
    }
  }
}

/// What a tool may use before it is ended.
package struct ToolLimits: Sendable {
  /// Seconds by the clock; the same again, half as many, of a processor's time.
  package var seconds: Int
  /// Bytes of address space; nothing where the tool limits itself.
  package var addressSpace: Int?
  /// Bytes of its output.
  package var output: Int

  /// Limits of time, address space and output.
  package init(seconds: Int, addressSpace: Int?, output: Int) {
    self.seconds = seconds
    self.addressSpace = addressSpace
    self.output = output
  }
}

/// Why a tool gave no text.
package enum ToolError: Error, Sendable, Equatable {
  /// It is not installed.
  case missing
  /// It could not be started.
  case notStarted(String)
  /// It ran longer than it may.
  case tooSlow(seconds: Int)
  /// It wrote more than it may.
  case tooMuchOutput(bytes: Int)
  /// It ended itself, saying this last.
  case failed(status: Int32, said: String)
  /// It was ended, as when it wanted more memory than it may have.
  case ended(signal: Int32, said: String)
}
