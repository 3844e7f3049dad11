/// Several files in one run of bytes: each begins with a line `=== path`; what comes before the first such line, and bytes
/// without one, are no file with a name of its own.
struct FuzzFiles {
    /// The bytes before the first file.
    let head: [UInt8]
    /// The files by path, in order.
    let files: [(path: String, bytes: [UInt8])]

    private static let mark = Array("=== ".utf8)
    private static let mostFiles = 40

    init(_ input: [UInt8]) {
        var head: [UInt8] = []
        var files: [(path: String, bytes: [UInt8])] = []
        var rest = input[...]
        while !rest.isEmpty {
            let isFile = rest.starts(with: Self.mark) && files.count < Self.mostFiles
            let next = Self.nextMark(after: rest.startIndex + 1, in: rest)
            let piece = rest[..<next]
            if isFile, let feed = piece.firstIndex(of: 0x0A) {
                let path = String(decoding: piece[(piece.startIndex + Self.mark.count)..<feed], as: UTF8.self)
                files.append((path, Array(piece[(feed + 1)...])))
            } else if files.isEmpty {
                head += piece
            } else {
                files[files.count - 1].bytes += piece
            }
            rest = rest[next...]
        }
        self.head = head
        self.files = files
    }

    private static func nextMark(after start: Int, in bytes: ArraySlice<UInt8>) -> Int {
        var place = start
        while place + mark.count <= bytes.endIndex {
            if bytes[place] == mark[0], bytes[place - 1] == 0x0A, bytes[place...].starts(with: mark) { return place }
            place += 1
        }
        return bytes.endIndex
    }
}
