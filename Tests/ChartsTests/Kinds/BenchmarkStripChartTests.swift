import Testing

@testable import Charts

@Suite("Benchmark strips")
struct BenchmarkStripChartTests {
    private func chart(_ rows: [[(String, Double)]]) -> BenchmarkStripChart {
        BenchmarkStripChart(
            text: ChartText(title: ""),
            rows: rows.enumerated().map { index, dots in
                .init(label: "m\(index)", dots: dots.map { .init(benchmark: $0.0, value: $0.1) })
            }, axisTitle: "accuracy")
    }

    @Test("The lowest and highest benchmarks are those with the lowest and highest means")
    func extremes() throws {
        let found = try #require(
            chart([[("a", 0.9), ("b", 0.2), ("c", 0.6)], [("a", 0.1), ("b", 0.3), ("c", 0.7)]]).extremes)
        #expect(found.lowest == "b")
        #expect(found.highest == "c")
    }

    @Test("A benchmark that fewer than half of the rows have is not compared")
    func rare() throws {
        let rows = [[("a", 0.4), ("b", 0.5), ("rare", 0.0)], [("a", 0.4), ("b", 0.5)], [("a", 0.4), ("b", 0.5)]]
        #expect(try #require(chart(rows).extremes).lowest == "a")
    }

    @Test("Equal benchmarks have no lowest and no highest")
    func equal() {
        #expect(chart([[("a", 0.5), ("b", 0.5)]]).extremes == nil)
    }

    @Test("One benchmark gives a note, because nothing can differ")
    func one() throws {
        let scene = try Drawing(chart([[("a", 0.5)]]), theme: .light, size: .medium).scene
        #expect(texts(of: scene).contains { $0.block.string.contains("nothing that could differ") })
    }

    @Test("Numbers that are not finite are refused with their place")
    func notFinite() {
        #expect(throws: ChartProblem.self) {
            try Drawing(chart([[("a", 0.5), ("b", .nan)]]), theme: .light, size: .medium)
        }
    }
}
