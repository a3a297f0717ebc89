import Hummingbird
import MattersRecords
import MattersReports
import Mustache

/// Turns a page's values into its bytes.
struct PageRenderer: Sendable {
  private let library: MustacheLibrary

  init() throws {
    library = MustacheLibrary(
      templates: try Templates.all.mapValues { try PageContent.template($0) })
  }

  /// The page of a template; a name that no template has gives an empty page.
  func page(_ template: String, _ values: PageValues) -> ByteBuffer {
    ByteBuffer(string: library.render(values, withTemplate: template) ?? "")
  }
}

/// The values of a page and of what every page has.
///
/// It answers for each name itself, so that nothing is looked up by reflection.
struct PageValues: MustacheParent {
  /// The page's own values.
  var own: [String: Any]
  /// The page's title.
  var title: String
  /// The ways to other pages.
  var nav: [NavItem]

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "nav": nav
    case "style": StyleSheet.name
    // Nothing else may stand on a page without being escaped.
    case let name where name.hasSuffix("Markup"): own[name] as? Markup
    default: own[name]
    }
  }

  /// One way to another page.
  struct NavItem: MustacheParent {
    var name: String
    var address: String
    var isHere: Bool

    func child(named key: String) -> Any? {
      switch key {
      case "name": name
      case "address": address
      case "isHere": isHere
      default: nil
      }
    }
  }
}

/// Something that can be chosen in a form.
struct Choice: MustacheParent {
  var name: String
  var value: String
  var isChosen: Bool

  init(_ name: String, value: String? = nil, chosen: String? = nil) {
    self.name = name
    self.value = value ?? name
    isChosen = self.value == chosen
  }

  func child(named key: String) -> Any? {
    switch key {
    case "name": name
    case "value": value
    case "isChosen": isChosen
    default: nil
    }
  }
}

/// A thing that is said of something, with its name.
struct Fact: MustacheParent {
  var name: String
  var value: String
  var link: String?

  /// A fact, or nothing where there is nothing to say.
  init?(_ name: String, _ value: String?, link: String? = nil) {
    guard let value, !value.isEmpty else { return nil }
    self.name = name
    self.value = value
    self.link = link
  }

  func child(named key: String) -> Any? {
    switch key {
    case "name": name
    case "value": value
    // A fact without an address must not find the one of what is around it.
    case "link": link ?? false
    default: nil
    }
  }
}

/// A state as its tag says it.
struct StateTag {
  /// The words.
  var words: String
  /// How the tag is coloured, beside its words.
  var style: String

  init(_ state: MatterState) {
    words = state.inWords.prefix(1).uppercased() + state.inWords.dropFirst()
    style =
      switch state {
      case .pending, .holding, .partlyAnswered, .unknown: "waits"
      case .answered, .refused: "said"
      case .completed: "done"
      case .withdrawn, .discontinued: "gone"
      }
  }
}

/// A run of words, marked or not.
struct Run: MustacheParent {
  var words: String
  var isMarked: Bool

  func child(named key: String) -> Any? {
    switch key {
    case "run": words
    case "isMarked": isMarked
    default: nil
    }
  }
}

/// Where a list's other pages are.
struct Pager: MustacheParent {
  var number: Int
  var last: Int
  private var previous: String?
  private var following: String?

  /// The pager of a list, or nothing where it has one page.
  init?(page: Int, count: Int, perPage: Int, address: (Int) -> String) {
    last = max(1, (count + perPage - 1) / perPage)
    guard last > 1 else { return nil }
    number = min(max(1, page), last)
    previous = number > 1 ? address(number - 1) : nil
    following = number < last ? address(number + 1) : nil
  }

  func child(named key: String) -> Any? {
    switch key {
    case "number": number
    case "last": last
    case "previous": previous ?? false
    case "following": following ?? false
    default: nil
    }
  }
}
