import MattersBlocks
import MattersRecords
import MattersText

/// Reads sentences of minutes that tell who sent apologies, who stood in, and who came as a guest.
///
/// `Apologies were received from ...`, `Councillor Ash substituted for Councillor Birch.`
enum ApologyReader {
  /// Reads a block of a minute; `ofSubstitutes` where the minute's title says that it is of them.
  static func read(
    _ index: Int, of paper: Paper, ofSubstitutes: Bool = false, _ roll: inout AttendanceRoll,
    into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    let bytes = paper.clean.bytes
    let apologises = paper.has(block, "apolog")
    let substitutes = paper.has(block, "substitut") || paper.has(block, "in place of")
    let visits =
      roll.isExecutive && paper.has(block, "councillor")
      && (paper.has(block, "presented") || paper.has(block, "introduced"))
    guard apologises || substitutes || visits || ofSubstitutes else { return }
    for sentence in Sentences.split(bytes, block.text) {
      let text = paper.text(sentence)
      let lines = paper.lines(of: sentence)
      if apologises, bytes.contains("apolog", in: sentence), let list = apologies(text) {
        for person in PeopleList.read(list) {
          var person = person
          person.substitutingFor = nil
          let (capacity, doubt) = absentee(person, isExecutive: roll.isExecutive)
          roll.add(
            person, .apologies, as: capacity, lines: lines, blocks: index..<index + 1, doubt: doubt,
            into: &sink)
          guard let words = person.substitute, var standIn = PeopleList.read(words).first else {
            continue
          }
          standIn.substitutingFor = person.name
          roll.add(
            standIn, .present, as: .substitute, lines: lines, blocks: index..<index + 1, into: &sink
          )
        }
      } else if substitutes || ofSubstitutes, let (person, absent) = substitute(text) {
        var person = person
        person.substitutingFor = absent
        roll.add(
          person, .present, as: .substitute, lines: lines, blocks: index..<index + 1, into: &sink)
      } else if visits, let guest = visitor(text), !roll.holds(guest.name) {
        roll.add(
          guest, .present, as: .guest, lines: lines, blocks: index..<index + 1,
          doubt: "named in the narrative as presenting, not in the list of those present",
          into: &sink)
      }
    }
  }

  /// The list in a sentence of apologies.
  private static func apologies(_ text: String) -> String? {
    for lead in [
      "from ", "on behalf of ", "given by ", "sent by ", "apologies for absence: ", "apologies: ",
    ] {
      guard let start = text.lowercasedRange(of: lead) else { continue }
      var rest = String(text[start...])
      for stop in [
        " who ", " whose ", " due to ", " because ", " owing to ", " as they ", " with ",
        " and their ",
      ] {
        if let place = rest.place(of: stop) { rest = String(rest[..<place.lowerBound]) }
      }
      while let last = rest.last, ". ".contains(last) { rest.removeLast() }
      return rest
    }
    return nil
  }

  private static func absentee(
    _ person: Person, isExecutive: Bool
  ) -> (Capacity?, String?) {
    if person.title != nil || isExecutive { return (.member, nil) }
    if let role = person.role, PostWords.isPost(role) {
      let isRepresentative = MatchKey.words(role).contains {
        ["representative", "governor"].contains($0)
      }
      return (isRepresentative ? .coOptee : .officer, nil)
    }
    return (.coOptee, "apologies of somebody without a councillor's title")
  }

  /// Who stood in, and for whom.
  private static func substitute(_ text: String) -> (Person, String)? {
    let leads = [
      "substituted for ", "substituting for ", "substitute for ", "in place of ",
      "as a substitute on behalf of ", "substitutes for ", "substitute member for ",
      " for councillor ",
      " for cllr ",
    ]
    for lead in leads {
      guard let place = text.place(of: lead) else { continue }
      let before = text[..<place.lowerBound]
      // " for Councillor Birch": the title belongs to the name.
      let after =
        lead.hasPrefix(" for ")
        ? text.utf8.index(place.lowerBound, offsetBy: 5) : place.upperBound
      guard let absent = PeopleList.read(trimmed(String(text[after...]))).first else { continue }
      // The first person of the sentence, where it begins with one.
      guard let person = PeopleList.read(String(before)).last,
        person.title != nil || absent.title != nil
      else { continue }
      return (person, absent.name)
    }
    return nil
  }

  /// The guest of a Cabinet: `Councillor Ash, chair of the task group, presented its report`.
  private static func visitor(_ text: String) -> Person? {
    let pieces = text.split(separator: ",", maxSplits: 2)
    guard pieces.count == 3, let title = pieces[0].split(separator: " ").first,
      PeopleList.title(title) != nil, PostWords.isPost(pieces[1]), pieces[1].utf8.count <= 120,
      let verb = pieces[2].split(separator: " ").first,
      ["presented", "introduced", "attended", "addressed"].contains(verb.lowercased())
    else { return nil }
    guard let person = PeopleList.read("\(pieces[0]),\(pieces[1])").first, let role = person.role,
      !AttendanceRoll.isOfCabinet(role)
    else { return nil }
    return person
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while let last = text.last, ". ".contains(last) { text.removeLast() }
    return text
  }
}
