import Testing

@testable import Charts

@Suite("Labels at ends of lines")
struct EndLabelsTests {
    @Test("Labels that do not touch stay where they are")
    func apart() {
        #expect(EndLabels.middles(wishes: [50, 10, 30], heights: [10, 10, 10], bounds: 0...100) == [50, 10, 30])
    }

    @Test("Labels that touch part evenly around their wishes, in their order")
    func parted() {
        #expect(EndLabels.middles(wishes: [52, 48], heights: [10, 10], bounds: 0...100) == [55, 45])
        #expect(EndLabels.middles(wishes: [50, 50, 50], heights: [10, 10, 10], bounds: 0...100) == [40, 50, 60])
    }

    @Test("Labels never overlap, stay inside where they fit, and keep the order of their wishes", arguments: 0..<100)
    func anything(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let wishes = (0..<12).map { _ in random.number(in: -20...220) }
        let heights = (0..<12).map { _ in random.number(in: 5...16) }
        let middles = EndLabels.middles(wishes: wishes, heights: heights, bounds: 0...200)
        let order = wishes.indices.sorted { wishes[$0] < wishes[$1] }
        for (first, second) in zip(order, order.dropFirst()) {
            #expect(middles[first] + heights[first] / 2 <= middles[second] - heights[second] / 2 + 1e-9)
        }
        #expect(zip(middles, heights).allSatisfy { $0 - $1 / 2 >= -1e-9 && $0 + $1 / 2 <= 200 + 1e-9 })
    }
}
