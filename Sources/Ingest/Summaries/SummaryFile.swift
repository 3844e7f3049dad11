import Foundation
import Records

/// A summary that was written; its parts are unpacked when they are asked for.
struct SummaryFile: Sendable {
    let path: String
    let index: SummaryIndex
    private let bytes: SummaryBytes
    /// Where each part begins, and where the last one ends.
    private let starts: [Int]

    /// - Throws: `Problem` if there is no summary, or none of this form that is whole.
    init(path: String) throws(Problem) {
        let bytes: SummaryBytes
        do {
            bytes = try SummaryBytes(path: path)
        } catch {
            throw .unreadableSummary(file: path, found: error.localizedDescription)
        }
        self.path = path
        self.bytes = bytes
        let mark = Array(SummaryWriter.mark.utf8)
        guard let head = bytes[0..<min(bytes.count, mark.count + 16)] else {
            throw .unreadableSummary(file: path, found: "bytes that cannot be read")
        }
        guard head.starts(with: mark), let end = head.firstIndex(of: 0x0A) else {
            throw mark.starts(with: head)
                ? .damagedSummary(file: path, what: "only its first \(bytes.count) bytes") : .noSummary(file: path)
        }
        let form = String(decoding: head[mark.count..<end], as: UTF8.self)
        guard form == SummaryWriter.form else { throw .newerSummary(file: path, form: form) }
        let start = end + 1
        let indexEnd = bytes.count - SummaryWriter.digestLength - SummaryWriter.lengthLength
        guard indexEnd >= start, Self.isWhole(bytes) else {
            throw .damagedSummary(file: path, what: "one that ends early or has changed")
        }
        let length = bytes[indexEnd..<(indexEnd + SummaryWriter.lengthLength)]?.reversed()
            .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let length, length <= indexEnd - start,
            let json = bytes[(indexEnd - Int(length))..<indexEnd].flatMap(PartCode.decode),
            let index = try? JSONDecoder().decode(SummaryIndex.self, from: Data(json))
        else { throw .damagedSummary(file: path, what: "no list of its logs") }
        var starts = [start]
        for length in index.parts {
            guard length >= 0, length <= indexEnd - starts[starts.count - 1] else {
                throw .damagedSummary(file: path, what: "parts beyond its end")
            }
            starts.append(starts[starts.count - 1] + length)
        }
        self.index = index
        self.starts = starts
    }

    private static func isWhole(_ bytes: SummaryBytes) -> Bool {
        let end = bytes.count - SummaryWriter.digestLength
        guard let digest = bytes.digest(before: end), let expected = bytes[end..<bytes.count] else { return false }
        return digest.utf8.elementsEqual(expected)
    }

    /// The packed bytes of a part of a log by its number among the log's parts, or nil.
    func part(_ number: Int, of entry: SummaryIndex.Entry) -> [UInt8]? {
        guard entry.parts.indices.contains(number) else { return nil }
        let place = entry.parts[number]
        guard place >= 0, place < starts.count - 1 else { return nil }
        return bytes[starts[place]..<starts[place + 1]]
    }

    /// All parts of a log, packed.
    func parts(of entry: SummaryIndex.Entry) throws(Problem) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for number in entry.parts.indices {
            guard let part = part(number, of: entry) else {
                throw .damagedSummary(file: path, what: "a part of \(entry.place.path) that is not there")
            }
            parts.append(part)
        }
        return parts
    }

    /// How many bytes a log takes, packed.
    func size(of entry: SummaryIndex.Entry) -> Int {
        entry.parts.reduce(0) { $0 + ($1 >= 0 && $1 < index.parts.count ? index.parts[$1] : 0) }
    }

    /// What a log says.
    func content(of entry: SummaryIndex.Entry) throws(Problem) -> ReadLog {
        do {
            return try ReadLog { part($0, of: entry) }
        } catch {
            throw .damagedSummary(file: path, what: "a content of \(entry.place.path) that cannot be")
        }
    }
}
