import Foundation
import Testing

@testable import Readers

@Suite("Logs found in part") struct LogPartingTests {
    private let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func row(_ item: Int) -> String {
        "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\(item),\"target\":\"A\",\"prediction\":\"A\"}\n"
    }

    @Test("the logs of some files are those of all files, whichever list names which file of a log of several")
    func parts() throws {
        let names = ["a-b/one.jsonl", "a/one.jsonl", "a/temp0.7_run1.jsonl", "a/temp0.7_run2.jsonl", "b.jsonl"]
        for (item, name) in names.enumerated() { _ = try workspace.write(name, row(item)) }
        let request = LogRequest(path: workspace.folder.path)
        let all = LogFinder().find([request]).logs
        #expect(all.map(\.parts.count) == [1, 2, 1, 1])
        #expect(all.map(\.path) == all.map(\.path).sorted(by: WalkOrder.precedes))
        let real = names.map { workspace.folder.appending(path: $0).resolvingSymlinksInPath().path }
        for mask in 0..<(1 << names.count) {
            func found(_ isWanted: (Int) -> Bool) -> [Log] {
                LogFinder().find([request], amongFiles: Set(real.indices.filter(isWanted).map { real[$0] })).logs
            }
            let both = (found { mask & (1 << $0) != 0 } + found { mask & (1 << $0) == 0 })
                .sorted { WalkOrder.precedes($0.path, $1.path) }
            #expect(both.map(\.path) == all.map(\.path) && both.map(\.parts) == all.map(\.parts))
        }
    }

    @Test("problems have their request and the order of a walk") func problems() throws {
        let listing = LogFinder().find(["/nonexistent/z", "/nonexistent/a"])
        #expect(listing.problems.map(\.file) == ["/nonexistent/z", "/nonexistent/a"])
        #expect(listing.problemRequests == [0, 1])
    }

    @Test("a pattern names files, whatever they hold") func pattern() throws {
        _ = try workspace.write("p1.summary", "x")
        _ = try workspace.write("p2.summary", "x")
        let found = PathPattern.files(matching: workspace.folder.path + "/p*.summary")
        #expect(found.map { URL(fileURLWithPath: $0).lastPathComponent } == ["p1.summary", "p2.summary"])
        #expect(PathPattern.files(matching: workspace.folder.path).isEmpty)
    }
}
