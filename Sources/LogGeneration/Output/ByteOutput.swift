import CArchive
import CZlib
import Foundation

/// A file that takes bytes in order, packed on the way or not.
protocol ByteOutput: AnyObject {
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// Writes what is left and closes the file.
    func close() throws
}

/// A file could not be written.
public struct OutputError: Error, CustomStringConvertible {
    /// The file.
    public let path: String
    /// What the system or the library said.
    public let reason: String

    /// The message for a user.
    public var description: String { "\(path): expected to write it; found: \(reason)" }
}

/// Opens the output of a compression.
func byteOutput(_ path: String, _ compression: LogCompression) throws -> any ByteOutput {
    switch compression {
    case .none: try PlainOutput(path)
    case .gzip: try GzipOutput(path)
    case .zstd: try ZstandardOutput(path)
    }
}

private final class PlainOutput: ByteOutput {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    init(_ path: String) throws {
        guard let file = fopen(path, "wb") else {
            throw OutputError(path: path, reason: String(cString: strerror(errno)))
        }
        self.path = path
        self.file = file
        // The bytes come in large pieces already.
        setvbuf(file, nil, _IONBF, 0)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
            throw OutputError(path: path, reason: String(cString: strerror(errno)))
        }
    }

    func close() throws {
        guard fclose(file) == 0 else { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
    }
}

/// As `gzip -n` writes it: without a name and a time, so that the bytes are the same on every day.
private final class GzipOutput: ByteOutput {
    private let path: String
    private let file: gzFile

    init(_ path: String) throws {
        guard let file = gzopen(path, "wb6") else {
            throw OutputError(path: path, reason: String(cString: strerror(errno)))
        }
        gzbuffer(file, 1 << 18)
        self.path = path
        self.file = file
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard bytes.isEmpty || gzwrite(file, bytes.baseAddress, UInt32(bytes.count)) > 0 else {
            throw OutputError(path: path, reason: "zlib failed")
        }
    }

    func close() throws {
        guard gzclose(file) == Z_OK else { throw OutputError(path: path, reason: "zlib failed") }
    }
}

private final class ZstandardOutput: ByteOutput {
    private let path: String
    private let archive: OpaquePointer?

    init(_ path: String) throws {
        self.path = path
        archive = archive_write_new()
        archive_write_set_format_raw(archive)
        guard archive_write_add_filter_zstd(archive) == ARCHIVE_OK,
            archive_write_open_filename(archive, path) == ARCHIVE_OK
        else { throw Self.error(path, archive) }
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_filetype(entry, S_IFREG as mode_t)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw Self.error(path, archive) }
    }

    deinit { archive_write_free(archive) }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard archive_write_data(archive, bytes.baseAddress, bytes.count) == bytes.count else {
            throw Self.error(path, archive)
        }
    }

    func close() throws {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw Self.error(path, archive) }
    }

    static func error(_ path: String, _ archive: OpaquePointer?) -> OutputError {
        OutputError(
            path: path, reason: archive_error_string(archive).map { String(cString: $0) } ?? "libarchive failed")
    }
}
