import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

@testable import Analysis

/// Writes small logs, ingests them and gives the findings.
final class LogBench {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "acuity-consistency-\(UUID().uuidString)")
    private var paths: [String] = []
    var study = Study()

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        study.replicates = 50
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// One row of a log; what is nil is left out.
    struct Row: Encodable {
        var item: String
        var question: String?
        var choices: [String]?
        var target: String? = "A"
        var prediction: String? = "A"
        var model: String?
        var benchmark: String?
        var image: String?
    }

    static let organs = ["kidney", "liver", "spleen", "lung"]

    /// Rows with questions of their own, four options, and targets and answers that go round.
    static func rows(_ count: Int, answers: (Int) -> Int = { $0 % 4 }) -> [Row] {
        (0..<count).map { number in
            Row(
                item: "q\(100 + number)", question: "Which organ is shown in picture \(number)?", choices: organs,
                target: letter(number % 4), prediction: letter(answers(number) % 4))
        }
    }

    static func letter(_ number: Int) -> String { ["A", "B", "C", "D"][number] }

    /// Writes a log and returns its path.
    @discardableResult
    func write(_ name: String, model: String?, _ rows: [Row], after broken: [String] = []) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let lines = try rows.map { row in
            var row = row
            row.model = model
            row.benchmark = row.benchmark ?? "b"
            return String(decoding: try encoder.encode(row), as: UTF8.self)
        }
        let path = folder.appending(path: name).path
        try ((lines + broken).joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        paths.append(path)
        return path
    }

    func findings(reversed: Bool = false) throws -> FindingsDocument {
        let store = try Store(path: folder.appending(path: "\(UUID().uuidString).sqlite").path)
        let ordered = reversed ? Array(paths.reversed()) : paths
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find(ordered).logs)
        #expect(summary.failed.isEmpty)
        return try Analyzer(store: store, study: study, threads: 1, version: "test").findings(sources: summary.usable)
    }

    /// The problems of consistency, without what readers note.
    func problems() throws -> [ProblemFinding] {
        let kinds = Set(ConsistencyChecks.all.flatMap { $0.kinds })
        return try findings().problems.filter { kinds.contains($0.kind) }
    }
}
