import Mustache

/// HTML that the program puts together itself: tags are the program's own words, and all other words
/// are escaped as they are put in.
///
/// For the long parts of lists, which a template would take ten times as long for.
struct Markup: MustacheCustomRenderable {
  private(set) var renderText = ""
  let isNull = false

  /// Puts in tags, which stand in the program's own text.
  mutating func tag(_ own: StaticString) {
    own.withUTF8Buffer { renderText += String(decoding: $0, as: UTF8.self) }
  }

  /// Puts in words, whatever they are.
  mutating func words(_ words: some StringProtocol) { renderText += Self.escape(String(words)) }

  /// Words with the signs of HTML written as words.
  static func escape(_ words: String) -> String {
    var words = words
    let isPlain = words.withUTF8 { bytes in !bytes.contains(where: isSign) }
    if isPlain { return words }
    var out: [UInt8] = []
    out.reserveCapacity(words.utf8.count + 64)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// What a field offers.
  static func options(_ choices: [Choice]) -> Markup {
    var markup = Markup()
    for choice in choices {
      markup.tag("<option value=\"")
      markup.words(choice.value)
      if choice.isChosen { markup.tag("\" selected>") } else { markup.tag("\">") }
      markup.words(choice.name)
      markup.tag("</option>\n")
    }
    return markup
  }
}

/// Escapes the words of pages by their bytes; the library's own way goes from letter to letter.
struct PageContent: MustacheContentType {
  func escapeText(_ text: String) -> String { Markup.escape(text) }

  /// A template in which words are escaped so.
  static func template(_ text: String) throws -> MustacheTemplate {
    _ = registered
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + text)
  }

  private static let registered: Void = MustacheContentTypes.register(PageContent(), named: "PAGE")
}
