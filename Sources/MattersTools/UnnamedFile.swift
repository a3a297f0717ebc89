import Foundation

/// A temporary file whose name is gone before anything is written: it cannot be left behind.
package enum UnnamedFile {
  /// A descriptor at the beginning of a file that holds some bytes; the caller closes it.
  package static func open(holding contents: [UInt8]) -> Int32? {
    let path = NSTemporaryDirectory() + "/matters-" + UUID().uuidString
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    var rest = contents[...]
    while !rest.isEmpty {
      let count = rest.prefix(1 << 20).withUnsafeBytes {
        write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      rest = rest.dropFirst(count)
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
