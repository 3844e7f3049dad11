import Statistics
import Testing

@Suite("Kappa") struct KappaTests {
    @Test("one benchmark has Cohen's kappa")
    func cohen() throws {
        // 20 both right, 5 only the first, 10 only the second, 15 both wrong: 0.7 observed, 0.5 expected.
        let kappa = Kappa([Kappa.Counts(items: 50, first: 25, second: 30, both: 20)])
        #expect(abs(kappa.observed - 0.7) < 1e-15 && abs(kappa.expected - 0.5) < 1e-15)
        #expect(abs(try #require(kappa.kappa) - 0.4) < 1e-15)
    }

    @Test("chance is that of each benchmark: an easy and a hard one do not make agreement")
    func chance() throws {
        let easy = Kappa.Counts(items: 100, first: 90, second: 90, both: 81)
        let hard = Kappa.Counts(items: 100, first: 10, second: 10, both: 1)
        #expect(abs(try #require(Kappa([easy, hard]).kappa)) < 1e-12)
        let pooled = Kappa([Kappa.Counts(items: 200, first: 100, second: 100, both: 82)])
        #expect(try #require(pooled.kappa) > 0.6)
    }

    @Test("models that are always right have no kappa")
    func certain() {
        let kappa = Kappa([Kappa.Counts(items: 9, first: 9, second: 9, both: 9)])
        #expect(kappa.kappa == nil && kappa.observed == 1 && kappa.expected == 1)
    }

    @Test("the jackknife by kinds is that of leaving out each cluster by hand")
    func jackknife() throws {
        let kinds: [[(cluster: Kappa.Counts, times: Int)]] = [
            [
                (Kappa.Counts(items: 2, first: 1, second: 2, both: 1), 7),
                (Kappa.Counts(items: 1, first: 0, second: 0, both: 0), 5),
                (Kappa.Counts(items: 3, first: 3, second: 1, both: 1), 2),
            ],
            [
                (Kappa.Counts(items: 1, first: 1, second: 1, both: 1), 4),
                (Kappa.Counts(items: 1, first: 1, second: 0, both: 0), 3),
                (Kappa.Counts(items: 1, first: 0, second: 0, both: 0), 6),
            ],
        ]
        let clusters = kinds.map { $0.flatMap { kind in Array(repeating: kind.cluster, count: kind.times) } }
        func total(_ clusters: [Kappa.Counts]) -> Kappa.Counts {
            clusters.reduce(into: Kappa.Counts()) {
                $0.items += $1.items
                $0.first += $1.first
                $0.second += $1.second
                $0.both += $1.both
            }
        }
        var variance = 0.0
        for (benchmark, group) in clusters.enumerated() {
            let values = try group.indices.map { left in
                var rest = clusters
                rest[benchmark].remove(at: left)
                return try #require(Kappa(rest.map(total)).kappa)
            }
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            variance += (count - 1) / count * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        let error = try #require(Kappa.jackknifeError(kinds))
        #expect(abs(error - variance.squareRoot()) < 1e-12 && error > 0)
        #expect(Kappa.jackknifeError([kinds[0], [kinds[1][0]].map { ($0.cluster, 1) }]) == nil)
    }
}
