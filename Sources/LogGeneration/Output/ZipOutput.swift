import CArchive
import Foundation

/// A ZIP archive of deflated members, written in order.
final class ZipOutput {
    private let path: String
    private let archive: OpaquePointer?

    init(_ path: String) throws {
        self.path = path
        archive = archive_write_new()
        archive_write_set_format_zip(archive)
        guard archive_write_open_filename(archive, path) == ARCHIVE_OK else { throw error() }
    }

    deinit { archive_write_free(archive) }

    /// Begins a member; what is written next belongs to it.
    func begin(_ name: String, bytes: Int? = nil) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, S_IFREG as mode_t)
        archive_entry_set_perm(entry, 0o644)
        // 1 January 2026: the same on every day.
        archive_entry_set_mtime(entry, 1_767_225_600, 0)
        if let bytes { archive_entry_set_size(entry, Int64(bytes)) }
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw error() }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard archive_write_data(archive, bytes.baseAddress, bytes.count) == bytes.count else { throw error() }
    }

    /// A whole member.
    func add(_ name: String, _ bytes: UnsafeRawBufferPointer) throws {
        try begin(name, bytes: bytes.count)
        try write(bytes)
    }

    func close() throws {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw error() }
    }

    private func error() -> OutputError {
        OutputError(
            path: path, reason: archive_error_string(archive).map { String(cString: $0) } ?? "libarchive failed")
    }
}
