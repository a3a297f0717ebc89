public import MattersLinker
import MattersRecords
public import MattersText

extension MatterListing {
  /// The matters of which no full answer was there at the end of a day.
  public static func awaited(
    _ matters: [RegisteredMatter], asOf day: PlainDate
  ) -> [RegisteredMatter] {
    matters.filter { registered in
      guard !registered.matter.isRetracted, registered.matter.raised.map({ $0 <= day }) ?? true,
        let position = registered.matter.position(.endOf(day))
      else { return false }
      return Group(position.state) == .awaiting
    }
  }
}
