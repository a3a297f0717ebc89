import Testing

/// The arrows of the architecture: who may import whom.
@Suite struct ImportTests {
  @Test(arguments: SwiftSource.all) func importsOnlyWhatTheTableAllows(_ file: SwiftSource) throws {
    let entry = try #require(
      PackageTable.entries[file.target], "\(file.target) has no row in PackageTable")
    for (module, line) in file.imports {
      let isAllowed = entry.modules.contains(module) || entry.system.contains(module)
      #expect(isAllowed, "\(file.path):\(line): \(file.target) may not import \(module)")
    }
  }

  @Test func theTableSaysWhatThePackageSays() {
    #expect(Set(PackageManifest.dependencies.keys) == Set(PackageTable.entries.keys))
    for (target, entry) in PackageTable.entries {
      #expect(PackageManifest.dependencies[target] == entry.modules, "dependencies of \(target)")
    }
  }

  @Test func theCoreUsesNeitherFoundationNorPackages() throws {
    for target in PackageTable.core {
      let entry = try #require(PackageTable.entries[target])
      #expect(entry.system.isEmpty, "\(target)")
      #expect(entry.modules.isSubset(of: PackageTable.core), "\(target)")
    }
  }

  @Test func everyTargetHasFiles() {
    #expect(Set(SwiftSource.all.map(\.target)) == Set(PackageTable.entries.keys))
  }

  @Test func importsAreSeen() {
    let file = SwiftSource(
      path: "", target: "",
      lines: [
        "import A", "public import B", "@_exported public import C", "@testable import struct D.E",
        "// import F", "  let important = \"import G\"",
      ])
    #expect(file.imports.map(\.module) == ["A", "B", "C", "D"])
  }
}
