import Records

/// Opens files, unwrapping gzip, zstd, xz, bzip2, ZIP archives that hold one file, parquet, whose rows come as
/// JSONL, and turning UTF-16 and UTF-32 into UTF-8.
public enum InputFile {
    /// The bytes of a file, unwrapped.
    ///
    /// - Parameters:
    ///   - path: where the file lies.
    ///   - shownAs: the file's name in messages.
    /// - Throws: `Problem` `unreadable-file`, `truncated-archive` or `damaged-archive`.
    public static func open(_ path: String, shownAs: String) throws -> any ByteSource {
        let place = InputPlace(file: shownAs)
        let file = try PlainFile(path: path, place: place)
        if try file.bytes(at: 0, count: ParquetSource.mark.count) == ParquetSource.mark {
            return ParquetSource(path: path, place: place)
        }
        let compression = Compression(firstBytes: try file.bytes(at: 0, count: Int(min(6, file.size))) ?? [])
        if compression == .none {
            guard let archive = try singleFileArchive(path, shownAs: shownAs, file: file) else {
                let start = try file.bytes(at: 0, count: Int(min(4, file.size))) ?? []
                return TranscodedSource.Encoding(firstBytes: start).map { TranscodedSource(file, encoding: $0) } ?? file
            }
            return try archive.reader.open(archive.member)
        }
        return try UnwrappedSource(file, compression: compression, name: "\(compression.rawValue) file")
    }

    /// The one file of a ZIP archive, or nil if this is no archive or one of several files.
    static func singleFileArchive(
        _ path: String, shownAs: String, file: PlainFile
    ) throws -> (reader: ArchiveReader, member: ArchiveReader.Member)? {
        let start = try file.bytes(at: 0, count: Int(min(4, file.size))) ?? []
        guard start.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let reader = try ArchiveReader(path: path, shownAs: shownAs)
        let files = reader.members.filter { !$0.name.hasSuffix("/") && !$0.name.hasPrefix("__MACOSX/") }
        return files.count == 1 ? (reader, files[0]) : nil
    }
}
