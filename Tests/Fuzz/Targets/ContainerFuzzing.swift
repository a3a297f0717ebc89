import MattersFormats

/// A ZIP container is listed, and each of its files unpacked and replaced.
enum ContainerFuzzing {
  private static let limit = 1 << 20

  static func complaint(_ bytes: [UInt8]) -> String? {
    guard let zip = ZipDirectory(bytes) else { return nil }
    _ = zip.form(of: bytes)
    for entry in zip.entries.prefix(4) {
      guard let part = ZipPart.read(entry, of: bytes, limit: limit) else { continue }
      guard part.count <= limit else { return "\(entry.name): \(part.count) bytes unpacked" }
      _ = ZipPart.replacing(entry, with: Array(part.prefix(64)), in: bytes, zip)
    }
    return nil
  }
}
