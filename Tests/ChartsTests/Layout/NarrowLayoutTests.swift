import Testing

@testable import Charts

/// Kinds at widths and themes that the specimens' places leave out.
@Suite("Narrow pages and pages without words")
struct NarrowLayoutTests {
    private static let kinds: [Specimen] = [.strips, .variance, .subgroups, .releases, .calibration]

    @Test("Nothing overlaps or leaves a page of 280 px", arguments: kinds, DataShape.allCases)
    func narrowest(specimen: Specimen, shape: DataShape) throws {
        let scene = try Drawing(specimen.chart(shape), theme: .light, size: ChartSize(width: 280, unit: .pixel)).scene
        #expect(LayoutFaults(scene).all == [])
    }

    @Test("Nothing overlaps or leaves the page where a caption says the words", arguments: kinds, DataShape.allCases)
    func caption(specimen: Specimen, shape: DataShape) throws {
        var theme = Theme.print
        theme.showsWords = false
        for paper in [ChartSize.Paper.icmlColumn, .neurips] {
            let scene = try Drawing(specimen.chart(shape), theme: theme, size: paper.size).scene
            #expect(LayoutFaults(scene).all == [])
        }
    }
}
