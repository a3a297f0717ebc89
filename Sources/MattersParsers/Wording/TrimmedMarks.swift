extension String {
  /// The text without blanks and closing marks around it.
  var trimmingMarks: String {
    var text = Substring(self)
    while let first = text.first, first == " " { text = text.dropFirst() }
    while let last = text.last, " .,;:".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
