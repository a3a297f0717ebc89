/// Finds ASCII words in a run of bytes, letter case aside, thirty-two places at a step.
///
/// A place is looked at more closely only where both the first and the last letter fit, which in
/// prose is rare.
enum ByteSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lowers: UInt64 = 0x2020_2020_2020_2020

  /// The first place among some bytes, from an offset on, where the letters stand.
  ///
  /// The letters are in lower case.
  static func first(
    _ letters: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from lower: Int,
    before upper: Int
  ) -> Int? {
    let last = upper - letters.count
    guard let first = letters.first, lower >= 0, last >= lower, upper <= bytes.count else {
      return nil
    }
    let raw = UnsafeRawBufferPointer(bytes)
    let behind = letters.count - 1
    let firsts = UInt64(first | 0x20) &* ones
    let lasts = UInt64(letters[behind] | 0x20) &* ones
    let ends = Ends(first: first, last: letters[behind], behind: behind)
    var at = lower
    // The last step goes back to where eight places are left: what it sees again was no place.
    while at <= last, last - lower >= 7 {
      while at + 31 <= last, !ends.mayStand(in: raw, at: at) { at += 32 }
      guard at <= last else { return nil }
      at = min(at, last - 7)
      let front = (load(raw, at) | lowers) ^ firsts
      let back = (load(raw, at + behind) | lowers) ^ lasts
      // A byte of these is zero where both letters fit; its high bit is then set.
      let differing = front | back
      var fits = (differing &- ones) & ~differing & highs
      while fits != 0 {
        let place = at + fits.trailingZeroBitCount / 8
        if stands(letters, in: bytes, at: place) { return place }
        fits &= fits &- 1
      }
      at += 8
    }
    while at <= last {
      if stands(letters, in: bytes, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether the bytes hold others just as they are; nothing where only characters can tell, as
  /// what follows may belong to the last of them.
  static func holds(
    _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard let first = wanted.first else { return true }
    guard wanted.allSatisfy({ $0 < 0x80 && $0 != 0x0A && $0 != 0x0D }) else { return nil }
    var at = 0
    while let place = Self.first(first, in: bytes, from: at), place + wanted.count <= bytes.count {
      at = place + 1
      var index = 1
      while index < wanted.count, bytes[place + index] == wanted[index] { index += 1 }
      guard index == wanted.count else { continue }
      return standsAlone(bytes, place + index - 1) ? true : nil
    }
    return false
  }

  /// Whether an ASCII byte ends a character: no mark that combines with it follows.
  static func standsAlone(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < bytes.count else { return true }
    switch bytes[at + 1] {
    case ..<0xCC: return true
    // U+2010 to U+203F: dashes, quotes, bullets.
    case 0xE2: return at + 3 < bytes.count && bytes[at + 2] == 0x80 && bytes[at + 3] >= 0x90
    default: return false
    }
  }

  /// The first place of a byte from an offset on.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from lower: Int
  ) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = lower
    let wide = SIMD32<UInt8>(repeating: byte)
    while at + 32 <= bytes.count, !WideBytes.isAny(WideBytes.load(raw, at) .== wide) { at += 32 }
    let wanted = UInt64(byte) &* ones
    while at + 8 <= bytes.count {
      let differing = load(raw, at) ^ wanted
      let fits = (differing &- ones) & ~differing & highs
      if fits != 0 { return at + fits.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// The first and the last letter of some words, looked for at many places at once.
  private struct Ends {
    private let first: SIMD32<UInt8>
    private let firstCapital: SIMD32<UInt8>
    private let last: SIMD32<UInt8>
    private let lastCapital: SIMD32<UInt8>
    private let behind: Int

    /// Letters in lower case.
    init(first: UInt8, last: UInt8, behind: Int) {
      self.first = SIMD32(repeating: first)
      firstCapital = SIMD32(repeating: first.isLower ? first & 0xDF : first)
      self.last = SIMD32(repeating: last)
      lastCapital = SIMD32(repeating: last.isLower ? last & 0xDF : last)
      self.behind = behind
    }

    /// Whether both letters fit at any of thirty-two places from an offset on.
    @inline(__always)
    func mayStand(in raw: UnsafeRawBufferPointer, at: Int) -> Bool {
      let front = WideBytes.load(raw, at)
      let back = WideBytes.load(raw, at + behind)
      return WideBytes.isAny(
        ((front .== first) .| (front .== firstCapital))
          .& ((back .== last) .| (back .== lastCapital)))
    }
  }

  @inline(__always)
  private static func load(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func stands(
    _ letters: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    var index = 0
    while index < letters.count {
      if bytes[place + index].lowered != letters[index] { return false }
      index += 1
    }
    return true
  }
}
