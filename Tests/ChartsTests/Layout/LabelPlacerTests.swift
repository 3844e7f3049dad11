import Testing

@testable import Charts

@Suite("Labels of points")
struct LabelPlacerTests {
    private let bounds = Rectangle(x: 0, y: 0, width: 200, height: 200)

    private func block(_ width: Double) -> TextBlock {
        var block = TextBlock(
            string: "x", style: TextStyle(size: 10, weight: .regular), maximumWidth: nil, maximumLines: 1,
            alignment: .start)
        (block.width, block.height) = (width, 10)
        return block
    }

    private func mark(_ x: Double, _ y: Double) -> Rectangle { Rectangle(x: x - 4, y: y - 4, width: 8, height: 8) }

    @Test("Right first, then left, then the corners beside the own mark")
    func order() {
        var placer = LabelPlacer(obstacles: [mark(100, 100)], bounds: bounds)
        let places = (0..<8).map { _ in placer.place(block(30), at: Point(100, 100), radius: 4, gap: 4) }
        #expect(places[0] == Point(108, 95))
        #expect(places[1] == Point(62, 95))
        #expect(places[2]?.y == 82)
        #expect(placer.omitted == places.filter { $0 == nil }.count)
    }

    @Test("At the right edge the label stands at the left")
    func edge() {
        var placer = LabelPlacer(obstacles: [], bounds: bounds)
        #expect(placer.place(block(40), at: Point(180, 100), radius: 4, gap: 4) == Point(132, 95))
    }

    @Test("Lines are avoided where there is another place, and only there")
    func avoided() {
        let line = Rectangle(x: 110, y: 0, width: 2, height: 200)
        var placer = LabelPlacer(obstacles: [mark(100, 100)], avoided: [line], bounds: bounds)
        #expect(placer.place(block(30), at: Point(100, 100), radius: 4, gap: 4) == Point(62, 95))
        let everywhere = Rectangle(x: 0, y: 0, width: 200, height: 200)
        placer = LabelPlacer(obstacles: [mark(100, 100)], avoided: [everywhere], bounds: bounds)
        #expect(placer.place(block(30), at: Point(100, 100), radius: 4, gap: 4) == Point(108, 95))
    }

    @Test("No label touches another, a mark or the edge; what has no place is counted", arguments: 0..<30)
    func anything(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let points = (0..<25).map { _ in Point(random.number(in: 0...200), random.number(in: 0...200)) }
        let marks = points.map { mark($0.x, $0.y) }
        var placer = LabelPlacer(obstacles: marks, bounds: bounds)
        var boxes: [Rectangle] = []
        for point in points {
            guard let corner = placer.place(block(35), at: point, radius: 4, gap: 3) else { continue }
            boxes.append(Rectangle(x: corner.x, y: corner.y, width: 35, height: 10))
        }
        #expect(boxes.count + placer.omitted == 25)
        #expect(boxes.count > 10)
        for (index, box) in boxes.enumerated() {
            #expect(bounds.contains(box) && !marks.contains { $0.overlaps(box) })
            #expect(!boxes[..<index].contains { $0.overlaps(box) })
        }
    }

    @Test("Boxes along a line hold all of it")
    func boxes() {
        let boxes = LabelPlacer.boxes(along: [Point(0, 0), Point(60, 90), Point(60, 10)], width: 2)
        for share in [0.0, 0.13, 0.5, 0.99] {
            let spot = Rectangle(x: 60 * share, y: 90 * share, width: 0, height: 0)
            #expect(boxes.contains { $0.contains(spot) })
        }
        #expect(boxes.allSatisfy { $0.width < 12 && $0.height < 12 })
    }
}
