import Foundation
import MattersIngest
import MattersTestSupport
import Testing

/// Which papers a watched folder gives, look by look.
@Suite struct FolderWatchTests {
  @Test func aPaperIsGivenOnceItLiesStill() throws {
    let folder = try RegisterTests.Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/papers", withIntermediateDirectories: true)
    let old = try folder.write("an old paper", as: "papers/old.txt")
    let place = URL(filePath: old).deletingLastPathComponent().path
    var watch = FolderWatch([place])
    expectSame(watch.look(), [])

    let new = try folder.write("half of", as: "papers/new.txt")
    expectSame(watch.look(), [])
    _ = try folder.write("half of a paper, and the rest", as: "papers/new.txt")
    expectSame(watch.look(), [])
    expectSame(watch.look(), [new])
    expectSame(watch.look(), [])

    _ = try folder.write("an old paper, changed", as: "papers/old.txt")
    expectSame(watch.look(), [])
    expectSame(watch.look(), [old])
    try FileManager.default.removeItem(atPath: new)
    expectSame(watch.look(), [])
    expectSame(watch.look(), [])
  }
}
