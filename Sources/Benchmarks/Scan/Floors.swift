import CArchive
import CZlib
import Foundation
import JSONBridge
import Readers

/// What nothing that reads or writes files can beat: their bytes, unpacked by the library that must unpack them, parsed by the
/// parser, written as they are.
enum Floors {
    /// Reads a file's bytes in pieces and looks at none.
    @discardableResult
    static func read(_ path: String) -> Int {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var total = 0
        while true {
            let count = Foundation.read(file, &buffer, buffer.count)
            guard count > 0 else { return total }
            total += count
        }
    }

    /// Writes bytes to files of a folder.
    static func write(_ contents: [Data], to folder: URL) {
        for (index, bytes) in contents.enumerated() {
            let file = open(folder.appending(path: "\(index)").path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            bytes.withUnsafeBytes { _ = Foundation.write(file, $0.baseAddress, $0.count) }
            close(file)
        }
    }

    /// Unpacks a gzip file with zlib.
    static func gunzip(_ path: String) {
        guard let file = gzopen(path, "rb") else { return }
        defer { gzclose(file) }
        gzbuffer(file, 1 << 18)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while gzread(file, &buffer, UInt32(buffer.count)) > 0 {}
    }

    /// Unpacks all that libarchive finds in a file: the members of an archive, or a zstd stream.
    static func unpack(_ path: String) {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_filter_all(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_raw(archive)
        guard archive_read_open_filename(archive, path, 1 << 18) == ARCHIVE_OK else { return }
        var entry: OpaquePointer?
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
            while archive_read_data(archive, &buffer, buffer.count) > 0 {}
        }
    }

    /// Reads every line as JSON with simdjson and looks at nothing in it.
    static func parse(_ path: String) {
        guard let source = try? InputFile.open(path, shownAs: path), let parser = acuity_json_parser_new() else {
            return
        }
        defer { acuity_json_parser_free(parser) }
        let lines = LineReader(source)
        var root = acuity_json_value()
        while (try? lines.next({ bytes in
            acuity_json_parse(parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, &root)
        })) ?? nil != nil {}
    }
}
