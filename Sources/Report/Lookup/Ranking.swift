import Findings

/// Models by falling estimate of one scope, and which of them can be told apart.
struct Ranking: Sendable {
    /// What two models are to each other.
    enum Relation: Sendable {
        case better, worse
        /// The test does not reject that they are equal.
        case untold
        /// No test compares them.
        case untested
    }

    /// The family-wise error rate at which two models are told apart, over all pairs of the scope.
    static let errorRate = 0.05

    /// The benchmark, or nil for the macro-average.
    let benchmark: String?
    /// The estimates, best first; equal ones in the document's order.
    let rows: [EstimateFinding]
    private let relations: [[Relation]]

    init(_ index: FindingsIndex, on benchmark: String?) {
        self.benchmark = benchmark
        let isHigherBetter = benchmark.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
        let present = index.document.models.compactMap { index.estimate($0.id, on: benchmark) }
        let rows = present.enumerated().sorted {
            if $0.element.estimate != $1.element.estimate {
                return ($0.element.estimate > $1.element.estimate) == isHigherBetter
            }
            return $0.offset < $1.offset
        }.map(\.element)
        self.rows = rows
        relations = rows.map { first in
            rows.map { second in
                guard let found = index.difference(first.model, second.model, on: benchmark) else { return .untested }
                guard found.adjustedPValue < Self.errorRate else { return .untold }
                return (found.estimate > 0) == isHigherBetter ? .better : .worse
            }
        }
    }

    func relation(_ first: Int, _ second: Int) -> Relation { relations[first][second] }

    /// The positions, from 0, of the models that cannot be told apart from the one at a position.
    func untold(from position: Int) -> [Int] {
        rows.indices.filter { $0 != position && relations[position][$0] == .untold }
    }

    /// Whether any test compares the model at a position with another one.
    func isCompared(_ position: Int) -> Bool {
        rows.indices.contains { $0 != position && relations[position][$0] != .untested }
    }

    /// The longest runs of neighbouring rows in which every pair cannot be told apart; runs within others are left out.
    var groups: [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for start in rows.indices {
            var end = start
            while end + 1 < rows.count, (start...end).allSatisfy({ relations[$0][end + 1] == .untold }) { end += 1 }
            if end > start, end > (result.last?.upperBound ?? -1) { result.append(start...end) }
        }
        return result
    }

    /// How many pairs were tested, and how many of them are told apart.
    var pairs: (tested: Int, told: Int) {
        var result = (tested: 0, told: 0)
        for first in rows.indices {
            for second in rows.indices where second > first {
                switch relations[first][second] {
                case .better, .worse:
                    result.tested += 1
                    result.told += 1
                case .untold: result.tested += 1
                case .untested: continue
                }
            }
        }
        return result
    }
}

extension FindingsIndex {
    /// The order of the home page: the macro-average, or the only benchmark; nil if there is neither.
    func homeRanking() -> Ranking? {
        let macro = Ranking(self, on: nil)
        if !macro.rows.isEmpty { return macro }
        guard document.benchmarks.count == 1, let only = document.benchmarks.first else { return nil }
        let ranking = Ranking(self, on: only.id)
        return ranking.rows.isEmpty ? nil : ranking
    }

    /// The models best first, those without a place at the end in the document's order.
    func modelsInOrder(_ ranking: Ranking?) -> [ModelFinding] {
        let ranked = ranking?.rows.map(\.model) ?? []
        let known = Set(ranked)
        return ranked.compactMap { models[$0] } + document.models.filter { !known.contains($0.id) }
    }

    /// What every finding of a group rests on, or nil if they differ or there is none.
    static func sharedBasis(_ bases: some Sequence<Basis>) -> Basis? {
        var shared: Basis?
        for basis in bases {
            guard let known = shared else {
                shared = basis
                continue
            }
            if known != basis { return nil }
        }
        return shared
    }
}
