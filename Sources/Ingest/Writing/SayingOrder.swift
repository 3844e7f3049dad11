import Readers
import Store

/// What the logs of a store say of items, in the order of the logs.
///
/// The first log that says something of an item decides. A log that comes or goes among others changes nothing if one
/// before it says the same, or if the next one does, which then stands in for it.
struct SayingOrder {
    private let places: [String: Int]
    /// By place: the hash of what the log says; nil for those that the store does not have.
    private var sayings: [String?]
    /// The first place at which each is said.
    private var first: [String: Int] = [:]
    /// The last place that the store has.
    private var last = -1

    /// - Parameters:
    ///   - paths: the logs in their order.
    ///   - sources: what the store has; sources that are none of the logs stand where a walk would meet them.
    init(paths: [String], sources: [StoredSource]) {
        let listed = Set(paths)
        var rest = sources.map(\.path).filter { !listed.contains($0) }.sorted(by: WalkOrder.precedes)[...]
        var order: [String] = []
        for path in paths {
            while let next = rest.first, WalkOrder.precedes(next, path) { order.append(rest.removeFirst()) }
            order.append(path)
        }
        order += rest
        places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        sayings = [String?](repeating: nil, count: order.count)
        for source in sources { enter(source.path, saying: source.sayings) }
    }

    /// Whether a log of the store can go without a trace.
    func canGo(_ path: String) -> Bool {
        guard let place = places[path], let said = sayings[place] else { return true }
        return isSaid(said, beside: place)
    }

    /// Whether a log can come, in the place of what the store has of its path, as if it had always been there.
    func canCome(_ path: String, saying said: String) -> Bool {
        guard let place = places[path] else { return false }
        if sayings[place] == said { return true }
        return canGo(path) && (place >= last || isSaid(said, beside: place))
    }

    /// Enters a log that came.
    mutating func enter(_ path: String, saying said: String) {
        guard let place = places[path] else { return }
        let gone = sayings[place]
        sayings[place] = said
        last = max(last, place)
        first[said] = min(first[said] ?? place, place)
        if let gone, gone != said, first[gone] == place { first[gone] = sayings.firstIndex(of: gone) }
    }

    private func isSaid(_ said: String, beside place: Int) -> Bool {
        if let first = first[said], first < place { return true }
        guard place < last, let next = sayings[(place + 1)...].first(where: { $0 != nil }) else { return false }
        return next == said
    }
}
