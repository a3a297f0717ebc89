import MattersBlocks
import MattersText
import MattersTools

/// Word, OpenDocument and RTF files, through the HTML that pandoc makes of them.
enum WordForm: String {
  case docx, odt, rtf

  /// What such a file may say that it unpacks to; a paper of a thousand pages has a tenth of it.
  private static let largestUnpacked = 256 << 20

  private var name: String {
    switch self {
    case .docx: "a Word file"
    case .odt: "an OpenDocument text"
    case .rtf: "an RTF file"
    }
  }

  static func read(
    _ form: WordForm, name: String, contents: [UInt8], _ zip: ZipDirectory? = nil
  ) async throws(PaperFormError) -> Paper {
    if let zip, zip.unpackedSize > largestUnpacked {
      throw .beyondLimits(
        form: form.name, what: "says it unpacks to \(zip.unpackedSize >> 20) MiB")
    }
    var plain = contents
    if form == .odt, let zip {
      if isLocked(contents, zip) { throw .locked(form: form.name) }
      plain = OpenDocumentTables.plain(contents, zip, limit: largestUnpacked)
    }
    if form == .rtf { plain = RichText.plain(contents) }
    let html: [UInt8]
    do {
      html = try await ToolRunner.run(
        .pandoc,
        [
          "+RTS", "-M512m", "-RTS", "--sandbox", "--from", form.rawValue, "--to", "html",
          "--wrap=none",
        ], on: plain)
    } catch {
      throw PaperFormError(error, .pandoc, form: form.name)
    }
    let source = SourceText(name: name, utf8: html.madeValid)
    guard source.bytes.contains(where: \.isWordByte) else { throw .noWords(form: form.name) }
    let version = await ToolRunner.version(of: .pandoc)
    return try HTMLPaper.read(source).converted(by: version)
  }

  /// The list of an OpenDocument file's parts says which are encrypted.
  private static func isLocked(_ contents: [UInt8], _ zip: ZipDirectory) -> Bool {
    guard let entry = zip.entries.first(where: { $0.name == "META-INF/manifest.xml" }),
      let manifest = ZipPart.read(entry, of: contents, limit: 16 << 20)
    else { return false }
    return manifest.contains(Array("encryption-data".utf8))
  }
}
