import Statistics

/// The gate on a growing log, with a look every hundred items: how often any look up to a number of items gives a verdict.
enum Peeking {
    private static let step = 100
    private static let horizons = [100, 500, 1000, 2000, 5000, 10_000]
    private static let alpha = 1 - level

    static func rows(change: Double, simulations: Int) -> [GateRow] {
        let release = SimulatedRelease(change: change)
        var random = RandomNumbers("peeking/\(change)")
        var tests = [Share](repeating: Share(), count: horizons.count)
        var sequences = tests
        for _ in 0..<simulations {
            let pair = release.draw(size: horizons[horizons.count - 1], &random)
            let alarms = (test: firstTest(pair.sample.scores), sequence: firstSequence(pair.sample.scores))
            for (index, horizon) in horizons.enumerated() {
                tests[index].add(alarms.test <= horizon)
                sequences[index].add(alarms.sequence <= horizon)
            }
        }
        return horizons.indices.flatMap { index -> [GateRow] in
            let horizon = horizons[index]
            let setting = "\(horizon / step) \(horizon == step ? "look" : "looks"), up to n = \(horizon)"
            func row(_ share: Share, _ event: String, _ theory: Double) -> GateRow {
                share.row("Peeking", setting, change: change, event, .atMost, theory)
            }
            if change == 0 {
                return [
                    row(
                        tests[index], "exact McNemar ever rejects",
                        PairedTheory.repeatedLooks(horizon / step, alpha: alpha)),
                    row(sequences[index], "confidence sequence ever rejects", alpha),
                ]
            }
            let one = PairedTheory.mcNemar(release, size: horizon, alpha: alpha)
            return [row(sequences[index], "confidence sequence ever rejects", one)]
        }
    }

    /// The number of items at the first look at which the exact McNemar test rejects; beyond all horizons if none does.
    private static func firstTest(_ differences: [Double]) -> Int {
        var (candidate, baseline) = (0, 0)
        for (index, difference) in differences.enumerated() {
            if difference > 0 { candidate += 1 } else if difference < 0 { baseline += 1 }
            guard (index + 1) % step == 0 else { continue }
            if McNemar.test(onlyFirst: candidate, onlySecond: baseline).exact < alpha { return index + 1 }
        }
        return Int.max
    }

    /// The same for the confidence sequence, whose p value only falls: the first look by halving.
    private static func firstSequence(_ differences: [Double]) -> Int {
        func rejects(_ look: Int) -> Bool {
            ConfidenceSequence(differences: Array(differences.prefix(look * step))).pValue <= alpha
        }
        var (kept, rejected) = (0, differences.count / step)
        guard rejects(rejected) else { return Int.max }
        while rejected - kept > 1 {
            let middle = (kept + rejected) / 2
            if rejects(middle) { rejected = middle } else { kept = middle }
        }
        return rejected * step
    }
}
