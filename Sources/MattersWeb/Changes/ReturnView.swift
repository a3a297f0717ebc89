import MattersIngest
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports

/// An edited tracker before what was typed into it is taken in.
struct ReturnPreview {
  let name: String
  let preview: TrackerPreview

  var values: [String: Any] {
    let waiting = preview.edits.count { $0.against != nil }
    var values: [String: Any] = [
      "paperName": name,
      "facts": [
        Fact("Rows that say something new", String(preview.edits.count - waiting)),
        Fact("At odds with another word; a person decides", waiting > 0 ? String(waiting) : nil),
        Fact("Rows that say nothing new", String(preview.unchanged)),
        Fact(
          "Rows of which nothing is known",
          preview.unknown.isEmpty ? nil : String(preview.unknown.count)),
      ].compactMap { $0 },
      "hasEdits": !preview.edits.isEmpty,
      "sections": [edits, unknown].compactMap { $0 },
    ]
    if preview.edits.isEmpty {
      values["nothing"] = "Nothing in it is new: there is nothing to take in."
    }
    return values
  }

  private var edits: DeskSection? {
    PlainTable(
      ReportTable(
        caption: "What would be entered, each under its reference",
        columns: ["Reference", "What was typed", "Words", "At odds with"],
        rows: preview.edits.map { edit in
          [
            edit.reference, EventView(event: edit.event, papers: [:]).happened,
            edit.event.response ?? "", edit.against ?? "",
          ]
        })
    ) { column, words in column == "Reference" ? Address.thread(words) : nil }
    .map { DeskSection(heading: "What was typed", empty: "", table: $0) }
  }

  private var unknown: DeskSection? {
    PlainTable(
      ReportTable(
        caption: "Rows that no matter is known for; nothing is entered for them",
        columns: ["Row", "Words"], rows: preview.unknown.map { [String($0.line), $0.words] })
    ).map { DeskSection(heading: "Not known", empty: "", table: $0) }
  }
}

/// What taking an edited tracker in did.
struct ReturnView {
  let name: String
  let outcome: TrackerOutcome

  var page: DeskView {
    DeskView(
      title: "What was taken in from \(name)", above: ("Upload a paper", "/upload"),
      sections: [
        section("Entered", outcome.taken, empty: "Nothing new."),
        section(
          "At odds with another word: decide in review", outcome.waiting, empty: "Nothing."),
      ])
  }

  private func section(_ heading: String, _ references: [String], empty: String) -> DeskSection {
    DeskSection(
      heading: heading, empty: empty,
      table: PlainTable(
        ReportTable(
          caption: heading, columns: ["Reference"], rows: references.map { [$0] })
      ) { _, words in Address.thread(words) })
  }
}
