import Testing

@testable import Charts

@Suite("Faults of a layout are found")
struct LayoutFaultsTests {
    private let setter = TextSetter(families: FontCheck.families)

    private func text(_ words: String, x: Double, y: Double) -> PlacedText {
        let context = LayoutContext(theme: .light, size: .narrow, setter: setter)
        return PlacedText(block: context.block(words), x: x, y: y, colour: Colour(hex: 0))
    }

    private func scene(_ fill: (inout Scene) -> Void) -> [String] {
        var scene = Scene(width: 200, height: 100, text: ChartText(title: ""))
        fill(&scene)
        return LayoutFaults(scene).all
    }

    @Test("texts apart on the page are no fault")
    func sound() {
        #expect(
            scene {
                $0.add(text("one", x: 10, y: 10)); $0.add(text("two", x: 10, y: 40))
            } == [])
    }

    @Test("a text over another one, a text that leaves the page, a mark that does")
    func texts() {
        #expect(
            scene {
                $0.add(text("one", x: 10, y: 10)); $0.add(text("two", x: 14, y: 12))
            }.count == 1)
        #expect(scene { $0.add(text("one", x: 190, y: 10)) }.count == 1)
        #expect(
            scene { $0.add(Shape(geometry: .circle(centre: Point(2, 50), radius: 5), fill: Colour(hex: 0))) }.count == 1
        )
    }

    @Test("a mark on a text, before and after it")
    func covered() {
        let mark = Shape(geometry: .circle(centre: Point(18, 18), radius: 5), fill: Colour(hex: 0))
        #expect(
            scene {
                $0.add(text("one", x: 10, y: 10)); $0.add(mark)
            }.count == 1)
        #expect(
            scene {
                $0.add(mark); $0.add(text("one", x: 10, y: 10))
            }.count == 1)
    }
}
