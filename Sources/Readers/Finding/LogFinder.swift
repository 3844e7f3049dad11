import Foundation
import Records

/// Finds logs: walks folders, matches patterns, recognises files, and puts aside what is no log.
public struct LogFinder: Sendable {
    private let readers: [any LogReader]

    public init(readers: [any LogReader] = ReaderCatalogue.all) { self.readers = readers }

    /// Finds the logs of several requests; a file that several name is read once, for the first.
    public func find(_ requests: [LogRequest]) -> LogListing {
        var search = LogSearch(readers: readers)
        for request in requests { search.add(request) }
        return search.finish()
    }

    /// Finds the logs at these paths.
    public func find(_ paths: [String]) -> LogListing { find(paths.map { LogRequest(path: $0) }) }
}

private struct LogSearch {
    let readers: [any LogReader]
    private var listing = LogListing()
    private var seen: [String: String] = [:]
    private let folders = FolderListing()
    /// The positions of logs that consist of several files, by reader and group.
    private var groups: [String: Int] = [:]
    private var requestCount = 0
    /// Sidecars that were met while walking, by resolved path.
    private var sidecars: [(real: String, passedOver: PassedOver)] = []

    init(readers: [any LogReader]) { self.readers = readers }

    mutating func add(_ request: LogRequest) {
        requestCount += 1
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
                walk(request.path, request, forced, isNamed: false) { _ in true }
            } else {
                consider(URL(fileURLWithPath: request.path), path: request.path, request, forced, isNamed: true)
            }
        } else if GlobPattern.isPattern(request.path) {
            let pattern = GlobPattern(request.path)
            let count = walk(pattern.root, request, forced, isNamed: forced != nil) { pattern.matches($0) }
            if count == 0 { missing(request, "no file matches") }
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
        _ folder: String, _ request: LogRequest, _ forced: (any LogReader)?, isNamed: Bool, _ wants: (String) -> Bool
    ) -> Int {
        let walk = FileWalk(folder, revealing: readers.reduce(into: []) { $0.formUnion($1.hiddenFolders) })
        listing.passedOver += walk.passedOver
        listing.problems += walk.problems
        var count = 0
        for file in walk.files where wants(file.relativePath) {
            count += 1
            consider(file.url, path: file.path, request, forced, isNamed: isNamed)
        }
        return count
    }

    private mutating func consider(
        _ url: URL, path: String, _ request: LogRequest, _ forced: (any LogReader)?, isNamed: Bool
    ) {
        let real = url.resolvingSymlinksInPath().path
        if let first = seen[real] {
            if first != path { pass(path, "the same file as \(first)") }
            return
        }
        seen[real] = path
        let probe: LogProbe
        do {
            probe = try LogProbe(url: url, path: path, siblings: folders.names(beside: url))
        } catch let problem as Problem {
            listing.problems.append(problem)
            return
        } catch {
            return
        }
        if let reason = Unreadable.reason(probe) { return refuse(path, reason, isNamed: isNamed) }
        let candidates = recognise(probe)
        if let forced {
            let own = candidates.first { $0.runner == forced.runner.id }
            if let own, own.recognition.role != .log { return putAside(real, path, own.recognition, isNamed: isNamed) }
            guard own != nil || isNamed else { return pass(path, "not recognised as a log of \(forced.runner.id)") }
            return take(url, path, forced, candidates, request)
        }
        guard let best = candidates.first, let reader = readers.first(where: { $0.runner.id == best.runner }) else {
            return refuse(path, Self.unrecognised(probe), isNamed: isNamed)
        }
        switch best.recognition.role {
        case .log: take(url, path, reader, candidates, request)
        case .sidecar, .nothing: putAside(real, path, best.recognition, isNamed: isNamed)
        }
    }

    /// All candidates, the surest first; equal ones in the order of the catalogue.
    private func recognise(_ probe: LogProbe) -> [LogCandidate] {
        readers.enumerated()
            .compactMap { index, reader in
                reader.recognise(probe).map { (index, LogCandidate(runner: reader.runner.id, recognition: $0)) }
            }
            .sorted { ($1.1.recognition.confidence, $0.0) < ($0.1.recognition.confidence, $1.0) }
            .map(\.1)
    }

    private mutating func take(
        _ url: URL, _ path: String, _ reader: any LogReader, _ candidates: [LogCandidate], _ request: LogRequest
    ) {
        let own = candidates.first { $0.runner == reader.runner.id }
        if let group = own?.recognition.group {
            // A file that the user named apart from others is a log apart from theirs.
            let key = "\(requestCount)\u{0}\(reader.runner.id)\u{0}\(group)"
            if let position = groups[key] {
                listing.logs[position].parts.append(LogPart(url: url, path: path))
                return
            }
            groups[key] = listing.logs.count
        }
        listing.logs.append(
            Log(
                url: url, path: path, reader: reader, candidates: candidates,
                sidecars: reader.sidecars(of: url, in: folders), mapping: request.mapping, names: request.names))
    }

    private static func unrecognised(_ probe: LogProbe) -> String {
        guard probe.container == .sqlite else { return "no reader recognises it" }
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
        listing.problems.append(
            InputPlace(file: path).problem(
                "unknown-runner", expected: "a log of \(runnerList)", found: reason,
                remedy: "Name the runner if the file is one of these; for other tables and JSON say where the fields "
                    + "are with [logs.fields] in the study file."))
    }

    private var runnerList: String { readers.map(\.runner.id).joined(separator: ", ") }

    /// Sidecars that no log claimed are passed over with their reason.
    mutating func finish() -> LogListing {
        for index in listing.logs.indices {
            let parts = Set(listing.logs[index].parts.map(\.url))
            listing.logs[index].sidecars.removeAll(where: parts.contains)
        }
        let claimed = Set(listing.logs.flatMap(\.sidecars).map { $0.resolvingSymlinksInPath().path })
        listing.passedOver += sidecars.filter { !claimed.contains($0.real) }.map(\.passedOver)
        listing.passedOver.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return listing
    }
}
