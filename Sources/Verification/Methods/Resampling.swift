import Statistics

extension GoldenMethod {
    /// Exact bootstrap distributions.
    static let exactBootstrap: [GoldenMethod] = [
        GoldenMethod("exact-bootstrap-accuracy") { input throws(VerificationError) in
            let size = try input.integer("n", in: 1...largestCount)
            let correct = try input.integer("correct", in: 0...size)
            return results(ExactBootstrap.accuracy(correct: correct, size: size), level: try input.level())
        },
        GoldenMethod("exact-bootstrap-lattice-mean") { input throws(VerificationError) in
            let levels = try input.integer("levels", in: 1...1_000_000)
            let scores = try input.integers("scores", in: 0...levels)
            return results(ExactBootstrap.latticeMean(scores: scores, levels: levels), level: try input.level())
        },
        GoldenMethod("exact-bootstrap-paired-difference") { input throws(VerificationError) in
            let size = try input.integer("n", in: 1...largestCount)
            let onlyFirst = try input.integer("onlyFirst", in: 0...size)
            let onlySecond = try input.integer("onlySecond", in: 0...(size - onlyFirst))
            return results(
                ExactBootstrap.pairedDifference(onlyFirst: onlyFirst, onlySecond: onlySecond, size: size),
                level: try input.level())
        },
        GoldenMethod("exact-bootstrap-gap") { input throws(VerificationError) in
            let size1 = try input.integer("n1", in: 1...largestCount)
            let size2 = try input.integer("n2", in: 1...largestCount)
            let correct1 = try input.integer("correct1", in: 0...size1)
            let correct2 = try input.integer("correct2", in: 0...size2)
            return results(
                ExactBootstrap.gap(correct1: correct1, size1: size1, correct2: correct2, size2: size2),
                level: try input.level())
        },
        GoldenMethod("exact-bootstrap-macro") { input throws(VerificationError) in
            let sizes = try input.integers("n", in: 1...largestCount)
            let correct = try input.integers("correct", in: 0...largestCount, asManyAs: sizes.count)
            for (k, n) in zip(correct, sizes) where k > n {
                throw input.malformed("correct", "counts that do not exceed n", found: "\(k) of \(n)")
            }
            guard let macro = ExactBootstrap.macroAverage(correct: correct, sizes: sizes) else {
                throw input.malformed("n", "benchmarks that an exact distribution can serve")
            }
            return results(macro.bootstrap, level: try input.level())
        },
        GoldenMethod("exact-cluster-bootstrap") { input throws(VerificationError) in
            let sums = try input.numbers("sums")
            let sizes = try input.numbers("sizes", asManyAs: sums.count)
            guard let bootstrap = ExactBootstrap.clusters(sums: sums, sizes: sizes) else {
                throw input.malformed("sizes", "whole clusters on a lattice of limited size")
            }
            return results(bootstrap, level: try input.level())
        },
    ]

    /// Intervals from given replicates.
    static let replicates: [GoldenMethod] = [
        GoldenMethod("bca-from-replicates") { input throws(VerificationError) in
            let bootstrap = BootstrapDistribution(
                estimate: try input.number("estimate"), replicates: try input.numbers("replicates"),
                jackknifeParts: [try input.numbers("jackknife")])
            guard let bootstrap else { throw input.malformed("replicates", "at least one finite number") }
            let computed = results(bootstrap, level: try input.level())
            return computed.merging(["lower": computed["bcaLower"]!, "upper": computed["bcaUpper"]!]) { first, _ in
                first
            }
        },
        GoldenMethod("bootstrap-t") { input throws(VerificationError) in
            let interval = BootstrapT.interval(
                estimate: try input.number("estimate"), standardError: try input.number("standardError"),
                statistics: try input.numbers("tStatistics"), level: try input.level())
            guard let interval else { throw input.malformed("tStatistics", "at least one finite number") }
            return ends(interval)
        },
    ]

    private static func results(_ bootstrap: BootstrapDistribution, level: Double) -> Results {
        let percentile = bootstrap.percentile(level: level)
        let basic = bootstrap.basic(level: level)
        let bca = bootstrap.bca(level: level)
        return [
            "estimate": .number(bootstrap.estimate), "standardError": .number(bootstrap.standardError),
            "percentileLower": .number(percentile.lower), "percentileUpper": .number(percentile.upper),
            "basicLower": .number(basic.lower), "basicUpper": .number(basic.upper),
            "biasCorrection": .number(bootstrap.biasCorrection), "acceleration": .number(bootstrap.acceleration),
            "bcaLower": .number(bca?.lower ?? .nan), "bcaUpper": .number(bca?.upper ?? .nan),
        ]
    }
}
