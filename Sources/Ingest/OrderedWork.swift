import Foundation

/// Work on the parts of a list: done on several threads, taken in the order of the list on the calling one.
final class OrderedWork<Part: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let sizes: [Int]
    private let mostAhead: Int
    private let work: @Sendable (Int) -> Part
    /// Parts that are done and not taken.
    private var done: [Int: Part] = [:]
    private var next = 0
    private var taken = 0
    /// The size of what was begun and not taken.
    private var ahead = 0
    private var running = 0
    private var isStopped = false

    private init(sizes: [Int], mostAhead: Int, work: @escaping @Sendable (Int) -> Part) {
        self.sizes = sizes
        self.mostAhead = mostAhead
        self.work = work
    }

    /// - Parameters:
    ///   - sizes: the size of each part, in bytes or what else `mostAhead` counts.
    ///   - threads: how many threads do the work.
    ///   - mostAhead: how much may be under way or wait to be taken; one part may always be.
    ///   - work: makes a part by its place in the list.
    ///   - take: is handed every part, in order.
    /// - Throws: what `take` throws, once no work is under way any more.
    static func run(
        sizes: [Int], threads: Int, mostAhead: Int, work: @escaping @Sendable (Int) -> Part,
        take: (Int, Part) throws -> Void
    ) throws {
        guard threads > 1, sizes.count > 1 else {
            for place in sizes.indices { try take(place, work(place)) }
            return
        }
        let ordered = OrderedWork(sizes: sizes, mostAhead: mostAhead, work: work)
        ordered.start(min(threads, sizes.count))
        defer { ordered.stop() }
        for place in sizes.indices { try take(place, ordered.part(place)) }
    }

    private func start(_ threads: Int) {
        running = threads
        for _ in 0..<threads {
            let thread = Thread { [self] in
                while let place = begin() {
                    let part = work(place)
                    condition.lock()
                    done[place] = part
                    condition.broadcast()
                    condition.unlock()
                }
            }
            // Readers walk nested values; a thread has less room for that than a program unless it is told.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// The next part to do, once there is room for it; nil if there is none.
    private func begin() -> Int? {
        condition.lock()
        defer { condition.unlock() }
        while next < sizes.count, !isStopped, next > taken, ahead + sizes[next] > mostAhead { condition.wait() }
        guard next < sizes.count, !isStopped else {
            running -= 1
            condition.broadcast()
            return nil
        }
        defer { next += 1 }
        ahead += sizes[next]
        return next
    }

    private func part(_ place: Int) -> Part {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let part = done.removeValue(forKey: place) {
                taken = place + 1
                ahead -= sizes[place]
                condition.broadcast()
                return part
            }
            condition.wait()
        }
    }

    private func stop() {
        condition.lock()
        isStopped = true
        condition.broadcast()
        while running > 0 { condition.wait() }
        condition.unlock()
    }
}
