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
    /// The files that belong to a log and lie beside it or in a folder near by, such as the aggregate of its run.
    ///
    /// - Parameters:
    ///   - url: the log's first file.
    ///   - folders: what lies in the folders around it.
    func sidecars(of url: URL, in folders: FolderListing) -> [URL]
    /// The names of hidden folders (beginning with a dot) in which the runner keeps logs.
    var hiddenFolders: Set<String> { get }
    /// Reads a log and hands its runs and predictions to the sink.
    ///
    /// - Throws: `Problem` if nothing, or nothing more, can be read; what the sink throws.
    func read(_ log: Log, into sink: any RecordSink) throws
}

extension LogReader {
    /// No sidecars: the log says all of itself.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] { [] }
    /// No hidden folders: the finder goes past them.
    public var hiddenFolders: Set<String> { [] }
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
    /// What files of one log have in common, such as the path of a run's folder; nil if each file is a log of its own.
    public let group: String?

    /// A recognition of a log that is one file, unless said otherwise; `confidence` in [0, 1].
    public init(confidence: Double, reason: String, role: Role = .log, group: String? = nil) {
        self.confidence = confidence
        self.reason = reason
        self.role = role
        self.group = group
    }
}

/// One file of a log that consists of several.
public struct LogPart: Hashable, Sendable {
    /// Where the file lies.
    public let url: URL
    /// The path shown to people.
    public let path: String

    /// A part with the path by which messages name it.
    public init(url: URL, path: String) {
        self.url = url
        self.path = path
    }

    /// The bytes of the file, unwrapped.
    public func open() throws -> any ByteSource { try InputFile.open(url.path, shownAs: path) }
}

/// A log that was found and recognised.
public struct Log: Sendable {
    /// Where the log lies; the first file of several.
    public var url: URL
    /// The path shown to people: as the user named it, or as it was found below a named folder.
    public var path: String
    /// All files that make up the log, by path; the first one is the log's own.
    public var parts: [LogPart]
    /// The reader that will read it.
    public var reader: any LogReader
    /// Every reader that took the file for its runner's, the surest first.
    public var candidates: [LogCandidate]
    /// Files that belong to the log.
    public var sidecars: [URL]
    /// Where the fields lie, if the user said so.
    public var mapping: FieldMapping?
    /// What the user says of the whole log.
    public var facts: GivenFacts
    /// The number of the request that found it, from 0.
    public var request = 0

    /// A log of one file; further parts are added to `parts`.
    public init(
        url: URL, path: String, reader: any LogReader, candidates: [LogCandidate] = [], sidecars: [URL] = [],
        mapping: FieldMapping? = nil, facts: GivenFacts = GivenFacts()
    ) {
        self.url = url
        self.path = path
        parts = [LogPart(url: url, path: path)]
        self.reader = reader
        self.candidates = candidates
        self.sidecars = sidecars
        self.mapping = mapping
        self.facts = facts
    }

    /// The bytes of the log's first file, unwrapped.
    public func open() throws -> any ByteSource { try InputFile.open(url.path, shownAs: path) }

    /// The first file of the log or beside it with this name, or nil.
    public func file(named name: String) -> URL? {
        (parts.map(\.url) + sidecars).first { $0.lastPathComponent == name }
    }

    /// How a file beside the log is called in messages: below the same folder as the log's own path.
    public func shownPath(of file: URL) -> String {
        if let part = parts.first(where: { $0.url == file }) { return part.path }
        let real = Array(url.deletingLastPathComponent().standardizedFileURL.pathComponents)
        let other = Array(file.standardizedFileURL.pathComponents)
        let common = zip(real, other).prefix { $0 == $1 }.count
        let up = real.count - common
        var shown = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        // A path that the user named from within the folder has no parents to step up to.
        guard up <= shown.count else { return file.lastPathComponent }
        shown.removeLast(up)
        return (shown + other[common...]).joined(separator: "/")
    }

    /// What `read` makes of the first file beside the log, by its place and the path to show; nil if there is none. A
    /// problem with it is a warning, because the rows stand without it.
    func firstSidecar<Content>(note: (Problem) -> Void, _ read: (URL, String) throws -> Content) throws -> Content? {
        guard let sidecar = sidecars.first else { return nil }
        var content: Content?
        let problem = try Problem.caught { content = try read(sidecar, shownPath(of: sidecar)) }
        if var problem {
            problem.severity = .warning
            note(problem)
        }
        return content
    }

    /// Reads the log with its reader; what the user says replaces what the log says or lacks.
    ///
    /// - Throws: `Problem` if nothing can be read; what the sink throws.
    public func read(into sink: any RecordSink) throws {
        let finite = FiniteSink(sink, place: InputPlace(file: path))
        try reader.read(self, into: facts.isEmpty ? finite : FactsSink(facts, finite))
    }
}

/// A reader that took a file for its runner's.
public struct LogCandidate: Hashable, Sendable {
    /// The runner's identifier.
    public let runner: String
    /// What the reader saw.
    public let recognition: Recognition

    /// A candidate for the log, by its runner's identifier.
    public init(runner: String, recognition: Recognition) {
        self.runner = runner
        self.recognition = recognition
    }
}
