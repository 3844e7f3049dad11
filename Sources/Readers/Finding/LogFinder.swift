import Foundation
import Records

/// Finds logs: walks folders, matches patterns, recognises files, and puts aside what is no log.
public struct LogFinder: Sendable {
    private let readers: [any LogReader]

    /// A finder that asks these readers of each file; the surest takes it, and among equals the first.
    public init(readers: [any LogReader] = ReaderCatalogue.all) { self.readers = readers }

    /// Finds the logs of several requests; a file that several name is read once, for the first.
    public func find(_ requests: [LogRequest]) -> LogListing {
        var search = LogSearch(readers: readers)
        for request in requests { search.add(request) }
        return search.finish()
    }

    /// Finds those logs of several requests whose first file is one of some files. Other files are not opened, unless one
    /// of these belongs to a log of several files.
    ///
    /// - Parameters:
    ///   - requests: where to look.
    ///   - files: paths without symbolic links.
    public func find(_ requests: [LogRequest], amongFiles files: Set<String>) -> LogListing {
        var search = LogSearch(readers: readers, files: files)
        for request in requests { search.add(request) }
        guard search.hasGroups else { return search.finish() }
        // Only all files tell which one is the first of its log.
        var listing = find(requests)
        listing.logs.removeAll { !files.contains($0.url.resolvingSymlinksInPath().path) }
        return listing
    }

    /// Finds the logs at these paths.
    public func find(_ paths: [String]) -> LogListing { find(paths.map { LogRequest(path: $0) }) }
}

/// What the files of one log have in common.
private struct LogGroup: Hashable {
    let request: Int
    let runner: String
    let group: String
    let facts: GivenFacts
}

private struct LogSearch {
    let readers: [any LogReader]
    private var listing = LogListing()
    private var seen: [String: String] = [:]
    private let folders = FolderListing()
    /// The positions of logs that consist of several files.
    private var groups: [LogGroup: Int] = [:]
    private var requestCount = 0
    /// The only files to look at; nil for all.
    private let files: Set<String>?
    /// Whether some log may consist of several files.
    var hasGroups: Bool { !groups.isEmpty }
    /// Sidecars that were met while walking, by resolved path.
    private var sidecars: [(real: String, passedOver: PassedOver)] = []

    init(readers: [any LogReader], files: Set<String>? = nil) {
        self.readers = readers
        self.files = files
    }

    mutating func add(_ request: LogRequest) {
        requestCount += 1
        let known = listing.problems.count
        look(for: request)
        let problems = listing.problems[known...].sorted { WalkOrder.precedes($0.file, $1.file) }
        listing.problems.replaceSubrange(known..., with: problems)
        listing.problemRequests += problems.map { _ in requestCount - 1 }
    }

    private mutating func look(for request: LogRequest) {
        var forced: (any LogReader)?
        if request.runner != "auto" {
            forced = readers.first { $0.runner.id == request.runner }
            if forced == nil {
                listing.problems.append(
                    InputPlace(file: request.path).problem(
                        "unknown-runner", field: "runner", expected: "one of \(runnerList)",
                        found: "`\(request.runner)`", remedy: "Name one of these, or leave it out."))
                return
            }
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: request.path, isDirectory: &isFolder) {
            if isFolder.boolValue {
                walk(request.path, request, forced, isNamed: false) { _ in [:] }
            } else {
                consider(URL(fileURLWithPath: request.path), path: request.path, request, forced, [:], isNamed: true)
            }
        } else if let pattern = CapturingPattern(request.path) {
            let count = walk(pattern.root, request, forced, isNamed: forced != nil) { pattern.match($0) }
            if count == 0 { missing(request, "no file that matches") }
        } else if GlobPattern.isPattern(request.path) {
            let pattern = GlobPattern(request.path)
            let count = walk(pattern.root, request, forced, isNamed: forced != nil) {
                pattern.matches($0) ? [:] : nil
            }
            if count == 0 { missing(request, "no file that matches") }
        } else {
            missing(request, "nothing there")
        }
    }

    private mutating func missing(_ request: LogRequest, _ found: String) {
        listing.problems.append(
            InputPlace(file: request.path).problem(
                "missing-file", expected: "a file, a folder or a pattern that matches files", found: found,
                remedy: "Check the path; relative paths of a study file start at its folder."))
    }

    @discardableResult
    private mutating func walk(
        _ folder: String, _ request: LogRequest, _ forced: (any LogReader)?, isNamed: Bool,
        _ captures: (String) -> [String: String]?
    ) -> Int {
        let walk = FileWalk(folder, revealing: readers.reduce(into: []) { $0.formUnion($1.hiddenFolders) })
        listing.passedOver += walk.passedOver
        listing.problems += walk.problems
        var count = 0
        for file in walk.files {
            guard let captures = captures(file.relativePath) else { continue }
            count += 1
            consider(file.url, path: file.path, request, forced, captures, isNamed: isNamed)
        }
        return count
    }

    private mutating func consider(
        _ url: URL, path: String, _ request: LogRequest, _ forced: (any LogReader)?,
        _ captures: [String: String], isNamed: Bool
    ) {
        let real = url.resolvingSymlinksInPath().path
        if let files, !files.contains(real) { return }
        if let first = seen[real] {
            if first != path { pass(path, "the same file as \(first)") }
            return
        }
        seen[real] = path
        let probe: LogProbe
        do {
            probe = try ReadFailures.collecting { try LogProbe(url: url, path: path, folders: folders) }
        } catch let problem as Problem {
            listing.problems.append(problem)
            return
        } catch {
            return
        }
        if let reason = Unreadable.reason(probe) { return refuse(path, reason, isNamed: isNamed) }
        let candidates: [LogCandidate]
        do {
            candidates = try ReadFailures.collecting { recognise(probe, mapping: request.mapping) }
        } catch {
            if let problem = error as? Problem { listing.problems.append(problem) }
            return
        }
        if let forced {
            let own = candidates.first { $0.runner == forced.runner.id }
            if let own, own.recognition.role != .log { return putAside(real, path, own.recognition, isNamed: isNamed) }
            guard own != nil || isNamed else { return pass(path, "not recognised as a log of \(forced.runner.id)") }
            return take(url, path, forced, candidates, request, captures)
        }
        guard let best = candidates.first, let reader = readers.first(where: { $0.runner.id == best.runner }) else {
            return refuse(path, Self.unrecognised(probe), isNamed: isNamed)
        }
        switch best.recognition.role {
        case .log: take(url, path, reader, candidates, request, captures)
        case .sidecar, .nothing: putAside(real, path, best.recognition, isNamed: isNamed)
        }
    }

    /// All candidates, the surest first; equal ones in the order of the catalogue. A file that no reader knows is one
    /// with rows if it has the fields that the study file names.
    private func recognise(_ probe: LogProbe, mapping: FieldMapping?) -> [LogCandidate] {
        let known = recognise(probe)
        guard known.isEmpty, let recognition = mapping.flatMap({ GenericOutline(probe).recognise(named: $0) }),
            let reader = readers.first(where: { $0 is GenericReader })
        else { return known }
        return [LogCandidate(runner: reader.runner.id, recognition: recognition)]
    }

    private func recognise(_ probe: LogProbe) -> [LogCandidate] {
        readers.enumerated()
            .compactMap { index, reader in
                reader.recognise(probe).map { (index, LogCandidate(runner: reader.runner.id, recognition: $0)) }
            }
            .sorted { ($1.1.recognition.confidence, $0.0) < ($0.1.recognition.confidence, $1.0) }
            .map(\.1)
    }

    private mutating func take(
        _ url: URL, _ path: String, _ reader: any LogReader, _ candidates: [LogCandidate], _ request: LogRequest,
        _ captures: [String: String]
    ) {
        let facts: GivenFacts
        do {
            facts = try request.facts(of: url, captures: captures)
        } catch {
            listing.problems.append(
                InputPlace(file: path).problem(
                    "unknown-path-part", field: "logs.fields",
                    expected: "one of " + error.known.map { "`{\($0)}`" }.joined(separator: ", "),
                    found: "`{\(error.name)}`", remedy: "Correct the text, or capture the part in the logs' path."))
            return
        }
        let own = candidates.first { $0.runner == reader.runner.id }
        if let group = own?.recognition.group {
            // A file that the user named apart from others, or of which other things are said, is a log of its own.
            let key = LogGroup(request: requestCount, runner: reader.runner.id, group: group, facts: facts)
            if let position = groups[key] {
                listing.logs[position].parts.append(LogPart(url: url, path: path))
                return
            }
            groups[key] = listing.logs.count
        }
        var log = Log(
            url: url, path: path, reader: reader, candidates: candidates,
            sidecars: reader.sidecars(of: url, in: folders).filter(FileWalk.isRegular), mapping: request.mapping,
            facts: facts)
        log.request = requestCount - 1
        listing.logs.append(log)
    }

    private static let nothingFits = "no reader recognises it"

    private static func unrecognised(_ probe: LogProbe) -> String {
        guard probe.container == .sqlite else { return nothingFits }
        let tables = probe.tableNames.sorted().prefix(6).joined(separator: ", ")
        return tables.isEmpty
            ? "an SQLite database that is damaged or has no tables"
            : "an SQLite database with the tables \(tables), which no reader knows"
    }

    private mutating func putAside(_ real: String, _ path: String, _ recognition: Recognition, isNamed: Bool) {
        if recognition.role == .nothing { return refuse(path, recognition.reason, isNamed: isNamed) }
        sidecars.append((real, PassedOver(path: path, reason: recognition.reason)))
    }

    private mutating func pass(_ path: String, _ reason: String) {
        listing.passedOver.append(PassedOver(path: path, reason: reason))
    }

    /// Leaves a file out; one that the user named is a problem, because something was expected of it.
    private mutating func refuse(_ path: String, _ reason: String, isNamed: Bool) {
        guard isNamed else { return pass(path, reason) }
        let found = reason == Self.nothingFits ? "a file that none of their readers recognises" : reason
        listing.problems.append(
            InputPlace(file: path).problem(
                "unknown-runner", expected: "a log of one of \(runnerList)", found: found,
                remedy: "If it is one, name the runner with --runner; for other tables and JSON say where the fields "
                    + "are with [logs.fields] in the study file."))
    }

    private var runnerList: String { readers.map(\.runner.id).joined(separator: ", ") }

    /// Sidecars that no log claimed are passed over with their reason.
    mutating func finish() -> LogListing {
        for index in listing.logs.indices {
            // By place: a folder named `./logs` and the listing of it spell one file in two ways.
            let parts = Set(listing.logs[index].parts.map(\.url.standardizedFileURL.path))
            listing.logs[index].sidecars.removeAll { parts.contains($0.standardizedFileURL.path) }
        }
        let claimed = Set(listing.logs.flatMap(\.sidecars).map { $0.resolvingSymlinksInPath().path })
        // A reader may know a file beside its log by the name alone, by which nobody else recognises it.
        listing.passedOver.removeAll {
            $0.reason == Self.nothingFits
                && claimed.contains(URL(fileURLWithPath: $0.path).resolvingSymlinksInPath().path)
        }
        listing.passedOver += sidecars.filter { !claimed.contains($0.real) }.map(\.passedOver)
        listing.passedOver.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return listing
    }
}

extension LogRequest {
    /// What the user says of one file: by name, by the fields' texts, and by what the path captured.
    fileprivate func facts(of url: URL, captures: [String: String]) throws(PathParts.UnknownPart) -> GivenFacts {
        let parts = PathParts(url: url, captures: captures)
        var facts = self.facts
        let texts = mapping?.texts ?? [:]
        if facts.model == nil { facts.model = try parts.fill(texts["model"]) ?? captures["model"] }
        if facts.benchmark == nil { facts.benchmark = try parts.fill(texts["benchmark"]) ?? captures["benchmark"] }
        if facts.epoch == nil {
            facts.epoch = try (parts.fill(texts["epoch"]) ?? captures["epoch"]).flatMap { Int($0) }
        }
        for (name, text) in (mapping?.facetTexts ?? [:]).sorted(by: { $0.key < $1.key }) {
            if let value = try parts.fill(text) { facts.facets.append(Facet(name: name, value: value)) }
        }
        let taken = Set(FieldMapping.textRoleNames + facts.facets.map(\.name))
        for (name, value) in captures.sorted(by: { $0.key < $1.key }) where !taken.contains(name) {
            facts.facets.append(Facet(name: name, value: value))
        }
        return facts
    }
}
