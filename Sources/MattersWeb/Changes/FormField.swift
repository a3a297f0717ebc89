import Mustache

/// A field of a form that makes a change.
struct FormField: MustacheParent {
  /// How it is filled in.
  enum Kind {
    case short
    case text
    case area
    case radios([Choice])
    case list([Choice])
    case hidden
    /// A file to upload; the form that has one sends its parts apart.
    case file
  }

  var name: String
  /// What it is called on the page, where another form may have a field of the same name.
  var id: String
  var label: String
  var kind: Kind
  var hint: String?
  var value: String
  var isRequired: Bool
  /// What was wrong with what was filled in.
  var problem: String?

  init(
    _ name: String, _ label: String, _ kind: Kind, hint: String? = nil, value: String? = nil,
    required: Bool = false, of form: String? = nil
  ) {
    self.name = name
    id = form.map { "\($0)-\(name)" } ?? name
    self.label = label
    self.kind = kind
    self.hint = hint
    self.value = value ?? ""
    isRequired = required
  }

  func child(named key: String) -> Any? {
    switch key {
    case "name": name
    case "id": id
    case "label": label
    case "value": value
    case "isRequired": isRequired
    // What a field lacks must not be looked for in what is around it.
    case "hint": hint ?? false
    case "problem": problem ?? false
    case "described": described ?? false
    case "isInput": isInput
    case "isShort": if case .short = kind { true } else { false }
    case "isArea": if case .area = kind { true } else { false }
    case "isHidden": if case .hidden = kind { true } else { false }
    case "isFile": if case .file = kind { true } else { false }
    case "isRadios": if case .radios = kind { true } else { false }
    case "isList": if case .list = kind { true } else { false }
    case "choices": choices
    default: nil
    }
  }

  private var isInput: Bool {
    switch kind {
    case .short, .text: true
    default: false
    }
  }

  private var described: String? {
    let ids = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-problem" }]
    let known = ids.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " ")
  }

  private var choices: [FieldChoice] {
    switch kind {
    case .radios(let choices), .list(let choices):
      choices.enumerated().map { index, choice in
        FieldChoice(
          choice: choice, name: name, id: index == 0 ? id : "\(id)-\(index + 1)",
          isChosen: value.isEmpty ? choice.isChosen : choice.value == value)
      }
    default: []
    }
  }
}

/// One of the things that a field offers.
private struct FieldChoice: MustacheParent {
  let choice: Choice
  let name: String
  let id: String
  let isChosen: Bool

  func child(named key: String) -> Any? {
    switch key {
    case "field": name
    case "id": id
    case "choice": choice.name
    case "choiceValue": choice.value
    case "isChosen": isChosen
    default: nil
    }
  }
}
