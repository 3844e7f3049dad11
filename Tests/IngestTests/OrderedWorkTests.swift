import Foundation
import Testing

@testable import Ingest

@Suite("Work that is taken in order") struct OrderedWorkTests {
    private struct Failed: Error {}

    /// Counts what is under way.
    private final class Gauge: @unchecked Sendable {
        private let lock = NSLock()
        private var size = 0
        private(set) var largest = 0

        func add(_ change: Int) {
            lock.withLock {
                size += change
                largest = max(largest, size)
            }
        }
    }

    @Test("each part is taken once, in order", arguments: [1, 2, 7], [0, 1, 2, 100])
    func order(threads: Int, count: Int) throws {
        var taken: [Int] = []
        try OrderedWork.run(
            sizes: Array(repeating: 1, count: count), threads: threads, mostAhead: 5,
            work: { place in
                if place % 7 == 0 { usleep(300) }
                return place * place
            },
            take: { place, part in
                #expect(part == place * place)
                taken.append(place)
            })
        #expect(taken == Array(0..<count))
    }

    @Test("no more is under way than may be, but for one part that is larger") func ahead() throws {
        let sizes = (0..<40).map { $0 % 10 == 3 ? 50 : $0 % 4 + 1 }
        let gauge = Gauge()
        try OrderedWork.run(
            sizes: sizes, threads: 4, mostAhead: 12,
            work: { place in
                gauge.add(sizes[place])
                return place
            },
            take: { place, _ in
                usleep(200)
                gauge.add(-sizes[place])
            })
        // What is being taken is no longer under way for the work, but still for this gauge.
        #expect(gauge.largest <= 50 + 12 + 4)
    }

    @Test("what takes the parts may fail; then nothing is under way any more") func failure() {
        let gauge = Gauge()
        #expect(throws: Failed.self) {
            try OrderedWork.run(
                sizes: Array(repeating: 1, count: 1000), threads: 3, mostAhead: 3,
                work: { place in
                    gauge.add(1); return place
                }, take: { place, _ in if place == 5 { throw Failed() } })
        }
        let begun = gauge.largest
        usleep(2000)
        #expect(gauge.largest == begun && begun <= 9)
    }
}
