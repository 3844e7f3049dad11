/// One benchmark of a candidate against its baseline: how often the verdict is "regressed".
enum SingleComparison {
    static let sizes = [200, 1000, 10_000]
    static let alpha = 1 - level

    static func rows(size: Int, clusterSize: Int, correlation: Double, simulations: Int) -> [GateRow] {
        SimulatedRelease.changes.map { change in
            let release = SimulatedRelease(change: change, clusterSize: clusterSize, correlation: correlation)
            var random = RandomNumbers("gate/\(release.words)/\(size)/\(change)")
            var share = Share()
            for _ in 0..<simulations {
                let pair = release.draw(size: size, &random)
                share.add(pair.estimate < 0 && pair.pValue("gate") < alpha)
            }
            let isIndependent = clusterSize == 1
            let theory =
                isIndependent
                ? PairedTheory.mcNemar(release, size: size, alpha: alpha)
                : PairedTheory.signFlip(release, size: size, alpha: alpha)
            return share.row(
                "One comparison", "n = \(size), \(release.words)", change: change, "regressed",
                isIndependent ? .equal : .near, theory)
        }
    }
}
