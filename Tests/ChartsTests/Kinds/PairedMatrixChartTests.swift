import Testing

@testable import Charts

@Suite("Paired matrices")
struct PairedMatrixChartTests {
    private func chart(count: Int, change: (inout PairedMatrixChart.Pair) -> Void = { _ in }) -> PairedMatrixChart {
        var pairs: [PairedMatrixChart.Pair] = []
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) {
                pairs.append(
                    .init(
                        first: first, second: second, difference: 0.104, lower: 0.052, upper: 0.156,
                        adjustedP: 0.0004, isDecided: true, link: "\(first)-\(second)"))
            }
        }
        if !pairs.isEmpty { change(&pairs[0]) }
        return PairedMatrixChart(
            text: ChartText(title: "pairs"), labels: (0..<count).map { "model \($0)" }, pairs: pairs)
    }

    private func scene(_ chart: PairedMatrixChart, _ size: ChartSize = .medium) throws -> Scene {
        try Drawing(chart, theme: .light, size: size).scene
    }

    @Test("p values read as numbers that do not claim more than they hold")
    func words() {
        #expect(PairedMatrixChart.words(p: 0.0009) == "<0.001")
        #expect(PairedMatrixChart.words(p: 0.001) == "0.001")
        #expect(PairedMatrixChart.words(p: 0.0456) == "0.046")
        #expect(PairedMatrixChart.words(p: 0.1234) == "0.12")
        #expect(PairedMatrixChart.words(p: 0.996) == ">0.99")
        #expect(PairedMatrixChart.words(p: 1) == "1.00")
        #expect(PairedMatrixChart.words(p: 0.0009, isShort: true) == "<.001")
        #expect(PairedMatrixChart.words(p: 1, isShort: true) == "1.00")
    }

    @Test("The lower half says row less column, the upper half the adjusted p")
    func halves() throws {
        let words = texts(of: try scene(chart(count: 2))).map(\.block.string)
        #expect(words.contains("−10.4") && words.contains("<0.001"))
        let labels = try scene(chart(count: 2)).targets.map(\.label)
        #expect(labels.contains { $0.hasPrefix("model 1 − model 0: −10.4 [−15.6, −5.2], adjusted p <0.001") })
    }

    @Test("Beyond 24 models the numbers go, beyond 60 the rows, with a word")
    func many() throws {
        #expect(texts(of: try scene(chart(count: 24), .wide)).contains { $0.block.string.hasPrefix("−10") })
        #expect(!texts(of: try scene(chart(count: 25), .wide)).contains { $0.block.string.hasPrefix("−10") })
        let cut = texts(of: try scene(chart(count: 63))).map(\.block.string)
        #expect(cut.contains { $0.hasPrefix("The first 60 of 63 models; the other 3") })
        #expect(!cut.contains("model 60"))
        #expect(chart(count: 63).table.rows.count == 63 * 62 / 2)
    }

    @Test("Pairs that name no rows, and values that are none, are refused with their place")
    func validation() {
        func problem(_ change: (inout PairedMatrixChart.Pair) -> Void) -> String? {
            do {
                _ = try scene(chart(count: 3, change: change))
                return nil
            } catch { return (error as? ChartProblem)?.field }
        }
        #expect(problem { $0.second = 9 } == "pairs[0]")
        #expect(problem { $0.second = 0 } == "pairs[0]")
        #expect(problem { $0.difference = .nan } == "pairs[0].difference")
        #expect(problem { $0.adjustedP = 1.5 } == "pairs[0].adjustedP")
        #expect(problem { $0.upper = .infinity } == "pairs[0].upper")
    }

    @Test("Without a pair there is a note")
    func notes() throws {
        #expect(texts(of: try scene(chart(count: 1))).contains { $0.block.string.contains("no pair") })
    }
}
