import MattersBlocks
import MattersText
import MattersTools

/// PDF files, through the text that poppler's `pdftotext` takes out of them.
enum PDFForm {
  static let name = "a PDF file"

  /// Whether bytes are a PDF file: its mark may stand a little way in.
  static func fits(_ contents: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = contents.prefix(1024)
    var at = head.startIndex
    while let start = head[at...].firstIndex(of: mark[0]) {
      if head[start...].starts(with: mark) { return true }
      at = start + 1
    }
    return false
  }

  static func read(name: String, contents: [UInt8]) async throws(PaperFormError) -> Paper {
    let (text, isLaidOut): ([UInt8], Bool)
    do {
      (text, isLaidOut) = try await layout(of: contents)
    } catch {
      if isLocked(contents, error) { throw .locked(form: Self.name) }
      throw PaperFormError(error, .pdftotext, form: Self.name)
    }
    let source = SourceText(name: name, utf8: text.madeValid)
    guard source.bytes.contains(where: \.isWordByte) else { throw .noWords(form: Self.name) }
    let version = await ToolRunner.version(of: .pdftotext)
    let paper = isLaidOut ? TextReader.readPages(source) : TextReader.read(source)
    return paper.converted(by: version).noticing(wordlessPages(source))
  }

  /// The text of a file, laid out from where its words stand.
  ///
  /// A tool from before 2020 does not tell the places of words; its own layout is taken then.
  private static func layout(
    of contents: [UInt8]
  ) async throws(ToolError) -> (text: [UInt8], isLaidOut: Bool) {
    let common = ["-enc", "UTF-8", "-eol", "unix", "-q", "-", "-"]
    do {
      let list = try await ToolRunner.run(.pdftotext, ["-tsv"] + common, on: contents)
      return (PageLayout(PrintedPages(tsv: list)).text, true)
    } catch {
      guard case .failed(status: usageError, _) = error else { throw error }
      return (try await ToolRunner.run(.pdftotext, ["-layout"] + common, on: contents), false)
    }
  }

  /// The status with which the tool ends when it does not know an option.
  private static let usageError: Int32 = 99

  /// With `-q` the tool ends without a word; the file itself says that it is encrypted.
  private static func isLocked(_ contents: [UInt8], _ error: ToolError) -> Bool {
    guard case .failed = error else { return false }
    return contents.contains(Array("/Encrypt".utf8))
  }

  /// Says which pages have no words, as when some of a pack's papers were scanned.
  private static func wordlessPages(_ source: SourceText) -> [Diagnostic] {
    let pages = source.bytes.split(separator: 0x0C, omittingEmptySubsequences: false).dropLast()
    var line = 1
    var found: [Diagnostic] = []
    for (index, page) in pages.enumerated() {
      if !page.contains(where: \.isWordByte) {
        found.append(
          Diagnostic(
            "pdf.page_without_words", .warning,
            "page \(index + 1) of the PDF has no words; if it is a scan, "
              + "put the file through text recognition first",
            lines: LineRange(line, line)))
      }
      line += page.count { $0 == 0x0A }
    }
    return found
  }
}
