import Testing

@testable import Charts

@Suite("Slabs")
struct SlabTests {
    typealias Bar = BootstrapDistributionChart.Bar

    /// The areas of a slab's parts, in units of position × height.
    private func areas(_ bars: [Bar], interval: ClosedRange<Double>) -> [Double] {
        let slab = Slab(bars)
        let context = LayoutContext(
            theme: .light, size: .medium, setter: TextSetter(families: Theme.light.fontFamilies))
        let shapes = slab.shapes(
            interval: interval, scale: Scale(domain: 0...1, start: 0, end: 100), baseline: 0, height: 10,
            peak: slab.peak, role: .general, context: context)
        return shapes.map { shape in
            guard case .polygon(let points) = shape.geometry else { return 0 }
            let sum = zip(points, points.dropFirst() + points.prefix(1)).reduce(0) {
                $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
            }
            return abs(sum) / 2
        }
    }

    @Test("Areas are as the masses, and a bar that a bound cuts is parted there")
    func parts() {
        let bars = [
            Bar(lower: 0, upper: 0.2, mass: 0.2), Bar(lower: 0.2, upper: 0.4, mass: 0.6),
            Bar(lower: 0.4, upper: 0.8, mass: 0.2),
        ]
        let areas = areas(bars, interval: 0.1...0.4)
        let total = areas.reduce(0, +)
        #expect(areas.count == 3)
        for (area, share) in zip(areas, [0.1, 0.7, 0.2]) { #expect(abs(area / total - share) < 1e-9) }
    }

    @Test("A gap between bars stays empty")
    func gap() {
        let areas = areas(
            [Bar(lower: 0, upper: 0.1, mass: 0.5), Bar(lower: 0.5, upper: 0.6, mass: 0.5)], interval: 0...1)
        #expect(areas.count == 1 && abs(areas[0] - 2 * 10 * 10) < 1e-9)
    }

    @Test("Many bars are joined without losing mass, and a bar without width is an atom")
    func joined() {
        let bars = (0..<1000).map { Bar(lower: Double($0) / 1000, upper: Double($0 + 1) / 1000, mass: 0.001) }
        let areas = areas(bars, interval: 0...1)
        #expect(abs(areas.reduce(0, +) - 1000) < 1e-6)
        #expect(Slab(bars).ends.count == 200)
        #expect(Slab([Bar(lower: 0.5, upper: 0.5, mass: 1)]).hasAtoms)
        #expect(!Slab(bars).hasAtoms)
    }
}
