import CArchive
import Foundation

@testable import Readers

/// Builds ZIP files as the runners do: stored, deflate (8) or zstd (93), with several frames and repeated names.
struct ZipBuilder {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String, method: UInt16 = 8, frames: Int = 1) {
        let bytes = Array(text.utf8)
        let packed: [UInt8] =
            switch method {
            case 8: Array(pack(bytes, .gzip).dropFirst(10).dropLast(8))
            case 93:
                stride(from: 0, to: max(bytes.count, 1), by: max(1, bytes.count / frames)).flatMap {
                    pack(Array(bytes[$0..<min(bytes.count, $0 + max(1, bytes.count / frames))]), .zstd)
                }
            default: bytes
            }
        var sum = CyclicRedundancy()
        bytes.withUnsafeBytes { sum.add($0) }
        let common =
            little(UInt16(20)) + little(UInt16(0)) + little(method) + little(UInt32(0)) + little(sum.value)
            + little(UInt32(packed.count)) + little(UInt32(bytes.count)) + little(UInt16(name.utf8.count))
            + little(UInt16(0))
        directory +=
            little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common
            + [UInt8](repeating: 0, count: 10) + little(UInt32(body.count)) + Array(name.utf8)
        body += little(UInt32(0x0403_4B50)) + common + Array(name.utf8) + packed
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(UInt16(count))
            + little(UInt16(count))
            + little(UInt32(directory.count)) + little(UInt32(body.count)) + little(UInt16(0))
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> (8 * Number($0))) }
    }
}

/// Compresses bytes with libarchive.
func pack(_ bytes: [UInt8], _ compression: Compression) -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    switch compression {
    case .gzip:
        archive_write_add_filter_gzip(archive)
        archive_write_set_filter_option(archive, "gzip", "timestamp", nil)
    case .zstd: archive_write_add_filter_zstd(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .none: archive_write_add_filter_none(archive)
    }
    var buffer = [UInt8](repeating: 0, count: 2 * bytes.count + (1 << 16))
    let capacity = buffer.count
    var used = 0
    buffer.withUnsafeMutableBytes { target in
        archive_write_set_bytes_in_last_block(archive, 1)
        archive_write_open_memory(archive, target.baseAddress, capacity, &used)
        let entry = archive_entry_new()
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_pathname(entry, "data")
        archive_write_header(archive, entry)
        _ = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        archive_write_close(archive)
        archive_entry_free(entry)
    }
    return Array(buffer[..<used])
}
