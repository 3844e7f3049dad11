import Testing

@testable import Charts

@Suite("Bootstrap distributions")
struct BootstrapDistributionChartTests {
    private func chart(_ count: Int, kind: (Int) -> String = { _ in "10 000 replicates" }) -> BootstrapDistributionChart
    {
        let masses = [0.02, 0.08, 0.2, 0.4, 0.2, 0.08, 0.02]
        let panels = (0..<count).map { index in
            BootstrapDistributionChart.Panel(
                label: "model \(index)",
                bars: masses.enumerated().map {
                    .init(lower: 0.4 + 0.02 * Double($0), upper: 0.42 + 0.02 * Double($0), mass: $1)
                }, estimate: 0.47, lower: 0.42, upper: 0.52,
                shares: .init(below: 0.02, inside: 0.955, above: 0.025), kind: kind(index))
        }
        return BootstrapDistributionChart(text: ChartText(title: ""), panels: panels, axisTitle: "accuracy")
    }

    private func words(_ chart: BootstrapDistributionChart) throws -> [String] {
        texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
    }

    @Test("A single panel names bounds, estimate, shares and the kind of the distribution")
    func single() throws {
        let words = try words(chart(1))
        #expect(Set(["42.0%", "estimate 47.0%", "52.0%", "2%", "95.5%", "2.5%"]).isSubset(of: words))
        #expect(words.contains("model 0 · 10 000 replicates"))
    }

    @Test("Several panels name a common kind once, and different kinds in a column")
    func kinds() throws {
        #expect(try words(chart(3)).filter { $0.contains("10 000 replicates") }.count == 1)
        let mixed = try words(chart(3) { $0 == 0 ? "exact distribution" : "10 000 replicates" })
        #expect(mixed.filter { $0 == "10 000 replicates" }.count == 2 && mixed.contains("exact distribution"))
    }

    @Test("Beyond twelve panels the drawing says how many stand in the table alone")
    func cap() throws {
        #expect(try words(chart(13)).contains("1 more stands in the table."))
        #expect(try words(chart(60)).contains("48 more stand in the table."))
        #expect(try !words(chart(12)).contains { $0.hasSuffix("in the table.") })
        #expect(chart(60).table.rows.count == 60)
    }

    @Test("A mass below 0 is refused with its place", arguments: [-0.1, .nan])
    func refused(mass: Double) throws {
        var chart = chart(2)
        chart.panels[1].bars[3].mass = mass
        do {
            _ = try Drawing(chart, theme: .light, size: .medium)
            Issue.record("drawn")
        } catch let problem as ChartProblem {
            #expect(problem.field == "panels[1].bars[3].mass")
        }
    }
}
