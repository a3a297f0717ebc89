/// The architecture as a table: what each target of the package may import.
///
/// To let a target import something more, add it here and in `Package.swift`, and say why in the
/// commit; a test holds the two against each other.
enum PackageTable {
  /// What one target may import.
  struct Entry: Sendable {
    /// Targets of this package and products of others, as `Package.swift` lists them.
    var modules: Set<String>
    /// Modules of the system and the toolchain that it may import.
    var system: Set<String> = []
  }

  /// The core: pure Swift, without Foundation and without packages.
  static let core: Set<String> = [
    "MattersText", "MattersBlocks", "MattersRecords", "MattersParsers", "MattersLinker",
    "MattersArising",
  ]

  /// The targets whose sources are under test here.
  static let entries: [String: Entry] = [
    "MattersText": pure(),
    "MattersBlocks": pure("MattersText"),
    "MattersRecords": pure("MattersText"),
    "MattersParsers": pure("MattersText", "MattersBlocks", "MattersRecords"),
    "MattersLinker": pure("MattersText", "MattersRecords"),
    "MattersArising": pure(
      "MattersText", "MattersBlocks", "MattersRecords", "MattersParsers", "MattersLinker"),
    "MattersTools": Entry(
      modules: ["Subprocess", "SystemPackage"],
      system: ["Foundation", "System", "Dispatch", "Synchronization"]),
    "MattersFormats": rim(
      "MattersText", "MattersBlocks", "MattersTools", "CLibXML2", "CZlib", "SwiftCSV"),
    "MattersExports": rim(
      "MattersText", "MattersRecords", "MattersLinker", "MattersRegister", "MattersReports",
      "Crypto"),
    "MattersOffice": rim(
      "MattersText", "MattersReports", "MattersTools", "MattersFormats", "CXlsxWriter", "CZlib"),
    "MattersRegister": Entry(
      modules: [
        "MattersText", "MattersRecords", "MattersLinker", "CZlib", "GRDB", "GRDBSQLite", "Crypto",
      ],
      system: ["Foundation", "Synchronization"]),
    "MattersIngest": rim(
      "MattersArising", "MattersBlocks", "MattersFormats", "MattersLinker", "MattersParsers",
      "MattersRegister", "MattersReports", "TOMLKit"),
    "MattersReports": pure("MattersText", "MattersRecords", "MattersLinker"),
    "MattersWeb": Entry(
      modules: [
        "MattersArising", "MattersText", "MattersRecords", "MattersLinker", "MattersRegister",
        "MattersIngest", "MattersReports", "MattersOffice", "MattersExports", "Hummingbird",
        "HummingbirdCore", "Mustache", "Crypto", "CryptoExtras",
        "Logging", "HTTPTypes", "NIOCore", "NIOPosix",
      ], system: ["Foundation", "Synchronization"]),
    "MattersEvaluation": rim("MattersArising"),
    "matters": Entry(
      modules: [
        "MattersArising", "MattersText", "MattersBlocks", "MattersParsers", "MattersLinker",
        "MattersFormats", "MattersRegister", "MattersIngest", "MattersReports",
        "MattersWeb", "MattersEvaluation", "MattersOffice", "MattersExports", "ArgumentParser",
      ],
      system: ["Foundation", "Synchronization"]),
    "MattersFuzz": pure(
      "MattersArising", "MattersText", "MattersBlocks", "MattersFormats", "MattersParsers",
      "MattersLinker"),
    "matters-bench": rim(
      "MattersArising", "MattersBlocks", "MattersParsers", "MattersLinker", "ArgumentParser"),
    "MattersTestSupport": Entry(
      modules: ["MattersArising", "MattersLinker", "MattersParsers", "CustomDump"],
      system: ["Foundation", "Testing"]),
  ]

  private static func pure(_ modules: String...) -> Entry {
    Entry(modules: Set(modules))
  }

  private static func rim(_ modules: String...) -> Entry {
    Entry(modules: Set(modules), system: ["Foundation"])
  }
}
