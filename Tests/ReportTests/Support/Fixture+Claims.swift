import Findings

extension Fixture {
    /// What somebody else prints for the first models on the first benchmark, near and far.
    static func published(_ document: FindingsDocument) -> [PublishedFinding] {
        document.estimates.filter { $0.scope == .benchmark && $0.benchmark == document.benchmarks.first?.id }.prefix(2)
            .enumerated().map { place, estimate in
                PublishedFinding(
                    accuracy: estimate.estimate + 0.2 * Double(place), source: "another table",
                    note: place == 1 ? "other items" : nil, estimate: estimate, benchmark: estimate.benchmark ?? "")
            }
    }

    /// A claim of each kind, with parts that support, contradict and leave open.
    static func claims(_ document: FindingsDocument) -> [ClaimFinding] {
        let benchmarks = document.benchmarks.map(\.id)
        let models = document.models
        guard let first = models.first, let last = models.last else { return [] }
        let says: [ClaimSupport] = [.supports, .contradicts, .open]
        let kinds = benchmarks.enumerated().map { place, benchmark in
            part(
                benchmark: benchmark, first: first.id, second: last.id, estimate: 0.02 * Double(place - 2),
                says[place % 3])
        }
        var small = part(benchmark: benchmarks.first, first: first.id, second: last.id, estimate: -0.01, .open)
        small.parameters = 7e9
        small.isCounted = false
        let gaps = benchmarks.enumerated().map { place, benchmark -> ClaimPart in
            var part = part(benchmark: benchmark, estimate: 0.03 - 0.02 * Double(place), says[place % 3])
            (part.lower, part.higher, part.undecided, part.below) = (2, place % 2, 7, 5)
            return part
        }
        let own = models.map { part(model: $0.id, estimate: 0.15, .supports) }
        return [
            claim("kinds", "General models rival medical ones", .kinds, kinds + [small]),
            claim("gap", "Reasoning is below understanding", .gap, gaps),
            claim("variance", "Benchmarks differ", .variance, own),
            claim("threshold", "None is ready", .threshold, own),
        ]
    }

    private static func claim(
        _ id: String, _ name: String, _ about: ClaimSubject, _ parts: [ClaimPart]
    ) -> ClaimFinding {
        ClaimFinding(
            id: id, name: name, text: "\(name), somebody says.", source: "somebody", about: about,
            first: about == .kinds ? "general" : nil, second: about == .kinds ? "medical" : nil,
            margin: about == .kinds ? 0.01 : nil, threshold: about == .threshold ? "deployment" : nil,
            minimum: about == .variance ? 0.05 : nil, level: 0.95, parts: parts, caveats: ["What it cannot tell."],
            basis: .simulation)
    }

    private static func part(
        benchmark: String? = nil, model: String? = nil, first: String? = nil, second: String? = nil, estimate: Double,
        _ support: ClaimSupport
    ) -> ClaimPart {
        let interval = interval(estimate, 0.01, from: -1)
        return ClaimPart(
            benchmark: benchmark, model: model, first: first, second: second, estimate: estimate, interval: interval,
            reference: 0, support: support, items: 1000, clusters: 900, models: 10,
            published: PublishedPart(estimate: estimate, interval: interval, support: .open), basis: .simulation)
    }
}
