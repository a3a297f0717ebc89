import MattersText

/// A letter as an e-mail that has not been sent: RFC 5322 with MIME, as mail programs open it.
enum MailMessage {
  /// The message, its lines ended by carriage return and line feed.
  static func text(_ letter: Letter, code: String, from: String) -> String {
    let to =
      letter.email.map { addressed(phrase(letter.recipient), "<\($0)>") }
      // A group without members: a mail program shows the name and asks for the address.
      ?? group(phrase(letter.recipient))
    let headers = [
      "From: \(mailbox(from))",
      "To: \(to)",
      "Subject: \(subject(letter.title))",
      "Date: \(letter.date.weekday.prefix(3)), \(two(letter.date.day)) \(month(letter.date)) "
        + "\(letter.date.year) 09:00:00 +0000",
      // Tells mail programs that it is a draft.
      "X-Unsent: 1",
      "X-Matters-Letter: \(code)",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ]
    return headers.map { $0 + "\r\n" }.joined() + "\r\n" + quotedPrintable(letter.text)
  }

  // MARK: - Headers

  /// `Name <address>`, an address alone, or a name alone, which gets an address that cannot be.
  private static func mailbox(_ words: String) -> String {
    if let open = words.firstIndex(of: "<"), words.hasSuffix(">") {
      let name = words[..<open].trimmed
      let address = words[open...]
      return name.isEmpty ? String(address) : addressed(phrase(name), String(address))
    }
    return words.contains("@") ? words : addressed(phrase(words), "<unsent@matters.invalid>")
  }

  /// A group without members; an encoded word ends in a space.
  private static func group(_ phrase: String) -> String {
    phrase + (phrase.hasSuffix("?=") ? " :;" : ":;")
  }

  /// A display name and an address, on two lines where one would be too long.
  private static func addressed(_ phrase: String, _ address: String) -> String {
    phrase + (phrase.utf8.count + address.utf8.count > 68 ? "\r\n " : " ") + address
  }

  /// A display name: a quoted string, or encoded words where it is not ASCII.
  private static func phrase(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), name.utf8.count < 60,
      !name.contains("=?")
    else {
      return encodedWords(name)
    }
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// A subject, folded between words, or as encoded words where it is not ASCII.
  private static func subject(_ words: String) -> String {
    guard words.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), !words.contains("=?") else {
      return encodedWords(words)
    }
    var out = ""
    var length = 9
    for (index, word) in words.split(separator: " ").enumerated() {
      if length + word.utf8.count > 74, index > 0 {
        out += "\r\n " + word
        length = 1 + word.utf8.count
      } else {
        out += (index > 0 ? " " : "") + word
        length += 1 + word.utf8.count
      }
    }
    return out
  }

  /// RFC 2047: words in base64, none longer than 75 letters, no character cut in two.
  private static func encodedWords(_ words: String) -> String {
    var pieces: [String] = []
    var piece: [UInt8] = []
    for scalar in words.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if piece.count + bytes.count > 39 {
        pieces.append("=?utf-8?B?\(base64(piece))?=")
        piece = []
      }
      piece += bytes
    }
    pieces.append("=?utf-8?B?\(base64(piece))?=")
    return pieces.joined(separator: "\r\n ")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func month(_ date: PlainDate) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[(date.month - 1) % 12]
  }

  // MARK: - Encodings

  /// Bytes as base64.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let rest = bytes[at..<min(at + 3, bytes.count)]
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | UInt32(at + offset < bytes.count ? bytes[at + offset] : 0)
      }
      for place in 0..<4 {
        let digit = digits[Int(group >> UInt32(18 - 6 * place)) & 63]
        out.append(place <= rest.count ? digit : 0x3D)
      }
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Text as quoted-printable: lines of 76 letters at the most, none that ends in a space.
  static func quotedPrintable(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bytes = Array(line.utf8)
      var length = 0
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isPlain =
          byte > 0x20 && byte < 0x7F && byte != 0x3D
          || byte == 0x20 && !isLast
            // A line that begins with a full stop, or with From, is changed on its way by some.
            && !(length == 0 && byte == 0x20 && bytes.count == 1)
        let isRisky = length == 0 && (byte == 0x2E || byte == 0x46)
        let letters: [UInt8] =
          isPlain && !isRisky ? [byte] : [0x3D, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        if length + letters.count > 75 {
          out += [0x3D, 0x0D, 0x0A]
          length = 0
        }
        out += letters
        length += letters.count
      }
      out += [0x0D, 0x0A]
    }
    // The last line of the text ended; what is after it is no line.
    if text.hasSuffix("\n") { out.removeLast(2) }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Letter {
  /// The letter as an e-mail that has not been sent.
  ///
  /// - Parameters:
  ///   - code: the name by which it is told that it was sent.
  ///   - from: `Name <address>`, or a name.
  public func mail(code: String, from: String) -> String {
    MailMessage.text(self, code: code, from: from)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var words = self
    while words.last?.isWhitespace == true { words.removeLast() }
    while words.first?.isWhitespace == true { words.removeFirst() }
    if words.hasPrefix("\""), words.hasSuffix("\""), words.count > 1 {
      words = words.dropFirst().dropLast()
    }
    return String(words)
  }
}
