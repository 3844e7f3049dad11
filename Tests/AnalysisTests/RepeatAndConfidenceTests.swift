import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

@testable import Analysis

@Suite("Repeats and confidences")
struct RepeatAndConfidenceTests {
    private func findings(_ log: String) throws -> FindingsDocument {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-repeats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "log.csv")
        try Data(log.utf8).write(to: path)
        var study = Study()
        study.replicates = 400
        let store = try Store(path: folder.appending(path: "store.sqlite").path)
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find([path.path]).logs)
        return try Analyzer(store: store, study: study, threads: 1, version: "test").findings(sources: summary.usable)
    }

    @Test("two epochs give pass@k, the majority and both variances")
    func repeats() throws {
        var log = "model,benchmark,item,epoch,target,prediction\n"
        for item in 0..<40 {
            log += "m,b,\(item),1,A,\(item < 20 ? "A" : "B")\nm,b,\(item),2,A,\(item < 10 || item >= 30 ? "A" : "B")\n"
        }
        let finding = try #require(try findings(log).repeats.first)
        #expect(finding.epochs == 2 && finding.items == 40)
        // Ten items are right twice, ten once, ten the other time, ten never.
        #expect(finding.estimates.map(\.kind) == ["pass-at-k", "pass-at-k", "majority"])
        #expect(abs(finding.estimates[0].estimate - 0.5) < 1e-12)
        #expect(abs(finding.estimates[1].estimate - 0.75) < 1e-12)
        #expect(abs(finding.estimates[2].estimate - 0.5) < 1e-12)
        #expect(abs(finding.within - 0.25) < 1e-12)
    }

    @Test("confidences give calibration with intervals, and accuracy by coverage")
    func confidences() throws {
        var log = "model,benchmark,item,target,prediction,confidence\n"
        for item in 0..<100 {
            let confidence = item < 50 ? "0.9" : "60%"
            log += "m,b,\(item),A,\(item % 10 < 8 ? "A" : "B"),\(item == 99 ? "7" : confidence)\n"
        }
        let document = try findings(log)
        let finding = try #require(document.confidences.first)
        // One row's confidence is out of range and left out.
        #expect(finding.items == 99)
        #expect(document.problems.contains { $0.kind == "confidence-out-of-range" && $0.count == 1 })
        #expect(finding.bins.count == 2)
        let expected = (50 * 0.1 + 49 * abs(0.6 - 40.0 / 49)) / 99
        #expect(abs(finding.calibrationError - expected) < 1e-12)
        #expect(finding.calibrationInterval.lower <= finding.calibrationError)
        #expect(finding.calibrationInterval.upper >= finding.calibrationError)
        #expect(finding.coverage.first?.items == 50)
        #expect(finding.coverage.last?.coverage == 1)
    }

    @Test("a log with one epoch and no confidences has neither finding")
    func neither() throws {
        let document = try findings("model,benchmark,item,target,prediction\nm,b,1,A,A\nm,b,2,A,B\n")
        #expect(document.repeats.isEmpty && document.confidences.isEmpty)
    }
}
