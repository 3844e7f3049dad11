import Testing

@testable import Charts

@Suite("Critical differences")
struct CriticalDifferenceChartTests {
    private func chart(_ ranks: [Double], difference: Double = 1, benchmarks: Int = 5) -> CriticalDifferenceChart {
        CriticalDifferenceChart(
            text: ChartText(title: "groups"),
            entries: ranks.enumerated().map { .init(label: "m\($0)", meanRank: $1) }, criticalDifference: difference,
            benchmarkCount: benchmarks)
    }

    @Test("Groups are the runs within the critical difference that no longer run holds", arguments: 0..<60)
    func groups(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let count = Int(random.number(in: 0...9))
        // Halves, so that differences equal to the critical one occur.
        let ranks = (0..<count).map { _ in (random.number(in: 1...9) * 2).rounded() / 2 }.sorted()
        let difference = 1 + Double(seed % 4) / 2
        var runs: [ClosedRange<Int>] = []
        for first in 0..<count {
            for last in first..<count where last > first && ranks[last] - ranks[first] < difference {
                runs.append(first...last)
            }
        }
        let longest = runs.filter { run in
            !runs.contains { $0 != run && $0.lowerBound <= run.lowerBound && $0.upperBound >= run.upperBound }
        }
        #expect(CriticalGroups.groups(ranks: ranks, criticalDifference: difference) == longest)
    }

    @Test("Mean ranks that differ by the critical difference itself are told apart")
    func boundary() {
        #expect(CriticalGroups.groups(ranks: [1, 2], criticalDifference: 1).isEmpty)
        #expect(CriticalGroups.groups(ranks: [1, 2], criticalDifference: 1.001) == [0...1])
    }

    @Test("The critical difference is drawn to the scale of the axis", arguments: [ChartSize.narrow, .medium, .wide])
    func scale(size: ChartSize) throws {
        let scene = try Drawing(chart([1, 2, 3, 4], difference: 1.5), theme: .light, size: size).scene
        let paths = scene.elements.compactMap { element -> [[Point]]? in
            guard case .shape(let shape) = element, case .lines(let lines) = shape.geometry else { return nil }
            return lines
        }
        // The length alone is a line with two strokes of equal height at its ends.
        let length = try #require(
            paths.first { $0.count == 3 && $0[1].first?.x == $0[0].first?.x && $0[2].first?.x == $0[0].last?.x })
        let axis = try #require(paths.last { $0.count == 5 })
        let unit = (axis[0][1].x - axis[0][0].x) / 3
        #expect(abs((length[0][1].x - length[0][0].x) - 1.5 * abs(unit)) < 1e-9)
    }

    @Test("Too few benchmarks, too few models and no difference are no drawing")
    func notes() throws {
        for (chart, word) in [(chart([1, 2], benchmarks: 2), "at least 3"), (chart([1]), "nothing to compare")] {
            let words = texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
            #expect(words.contains { $0.contains(word) })
        }
        #expect(throws: ChartProblem.self) { try Drawing(chart([1, 2], difference: 0), theme: .light, size: .medium) }
        #expect(throws: ChartProblem.self) { try Drawing(chart([1, 2.5]), theme: .light, size: .medium) }
        #expect(throws: ChartProblem.self) { try Drawing(chart([.nan, 2]), theme: .light, size: .medium) }
    }
}
