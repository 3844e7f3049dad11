import Records

/// The central directory of a ZIP file (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), with the 64-bit forms.
struct ArchiveDirectory {
    let members: [ArchiveReader.Member]

    init(path: String, place: InputPlace) throws {
        let file = try PlainFile(path: path, place: place)
        let end = try Self.findEnd(file)
        guard let bytes = try file.bytes(at: end.offset + end.shift, count: Int(end.size)) else {
            throw Self.damaged(place, "a directory of \(end.size) bytes at byte \(end.offset)")
        }
        var members: [ArchiveReader.Member] = []
        var position = 0
        while position < bytes.count, bytes.number(at: position, as: UInt32.self) == 0x0201_4B50 {
            guard let (member, next) = Self.member(bytes, at: position, number: members.count + 1, shift: end.shift)
            else {
                throw Self.damaged(place, "a whole entry \(members.count + 1) in the directory")
            }
            members.append(member)
            position = next
        }
        guard UInt64(members.count) == end.count || UInt64(members.count) & 0xFFFF == end.count else {
            throw Self.damaged(place, "\(end.count) entries in the directory, not \(members.count)")
        }
        try Self.checkSizes(members, fileSize: file.size, place)
        self.members = members
    }

    /// Members that share bytes, and members that are far larger than the file, are how a small archive unpacks to more than
    /// any disk holds (Fifield 2019, "A better zip bomb").
    private static func checkSizes(_ members: [ArchiveReader.Member], fileSize: Int64, _ place: InputPlace) throws {
        // A member is smaller than a quarter of what fits, so that one sum at a time cannot overflow.
        var (packed, unpacked) = (Int64(0), Int64(0))
        for member in members {
            packed += member.packedSize
            unpacked += member.size
            guard packed <= fileSize else {
                throw place.problem(
                    "damaged-archive", expected: "members that together take at most the \(fileSize) bytes of the file",
                    found: "members that take more, up to `\(member.name.prefix(80))`: they overlap",
                    remedy: "Copy or download the file again; do not unpack it if you do not know where it is from.")
            }
            guard !UnpackingLimits().areExceeded(unpacked: unpacked, packed: fileSize) else {
                throw place.problem(
                    "unpacks-too-large", expected: UnpackingLimits().words(packed: fileSize),
                    found: "more, up to `\(member.name.prefix(80))`",
                    remedy: "If the file is genuine, unpack it yourself and name what is in it.")
            }
        }
    }

    private struct End {
        var offset: Int64
        var size: Int64
        var count: UInt64
        /// How many foreign bytes stand before the archive.
        var shift: Int64
    }

    private static func findEnd(_ file: PlainFile) throws -> End {
        // The end record has 22 bytes and a comment of at most 65,535.
        let length = Int(min(file.size, 22 + 65_535))
        let base = file.size - Int64(length)
        let tail = try file.bytes(at: base, count: length) ?? []
        // A file that was cut short since it was opened has none.
        var position = tail.count - 22
        while position >= 0 {
            if tail[position] == 0x50, tail.number(at: position, as: UInt32.self) == 0x0605_4B50,
                let commentLength = tail.number(at: position + 20, as: UInt16.self),
                position + 22 + Int(commentLength) <= length,
                let end = try end(tail, at: position, recordOffset: base + Int64(position), file: file)
            {
                return end
            }
            position -= 1
        }
        throw file.place.problem(
            "truncated-archive", expected: "a complete ZIP file with its directory at the end",
            found: "\(file.size) bytes without a directory",
            remedy: "Copy or download the file again; if the runner was stopped while writing, run it again.")
    }

    private static func end(_ tail: [UInt8], at position: Int, recordOffset: Int64, file: PlainFile) throws -> End? {
        guard let count = tail.number(at: position + 10, as: UInt16.self),
            let size = tail.number(at: position + 12, as: UInt32.self),
            let offset = tail.number(at: position + 16, as: UInt32.self)
        else { return nil }
        var end = End(offset: Int64(offset), size: Int64(size), count: UInt64(count), shift: 0)
        var directoryEnd = recordOffset
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
            let locator = try file.bytes(at: recordOffset - 20, count: 20),
            locator.number(at: 0, as: UInt32.self) == 0x0706_4B50,
            let wideOffset = locator.number(at: 8, as: UInt64.self).flatMap(Int64.init(exactly:)),
            let wide = try file.bytes(at: wideOffset, count: 56),
            wide.number(at: 0, as: UInt32.self) == 0x0606_4B50,
            let wideCount = wide.number(at: 32, as: UInt64.self),
            let wideSize = wide.number(at: 40, as: UInt64.self).flatMap(Int64.init(exactly:)),
            let wideStart = wide.number(at: 48, as: UInt64.self).flatMap(Int64.init(exactly:))
        {
            end = End(offset: wideStart, size: wideSize, count: wideCount, shift: 0)
            directoryEnd = wideOffset
        }
        guard end.size >= 0, end.offset >= 0, end.size <= directoryEnd, end.size <= Int64(InputLimits.piece) else {
            return nil
        }
        end.shift = directoryEnd - end.size - end.offset
        return end.shift >= 0 ? end : nil
    }

    private static func member(
        _ bytes: [UInt8], at position: Int, number: Int, shift: Int64
    )
        -> (ArchiveReader.Member, next: Int)?
    {
        guard let flags = bytes.number(at: position + 8, as: UInt16.self),
            let method = bytes.number(at: position + 10, as: UInt16.self),
            let check = bytes.number(at: position + 16, as: UInt32.self),
            let packed = bytes.number(at: position + 20, as: UInt32.self),
            let size = bytes.number(at: position + 24, as: UInt32.self),
            let nameLength = bytes.number(at: position + 28, as: UInt16.self).map(Int.init),
            let extraLength = bytes.number(at: position + 30, as: UInt16.self).map(Int.init),
            let commentLength = bytes.number(at: position + 32, as: UInt16.self).map(Int.init),
            let offset = bytes.number(at: position + 42, as: UInt32.self)
        else { return nil }
        let nameStart = position + 46
        let extraStart = nameStart + nameLength
        let next = extraStart + extraLength + commentLength
        guard next <= bytes.count else { return nil }
        var wide = [UInt64(size), UInt64(packed), UInt64(offset)]
        var field = extraStart
        while field + 4 <= extraStart + extraLength, let identifier = bytes.number(at: field, as: UInt16.self),
            let length = bytes.number(at: field + 2, as: UInt16.self).map(Int.init)
        {
            if identifier == 1 {
                // The 64-bit forms stand in this order, each only if its 32-bit form is full.
                var value = field + 4
                for index in 0..<3 where wide[index] == 0xFFFF_FFFF {
                    guard let number = bytes.number(at: value, as: UInt64.self) else { return nil }
                    wide[index] = number
                    value += 8
                }
            }
            field += 4 + length
        }
        guard wide.allSatisfy({ $0 < UInt64(Int64.max / 4) }) else { return nil }
        let member = ArchiveReader.Member(
            name: String(decoding: bytes[nameStart..<extraStart], as: UTF8.self), size: Int64(wide[0]), method: method,
            position: number, packedSize: Int64(wide[1]), check: check, headerOffset: Int64(wide[2]) + shift,
            isEncrypted: flags & 1 == 1)
        return (member, next)
    }

    private static func damaged(_ place: InputPlace, _ expected: String) -> Problem {
        place.problem(
            "damaged-archive", expected: expected, found: "something else", remedy: "Copy or download the file again.")
    }
}
