import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import Mustache

/// A question that only a person can answer, as it is shown.
struct QuestionCard: MustacheParent {
  let question: ReviewQuestion
  let quotations: [Int64: RecordQuotation]
  var problem: FormProblem?

  func child(named key: String) -> Any? {
    switch key {
    case "code": question.code
    case "because": question.because.prefix(1).uppercased() + question.because.dropFirst()
    case "recordKind": question.recordKind.inWords
    case "bodyName": question.body
    case "own": quotations[question.record].map { QuotationView($0) as Any } ?? false
    case "candidates":
      question.candidates.compactMap { candidate in
        quotations[candidate.record].map { QuotationView($0, reference: candidate.reference) }
      }
    case "fields": fields
    case "problem": false
    default: nil
    }
  }

  /// Each field has a name of its own on the page, and the same in what is sent.
  private var fields: [FormField] {
    if question.kind == .conflictingEdit { return editFields }
    var choices: [Choice] = []
    for reference in question.candidates.compactMap(\.reference)
    where !choices.contains(where: { $0.value == reference }) {
      choices.append(Choice("It is \(reference)", value: reference))
    }
    choices.append(Choice("It is another", value: "other"))
    choices.append(
      Choice(question.candidates.isEmpty ? "It is settled" : "It is none of these", value: "none"))
    let code = question.code
    return FormProblem.marked(
      [
        FormField("answer", "What is it?", .radios(choices), of: code),
        FormField(
          "to", "Reference of the other", .short, hint: "Only if it is another", of: code),
        FormField("note", "Why, if you want to say", .text, of: code),
      ], problem)
  }
}

extension QuestionCard {
  /// What was typed into a tracker holds, or what stood there before.
  fileprivate var editFields: [FormField] {
    let reference = question.candidates.first?.reference ?? ""
    let choices = [
      Choice("What was typed holds", value: reference),
      Choice("It stays as it stands here", value: "none"),
    ]
    return FormProblem.marked(
      [FormField("answer", "Which holds?", .radios(choices), of: question.code)], problem)
  }
}

/// Lines of a paper that a card quotes.
struct QuotationView: MustacheParent {
  private let quoted: RecordQuotation
  private let reference: String?

  init(_ quoted: RecordQuotation, reference: String? = nil) {
    self.quoted = quoted
    self.reference = reference
  }

  func child(named key: String) -> Any? {
    switch key {
    case "address": Address.paper(quoted.paper, marking: quoted.lines)
    case "paperName": quoted.name
    case "place": quoted.lines.inWords
    case "sourceLines": QuotedLines.values(quoted.quotation, quoted.lines, quoted.record)
    case "reference": reference ?? false
    case "thread": reference.map { Address.thread($0) } ?? false
    default: nil
    }
  }
}
