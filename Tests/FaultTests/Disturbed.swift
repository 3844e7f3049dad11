import FaultInjection
import Foundation
import Testing

/// A few rounds of each kind against the program that was built with the tests; `make faults` runs hundreds.
enum Disturbed {
    /// The folder of what was built: it holds the tests themselves.
    private static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    static let program = Program(
        executable: products.appending(path: "acuity"), shim: products.appending(path: "libFaultShim.so"),
        templates: root.appending(path: "templates"))

    /// Runs `body` in a folder that is gone afterwards, and expects that every fault was survived.
    static func folder(_ body: (URL, Program, FaultTable) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "acuity-faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let table = FaultTable()
        try body(folder, program, table)
        #expect(table.defects == [])
        #expect(table.totals.injected > 0)
    }
}
