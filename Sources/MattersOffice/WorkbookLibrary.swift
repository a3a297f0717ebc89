import CXlsxWriter
import Foundation

/// libxlsxwriter, loaded when a workbook is to be written: the program starts without it, and says
/// what to install.
///
/// Each function has the shape that the library's headers give it.
struct WorkbookLibrary {
  typealias Text = UnsafePointer<CChar>
  typealias Handle = OpaquePointer

  let open: @convention(c) (Text?, UnsafePointer<xlsx_options>?) -> Handle?
  let setProperties: @convention(c) (Handle?, UnsafePointer<xlsx_properties>?) -> CInt
  let addSheet: @convention(c) (Handle?, Text?) -> Handle?
  let addFormat: @convention(c) (Handle?) -> Handle?
  let close: @convention(c) (Handle?) -> CInt

  let setColumn: @convention(c) (Handle?, UInt16, UInt16, Double, Handle?) -> CInt
  let freezePanes: @convention(c) (Handle?, UInt32, UInt16) -> Void
  let setLandscape: @convention(c) (Handle?) -> Void
  let setPaper: @convention(c) (Handle?, UInt8) -> Void
  let fitToPages: @convention(c) (Handle?, UInt16, UInt16) -> Void
  let repeatRows: @convention(c) (Handle?, UInt32, UInt32) -> CInt
  let filter: @convention(c) (Handle?, UInt32, UInt16, UInt32, UInt16) -> CInt
  let writeText: @convention(c) (Handle?, UInt32, UInt16, Text?, Handle?) -> CInt
  let writeNumber: @convention(c) (Handle?, UInt32, UInt16, Double, Handle?) -> CInt
  let writeDay:
    @convention(c) (Handle?, UInt32, UInt16, UnsafeMutablePointer<xlsx_datetime>?, Handle?) -> CInt

  let setBold: @convention(c) (Handle?) -> Void
  let setColour: @convention(c) (Handle?, UInt32) -> Void
  let setNumberForm: @convention(c) (Handle?, Text?) -> Void
  let setAlignment: @convention(c) (Handle?, UInt8) -> Void
  let setWrap: @convention(c) (Handle?) -> Void
  let setBorder: @convention(c) (Handle?, UInt8) -> Void

  /// What the library is called, by the versions whose functions have these shapes.
  static let names =
    (4...12).map { "libxlsxwriter.so.\($0)" } + [
      "libxlsxwriter.so", "/opt/homebrew/lib/libxlsxwriter.dylib",
      "/usr/local/lib/libxlsxwriter.dylib", "libxlsxwriter.dylib",
    ]

  /// What to install where it is not there.
  static var advice: String {
    #if os(macOS)
      "install it: brew install libxlsxwriter"
    #else
      "install the package libxlsxwriter-dev, on Debian or Ubuntu: apt-get install libxlsxwriter-dev"
    #endif
  }

  /// Loads it.
  init(names: [String] = Self.names) throws(OfficeError) {
    let missing = OfficeError.libraryMissing(library: "libxlsxwriter", advice: Self.advice)
    // It is never unloaded: another thread may be writing.
    guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      throw missing
    }
    func find<Function>(_ name: String) throws(OfficeError) -> Function {
      guard let address = dlsym(library, name) else { throw missing }
      return unsafeBitCast(address, to: Function.self)
    }
    open = try find("workbook_new_opt")
    setProperties = try find("workbook_set_properties")
    addSheet = try find("workbook_add_worksheet")
    addFormat = try find("workbook_add_format")
    close = try find("workbook_close")
    setColumn = try find("worksheet_set_column")
    freezePanes = try find("worksheet_freeze_panes")
    setLandscape = try find("worksheet_set_landscape")
    setPaper = try find("worksheet_set_paper")
    fitToPages = try find("worksheet_fit_to_pages")
    repeatRows = try find("worksheet_repeat_rows")
    filter = try find("worksheet_autofilter")
    writeText = try find("worksheet_write_string")
    writeNumber = try find("worksheet_write_number")
    writeDay = try find("worksheet_write_datetime")
    setBold = try find("format_set_bold")
    setColour = try find("format_set_bg_color")
    setNumberForm = try find("format_set_num_format")
    setAlignment = try find("format_set_align")
    setWrap = try find("format_set_text_wrap")
    setBorder = try find("format_set_border")
  }
}

extension WorkbookLibrary {
  /// Numbers that the library's headers give names to.
  enum Code {
    static let left: UInt8 = 1
    static let top: UInt8 = 8
    static let thin: UInt8 = 1
    static let a4: UInt8 = 9
  }
}
