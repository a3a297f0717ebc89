import Foundation

extension Register {
  /// Whether a path leads to another computer's disk.
  ///
  /// There the locks and the shared memory that readers and writers of one register agree by cannot
  /// be trusted.
  public static func isOnNetworkDrive(_ path: String) -> Bool {
    #if os(Linux)
      let text = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
      return text.map { NetworkDrive.holds(path, mounts: $0) } ?? false
    #else
      var found = statfs()
      let folder = URL(filePath: path).deletingLastPathComponent().path
      guard statfs(path, &found) == 0 || statfs(folder, &found) == 0 else { return false }
      return found.f_flags & UInt32(MNT_LOCAL) == 0
    #endif
  }
}

/// Tells by what is mounted where whether a file lies on another computer.
enum NetworkDrive {
  /// File systems of which the disk is elsewhere, as Linux calls them.
  private static let types: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "beegfs", "davfs",
    "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.ceph", "fuse.cifs", "fuse.smbnetfs", "fuse.gvfsd-fuse",
  ]

  /// Whether a path lies below a mount of such a file system.
  ///
  /// - Parameter mounts: what is mounted, in the form of `/proc/self/mountinfo`.
  static func holds(_ path: String, mounts: String) -> Bool {
    // The register may not be there yet; its folder is.
    let url = URL(filePath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent().resolvingSymlinksInPath()
    let place = url.resolvingSymlinksInPath().path
    let places = [place, folder.appending(path: url.lastPathComponent).path]
    var best = (length: -1, isRemote: false)
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      // The fields up to a lone hyphen vary in number.
      guard fields.count > 6, let hyphen = fields.firstIndex(of: "-"), hyphen + 1 < fields.count
      else { continue }
      let point = plain(fields[4])
      let isBelow = places.contains {
        $0 == point || $0.hasPrefix(point == "/" ? "/" : point + "/")
      }
      // Of two mounts at one point the later hides the earlier.
      guard isBelow, point.utf8.count >= best.length else { continue }
      // A Windows drive in its Linux subsystem is reached as if it were on a network.
      let isWindows = fields[hyphen + 1] == "9p" && fields.last?.contains("aname=drvfs") == true
      best = (point.utf8.count, types.contains(String(fields[hyphen + 1])) || isWindows)
    }
    return best.isRemote
  }

  /// A path without the octal signs that stand for spaces and the like.
  private static func plain(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
