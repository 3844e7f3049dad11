import Testing

@testable import Ingest

@Suite("Slots of predictions") struct SlotIndexTests {
    private struct Key: Hashable {
        var position: Int
        var epoch: Int
    }

    @Test("each (item, epoch) has one slot, as in a dictionary", arguments: [1, 2, 7])
    func bruteForce(epochs: Int) {
        var index = SlotIndex()
        var known: [Key: Int] = [:]
        var state = UInt64(epochs)
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let key = Key(position: Int(state >> 33) % 300, epoch: Int(state >> 20) % epochs)
            let found = index.slot(position: key.position, epoch: key.epoch, next: known.count)
            #expect(found == known[key])
            if known[key] == nil { known[key] = known.count }
        }
    }

    @Test("epochs may have any number") func largeEpochs() {
        var index = SlotIndex()
        #expect(index.slot(position: 0, epoch: 1 << 40, next: 0) == nil)
        #expect(index.slot(position: 0, epoch: 1, next: 1) == nil)
        #expect(index.slot(position: 0, epoch: 1 << 40, next: 2) == 0)
        #expect(index.slot(position: 0, epoch: 1, next: 2) == 1)
    }
}
