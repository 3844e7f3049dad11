import CArchive
import Foundation
import Records

/// The bytes inside a compressed stream, decompressed by libarchive as they are asked for.
final class UnwrappedSource: ByteSource {
    let place: InputPlace
    private let archive: OpaquePointer
    private let feed: Feed
    private let name: String
    private let isEmpty: Bool
    private let limits: UnpackingLimits
    private var unpacked: Int64 = 0

    /// - Parameters:
    ///   - prefix: bytes to be put before those of `source`, such as a gzip header before a raw deflate stream.
    ///   - name: what the stream is, in words, for messages.
    ///   - limits: what it may unpack to.
    init(
        _ source: any ByteSource, compression: Compression, prefix: [UInt8] = [], suffix: [UInt8] = [], name: String,
        limits: UnpackingLimits = UnpackingLimits()
    )
        throws
    {
        self.limits = limits
        place = source.place
        self.name = name
        guard let archive = archive_read_new() else {
            throw place.problem(
                "out-of-memory", expected: "memory for a decompressor", found: "none", remedy: "Free some memory.")
        }
        self.archive = archive
        feed = Feed(source, prefix: prefix, suffix: suffix)
        archive_read_support_format_raw(archive)
        archive_read_support_format_empty(archive)
        switch compression {
        case .gzip: archive_read_support_filter_gzip(archive)
        case .zstd: archive_read_support_filter_zstd(archive)
        case .xz: archive_read_support_filter_xz(archive)
        case .bzip2: archive_read_support_filter_bzip2(archive)
        case .none: break
        }
        let opened = archive_read_open(
            archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
            { _, context, bytes in
                guard let context, let bytes else { return -1 }
                return Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue().next(bytes)
            }, nil)
        var entry: OpaquePointer?
        let header = opened == ARCHIVE_OK ? archive_read_next_header(archive, &entry) : opened
        isEmpty = header == ARCHIVE_EOF
        // Everything is initialised by now, so that deinit frees the archive.
        if header != ARCHIVE_OK, header != ARCHIVE_WARN, header != ARCHIVE_EOF { throw damaged() }
    }

    deinit { archive_read_free(archive) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if isEmpty || buffer.isEmpty { return 0 }
        while true {
            let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            if count == Int(ARCHIVE_RETRY) { continue }
            guard count >= 0 else { throw damaged() }
            unpacked += Int64(count)
            guard !limits.areExceeded(unpacked: unpacked, packed: feed.count) else { throw tooLarge() }
            return count
        }
    }

    private func tooLarge() -> Problem {
        place.problem(
            "unpacks-too-large", expected: limits.words(packed: feed.count), found: "more",
            remedy: "If the file is genuine, unpack it yourself and name what is in it.")
    }

    private func damaged() -> Problem {
        if let problem = feed.problem { return problem }
        let words = archive_error_string(archive).map { String(cString: $0) } ?? "unreadable bytes"
        let isCut = feed.isAtEnd
        return place.problem(
            isCut ? "truncated-archive" : "damaged-archive", expected: "a complete \(name)",
            found: isCut ? "a stream that ends too early (\(words))" : words,
            remedy: "Copy or download the file again; if the runner was stopped while writing, run it again.")
    }
}

/// Hands the bytes of a source to libarchive, whose callback is C.
private final class Feed {
    private let source: any ByteSource
    private var prefix: [UInt8]
    private var suffix: [UInt8]
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private(set) var problem: Problem?
    private(set) var isAtEnd = false
    /// How many bytes of the source were handed over.
    private(set) var count: Int64 = 0

    init(_ source: any ByteSource, prefix: [UInt8], suffix: [UInt8]) {
        self.source = source
        self.prefix = prefix
        self.suffix = suffix
    }

    deinit { buffer.deallocate() }

    func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        bytes.pointee = UnsafeRawPointer(buffer.baseAddress)
        if !prefix.isEmpty {
            buffer.copyBytes(from: prefix)
            defer { prefix = [] }
            return prefix.count
        }
        do {
            let count = try source.read(into: buffer)
            self.count += Int64(count)
            if count > 0 { return count }
        } catch let problem as Problem {
            self.problem = problem
            return -1
        } catch {
            return -1
        }
        isAtEnd = true
        buffer.copyBytes(from: suffix)
        defer { suffix = [] }
        return suffix.count
    }
}
