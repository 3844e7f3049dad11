import Testing

@testable import Charts

@Suite("Overlap of errors")
struct ErrorOverlapChartTests {
    private let values: [[Double?]] = [[nil, 0.1, 0.8], [0.1, nil, -0.2], [0.8, -0.2, nil]]

    private func chart(_ values: [[Double?]]) -> ErrorOverlapChart {
        ErrorOverlapChart(
            text: ChartText(title: "overlap"), labels: values.indices.map { "m\($0)" }, agreements: values)
    }

    private func problem(_ values: [[Double?]]) -> String? {
        do {
            _ = try Drawing(chart(values), theme: .light, size: .medium)
            return nil
        } catch { return (error as? ChartProblem)?.field }
    }

    @Test("Models that fail alike stand beside each other and are framed")
    func clusters() throws {
        #expect(chart(values).table.rows.map(\.first) == ["m0", "m2", "m1"])
        #expect(chart(values).table.rows[0] == ["m0", "", "0.80", "0.10"])
        let scene = try Drawing(chart(values), theme: .light, size: .medium).scene
        let frames = scene.elements.filter { element in
            guard case .shape(let shape) = element, case .rectangle = shape.geometry else { return false }
            return shape.fill == nil && shape.strokeWidth > 1
        }
        // One around the pair, one in the key.
        #expect(frames.count == 2)
    }

    @Test("Each number stands once, in the upper half")
    func numbers() throws {
        let words = texts(of: try Drawing(chart(values), theme: .light, size: .medium).scene).map(\.block.string)
        for number in ["0.80", "0.10", "−0.20"] { #expect(words.filter { $0 == number }.count == 1) }
    }

    @Test("Values that are no agreement, and matrices that are not symmetric, are refused with their place")
    func validation() {
        var bad = values
        bad[0][1] = .nan
        #expect(problem(bad) == "agreements[0][1]")
        bad[0][1] = 0.2
        #expect(problem(bad) == "agreements[0][1]")
        (bad[0][1], bad[1][0]) = (1.2, 1.2)
        #expect(problem(bad) == "agreements[0][1]")
        bad[2].removeLast()
        #expect(problem(bad) == "agreements[2]")
        #expect(problem(values) == nil)
    }

    @Test("One model, and models without a common item, give a note")
    func notes() throws {
        for values: [[Double?]] in [[[nil]], [[nil, nil], [nil, nil]]] {
            let words = texts(of: try Drawing(chart(values), theme: .light, size: .medium).scene)
            #expect(words.contains { $0.block.string.contains("no pair whose errors") })
        }
    }
}
