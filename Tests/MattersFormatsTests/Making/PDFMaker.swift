/// Makes PDF files with the lines of a text in one fixed-width face.
enum PDFMaker {
  /// A PDF with some pages of lines; `extra` goes into the trailer.
  static func pdf(_ pages: [[String]], extra: String = "") -> [UInt8] {
    pdf(
      streams: pages.map { lines in
        let words = lines.map { "(\(escaped($0))) '" }.joined(separator: "\n")
        return "BT /F1 9 Tf 11 TL 40 800 Td\n\(words)\nET"
      }, extra: extra)
  }

  /// A PDF of pages whose words are placed by PDF's own operators.
  static func pdf(streams: [String], extra: String = "") -> [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    var kids: [String] = []
    for stream in streams {
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents \(objects.count) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
    var out = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(out.utf8.count)
      out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = out.utf8.count
    out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      out += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    out += "trailer << /Size \(objects.count + 1) /Root 1 0 R \(extra) >>\n"
    return Array("\(out)startxref\n\(start)\n%%EOF".utf8)
  }

  /// The lines of a text folded to a width and put on pages, as an office program prints it.
  static func pdf(text: String, width: Int = 95) -> [UInt8] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var current = ""
      for word in line.split(separator: " ") {
        if !current.isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = ""
        }
        current += (current.isEmpty ? "" : " ") + word
      }
      lines.append(current)
    }
    let pages = stride(from: 0, to: lines.count, by: 68).map {
      Array(lines[$0..<min($0 + 68, lines.count)])
    }
    return pdf(pages)
  }

  /// The words as a PDF string: octal for what is no plain ASCII.
  static func escaped(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case "(", ")", "\\": "\\\(scalar)"
      case "\u{2018}": "\\221"
      case "\u{2019}": "\\222"
      case "\u{201C}": "\\223"
      case "\u{201D}": "\\224"
      case "\u{2013}": "\\226"
      case "\u{A3}": "\\243"
      case "\u{2022}": "\\225"
      case "\u{FC}": "\\374"
      default: scalar.isASCII ? String(scalar) : "?"
      }
    }.joined()
  }
}
