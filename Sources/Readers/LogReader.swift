import Foundation
import Records

/// Reads the logs of one runner.
///
/// A new runner is one type with this protocol and one line in `ReaderCatalogue.all`.
public protocol LogReader: Sendable {
    /// The runner whose logs it reads.
    var runner: Runner { get }
    /// Whether and how surely a file is one of this runner's, by its content first and its name second.
    func recognise(_ probe: LogProbe) -> Recognition?
    /// The names of the files in the log's folder that belong to the log, such as the aggregate of its run.
    ///
    /// - Parameters:
    ///   - name: the log's file name.
    ///   - names: the names of all files in the log's folder, sorted.
    func sidecars(of name: String, among names: [String]) -> [String]
    /// Reads a log and hands its runs and predictions to the sink.
    ///
    /// - Throws: `Problem` if nothing, or nothing more, can be read; what the sink throws.
    func read(_ log: Log, into sink: any RecordSink) throws
}

extension LogReader {
    public func sidecars(of name: String, among names: [String]) -> [String] { [] }
}

/// Why a reader takes a file for one of its runner's.
public struct Recognition: Hashable, Sendable {
    /// What the file is to the reader.
    public enum Role: String, Hashable, Sendable {
        /// A log that can be read.
        case log
        /// A file that belongs beside a log and is read with it.
        case sidecar
        /// A file of the runner that holds nothing to read; the reason tells.
        case nothing
    }

    /// How sure it is, from 0 to 1.
    public let confidence: Double
    /// What it was recognised by, in words.
    public let reason: String
    /// What the file is to the reader.
    public let role: Role

    public init(confidence: Double, reason: String, role: Role = .log) {
        self.confidence = confidence
        self.reason = reason
        self.role = role
    }
}

/// A log that was found and recognised.
public struct Log: Sendable {
    /// Where the log lies.
    public var url: URL
    /// The path shown to people: as the user named it, or as it was found below a named folder.
    public var path: String
    /// The reader that will read it.
    public var reader: any LogReader
    /// Every reader that took the file for its runner's, the surest first.
    public var candidates: [LogCandidate]
    /// Files that belong to the log.
    public var sidecars: [URL]
    /// Where the fields lie, if the user said so.
    public var mapping: FieldMapping?

    public init(
        url: URL, path: String, reader: any LogReader, candidates: [LogCandidate] = [], sidecars: [URL] = [],
        mapping: FieldMapping? = nil
    ) {
        self.url = url
        self.path = path
        self.reader = reader
        self.candidates = candidates
        self.sidecars = sidecars
        self.mapping = mapping
    }

    /// The bytes of the log, unwrapped.
    public func open() throws -> any ByteSource { try InputFile.open(url.path, shownAs: path) }
}

/// A reader that took a file for its runner's.
public struct LogCandidate: Hashable, Sendable {
    /// The runner's identifier.
    public let runner: String
    /// What the reader saw.
    public let recognition: Recognition

    public init(runner: String, recognition: Recognition) {
        self.runner = runner
        self.recognition = recognition
    }
}
