import Foundation
import GRDB
import MattersTestSupport
import Testing

@testable import MattersRegister

@Suite struct NetworkDriveTests {
  private static let mounts = """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    31 22 0:40 / /srv rw,relatime shared:5 master:2 - nfs4 files.example:/srv rw,vers=4.2
    32 31 0:41 / /srv/fast rw,relatime - xfs /dev/vdb rw
    33 22 0:42 / /mnt/council\\040papers rw - cifs //files.example/papers rw
    34 22 0:43 / /home/clerk/far rw,nosuid - fuse.sshfs clerk@files.example: rw
    35 22 0:44 / /mnt/c rw,noatime - 9p C:\\134 rw,aname=drvfs;path=C:\\;uid=1000
    36 22 0:45 / /shared rw - 9p host rw,trans=virtio
    37 22 0:46 / /twice rw - nfs files.example:/twice rw
    38 22 0:47 / /twice rw - tmpfs tmpfs rw
    not a line of a mount
    39 22 0:48 /
    """

  @Test(arguments: [
    ("/matters.sqlite", false), ("/srv/matters.sqlite", true), ("/srv/a/b.sqlite", true),
    ("/srv/fast/matters.sqlite", false), ("/srvx/matters.sqlite", false),
    ("/mnt/council papers/matters.sqlite", true), ("/home/clerk/matters.sqlite", false),
    ("/home/clerk/far/matters.sqlite", true), ("/mnt/c/matters.sqlite", true),
    ("/shared/matters.sqlite", false), ("/twice/matters.sqlite", false),
    ("/srv/../matters.sqlite", false), ("", false),
  ])
  func aNetworkDriveIsKnownByItsMount(_ path: String, _ isRemote: Bool) {
    #expect(NetworkDrive.holds(path, mounts: Self.mounts) == isRemote, "\(path)")
  }

  @Test func aRegisterOnANetworkDriveKeepsARollbackJournalAndIsNotServed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "matters-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "matters.sqlite").path
    let mode = { (register: Register) in
      try register.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    }
    #expect(try mode(Register(path, for: .creating, isRemote: { _ in true })) == "delete")
    #expect(throws: RegisterError.onNetworkDrive(path: path)) {
      _ = try Register(path, for: .serving, isRemote: { _ in true })
    }
    let told = RegisterError.onNetworkDrive(path: path).explanation
    #expect(!told.contains("\n"))
    #expect(told.contains("copy it to a local disk"))
    // Where it was brought to a local disk it is served.
    #expect(try mode(Register(path, for: .serving)) == "wal")
  }
}
