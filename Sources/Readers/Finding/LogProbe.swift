import Foundation
import Records

/// What readers look at to recognise a file: its first bytes after unwrapping, its name and what follows from them.
public struct LogProbe {
    /// How the file is packed.
    public enum Container: Hashable, Sendable {
        case plain
        case compressed(Compression)
        case zip
        /// A table of columns, whose rows are read as JSONL.
        case parquet
        /// A database of SQLite.
        case sqlite
    }

    /// Where the file lies.
    public let url: URL
    /// The path shown to people.
    public let path: String
    /// The size on the disk, in bytes.
    public let size: Int64
    /// How the file is packed.
    public let container: Container
    /// The first bytes after unwrapping, at most `prefixLength`; of an archive the first raw bytes.
    public let firstBytes: [UInt8]
    /// The names of the members if the file is an archive.
    public let memberNames: [String]
    /// The names of the tables if the file is a database.
    public let tableNames: Set<String>
    /// The keys of the first JSON value, if the text begins with one.
    public let outline: JSONOutline
    /// What lies in the folders around the file.
    public let folders: FolderListing
    /// The names of the files in the same folder, sorted.
    public var siblings: [String] { folders.names(beside: url) }
    /// Whether the folder has a file of this name.
    public func hasSibling(_ name: String) -> Bool { folders.contains(name, beside: url) }

    /// How many bytes are looked at.
    public static let prefixLength = 1 << 17

    /// The file's name.
    public var name: String { url.lastPathComponent }
    /// The name of the only file of a ZIP archive, which is read in its place.
    public let packedName: String?
    /// The file's name without the ending of a compression; the packed file's where an archive holds one.
    public var innerName: String { packedName.map { URL(filePath: $0).lastPathComponent } ?? Self.innerName(name) }
    /// The ending of the name without that of a compression, in lower case.
    public var nameEnding: String { (innerName as NSString).pathExtension.lowercased() }
    /// The first line of the text as far as it lies in the first bytes, without a byte order mark.
    public var firstLine: String {
        let text = firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) ? firstBytes.dropFirst(3) : firstBytes[...]
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        return String(decoding: line, as: UTF8.self)
    }
    /// Whether the file is an archive with this member.
    public func hasMember(_ name: String) -> Bool { memberNames.contains(name) }

    /// A file name without `.gz`, `.zst`, `.xz` or `.bz2`.
    public static func innerName(_ name: String) -> String {
        for ending in [".gz", ".zst", ".zstd", ".xz", ".bz2"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    /// A file name without the endings of its compression and its kind: `a` for `a.jsonl.gz`.
    public static func stem(_ name: String) -> String {
        let inner = innerName(name)
        guard let dot = inner.lastIndex(of: "."), dot != inner.startIndex else { return inner }
        return String(inner[..<dot])
    }

    /// Looks at a file.
    ///
    /// - Throws: `Problem` if the file cannot be read, or is an archive that is cut off or damaged.
    public init(url: URL, path: String, folders: FolderListing = FolderListing()) throws {
        self.url = url
        self.path = path
        self.folders = folders
        let file = try PlainFile(path: url.path, place: InputPlace(file: path))
        size = file.size
        let start = try file.bytes(at: 0, count: Int(min(6, file.size))) ?? []
        let compression = Compression(firstBytes: start)
        let packed = try InputFile.singleFileArchive(url.path, shownAs: path, file: file)
        packedName = packed?.member.name
        if packed == nil, start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            container = .zip
            firstBytes = start
            memberNames = try ArchiveReader(path: url.path, shownAs: path).members.map(\.name)
            tableNames = []
            outline = JSONOutline([])
        } else if start.starts(with: Array("SQLite".utf8)) {
            container = .sqlite
            firstBytes = start
            memberNames = []
            tableNames = (try? DatabaseFile(path: url.path, shownAs: path).tableNames) ?? []
            outline = JSONOutline([])
        } else {
            tableNames = []
            container =
                start.starts(with: ParquetSource.mark)
                ? .parquet : compression == .none ? .plain : .compressed(compression)
            firstBytes = try InputFile.open(url.path, shownAs: path).readPrefix(Self.prefixLength)
            memberNames = []
            outline = JSONOutline(firstBytes)
        }
    }
}
