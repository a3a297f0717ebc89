import Testing

/// A type that bears the name of a module, or of a type that a package puts everywhere, makes both
/// hard to name.
@Suite struct TypeNameTests {
  private static let taken: Set<String> = Set(PackageTable.entries.keys)
    .union(PackageTable.entries.values.flatMap(\.modules))
    .union(PackageTable.entries.values.flatMap(\.system))
    .union(["Record", "Row", "Table", "Column"])  // GRDB's

  @Test(arguments: SwiftSource.all) func noTypeHasATakenName(_ file: SwiftSource) {
    for (name, line) in file.types {
      #expect(!Self.taken.contains(name), "\(file.path):\(line): the name \(name) is taken")
    }
  }

  @Test func typesAreSeen() {
    let file = SwiftSource(
      path: "", target: "",
      lines: [
        "public struct A: Sendable {", "  private final class B {", "indirect enum C<T> {",
        "  case enumeration // enum D", "  /// struct E", "package protocol F: SendableMetatype {",
      ])
    #expect(file.types.map(\.name) == ["A", "B", "C", "F"])
    #expect(SwiftSource.all.flatMap(\.types).count > 100)
  }
}
