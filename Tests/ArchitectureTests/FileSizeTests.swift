import Testing

/// A file holds one idea, and one idea is short.
@Suite struct FileSizeTests {
  @Test func noSourceFileIsOverFourHundredLines() {
    for file in SwiftSource.all where file.path.hasPrefix("Sources/") {
      #expect(file.lines.count <= 401, "\(file.path): \(file.lines.count - 1) lines; cut it in two")
    }
  }
}
