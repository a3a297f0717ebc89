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
      "\(what) of \(ListRow.inWords(entry.date)), entered by \(entry.person), \(entry.at)"
    case "note": false
    case "takenBack":
      entry.takenBackBy.map { "Taken back by \($0), \(entry.takenBackAt ?? "")" as Any } ?? false
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
    case "what": "\(what), said by \(verdict.person), \(verdict.at)"
    default: nil
    }
  }

  private var what: String {
    switch verdict.word {
    case .link: "A record belongs to \(verdict.reference ?? "")"
    case .unlink: "A record does not belong to \(verdict.reference ?? "")"
    case .dismiss: "Nothing more is to be asked of a record"
    case .reopen: "Taken back"
    }
  }
}
