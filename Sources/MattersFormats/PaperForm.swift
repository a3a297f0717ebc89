public import MattersBlocks
import MattersText

/// Reads a file in any form that papers come in.
///
/// The form is recognised from the content, never from the file's name. Nothing that a paper names
/// is fetched, and nothing in it is run.
public enum PaperForm {
  /// Files larger than this are refused before anything is made of them.
  static let largest = 1 << 30

  /// The paper in a file's bytes.
  ///
  /// - Throws: ``PaperFormError`` where the bytes are no paper, or a program that is needed to read
  ///   them is missing. Whatever is text at all gives a paper.
  public static func read(name: String, contents: [UInt8]) throws(PaperFormError) -> Paper {
    guard contents.count <= largest else { throw .tooLarge(form: "a file", limit: largest) }
    if PDFForm.fits(contents) { return try PDFForm.read(name: name, contents: contents) }
    if contents.starts(with: Array("{\\rtf".utf8)) {
      return try WordForm.read(.rtf, name: name, contents: contents)
    }
    if contents.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard let zip = ZipDirectory(contents) else { throw .container(isBroken: true) }
      switch zip.form(of: contents) {
      case .docx: return try WordForm.read(.docx, name: name, contents: contents, zip)
      case .odt: return try WordForm.read(.odt, name: name, contents: contents, zip)
      case .xlsx: return try WorkbookForm.read(name: name, contents: contents, zip)
      case nil: throw .container(isBroken: false)
      }
    }
    if LockedOffice.fits(contents) { throw .locked(form: "a Word or Excel file") }
    let source: SourceText
    do {
      source = try SourceText(name: name, contents: contents)
    } catch {
      throw .text(error)
    }
    switch MarkupSniffer.language(of: source.bytes) {
    case .html: return try HTMLPaper.read(source)
    case .xml: return try XMLPaper.read(source)
    case nil: break
    }
    if let delimiter = CSVForm.delimiter(of: source) {
      return try CSVForm.read(source, delimiter: delimiter)
    }
    return TextReader.read(source)
  }
}

/// Word and Excel files with a password are no ZIP containers: what is in them is encrypted, inside
/// a container of the old kind.
enum LockedOffice {
  static func fits(_ contents: [UInt8]) -> Bool {
    contents.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      && contents.contains("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] })
  }
}
