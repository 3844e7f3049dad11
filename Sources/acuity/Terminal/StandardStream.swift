import Foundation
import Synchronization

/// The two streams of the program. A reader that has gone away (`acuity check | head`) is a normal end, not a defect.
enum StandardStream {
    /// Why results could not be written in full, as the system says it; nil if they were, or if nobody reads them.
    static var failure: String? { lost.withLock { $0 } }

    private static let lost = Mutex<String?>(nil)

    static func write(_ data: Data, to handle: FileHandle) {
        let rest = data.withUnsafeBytes { bytes -> Int32 in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    handle.fileDescriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                rest = rest.dropFirst(count)
            }
            return 0
        }
        // A report that ends early must not look like a whole one; a lost message loses no result.
        guard rest != 0, rest != EPIPE, handle.fileDescriptor == STDOUT_FILENO else { return }
        lost.withLock { $0 = String(cString: strerror(rest)) }
    }

    static func write(_ text: String, to handle: FileHandle) { write(Data(text.utf8), to: handle) }
}
