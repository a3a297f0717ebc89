// swift-tools-version: 6.2
import PackageDescription

// The arrows of the architecture are the `dependencies` below, and nothing else: bytes -> text ->
// blocks -> records -> links -> register -> reports. `Tests/ArchitectureTests` holds every import
// to this table.

/// Settings every target shares.
///
/// Warnings become errors only where the project itself is built
/// (`MATTERS_STRICT=1`), so that a newer compiler's deprecation never breaks a user's build.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["MATTERS_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : [])

/// A library target of the package.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A test target of the package.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: ["MattersTestSupport"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "MattersArising",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "MattersArising", targets: ["MattersArising"]),
    .executable(name: "matters", targets: ["matters"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The core: pure Swift, no Foundation, no packages.
    room("MattersText"),
    room("MattersBlocks", ["MattersText"]),
    room("MattersRecords", ["MattersText"]),
    room("MattersParsers", ["MattersText", "MattersBlocks", "MattersRecords"]),
    room("MattersLinker", ["MattersText", "MattersRecords"]),
    room(
      "MattersArising",
      ["MattersText", "MattersBlocks", "MattersRecords", "MattersParsers", "MattersLinker"]),

    // What needs a library or a tool before it is text or blocks.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Loaded when a workbook is written and not linked: the program runs without it.
    .systemLibrary(name: "CXlsxWriter"),
    room(
      "MattersTools",
      [
        .product(name: "Subprocess", package: "swift-subprocess"),
        // What Subprocess names a file descriptor by; on macOS the system has it.
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ]),
    room(
      "MattersFormats",
      [
        "MattersText", "MattersBlocks", "MattersTools", "CLibXML2", "CZlib",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ]),
    room(
      "MattersRegister",
      [
        "MattersText", "MattersRecords", "MattersLinker", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "MattersIngest",
      [
        "MattersArising", "MattersBlocks", "MattersFormats", "MattersLinker", "MattersParsers",
        "MattersRegister", "MattersReports", .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    room("MattersReports", ["MattersText", "MattersRecords", "MattersLinker"]),
    room(
      "MattersWeb",
      [
        "MattersArising", "MattersText", "MattersRecords", "MattersLinker", "MattersRegister",
        "MattersIngest", "MattersReports", "MattersOffice", "MattersExports",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    room(
      "MattersOffice",
      [
        "MattersText", "MattersReports", "MattersTools", "MattersFormats", "CXlsxWriter", "CZlib",
      ]),
    room(
      "MattersExports",
      [
        "MattersText", "MattersRecords", "MattersLinker", "MattersRegister", "MattersReports",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("MattersEvaluation", ["MattersArising"]),
    .executableTarget(
      name: "matters",
      dependencies: [
        "MattersArising", "MattersText", "MattersBlocks", "MattersParsers", "MattersLinker",
        "MattersFormats", "MattersRegister", "MattersIngest", "MattersReports",
        "MattersWeb", "MattersEvaluation", "MattersOffice", "MattersExports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // What measures; Scripts/bench and Scripts/instructions run it. Nothing beyond the core, so
    // that it is built soon.
    .executableTarget(
      name: "matters-bench",
      dependencies: [
        "MattersArising", "MattersBlocks", "MattersParsers", "MattersLinker",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests.
    .target(
      name: "MattersTestSupport",
      dependencies: [
        "MattersArising", "MattersParsers", "MattersLinker",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      path: "Tests/MattersTestSupport", swiftSettings: settings),
    .target(
      name: "MattersFuzz",
      dependencies: [
        "MattersArising", "MattersText", "MattersBlocks", "MattersFormats", "MattersParsers",
        "MattersLinker",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: settings),
    tests("FuzzReplayTests", ["MattersFuzz"]),
    tests("MattersTextTests", ["MattersText"]),
    tests("MattersBlocksTests", ["MattersText", "MattersBlocks"]),
    tests(
      "MattersFormatsTests",
      [
        "MattersText", "MattersBlocks", "MattersRecords", "MattersFormats", "MattersTools",
        "MattersArising", "MattersEvaluation", "CZlib",
      ]),
    tests("MattersRecordsTests", ["MattersText", "MattersRecords"]),
    tests(
      "MattersParsersTests",
      ["MattersArising", "MattersBlocks", "MattersLinker", "MattersParsers"]),
    tests("MattersLinkerTests", ["MattersArising", "MattersLinker"]),
    tests(
      "MattersRegisterTests",
      [
        "MattersArising", "MattersLinker", "MattersRegister", "MattersIngest", "MattersReports",
        "MattersEvaluation",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("MattersReportsTests", ["MattersArising", "MattersReports", "MattersLinker"]),
    tests(
      "MattersWebTests",
      [
        "MattersArising", "MattersText", "MattersRecords", "MattersLinker", "MattersRegister",
        "MattersIngest", "MattersExports", "MattersWeb",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests(
      "MattersExportsTests",
      [
        "MattersArising", "MattersLinker", "MattersRegister", "MattersIngest", "MattersExports",
      ]),
    tests(
      "MattersOfficeTests",
      [
        "MattersArising", "MattersBlocks", "MattersFormats", "MattersReports", "MattersTools",
        "MattersOffice",
      ]),
    tests(
      "MattersEvaluationTests",
      [
        "MattersArising", "MattersFormats", "MattersEvaluation", "MattersIngest", "MattersParsers",
      ]),
    tests("ArchitectureTests", ["MattersArising"]),
    // The program is no library of these tests; it is named so that it is built before they run.
    tests("CommandTests", ["MattersArising", "matters"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own `main`: without `--sanitize fuzzer` this target would have none.
if Context.environment["MATTERS_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "FuzzEntry", dependencies: ["MattersFuzz"], path: "Tests/Fuzz/Entry",
      swiftSettings: settings))
}
