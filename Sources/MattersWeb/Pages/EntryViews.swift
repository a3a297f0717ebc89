import MattersLinker
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// What a person entered, with the way to take it back.
struct EntryView: MustacheParent {
  let entry: EntryLine

  func child(named key: String) -> Any? {
    switch key {
    case "entry": entry.id
    case "what":
      "\(what) of \(ListRow.inWords(entry.date)), entered by \(entry.person), \(TimeOfDay.inWords(entry.at))"
    case "note": false
    case "takenBack":
      entry.takenBackBy.map {
        "Taken back by \($0), \(TimeOfDay.inWords(entry.takenBackAt ?? ""))" as Any
      } ?? false
    default: nil
    }
  }

  private var what: String {
    switch entry.kind {
    case .completed: "Completion"
    case .responded: "Answer"
    case .judged: "Correction"
    case .received: "Receipt"
    case .noticed: "Written notice"
    case .assigned: "Owner"
    case .corrected: "Correction of what was read"
    case .retracted: "Taking back"
    case .noted: "Note"
    case .chased: "Letter"
    default: "Entry"
    }
  }
}

/// What a person said of where a record belongs, with the way to take it back.
struct VerdictView: MustacheParent {
  let verdict: VerdictLine
  /// The matter on whose page it is shown, if it is one.
  var of: String?

  func child(named key: String) -> Any? {
    switch key {
    case "verdict": verdict.id
    case "of": of ?? ""
    case "undo": of == nil ? "/review/undo" : "/change/undo"
    case "isHeld": verdict.isHeld
    case "note": verdict.note ?? false
    case "what": "\(what), said by \(verdict.person), \(TimeOfDay.inWords(verdict.at))"
    case "place": place.map { $0 as Any } ?? false
    case "address": address.map { $0 as Any } ?? false
    default: nil
    }
  }

  private var place: String? {
    guard let name = verdict.name, let lines = verdict.lines else { return nil }
    return "\(name), \(lines.inWords)"
  }

  private var address: String? {
    guard let paper = verdict.paper, let lines = verdict.lines else { return nil }
    return Address.paper(paper, marking: lines)
  }

  private var what: String {
    switch verdict.word {
    case .link: "It belongs to \(verdict.reference ?? "")"
    case .unlink: "It does not belong to \(verdict.reference ?? "")"
    case .dismiss: "Nothing more is to be asked of it"
    case .reopen: "Taken back"
    }
  }
}

/// A moment as people say it.
enum TimeOfDay {
  /// The day and the time of a moment in ISO 8601: `21 November 2026, 16:28 UTC`.
  static func inWords(_ moment: String) -> String {
    let parts = moment.split(separator: "T")
    guard parts.count == 2, moment.hasSuffix("Z"), let day = PlainDate(iso: String(parts[0]))
    else { return moment }
    return "\(day.inWords), \(parts[1].prefix(5)) UTC"
  }
}
