import Foundation

/// A folder for the files of one input, in memory where the machine has such a place, removed with the value.
final class FuzzFolder {
    let path: String

    private static let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()

    init() throws {
        var template = Array("\(Self.parent)/acuity-fuzz-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw BrokenPromise("no temporary folder can be made") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes the files of an input below the folder, whatever their paths say.
    convenience init(_ files: FuzzFiles) throws {
        try self.init()
        for file in files.files { write(file.bytes, to: Self.parts(of: file.path)) }
    }

    /// Writes one file and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) -> String { write(bytes, to: [name]) }

    @discardableResult
    private func write(_ bytes: [UInt8], to parts: [String]) -> String {
        var target = path
        for part in parts.dropLast() {
            target += "/" + part
            mkdir(target, 0o700)
        }
        target += "/" + (parts.last ?? "log")
        // What cannot be written, such as a file where a folder is, is an input without this file.
        let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return target }
        defer { close(descriptor) }
        _ = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        return target
    }

    /// The parts of a path that stays below a folder.
    private static func parts(of path: String) -> [String] {
        let parts = path.split(separator: "/").map { part in
            String(String.UnicodeScalarView(part.unicodeScalars.filter { $0 != "\0" }.prefix(60)))
        }
        return Array(parts.filter { !$0.isEmpty && $0 != "." && $0 != ".." }.prefix(6))
    }
}
