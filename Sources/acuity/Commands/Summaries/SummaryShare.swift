import Foundation
import Ingest
import Readers
import Records
import Study

/// The logs that one call of `acuity summarize` takes.
struct SummaryShare {
    let study: Study
    let logs: LogShare
    /// How many logs were found, those of other shares among them.
    let total: Int

    init(_ invocation: Invocation) throws {
        let input = try StudyInput(invocation)
        let shard = try invocation.value(.shard).map(Self.shard)
        guard shard == nil || !invocation.has(.files) else {
            throw UsageError("--shard, --files: expected one of the two; found both")
        }
        let files = try invocation.value(.files).map(Self.files)
        var listing = files.map { LogFinder().find(input.requests, amongFiles: $0) } ?? input.listing
        if listing.logs.isEmpty, listing.problems.isEmpty, files == nil {
            throw UsageError("expected logs; found none. `acuity formats` lists what is read.")
        }
        total = listing.logs.count
        if let root = invocation.value(.root) { listing = try listing.shown(from: root) }
        study = input.study
        // A worker that is told a part of the logs cannot know how many were named to the others.
        let isOrdered = shard != nil || files != nil || input.namesStudyLogs
        logs = LogShare(listing, shard: shard, isOrdered: isOrdered)
    }

    private static func shard(_ text: String) throws -> (number: Int, count: Int) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1, number <= count else {
            throw UsageError("--shard: expected a number and how many there are, such as 3/16; found `\(text)`")
        }
        return (number, count)
    }

    /// The files of a list, by paths without symbolic links.
    private static func files(_ list: String) throws -> Set<String> {
        let data: Data
        if list == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            data = try Data(contentsOf: URL(fileURLWithPath: list))
        }
        let paths = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
        guard missing.isEmpty else {
            throw InputErrors(
                problems: missing.map { path in
                    Problem(
                        kind: "missing-file", severity: .error, file: path, expected: "a file that \(list) names",
                        found: "nothing there", remedy: "Check the path; relative paths start at the current folder.")
                })
        }
        return Set(paths.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path })
    }
}
