import ArgumentParser
import MattersArising
import MattersLinker
import MattersReports

/// What a command that enters something answers: one line, or one object.
struct EntryAnswer {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  private let matter: RegisteredMatter
  private let what: String
  private let day: PlainDate
  private let person: String
  private let then: String?

  /// The answer on one matter.
  ///
  /// - Parameter then: what follows from it.
  init(
    _ matter: RegisteredMatter, _ what: String, on day: PlainDate, by person: String,
    then: String? = nil
  ) {
    self.matter = matter
    self.what = what
    self.day = day
    self.person = person
    self.then = then
  }

  /// Writes the answer.
  func write(_ format: Format) {
    switch format {
    case .text:
      let rest = then.map { "; \($0)" } ?? ""
      Console.write("\(matter.reference): \(what), \(day.iso), entered by \(person)\(rest).\n")
    case .json:
      var json = JSONText()
      json.beginObject()
      json.field("id", matter.reference)
      json.field("entered", what)
      json.field("date", day.iso)
      json.field("entered_by", person)
      json.field("then", then)
      json.field("kind", matter.matter.kind.rawValue)
      json.field("body", matter.matter.body)
      json.field("text", matter.matter.text)
      json.field("owner", matter.matter.responsible ?? matter.matter.addressedTo)
      json.field(
        "state",
        matter.matter.events.last.flatMap {
          matter.matter.position(.endOf($0.date))?.state.rawValue
        })
      json.endObject()
      Console.write(json.text + "\n")
    }
  }
}
