import Testing

@testable import Charts

@Suite("History")
struct HistoryTests {
    private func chart(_ lineages: [HistoryChart.Lineage], axis: HistoryChart.Axis = .days) -> HistoryChart {
        HistoryChart(text: ChartText(title: ""), lineages: lineages, axis: axis, axisTitle: "accuracy")
    }

    private func release(_ label: String, _ date: String?, _ value: Double = 0.5) -> HistoryChart.Release {
        .init(label: label, day: date.flatMap(HistoryChart.day), measure: .init(value))
    }

    @Test("On an axis of days releases stand by date, and those without one are named")
    func days() throws {
        let chart = chart([
            .init(name: "A", releases: [release("2", "2025-03-01"), release("1", "2024-03-01"), release("x", nil)])
        ])
        #expect(chart.placed.map(\.release.label) == ["1", "2"])
        let words = texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
        #expect(words.contains("Not drawn, date unknown (1): A x"))
        #expect(chart.table.rows.map { $0[2] } == ["1 Mar 2025", "1 Mar 2024", "not known"])
    }

    @Test("In order, releases of one name stand above each other, in equal steps")
    func order() {
        let chart = chart(
            [
                .init(name: "A", releases: [release("1", nil), release("2", nil)]),
                .init(name: "B", releases: [release("2", nil), release("3", nil)]),
            ], axis: .order)
        #expect(chart.order == ["1", "2", "3"])
        #expect(chart.placed.map(\.x) == [0, 1, 1, 2])
    }

    @Test("Only a change that a test tells apart is filled")
    func marks() throws {
        var releases = (0..<3).map { release("\($0)", "202\($0)-01-01") }
        releases[1].change = .apart
        releases[2].change = .notApart
        let chart = chart([
            .init(name: "", category: .init(name: "", shape: .circle, role: .general), releases: releases)
        ])
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        let fills = scene.elements.compactMap { element -> Colour? in
            guard case .shape(let shape) = element, case .circle = shape.geometry,
                [shape.fill, shape.stroke].contains(Theme.light[.general])
            else { return nil }
            return shape.fill
        }
        #expect(fills == [Theme.light.page, Theme.light[.general], Theme.light.page])
    }

    @Test("Seconds instead of days are refused")
    func seconds() {
        var release = release("1", nil)
        release.day = 1_740_000_000
        #expect(throws: ChartProblem.self) {
            try Drawing(chart([.init(name: "A", releases: [release])]), theme: .light, size: .medium)
        }
    }

    @Test("Without any date a note says so")
    func noDates() throws {
        let chart = chart([.init(name: "A", releases: [release("1", nil)])])
        let words = texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
        #expect(words == ["No release has a date, so there is no time to draw over."])
    }

    @Test("Change points outside the axis are refused, others widen it")
    func changePoints() throws {
        var chart = chart([.init(name: "A", releases: [release("1", "2024-01-01"), release("2", "2024-06-01")])])
        chart.changePoints = [.init(position: try #require(HistoryChart.day("2024-12-01")), words: "new prompt")]
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        #expect(texts(of: scene).map(\.block.string).contains("new prompt"))
        #expect(scene.targets.allSatisfy { $0.box.centre.x < 400 })
        chart.changePoints = [.init(position: 1e12, words: "never")]
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
        chart.axis = .order
        chart.changePoints = [.init(position: 7, words: "never")]
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
    }
}
