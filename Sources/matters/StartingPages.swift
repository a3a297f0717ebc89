import Foundation

/// The pages of the program itself that only starting it needed.
///
/// To read the command line, Swift's runtime asks of types which protocols they conform to, and goes
/// through tables all over the program for that: some 12 MB, as much as a long paper's text. They lie
/// in the program's file, and are read from it again where they are needed.
enum StartingPages {
  /// Lets the system have them back before much memory is needed.
  static func giveBack() {
    #if os(Linux)
      guard
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
        let maps = FileManager.default.contents(atPath: "/proc/self/maps")
      else { return }
      for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ", omittingEmptySubsequences: true)
        // Code and constants alone: nothing was ever written to them.
        guard fields.count == 6, fields[1] == "r-xp", fields[5] == program else { continue }
        let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, ends[0] < ends[1],
          let start = UnsafeMutableRawPointer(bitPattern: ends[0])
        else { continue }
        madvise(start, Int(ends[1] - ends[0]), MADV_DONTNEED)
      }
    #endif
  }
}
