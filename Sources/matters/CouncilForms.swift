import Foundation
import MattersArising
import MattersLinker
import MattersReports

/// The forms in which a council's settings are shown.
enum CouncilForms {
  /// The settings as one JSON object.
  static func json(_ settings: CouncilSettings) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(settings) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The settings in lines.
  static func text(_ settings: CouncilSettings) -> String {
    var out = settings.name
    let facts = [settings.nation?.rawValue, settings.arrangements?.rawValue].compactMap { $0 }
    if !facts.isEmpty { out += " (\(facts.joined(separator: ", ")))" }
    out += "\n"
    for body in settings.body ?? [] {
      out += "  body: \(body.name)\(span(body.from, body.to))"
      if let successor = body.successor { out += "; now \(successor)" }
      out += "\n"
    }
    for owner in settings.owner ?? [] {
      out += "  post: \(owner.post)\(span(owner.from, owner.to))"
      if let successor = owner.successor { out += "; now \(successor)" }
      out += "\n"
    }
    for clock in settings.clock ?? [] {
      out += "  local clock: \(clock.name): \(clock.appliesTo), \(clock.length) from "
      out += "\(clock.base.rawValue)\(span(clock.from, clock.to))\n"
    }
    for rule in ClockRule.all where rule.nation == settings.nation ?? .england {
      out += "  law: \(rule.law); last checked \(rule.checked)\n"
    }
    return out
  }

  private static func span(_ from: String?, _ to: String?) -> String {
    switch (from, to) {
    case (nil, nil): ""
    case (let from?, nil): ", from \(from)"
    case (nil, let to?): ", to \(to)"
    case (let from?, let to?): ", \(from) to \(to)"
    }
  }
}
