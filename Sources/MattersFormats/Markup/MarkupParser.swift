import CLibXML2

/// Who takes what a markup parser tells: flat events, in the order of the source.
protocol MarkupHandler: AnyObject {
  /// An element began; its name is in lower case for HTML.
  func open(_ name: String, _ attributes: MarkupAttributes, at place: Int)
  /// An element ended, by its own tag or because another closed it.
  func close(_ name: String, at place: Int)
  /// Words stood at a place of the source; entities are decoded.
  func words(_ text: ArraySlice<UInt8>, at place: Int)
}

/// An element's attributes, looked up by name.
struct MarkupAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The value of an attribute; an attribute without a value has the empty one.
  func value(_ name: StaticString) -> String? {
    guard var at = list else { return nil }
    while let key = at.pointee {
      let isSame = name.withUTF8Buffer { wanted in
        for index in 0..<wanted.count where key[index] != wanted[index] { return false }
        return key[wanted.count] == 0
      }
      if isSame { return at.advanced(by: 1).pointee.map { String(cString: $0) } ?? "" }
      at = at.advanced(by: 2)
    }
    return nil
  }
}

/// Runs libxml2's push parsers over a source and hands on what they find.
///
/// No tree is built, nothing is fetched, and no entity but the standard ones is known. Deep nesting
/// and a document type with declarations of its own stop the parser.
final class MarkupParser {
  /// The languages that are read.
  enum Language {
    case html, xml
  }

  /// Why a parser stopped before the end.
  enum Stop: Error {
    case tooDeep
    case declaresEntities
    case malformed(line: Int)
  }

  /// More than any page needs; real ones stay below a hundred.
  static let depthLimit = 500

  private let handler: any MarkupHandler
  private var context: xmlParserCtxtPtr?
  private var depth = 0
  private var stop: Stop?
  private var lastPlace = 0

  private init(_ handler: any MarkupHandler) { self.handler = handler }

  /// Parses UTF-8 bytes to their end.
  static func parse(
    _ bytes: [UInt8], as language: Language, into handler: any MarkupHandler
  ) throws(Stop) {
    let parser = MarkupParser(handler)
    parser.run(bytes, language)
    if let stop = parser.stop { throw stop }
  }

  private func run(_ bytes: [UInt8], _ language: Language) {
    let user = Unmanaged.passUnretained(self).toOpaque()
    var sax = Self.callbacks
    switch language {
    case .html:
      context = htmlCreatePushParserCtxt(&sax, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      let options =
        HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(options))
    case .xml:
      context = xmlCreatePushParserCtxt(&sax, user, nil, 0, nil)
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, Int32(options))
    }
    guard let context else { return }
    defer {
      self.context = nil
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      context.pointee.myDoc = nil
      language == .html ? htmlFreeParserCtxt(context) : xmlFreeParserCtxt(context)
    }
    bytes.withUnsafeBytes { whole in
      guard let base = whole.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      var at = 0
      while at < whole.count, stop == nil {
        var end = min(at + 65_536, whole.count)
        // The parser takes a character cut in two for a wrong one.
        while end < whole.count, end > at, whole[end] & 0xC0 == 0x80 { end -= 1 }
        push(context, base + at, Int32(end - at), language)
        at = end
      }
      if stop == nil { push(context, nil, 0, language) }
    }
    if stop == nil, language == .xml, context.pointee.wellFormed == 0 {
      stop = .malformed(line: Int(xmlSAX2GetLineNumber(context)))
    }
  }

  private func push(
    _ context: xmlParserCtxtPtr, _ chunk: UnsafePointer<CChar>?, _ count: Int32,
    _ language: Language
  ) {
    let isLast: Int32 = chunk == nil ? 1 : 0
    switch language {
    case .html: htmlParseChunk(context, chunk, count, isLast)
    case .xml: xmlParseChunk(context, chunk, count, isLast)
    }
  }

  private func halt(_ reason: Stop) {
    stop = stop ?? reason
    xmlStopParser(context)
  }

  /// How many bytes the parser has read.
  private var offset: Int { max(0, Int(xmlByteConsumed(context))) }

  /// Where some words stand: words in the parser's own buffer tell their place, and decoded ones
  /// end where the parser is.
  private func place(of text: UnsafePointer<xmlChar>, _ count: Int) -> Int {
    if let input = context?.pointee.input?.pointee, let base = input.base, let end = input.end,
      let current = input.cur, text >= base, text < end
    {
      lastPlace = max(lastPlace, offset + (text - current))
    } else {
      lastPlace = max(lastPlace, offset - count)
    }
    return lastPlace
  }

  // MARK: - Callbacks

  private static func parser(_ user: UnsafeMutableRawPointer?) -> MarkupParser? {
    user.map { Unmanaged<MarkupParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.startElement = { user, name, attributes in
      guard let parser = MarkupParser.parser(user), let name, parser.stop == nil else { return }
      parser.depth += 1
      if parser.depth > MarkupParser.depthLimit { return parser.halt(.tooDeep) }
      parser.handler.open(
        String(cString: name), MarkupAttributes(list: attributes), at: parser.offset)
    }
    sax.endElement = { user, name in
      guard let parser = MarkupParser.parser(user), let name, parser.stop == nil else { return }
      parser.depth -= 1
      parser.handler.close(String(cString: name), at: parser.offset)
    }
    let words: charactersSAXFunc = { user, text, count in
      guard let parser = MarkupParser.parser(user), let text, count > 0, parser.stop == nil else {
        return
      }
      let bytes = Array(UnsafeBufferPointer(start: text, count: Int(count)))
      parser.handler.words(bytes[...], at: parser.place(of: text, Int(count)))
    }
    sax.characters = words
    sax.ignorableWhitespace = words
    sax.cdataBlock = words
    sax.internalSubset = { user, _, _, _ in _ = user }
    sax.entityDecl = { user, _, _, _, _, _ in
      MarkupParser.parser(user)?.halt(.declaresEntities)
    }
    sax.unparsedEntityDecl = { user, _, _, _, _ in
      MarkupParser.parser(user)?.halt(.declaresEntities)
    }
    sax.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    sax.initialized = 1
    return sax
  }
}
