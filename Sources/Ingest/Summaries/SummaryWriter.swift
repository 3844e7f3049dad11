import Foundation
import Records

/// Writes a summary: whole or not at all, under another name until it is whole.
final class SummaryWriter {
    private let target: URL
    private let partial: URL
    private let handle: FileHandle
    private let digest = Digest()
    private var numbers: [String: Int] = [:]
    private var index: SummaryIndex
    private var isFinished = false

    /// What a summary begins with, before the number of its form and the end of the line.
    static let mark = "acuity-summary-"
    static let form = "1"
    /// The length of the number of bytes of the index, and of the digest, which end a summary.
    static let lengthLength = 8
    static let digestLength = 64

    /// - Parameter index: what the summary says of itself and of what was noted; entries and parts are added.
    init(to url: URL, index: SummaryIndex) throws {
        target = url
        self.index = index
        // Tasks that are run twice may write the same summary at the same time, from different machines.
        partial = url.deletingLastPathComponent().appending(
            path: ".\(url.lastPathComponent).\(UUID().uuidString).partial")
        try Data().write(to: partial)
        handle = try FileHandle(forWritingTo: partial)
        try write(Array((Self.mark + Self.form + "\n").utf8))
    }

    deinit { if !isFinished { try? FileManager.default.removeItem(at: partial) } }

    private func write(_ bytes: [UInt8]) throws {
        bytes.withUnsafeBytes { digest.update($0) }
        try put(Data(bytes))
    }

    private func put(_ data: Data) throws {
        do {
            try handle.write(contentsOf: data)
        } catch {
            throw Problem.unwritable(file: target.path, found: error.localizedDescription)
        }
    }

    /// Adds a log with the parts of its content.
    func add(_ entry: SummaryIndex.Entry, parts: [[UInt8]]) throws {
        var entry = entry
        entry.parts = try parts.map { try number(of: $0) }
        index.entries.append(entry)
    }

    private func number(of part: [UInt8]) throws -> Int {
        let digest = Digest()
        part.withUnsafeBytes { digest.update($0) }
        let key = digest.finish()
        if let known = numbers[key] { return known }
        try write(part)
        numbers[key] = index.parts.count
        index.parts.append(part.count)
        return index.parts.count - 1
    }

    /// Ends the summary and puts it in its place.
    func finish() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let packed = PartCode.encode(Array(try encoder.encode(index)), width: 1)
        try write(packed)
        try write(withUnsafeBytes(of: UInt64(packed.count).littleEndian) { Array($0) })
        try put(Data(digest.finish().utf8))
        // What is renamed before it is on the disk may be empty after a power cut.
        guard fsync(handle.fileDescriptor) == 0, (try? handle.close()) != nil, rename(partial.path, target.path) == 0
        else {
            throw Problem.unwritable(file: target.path, found: String(cString: strerror(errno)))
        }
        isFinished = true
    }
}
