import MattersBlocks
import MattersText

/// The forms that a tool has to read, known by their bytes.
enum ToolForm {
  case pdf
  case word(WordForm, ZipDirectory?)
  case workbook(ZipDirectory)

  /// The form of some bytes; nothing where no tool is needed.
  init?(_ contents: [UInt8]) throws(PaperFormError) {
    guard contents.count <= PaperForm.largest else {
      throw .tooLarge(form: "a file", limit: PaperForm.largest)
    }
    if PDFForm.fits(contents) {
      self = .pdf
    } else if contents.starts(with: Array("{\\rtf".utf8)) {
      self = .word(.rtf, nil)
    } else if contents.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard let zip = ZipDirectory(contents) else { throw .container(isBroken: true) }
      switch zip.form(of: contents) {
      case .docx: self = .word(.docx, zip)
      case .odt: self = .word(.odt, zip)
      case .xlsx: self = .workbook(zip)
      case nil: throw .container(isBroken: false)
      }
    } else {
      if LockedOffice.fits(contents) { throw .locked(form: "a Word or Excel file") }
      return nil
    }
  }

  /// The paper in bytes of this form.
  func read(name: String, contents: [UInt8]) async throws(PaperFormError) -> Paper {
    switch self {
    case .pdf: try await PDFForm.read(name: name, contents: contents)
    case .word(let form, let zip):
      try await WordForm.read(form, name: name, contents: contents, zip)
    case .workbook(let zip): try await WorkbookForm.read(name: name, contents: contents, zip)
    }
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
