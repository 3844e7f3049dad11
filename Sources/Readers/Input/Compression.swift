/// How the bytes of a file are wrapped, told by the first bytes.
public enum Compression: String, Sendable {
    case none
    case gzip
    case zstd
    case xz
    case bzip2

    /// Looks at the first bytes (six suffice).
    public init(firstBytes: some Collection<UInt8>) {
        let first = Array(firstBytes.prefix(6))
        if first.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if first.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else if first.count >= 4, (0x50...0x5F).contains(first[0]), first[1...3] == [0x2A, 0x4D, 0x18] {
            // A skippable frame, with which pzstd and seekable writers begin.
            self = .zstd
        } else if first.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if first.count >= 4, first.starts(with: [0x42, 0x5A, 0x68]), (0x31...0x39).contains(first[3]) {
            self = .bzip2
        } else {
            self = .none
        }
    }
}
