import Foundation

/// A temporary folder of one test.
struct Folder {
    let url: URL

    /// Works in a new folder, which is removed at the end.
    static func with(_ work: (Folder) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("acuity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try work(Folder(url: url.resolvingSymlinksInPath()))
    }

    func at(_ path: String) -> URL { url.appendingPathComponent(path) }

    func write(_ text: String, to path: String) throws {
        try FileManager.default.createDirectory(
            at: at(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: at(path))
    }

    func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: at(path).path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in a folder, sorted.
    func names(_ path: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: at(path).path)) ?? []).sorted()
    }

    /// By what the file system knows a file, and when it was written.
    func identity(_ path: String) throws -> [String] {
        let attributes = try FileManager.default.attributesOfItem(atPath: at(path).path)
        let parts: [FileAttributeKey] = [.systemFileNumber, .modificationDate]
        return parts.map { "\(attributes[$0] ?? "none")" }
    }

    func link(_ path: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: at(path).path, withDestinationPath: destination)
    }

    func destination(_ path: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: at(path).path)
    }
}
