import MattersText

/// A person as a list of those present prints one.
struct Person {
  /// The name as printed, without `Councillor`.
  var name: String
  /// `Councillor` or `Cllr`, where it is printed; one word for a list's plural.
  var title: String?
  /// The post, or what the person represents.
  var role: String?
  /// Whether the person leads the meeting.
  var office: PostWords.Office?
  /// Whom the person stands in for.
  var substitutingFor: String?
  /// Who stands in for the person, as printed: `(substitute: Councillor Ash)`.
  var substitute: String?
  /// Whether the list says that the person joined from afar.
  var isRemote = false
  /// Whether the name is one of a list under a plural: `Councillors Ash, Birch and Cole`.
  var isListed = false
  /// Whether the name was found at the end of the words before it.
  var isRunTogether = false
}

/// Reads lists of people: `Councillors: A Ash (Chairman), B Birch and C Cole`, `Councillor D Dale,
/// Cabinet Member - Finance, Property and Planning`, `Eve Elm, Head of Waste, Head of Roads`.
///
/// Posts without a name give nobody. Words that are neither a name nor a role are left alone.
struct PeopleList {
  private(set) var people: [Person] = []
  private var current: Person?
  private var listTitle: String?
  private var pendingRole: String?

  /// The people of a list.
  static func read(_ text: String) -> [Person] {
    var list = PeopleList()
    let pieces = Self.pieces(of: Self.withoutStop(text))
    for (index, piece) in pieces.enumerated() {
      list.take(piece, next: index + 1 < pieces.count ? pieces[index + 1] : nil)
    }
    list.close()
    return list.withoutFragments()
  }

  private mutating func close() {
    if let current { people.append(current) }
    current = nil
  }

  /// Where a list gives first names, single words are pieces of names that a converter mixed in
  /// from another cell.
  private func withoutFragments() -> [Person] {
    func isFragment(_ person: Person) -> Bool {
      person.isListed && !person.name.contains(" ") && !person.name.contains(".")
    }
    let hasFirstNames = people.count { $0.isListed && Self.hasFirstName($0.name) }
    return hasFirstNames > 0 && hasFirstNames >= people.count(where: isFragment)
      ? people.filter { !isFragment($0) } : people
  }

  /// Whether a name begins with a first name written out: a list that has initials or `Mrs` for
  /// some has bare surnames for the others, and nothing is amiss.
  private static func hasFirstName(_ name: String) -> Bool {
    guard let first = name.split(separator: " ").first, name.contains(" ") else { return false }
    let plain = first.lowercased().filter(\.isLetter)
    return first.count > 2 && !first.contains(".")
      && !["mrs", "miss", "prof", "rev", "revd", "sir", "dame", "lord", "lady", "alderman"]
        .contains(plain)
  }

  // MARK: - Pieces

  /// The list cut at commas and semicolons outside brackets, and at "and" before a title or
  /// between two names.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if depth == 0, character == "," || character == ";" {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    pieces.append(piece)
    let hasRoles = pieces.contains { piece in
      var words = withoutBrackets(piece).0.split(separator: " ")
      if words.first?.lowercased() == "the" { words.removeFirst() }
      let plain = words.joined(separator: " ")
      return PostWords.isPost(plain) && PostWords.office(plain) == nil
    }
    return pieces.flatMap { cutAtAnd($0, hasRoles: hasRoles) }
  }

  private static func cutAtAnd(_ piece: String, hasRoles: Bool) -> [String] {
    var words = piece.split(separator: " ")
    while let first = words.first, ["and", "&", "also", "plus"].contains(first.lowercased()) {
      words.removeFirst()
    }
    while let last = words.last, ["and", "&"].contains(last.lowercased()) { words.removeLast() }
    guard !words.isEmpty else { return [] }
    var depth = 0
    for index in words.indices.dropLast() {
      for byte in words[index].utf8 { depth += byte == 0x28 ? 1 : byte == 0x29 ? -1 : 0 }
      guard index > 0, depth <= 0, words[index].lowercased() == "and" || words[index] == "&" else {
        continue
      }
      let before = words[..<index]
      let after = words[(index + 1)...].drop { $0.lowercased() == "from" }
      let isBeforeTitle = Self.title(after.first ?? "") != nil
      let named = before.prefix { !$0.hasPrefix("(") }
      let bare = Self.title(named.first ?? "") == nil ? named : named.dropFirst()
      // In a list with roles, "and" may stand in a role: "Economic Growth and Skills".
      let isBetweenNames =
        !hasRoles && bare.allSatisfy { PostWords.isNameWord($0) } && bare.count <= 4
        && !bare.isEmpty
        && after.prefix(while: { !$0.hasPrefix("(") }).allSatisfy {
          PostWords.isNameWord($0) || $0.lowercased() == "and"
        }
      if isBeforeTitle || isBetweenNames {
        return [before.joined(separator: " ")]
          + cutAtAnd(after.joined(separator: " "), hasRoles: hasRoles)
      }
    }
    return [words.joined(separator: " ")]
  }

  // MARK: - Taking a piece

  private mutating func take(_ piece: String, next: String?) {
    let (plain, notes) = Self.withoutBrackets(piece)
    var words = plain.split(separator: " ").map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
    let startsWithThe = words.first?.lowercased() == "the"
    if startsWithThe { words.removeFirst() }
    if let at = words.prefix(9).firstIndex(where: { Self.title($0) != nil }) {
      // "the Leader of the Council Cllr A Ash": the role comes first.
      let before = words[..<at].joined(separator: " ")
      let (title, isPlural) = Self.title(words[at]) ?? ("Councillor", false)
      listTitle = isPlural ? title : nil
      close()
      begin(Array(words[(at + 1)...]), title: title)
      if !before.isEmpty, PostWords.isPost(before) { setRole(before) }
    } else {
      takeUntitled(words, startsWithThe: startsWithThe, notes: notes, next: next)
    }
    for note in notes { take(note: note) }
  }

  private mutating func takeUntitled(
    _ words: [String], startsWithThe: Bool, notes: [String], next: String?
  ) {
    let text = words.joined(separator: " ")
    guard !text.isEmpty else { return }
    let nextIsRole = next.map { PostWords.isPost(Self.withoutBrackets($0).0) } ?? false
    let nextHasTitle = next.map { Self.title($0.split(separator: " ").first ?? "") != nil } ?? false
    let nameEnd = words.firstIndex(where: { ["-", "–", "—"].contains($0) }) ?? words.count
    let hasOwnRole = nameEnd < words.count || notes.contains(where: { PostWords.isPost($0) })
    let nextIsName = next.map { PostWords.isName($0) } ?? false
    if PostWords.isPost(text), !PostWords.isName(words[..<nameEnd].joined(separator: " ")) {
      if let office = PostWords.office(text), current != nil, !startsWithThe {
        current?.office = office
      } else if nextHasTitle && (startsWithThe || current == nil)
        || startsWithThe && nextIsName
      {
        close()
        pendingRole = text
      } else if current?.role == nil, current != nil {
        setRole(text)
      } else if startsWithRepresentation(words), splitRunTogether() {
        setRole(text)
      } else if current?.title != nil {
        add(toRole: text)
      } else {
        close()  // a post without a name
      }
    } else if let title = listTitle, PostWords.isNameWord(words[0]), current?.role == nil {
      close()
      begin(words, title: title)
    } else if PostWords.isName(words[..<nameEnd].joined(separator: " ")),
      hasOwnRole || nextIsRole || current?.role == nil && current?.title == nil
    {
      close()
      begin(words, title: nil)
    } else {
      add(toRole: text)
    }
  }

  /// A role goes on after a comma: "Cabinet Member - Finance, Property and Planning".
  private mutating func add(toRole text: String) {
    if let role = current?.role { current?.role = "\(role), \(text)" }
  }

  /// "..., Representative of", "..., Parent governor": words that begin a co-opted member's role.
  private func startsWithRepresentation(_ words: [String]) -> Bool {
    ["representative", "representing", "parent", "diocesan", "co-opted", "governor"]
      .contains(words.first?.lowercased() ?? "")
  }

  /// Takes a name off the end of the role before it, where a converter ran two lines together.
  private mutating func splitRunTogether() -> Bool {
    guard let role = current?.role else { return false }
    let words = role.split(separator: " ")
    guard words.count >= 4 else { return false }
    let name = words.suffix(2).joined(separator: " ")
    guard PostWords.isName(name) else { return false }
    current?.role = words.dropLast(2).joined(separator: " ")
    close()
    current = Person(name: name, isRunTogether: true)
    return true
  }

  /// Starts a person from the words after a title, or from a bare name.
  private mutating func begin(_ words: [String], title: String?) {
    let end = words.firstIndex { !PostWords.isNameWord($0) } ?? words.count
    guard end > 0, end <= 5 else { return }
    current = Person(
      name: words[..<end].joined(separator: " "), title: title,
      isListed: title != nil && title == listTitle)
    var rest = words[end...]
    while let first = rest.first, ["-", "–", "—", "as"].contains(first) { rest = rest.dropFirst() }
    if let first = rest.first, ["the"].contains(first.lowercased()) { rest = rest.dropFirst() }
    let role = rest.joined(separator: " ")
    if let office = PostWords.office(role) {
      current?.office = office
    } else if PostWords.isPost(role) || role.lowercased().hasPrefix("representing") {
      setRole(role)
    }
    if let role = pendingRole {
      setRole(role)
      pendingRole = nil
    }
  }

  private mutating func setRole(_ role: String) {
    if let office = PostWords.office(role) {
      current?.office = office
    } else {
      current?.role = role
    }
  }

  private mutating func take(note: String) {
    guard current != nil else { return }
    let key = MatchKey(note).description
    if let office = PostWords.office(note) {
      current?.office = office
    } else if key.hasPrefix("substitut") || key.hasPrefix("as substitute")
      || key.hasSuffix("substituting")
      || key.hasSuffix("as substitute")
    {
      let words = note.split(separator: " ")
      if let at = words.firstIndex(where: { Self.title($0) != nil }),
        !words[..<at].contains(where: { ["for", "of"].contains($0.lowercased()) })
      {
        current?.substitute = words[at...].joined(separator: " ")
      } else if let at = words.firstIndex(where: { ["for", "of"].contains($0.lowercased()) }) {
        let rest = words[(at + 1)...].drop { Self.title($0) != nil }
        current?.substitutingFor = Self.trimmed(rest.joined(separator: " "))
      }
    } else if ["remote", "remotely", "virtual", "virtually", "online", "via", "by video"]
      .contains(where: { key.hasPrefix($0) })
    {
      current?.isRemote = true
    } else if PostWords.isPost(note), current?.role == nil {
      current?.role = note
    }
  }

  // MARK: - Words

  /// `Councillor` or `Cllr` as one person's title, and whether the word was a plural.
  static func title(_ word: some StringProtocol) -> (title: String, isPlural: Bool)? {
    // Marks and brackets may stand around the word.
    guard let first = word.utf8.first(where: { $0.isLetter || $0 >= 0x80 }),
      first | 0x20 == 0x63 || first >= 0x80
    else { return nil }
    return switch word.lowercased().filter(\.isLetter) {
    case "councillor": ("Councillor", false)
    case "councillors": ("Councillor", true)
    case "cllr", "clir", "clr": ("Cllr", false)
    case "cllrs": ("Cllr", true)
    default: nil
    }
  }

  private static func withoutBrackets(_ piece: String) -> (String, [String]) {
    guard piece.contains("(") || piece.contains(")") else { return (piece, []) }
    var plain = ""
    var notes: [String] = []
    var note = ""
    var depth = 0
    for character in piece {
      if character == "(" {
        depth += 1
      } else if character == ")" {
        if depth == 1, !note.isEmpty { notes.append(note) }
        depth = max(0, depth - 1)
        if depth == 0 { note = "" }
      } else if depth > 0 {
        note.append(character)
      } else {
        plain.append(character)
      }
    }
    return (plain, notes)
  }

  /// A word without the marks that cling to it.
  private static func trimmed(_ word: String) -> String {
    var word = Substring(word)
    while let last = word.last, ":;,".contains(last) { word = word.dropLast() }
    return String(word)
  }

  /// A list without its closing full stop, which is no initial's.
  private static func withoutStop(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text = text.dropLast() }
    guard text.last == "." else { return String(text) }
    let word = text.dropLast().reversed().prefix { $0.isLetter }
    return String(word.count > 1 ? text.dropLast() : text)
  }
}
