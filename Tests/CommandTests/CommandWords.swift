/// The words of a command line, split without a shell.
struct CommandWords: Equatable {
  var words: [String] = []
  /// The file after `<`.
  var input: String?

  /// Splits a line at blanks outside quotes; `$NAME` is replaced outside single quotes.
  init(_ line: String, variables: [String: String] = [:]) {
    var word: String?
    var quote: Character?
    var isInput = false
    var found = CommandWords()
    func finish() {
      guard let done = word else { return }
      if isInput { found.input = done } else { found.words.append(done) }
      word = nil
      isInput = false
    }
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case " " where quote == nil: finish()
      case "<" where quote == nil:
        finish()
        isInput = true
      case "'" where quote != "\"", "\"" where quote != "'":
        quote = quote == nil ? character : nil
        word = word ?? ""
      case "$" where quote != "'":
        let name = String(rest.prefix { $0.isLetter || $0 == "_" })
        rest = rest.dropFirst(name.count)
        word = (word ?? "") + (variables[name] ?? "$" + name)
      default: word = (word ?? "") + String(character)
      }
    }
    finish()
    self = found
  }

  private init() {}
}
