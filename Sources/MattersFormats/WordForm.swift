import MattersBlocks
import MattersText

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
  ) throws(PaperFormError) -> Paper {
    if let zip, zip.unpackedSize > largestUnpacked {
      throw .beyondLimits(
        form: form.name, what: "says it unpacks to \(zip.unpackedSize >> 20) MiB")
    }
    let html: [UInt8]
    do {
      html = try ToolRunner.run(
        .pandoc,
        [
          "+RTS", "-M512m", "-RTS", "--sandbox", "--from", form.rawValue, "--to", "html",
          "--wrap=none",
        ], on: contents)
    } catch {
      if form == .odt, contents.contains(Array("manifest:encryption-data".utf8)) {
        throw .locked(form: form.name)
      }
      throw PaperFormError(error, .pandoc, form: form.name)
    }
    let source = SourceText(name: name, utf8: html.madeValid)
    guard source.bytes.contains(where: \.isWordByte) else { throw .noWords(form: form.name) }
    return try HTMLPaper.read(source).converted(by: ToolRunner.version(of: .pandoc))
  }
}
