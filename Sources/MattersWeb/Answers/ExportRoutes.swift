import Foundation
import Hummingbird
import MattersExports
import MattersOffice
import MattersRegister
import NIOCore

/// The register in the forms that other systems read, each as one file.
///
/// What the public may not see is in none of them but the register's own lines, which officers
/// alone can have.
struct ExportRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("downloads/export/:file") { request, context in
      let parts = (context.parameters.get("file") ?? "").split(separator: ".")
      guard parts.count == 2, let format = Export.Format(rawValue: String(parts[0])),
        parts[1] == Self.ending(format)
      else { throw WebError.notFound }
      if format == .jsonl, context.visitor.role != .officer { throw WebError.notAllowed }
      // Each holds all of the register while it is made.
      guard site.exporting.begin() else {
        return try await DownloadRoutes(site: site).page(
          request, context, problem: "Another export is being made. Try again in a minute.")
      }
      defer { site.exporting.end() }
      guard format != .jsonl else { return try await lines() }
      let zip = try await site.ask { register in
        ZipFile.holding(
          try Export.files(of: register, as: format).map { (name: $0.name, text: $0.text) })
      }
      guard let zip else {
        return try await DownloadRoutes(site: site).page(
          request, context,
          problem:
            "This register is too large for one file. Use the command: matters export --to \(format.rawValue) FOLDER"
        )
      }
      return site.download(
        ByteBuffer(bytes: zip), as: "matters-\(format.rawValue).zip", type: "application/zip")
    }
  }

  /// What each is called on the page of downloads.
  static func choices(for role: Role) -> [[String: String]] {
    Export.Format.allCases.filter { $0 != .jsonl || role == .officer }.map { format in
      [
        "name": name(format),
        "address": "/downloads/export/\(format.rawValue).\(ending(format))",
      ]
    }
  }

  private static func ending(_ format: Export.Format) -> String {
    format == .jsonl ? "jsonl" : "zip"
  }

  private static func name(_ format: Export.Format) -> String {
    switch format {
    case .opencivicdata: "Open Civic Data"
    case .popolo: "Popolo"
    case .oparl: "OParl 1.1"
    case .akomantoso: "Akoma Ntoso 3, for minutes"
    case .webannotation: "W3C Web Annotation, for where records were read"
    case .csvw: "CSV with CSVW metadata"
    case .jsonl: "The whole register as JSON Lines, with what is private"
    }
  }

  /// The register's own lines, written to a file that nobody else can name and sent from there.
  private func lines() async throws -> Response {
    let folder = FileManager.default.temporaryDirectory.appending(path: "matters-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let handle = try await site.ask { register in
      _ = try Export.write(register, to: folder.path, as: .jsonl, address: "")
      return try FileHandle(forReadingFrom: folder.appending(path: "register.jsonl"))
    }
    // The open file outlives its name.
    let body = ResponseBody { writer in
      while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
        try await writer.write(ByteBuffer(bytes: block))
      }
      try handle.close()
      try await writer.finish(nil)
    }
    return site.download(body, as: "matters.jsonl", type: "application/x-ndjson")
  }
}
