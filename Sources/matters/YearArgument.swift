import ArgumentParser
import MattersArising

/// A municipal year as it is typed: `2023`, `2023-24` or `2023/24`.
struct YearArgument: ExpressibleByArgument {
  /// The words as typed.
  let words: String

  init(argument: String) { words = argument }

  /// The year in which it begins.
  func first() throws -> Int {
    guard let year = MunicipalYear.read(words), (1900...2200).contains(year) else {
      throw ValidationError("--year \(words): give the year in which the municipal year begins.")
    }
    return year
  }
}
