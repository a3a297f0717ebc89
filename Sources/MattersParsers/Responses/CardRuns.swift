import MattersText

/// Cuts a run of labelled lines into cards: the same labels come again and again.
///
/// The label that begins a card is the one whose cards are most alike.
struct CardRuns {
  typealias Field = CardFields.Field

  /// The cards: each label's words, by the label folded.
  private(set) var cards: [Card] = []
  /// The labels in the order in which they came, as first printed.
  private(set) var labels: [(key: String, label: String)] = []

  /// One card.
  struct Card {
    /// The line that names it, where one stands above its labels.
    var title: String?
    var cells: [String: String] = [:]
    var keys: [String] = []
    var blocks: [Int] = []
  }

  /// How alike cards are, in parts of a hundred.
  private static let alike = 70
  /// How many labels are tried as the first of a card.
  private static let tries = 6

  init?(_ fields: [Field]) {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for field in fields where !field.key.isEmpty {
      if counts[field.key] == nil { order.append(field.key) }
      counts[field.key, default: 0] += 1
    }
    guard order.count >= 2 else { return nil }
    var best: (cards: [Card], score: Int)?
    for first in order.filter({ (counts[$0] ?? 0) >= 2 }).prefix(Self.tries) {
      guard let found = Self.cut(fields, at: first), found.score > best?.score ?? 0 else {
        continue
      }
      best = found
    }
    guard let best, best.score >= Self.alike else { return nil }
    cards = best.cards
    let held = Set(cards.flatMap(\.keys))
    for field in fields where held.contains(field.key) {
      if !labels.contains(where: { $0.key == field.key }) {
        labels.append((field.key, field.label))
      }
    }
  }

  /// The cards that begin with a label, and how alike they are.
  private static func cut(_ fields: [Field], at first: String) -> (cards: [Card], score: Int)? {
    let starts = fields.indices.filter { fields[$0].key == first }
    // "3. Ponds" above the first label of most cards names the card.
    let titled = starts.count { isTitle(fields, before: $0) } * 3 >= starts.count * 2
    var cards: [Card] = []
    for (place, start) in starts.enumerated() {
      var end = place + 1 < starts.count ? starts[place + 1] : fields.count
      if titled, end < fields.count, isTitle(fields, before: end) { end -= 1 }
      var card = Card()
      if titled, isTitle(fields, before: start) {
        card.title = fields[start - 1].words
        card.blocks = [fields[start - 1].block]
      }
      card.take(fields[start..<end], isLast: place + 1 == starts.count)
      cards.append(card)
    }
    var held: [String: Int] = [:]
    for card in cards { for key in card.keys { held[key, default: 0] += 1 } }
    let core = Set(held.filter { $0.value * 2 > cards.count }.keys)
    guard core.count >= (titled ? 2 : 3) else { return nil }
    let likeness = { (card: Card) in
      let keys = Set(card.keys)
      return keys.intersection(core).count * 100 / max(1, keys.union(core).count)
    }
    cards.removeAll { likeness($0) < 40 }
    guard cards.count >= 2 else { return nil }
    return (cards, cards.map(likeness).reduce(0, +) / cards.count)
  }

  private static func isTitle(_ fields: [Field], before index: Int) -> Bool {
    index > 0 && fields[index - 1].key.isEmpty
      && fields[index - 1].words.utf8.count <= CardFields.longestTitle
  }
}

extension CardRuns.Card {
  /// Takes a card's fields; a line without a label goes on with the part above it.
  fileprivate mutating func take(_ fields: ArraySlice<CardFields.Field>, isLast: Bool) {
    var open: String?
    for field in fields {
      if field.key.isEmpty {
        // What stands behind the last card is not of it.
        guard let open, !isLast || !(cells[open] ?? "").hasSuffix(".") else {
          if isLast { return }
          continue
        }
        cells[open, default: ""] += (cells[open] ?? "").isEmpty ? field.words : " " + field.words
      } else if let held = cells[field.key] {
        cells[field.key] = held.isEmpty ? field.words : held + " " + field.words
        open = field.key
      } else {
        cells[field.key] = field.words
        keys.append(field.key)
        open = field.key
      }
      if blocks.last != field.block { blocks.append(field.block) }
    }
  }
}
