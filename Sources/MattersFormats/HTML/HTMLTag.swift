import MattersText

/// What an HTML element means to a reader of papers.
enum HTMLTag {
  /// Its words are in a paragraph of their own.
  case block
  /// It marks words inside a paragraph.
  case inline
  case bold
  case struck
  case lineBreak
  case heading(Int)
  case list(isOrdered: Bool)
  case listItem
  case term
  case definition
  case table
  case tableHead
  case row
  case cell(isHeader: Bool)
  case image
  case preformatted
  /// The article of a page: what stands in it is never the site's.
  case article
  /// The page's name, which ends with the site's.
  case pageName
  /// Nothing of it is words of the paper.
  case dropped(DroppedElement)

  /// The kind of an element by its name.
  static func of(_ name: String) -> HTMLTag {
    switch name {
    case "b", "strong": .bold
    case "s", "strike", "del": .struck
    case "br": .lineBreak
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading(Int(name.dropFirst()) ?? 1)
    case "ul", "menu", "dir": .list(isOrdered: false)
    case "ol": .list(isOrdered: true)
    case "li": .listItem
    case "dt": .term
    case "dd": .definition
    case "table": .table
    case "thead": .tableHead
    case "tr": .row
    case "td": .cell(isHeader: false)
    case "th": .cell(isHeader: true)
    case "img": .image
    case "pre", "xmp", "listing": .preformatted
    case "main", "article": .article
    case "title": .pageName
    case "nav": .dropped(.navigation)
    case "script", "style", "template", "noscript", "svg", "math", "iframe", "object",
      "embed", "canvas", "audio", "video", "map", "button", "select", "textarea", "datalist":
      .dropped(.unseen)
    case "p", "div", "section", "header", "footer", "aside", "body", "html", "head", "form",
      "fieldset",
      "legend", "blockquote", "address", "center", "dl", "figure", "figcaption", "details",
      "summary", "hr", "caption", "tbody", "tfoot", "hgroup":
      .block
    default: .inline
    }
  }

  /// Whether an end tag stands just before an offset.
  static func ends(_ tag: StaticString, _ bytes: [UInt8], _ offset: Int) -> Bool {
    var at = min(offset, bytes.count) - 1
    let limit = max(0, at - 12)
    while at > limit, bytes[at] != 0x3C { at -= 1 }
    return at >= 0 && bytes.matches(tag, at: at, before: bytes.count)
  }
}

/// Why an element is no part of the paper.
enum DroppedElement {
  /// A menu, a trail of links, what a site prints around each page.
  case navigation
  /// Scripts, styles, controls, and what a page does not show.
  case unseen
}

/// How web sites mark what is not the page's own words: data, so that a new habit is a new word.
enum SiteMarks {
  /// Roles of elements that are the site's.
  static let roles: Set<String> = [
    "navigation", "search", "menu", "menubar", "toolbar", "alert", "dialog",
  ]
  /// Classes and ids of elements that are the site's.
  static let names: Set<String> = [
    "breadcrumb", "breadcrumbs", "breadcrumb-trail", "skip", "skip-link", "skip-links", "skiplink",
    "skiplinks", "skip-to-content", "nav", "navbar", "navigation", "main-nav", "site-nav",
    "top-nav", "menu", "sidebar", "side-bar", "sidenav", "cookie", "cookies", "cookie-banner",
    "cookie-notice", "cookie-consent", "share", "sharing", "share-links", "share-this", "social",
    "social-links", "social-media", "site-footer", "site-search", "search-form", "pagination",
    "pager", "rating", "feedback-form", "back-to-top", "print-link", "mgactionlist",
    "mglinks", "mgnav", "mgnavbar", "mgskip", "mgfooter", "mghide", "mgbreadcrumb", "footer",
    "page-footer", "globalfooter", "footer-links",
  ]
  /// Classes of elements that a page holds but does not show.
  static let hiddenNames: Set<String> = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader",
    "govuk-visually-hidden", "hidden", "d-none", "display-none",
  ]

  /// Whether, and why, an element's attributes say that it is no part of the paper.
  static func dropped(_ attributes: MarkupAttributes) -> DroppedElement? {
    if attributes.value("hidden") != nil { return .unseen }
    if let style = attributes.value("style")?.lowercased().filter({ $0 != " " }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return .unseen
    }
    if attributes.value("aria-hidden")?.lowercased() == "true" { return .unseen }
    if let role = attributes.value("role")?.lowercased(), roles.contains(role) {
      return .navigation
    }
    for value in [attributes.value("class"), attributes.value("id")] {
      for name in (value ?? "").lowercased().split(separator: " ") {
        if names.contains(String(name)) { return .navigation }
        if hiddenNames.contains(String(name)) { return .unseen }
      }
    }
    return nil
  }
}
