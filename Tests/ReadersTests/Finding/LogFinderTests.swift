import Foundation
import Records
import Testing

@testable import Readers

@Suite("LogFinder")
struct LogFinderTests {
    private static let row =
        #"{"doc_id": 0, "doc": {"q": "?"}, "target": "a", "filtered_resps": ["a"], "resps": [["a"]], "acc": 1.0}"#

    @Test(
        "what is no log is passed over with a reason",
        arguments: [
            ("a.json", "version https://git-lfs.github.com/spec/v1\n", "LFS"), ("b.pkl", "\u{4}K", "pickle"),
            ("c.db", "SQLite format 3\0", "SQLite"), ("d.md", "# Notes", "no reader"), ("e.json", "", "empty"),
            (".hidden.jsonl", row, "hidden"),
            (
                "results_2026-01-01T00-00-00.json",
                #"{"results": {}, "configs": {}, "versions": {}, "n-shot": {}}"#, "without their samples"
            ),
        ])
    func passedOver(_ name: String, _ text: String, _ reason: String) throws {
        let workspace = try Workspace()
        try workspace.write(name, text)
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.isEmpty)
        #expect(listing.problems.isEmpty)
        #expect(listing.passedOver.count == 1)
        #expect(listing.passedOver.first?.reason.contains(reason) == true)
    }

    @Test("a pickle is told by its bytes too")
    func pickle() throws {
        let workspace = try Workspace()
        try workspace.write("x.bin", [0x80, 0x04, 0x95, 0x00])
        #expect(LogFinder().find([workspace.folder.path]).passedOver.first?.reason.contains("pickle") == true)
    }

    @Test("a file that the user named and nobody recognises is an error that lists what is read")
    func unknown() throws {
        let workspace = try Workspace()
        let problem = try #require(LogFinder().find([try workspace.write("x.bin", "hello")]).problems.first)
        #expect(problem.kind == "unknown-runner")
        #expect(problem.severity == .error)
        for runner in ReaderCatalogue.runners { #expect(problem.expected.contains(runner.id)) }
    }

    @Test("a file that nobody recognises is a log of rows if it has a field that the study file names")
    func namedFields() throws {
        let workspace = try Workspace()
        let path = try workspace.write("a.jsonl", #"{"nr":"1","reply":{"words":"liver"},"truth":"liver"}"# + "\n")
        try workspace.write("notes.txt", "no log")
        func find(_ field: String) -> LogListing {
            let mapping = FieldMapping(roles: ["prediction": field])
            return LogFinder().find([LogRequest(path: workspace.folder.path, mapping: mapping)])
        }
        #expect(find("reply.words").logs.map(\.path) == [path])
        #expect(find("reply.words").logs.first?.reader.runner.id == "generic")
        #expect(find("reply.other").logs.isEmpty)
        #expect(find("reply.words").passedOver.map(\.reason) == ["no reader recognises it"])
    }

    @Test("a file that is read with a log is neither the log itself nor passed over")
    func claimedSidecars() throws {
        let workspace = try Workspace()
        let row =
            #"{"doc_id": 0, "doc": {"question": "?"}, "target": "A", "resps": [["A"]], "filtered_resps": ["A"], "acc": 1.0}"#
        try workspace.write("m/samples_t_2026-01-02T03-04-05.jsonl", row + "\n")
        try workspace.write("m/results_2026-01-02T03-04-05.json", #"{"results": {"t": {"acc,none": 1.0}}}"#)
        let listing = LogFinder().find([workspace.folder.path + "/./m"])
        #expect(listing.logs.map { $0.sidecars.map(\.lastPathComponent) } == [["results_2026-01-02T03-04-05.json"]])
        #expect(listing.passedOver.isEmpty)
    }

    @Test("an unknown runner and a missing path are errors")
    func wrongRequests() throws {
        let workspace = try Workspace()
        let path = try workspace.write("samples_t.jsonl", Self.row)
        #expect(LogFinder().find([LogRequest(path: path, runner: "nope")]).problems.map(\.kind) == ["unknown-runner"])
        #expect(LogFinder().find(["\(path).not"]).problems.map(\.kind) == ["missing-file"])
        #expect(LogFinder().find(["\(workspace.folder.path)/*.eval"]).problems.map(\.kind) == ["missing-file"])
    }

    @Test("folders and patterns give the same logs in the order of their paths, each once")
    func walking() throws {
        let workspace = try Workspace()
        for name in ["b/samples_x.jsonl", "a/z/samples_y.jsonl", "a/samples_x.jsonl", "[c]/samples (1).jsonl"] {
            try workspace.write(name, Self.row)
        }
        let root = workspace.folder.path
        let names = { (listing: LogListing) in listing.logs.map { String($0.path.dropFirst(root.count + 1)) } }
        let all = ["[c]/samples (1).jsonl", "a/samples_x.jsonl", "a/z/samples_y.jsonl", "b/samples_x.jsonl"]
        #expect(names(LogFinder().find([root])) == all)
        #expect(names(LogFinder().find(["\(root)/**"])) == all)
        #expect(names(LogFinder().find(["\(root)/**/samples_?.jsonl"])) == Array(all.dropFirst()))
        #expect(names(LogFinder().find(["\(root)/[ab]/*.jsonl"])) == ["a/samples_x.jsonl", "b/samples_x.jsonl"])
        #expect(names(LogFinder().find(["\(root)/[c]/samples (1).jsonl"])) == ["[c]/samples (1).jsonl"])
        let twice = LogFinder().find(["\(root)/b", root])
        #expect(names(twice) == ["b/samples_x.jsonl"] + all.dropLast())
    }

    @Test("loops and doubles of symbolic links end")
    func links() throws {
        let workspace = try Workspace()
        let path = try workspace.write("a/samples_x.jsonl", Self.row)
        let files = FileManager.default
        let folder = workspace.folder.appendingPathComponent("a")
        try files.createSymbolicLink(at: folder.appendingPathComponent("loop"), withDestinationURL: workspace.folder)
        try files.createSymbolicLink(
            atPath: folder.appendingPathComponent("samples_z.jsonl").path, withDestinationPath: path)
        try files.createSymbolicLink(
            atPath: folder.appendingPathComponent("nothing").path, withDestinationPath: "/nonexistent")
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.count == 1)
        #expect(listing.passedOver.count == 3)
    }

    @Test("the aggregate beside the samples is their sidecar")
    func sidecars() throws {
        let workspace = try Workspace()
        let aggregate =
            #"{"results": {"t": {"acc,none": 1}}, "configs": {}, "versions": {}, "n-shot": {}, "model_name": "m/x"}"#
        try workspace.write("results_2026-01-01T00-00-00.1.json", aggregate)
        try workspace.write("results_2026-01-02T00-00-00.1.json", aggregate)
        let path = try workspace.write("samples_t_2026-01-01T00-00-00.1.jsonl", Self.row)
        for request in [workspace.folder.path, path] {
            let listing = LogFinder().find([request])
            #expect(listing.logs.first?.sidecars.map(\.lastPathComponent) == ["results_2026-01-01T00-00-00.1.json"])
            #expect(listing.passedOver.count == (request == path ? 0 : 1))
        }
    }

    @Test(
        "patterns match as shells do",
        arguments: [
            ("/r/*.json", "a.json", true), ("/r/*.json", "x/a.json", false), ("/r/**/*.json", "a.json", true),
            ("/r/**/*.json", "x/y/a.json", true), ("/r/**", "x/y", true), ("/r/[!a]*", "ab", false),
            ("/r/[!a]*", "ba", true),
            ("/r/a?c", "abc", true), ("/r/*a*b*", "xaybz", true), ("/r/*a*b*", "xbya", false), ("/r/é?", "éa", true),
        ])
    func patterns(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(GlobPattern(pattern).root == "/r")
        #expect(GlobPattern(pattern).matches(path) == matches)
    }
}
