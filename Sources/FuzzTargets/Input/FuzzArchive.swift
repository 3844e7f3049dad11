import Readers

/// A ZIP file of stored members with right checksums, so that bytes reach what lies behind the archive.
enum FuzzArchive {
    static func bytes(_ members: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.path.utf8.prefix(200))
            let size = little(UInt32(member.bytes.count))
            var sum = CyclicRedundancy()
            member.bytes.withUnsafeBytes { sum.add($0) }
            // Version, flags, method (stored), time and date; the checksum, both sizes, the lengths of name and extra.
            let common =
                [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + little(sum.value) + size + size + little(UInt16(name.count)) + [0, 0]
            directory +=
                little(UInt32(0x0201_4B50)) + [20, 0] + common + [UInt8](repeating: 0, count: 10)
                + little(UInt32(body.count)) + name
            body += little(UInt32(0x0403_4B50)) + common + name + member.bytes
        }
        let count = little(UInt16(members.count))
        return body + directory + little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
            + little(UInt32(directory.count)) + little(UInt32(body.count)) + [0, 0]
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
