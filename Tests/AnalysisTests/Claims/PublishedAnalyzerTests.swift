import Findings
import Study
import Testing

@testable import Analysis

@Suite("Figures of other sources beside those found here") struct PublishedAnalyzerTests {
    private func document(_ figures: [PublishedFigure]) throws -> FindingsDocument {
        var logs = AnalysisLogs()
        logs.add("a", "p", items: 400) { $0 % 2 == 0 }
        var study = AnalysisLogs.study(["p"])
        study.published = figures
        return try logs.findings(study)
    }

    private func figure(_ model: String, _ benchmark: String, _ accuracy: Double) -> PublishedFigure {
        PublishedFigure(model: model, benchmark: benchmark, accuracy: accuracy, source: "somebody")
    }

    @Test("a figure lies in the interval or outside of it, and its difference is printed minus found") func sides()
        throws
    {
        let found = try document([figure("a", "p", 0.52), figure("a", "p", 0.4), figure("a", "p", 0.6)]).published
        #expect(found.map(\.isInside) == [true, false, false])
        #expect(abs(found[1].difference + 0.1) < 1e-12 && abs(found[2].difference - 0.1) < 1e-12)
        #expect(found.allSatisfy { $0.estimate == 0.5 && $0.interval.lower < 0.5 && $0.source == "somebody" })
    }

    @Test("a figure that the logs have nothing to is counted, not shown") func unknown() throws {
        let document = try document([figure("a", "p", 0.5), figure("b", "p", 0.5), figure("a", "q", 0.5)])
        #expect(document.published.count == 1)
        #expect(document.problems.first { $0.kind == PublishedAnalyzer.kind }?.count == 2)
        #expect(try self.document([]).problems.allSatisfy { $0.kind != PublishedAnalyzer.kind })
    }
}
