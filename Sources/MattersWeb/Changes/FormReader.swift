import MattersLinker
import MattersRegister
import MattersText

/// Reads what a person filled in, and says what is wrong with it.
struct FormReader: Sendable {
  let fields: FormFields
  /// Who fills it in.
  let person: String
  let today: PlainDate

  subscript(_ name: String) -> String? { fields[name] }

  /// A day that is past, and not before a matter was raised.
  func day(_ name: String, since raised: PlainDate?) throws -> PlainDate {
    guard let day = try anyDay(name) else {
      throw WebError.badForm("Give the day, such as 2024-03-12 or 12 March 2024.", field: name)
    }
    if let raised, day < raised {
      throw WebError.badForm(
        "The day is before it was asked, on \(raised.inWords).", field: name)
    }
    guard day <= today else { throw WebError.badForm("The day is still to come.", field: name) }
    return day
  }

  /// A day, past or to come, where one is given.
  func anyDay(_ name: String) throws -> PlainDate? {
    guard let words = fields[name] else { return nil }
    guard let day = DayField.read(words) else {
      throw WebError.badForm("Give the day, such as 2024-03-12 or 12 March 2024.", field: name)
    }
    return day
  }

  /// Words that have to be there.
  func words(_ name: String, _ advice: String, most: Int) throws -> String {
    guard let words = fields[name], words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw WebError.badForm(advice + ".", field: name)
    }
    guard words.count <= most else {
      throw WebError.badForm("\(advice) in at most \(most) characters.", field: name)
    }
    // A browser ends lines as forms do.
    return words.replacing("\r\n", with: "\n")
  }

  /// Words that may be left out.
  func note(_ name: String = "note") throws -> String? {
    guard let words = fields[name] else { return nil }
    guard words.count <= 2000 else {
      throw WebError.badForm("Give at most 2000 characters.", field: name)
    }
    return words.replacing("\r\n", with: "\n")
  }

  /// Words that may be left out, in one of the matter's own parts.
  func short(_ name: String, most: Int) throws -> String? {
    fields[name] == nil ? nil : try words(name, "Give words", most: most)
  }

  /// A matter that a person names by its reference or id.
  func matter(_ name: String, in register: Register) throws -> RegisteredMatter {
    let words = try words(name, "Give a reference, such as PSC/23-24/IR01", most: 200)
    do {
      return try register.matter(named: words)
    } catch RegisterError.unknown, RegisterError.ambiguous {
      throw WebError.badForm("There is no matter with this reference: \(words).", field: name)
    }
  }

  /// A word of a vocabulary, where one is chosen.
  func word<Word: RawRepresentable<String>>(_ name: String, _ type: Word.Type) throws -> Word? {
    guard let words = fields[name] else { return nil }
    guard let word = Word(rawValue: words) else {
      throw WebError.badForm("There is no such choice. Choose one.", field: name)
    }
    return word
  }
}
