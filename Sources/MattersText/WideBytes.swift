/// Thirty-two bytes that are compared at once.
package enum WideBytes {
  /// The bytes from an offset on; as many must be there.
  @inlinable @inline(__always)
  package static func load(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> SIMD32<UInt8> {
    raw.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
  }

  /// Which of them are one byte.
  @inlinable @inline(__always)
  package static func are(_ byte: UInt8, _ bytes: SIMD32<UInt8>) -> SIMDMask<SIMD32<Int8>> {
    bytes .== SIMD32(repeating: byte)
  }

  /// Whether a comparison holds for any of them.
  ///
  /// As words, since the standard library's `any` goes through a mask byte by byte.
  @inlinable @inline(__always)
  package static func isAny(_ mask: SIMDMask<SIMD32<Int8>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD4<UInt64>.self)
    return words.x | words.y | words.z | words.w != 0
  }
}
