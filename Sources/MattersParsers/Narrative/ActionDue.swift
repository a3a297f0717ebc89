import MattersText

/// Reads by when an action is due, where that is set apart behind it.
enum ActionDue {
  private static let leads = [
    " deadline: ", " due: ", " due date: ", " by when: ", " timescale: ", " target date: ",
    " deadline ", " date due: ",
  ]

  /// The words without the date's own sentence, and the date.
  static func split(_ text: String) -> (text: String, due: String?) {
    for lead in leads {
      guard let place = text.place(of: lead),
        let due = DateReader.whole(String(text[place.upperBound...]))
      else { continue }
      return (String(text[..<place.lowerBound]), due)
    }
    // "(12 April 2024)" stays in the words.
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let due = DateReader.whole(String(text[open...]))
    {
      return (text, due)
    }
    return (text, nil)
  }
}
