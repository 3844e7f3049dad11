import Testing

@testable import Charts

@Suite("Marks moved apart within a row")
struct SwarmTests {
    @Test("Marks that stand apart stay in the middle")
    func apart() {
        #expect(Swarm.offsets([0, 10, 20], size: 6, reach: 6) == [0, 0, 0])
    }

    @Test("Marks that would touch stand a diameter apart where there is room")
    func touching() {
        let positions = [5.0, 5, 5]
        let offsets = Swarm.offsets(positions, size: 6, reach: 6)
        #expect(offsets.sorted() == [-6, 0, 6])
    }

    @Test("No mark leaves the reach")
    func reach() {
        let offsets = Swarm.offsets([Double](repeating: 1, count: 30), size: 6, reach: 4)
        #expect(offsets.allSatisfy { abs($0) <= 4 })
    }
}
