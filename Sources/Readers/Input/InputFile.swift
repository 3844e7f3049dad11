import Records

/// Opens files, unwrapping gzip, zstd, xz and bzip2.
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
        let compression = Compression(firstBytes: try file.bytes(at: 0, count: Int(min(6, file.size))) ?? [])
        if compression == .none { return file }
        return try UnwrappedSource(file, compression: compression, name: "\(compression.rawValue) file")
    }
}
