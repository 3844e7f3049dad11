import Foundation

/// The benchmarks of one path, which print tables together.
struct BenchmarkGroup: Sendable {
    let name: String
    /// What is measured beside what, for the list.
    let summary: String
    let run: @Sendable (BenchmarkSettings) throws -> [ResultTable]

    /// In the order of a run without names.
    static let all: [BenchmarkGroup] = [
        generator, scan, ingest, store, matrix, intervals, bootstrap, analysis, charts, pages, build, compare, start,
        growth,
    ]
}

/// What holds for all groups of a run.
struct BenchmarkSettings: Sendable {
    /// A folder for logs and outputs, which is removed at the end.
    let folder: URL
    /// Whether growth is followed to ten million predictions.
    let isLarge: Bool

    /// An empty folder within the run's.
    func emptyFolder(_ name: String) throws -> URL {
        let place = folder.appending(path: name, directoryHint: .isDirectory)
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return place
    }
}
