import Foundation
import Records

/// The members of a ZIP file.
///
/// The central directory is read here, because libarchive 3.6 neither seeks to a member nor knows method 93 (zstd),
/// in which Inspect writes since April 2026; the members' streams are decompressed by libarchive.
public final class ArchiveReader {
    /// One member of the archive.
    public struct Member: Hashable, Sendable {
        /// The path inside the archive.
        public let name: String
        /// The size after decompression, in bytes.
        public let size: Int64
        /// The compression method by ZIP's numbering: 0 stored, 8 deflate, 93 zstd.
        public let method: UInt16
        /// The position in the archive's directory, from 1.
        public let position: Int

        let packedSize: Int64
        let check: UInt32
        let headerOffset: Int64
        let isEncrypted: Bool
    }

    /// The members in the order of the directory; of several with the same name only the last, which is the valid one.
    public let members: [Member]
    /// How many members were superseded by a later one of the same name.
    public let supersededCount: Int
    /// The archive's name in messages.
    public let file: String

    private let path: String
    private let byName: [String: Int]

    /// Reads the directory.
    ///
    /// - Throws: `Problem` `truncated-archive` if the directory at the end is missing, `damaged-archive` if it cannot
    ///   be read, `unpacks-too-large` if its members are made to fill memory or disk.
    public init(path: String, shownAs: String) throws {
        self.path = path
        file = shownAs
        let all = try ArchiveDirectory(path: path, place: InputPlace(file: shownAs)).members
        var last: [String: Int] = [:]
        for (index, member) in all.enumerated() { last[member.name] = index }
        members = all.enumerated().filter { last[$1.name] == $0 }.map(\.element)
        supersededCount = all.count - members.count
        byName = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.name, $0) })
    }

    /// The member with this name, or nil.
    public func member(named name: String) -> Member? { byName[name].map { members[$0] } }

    /// The bytes of a member, decompressed and checked against the directory's checksum at the end.
    ///
    /// - Throws: `Problem` `unsupported-compression`, `encrypted-archive`, `damaged-archive` or `truncated-archive`.
    public func open(_ member: Member) throws -> any ByteSource {
        let place = InputPlace(file: file, member: member.name)
        if member.isEncrypted {
            throw place.problem(
                "encrypted-archive", expected: "a member without a password", found: "an encrypted member",
                remedy: "Unpack the archive with its password and pack it again without one.")
        }
        let raw = try PlainFile(path: path, place: place)
        guard let header = try raw.bytes(at: member.headerOffset, count: 30),
            header.number(at: 0, as: UInt32.self) == 0x0403_4B50,
            let nameLength = header.number(at: 26, as: UInt16.self),
            let extraLength = header.number(at: 28, as: UInt16.self)
        else {
            throw place.problem(
                "damaged-archive", expected: "a member at byte \(member.headerOffset)", found: "something else",
                remedy: "Copy or download the file again.")
        }
        let start = member.headerOffset + 30 + Int64(nameLength) + Int64(extraLength)
        guard start + member.packedSize <= raw.size else {
            throw place.problem(
                "truncated-archive", expected: "\(member.packedSize) bytes from byte \(start)",
                found: "a file of \(raw.size) bytes", remedy: "Copy or download the file again.")
        }
        raw.limit(to: start, count: member.packedSize)
        return CheckedSource(try unwrap(raw, member), size: member.size, check: member.check)
    }

    private func unwrap(_ raw: PlainFile, _ member: Member) throws -> any ByteSource {
        if member.size == 0 { return MemorySource([], place: raw.place) }
        switch member.method {
        case 0:
            return raw
        case 8:
            // A gzip file is a raw deflate stream between ten bytes of header and eight of checksum and size.
            let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
            let size = UInt32(truncatingIfNeeded: member.size)
            let trailer = [member.check, size].flatMap { word in (0..<4).map { UInt8((word >> (8 * $0)) & 0xFF) } }
            return try UnwrappedSource(raw, compression: .gzip, prefix: header, suffix: trailer, name: "deflate stream")
        case 93, 20:
            return try UnwrappedSource(raw, compression: .zstd, name: "zstd stream")
        case 95:
            return try UnwrappedSource(raw, compression: .xz, name: "xz stream")
        case 12:
            return try UnwrappedSource(raw, compression: .bzip2, name: "bzip2 stream")
        default:
            throw raw.place.problem(
                "unsupported-compression", expected: "a stored, deflate, zstd, xz or bzip2 member",
                found: "compression method \(member.method)", remedy: "Unpack the archive and pack it again with zip.")
        }
    }
}

/// Bytes that must have a given size and checksum, known from the archive's directory.
private final class CheckedSource: ByteSource {
    var place: InputPlace { source.place }
    private let source: any ByteSource
    private let size: Int64
    private let check: UInt32
    private var count: Int64 = 0
    private var sum = CyclicRedundancy()

    init(_ source: any ByteSource, size: Int64, check: UInt32) {
        self.source = source
        self.size = size
        self.check = check
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let added = try source.read(into: buffer)
        if added > 0, count + Int64(added) <= size {
            count += Int64(added)
            sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<added]))
        } else if !buffer.isEmpty, count != size || sum.value != check {
            throw place.problem(
                "damaged-archive", expected: "\(size) bytes with the checksum of the archive's directory",
                found: added > 0 ? "more" : "\(count) bytes\(count == size ? " with another checksum" : "")",
                remedy: "Copy or download the file again.")
        }
        return added
    }
}
