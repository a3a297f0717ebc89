import MattersTestSupport
import Testing

@testable import MattersReports

/// Cells that are measured and wrapped by their bytes are wrapped as they are by their characters.
@Suite struct WrappedCellTests {
  @Test func bytesWrapAsCharactersDo() {
    var state: UInt64 = 7
    func chance(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let letters = Array("abcde-_  \n.,")
    for _ in 0..<3000 {
      let cell = String((0..<chance(90)).map { _ in letters[chance(letters.count)] })
      let width = 1 + chance(30)
      expectSame(WrappedCell(cell, width: width).words, TerminalWriter.wrap(cell, width), cell)
      let (found, wanted) = (CellMeasure(cell), CellMeasure(byCharacters: cell))
      expectSame(found.line, wanted.line, cell)
      expectSame(found.piece, wanted.piece, cell)
    }
  }

  @Test func whatIsNoASCIIIsWrappedByCharacters() {
    let cell = "Ysgol gynradd – tŷ'r ysgol a'r cae"
    expectSame(WrappedCell(cell, width: 12).words, TerminalWriter.wrap(cell, 12))
    expectSame(WrappedCell(cell, width: 12).width(of: 1), TerminalWriter.wrap(cell, 12)[1].count)
  }
}
