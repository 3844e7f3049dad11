import Statistics

extension GoldenMethod {
    /// Tests of hypotheses and adjustments for their number.
    static let tests: [GoldenMethod] = [
        GoldenMethod("mcnemar") { input throws(VerificationError) in
            let result = McNemar.test(
                onlyFirst: try input.integer("onlyFirst", in: 0...largestCount),
                onlySecond: try input.integer("onlySecond", in: 0...largestCount))
            return ["exact": .number(result.exact), "midP": .number(result.midP)]
        },
        GoldenMethod("sign-flip") { input throws(VerificationError) in
            let plan = BootstrapPlan(seed: 0, name: "sign-flip", replicates: 100_000)
            return ["pValue": .number(SignFlip.test(differences: try input.numbers("differences"), plan: plan).pValue)]
        },
        GoldenMethod("holm") { input throws(VerificationError) in
            ["adjusted": .numbers(Multiplicity.holm(try input.numbers("pValues")))]
        },
        GoldenMethod("benjamini-hochberg") { input throws(VerificationError) in
            ["adjusted": .numbers(Multiplicity.benjaminiHochberg(try input.numbers("pValues")))]
        },
        GoldenMethod("equivalence") { input throws(VerificationError) in
            let result = Equivalence.test(
                difference: try input.number("difference"), standardError: try input.positive("standardError"),
                margin: try input.number("margin"))
            return ["nonInferiority": .number(result.nonInferiority), "equivalence": .number(result.equivalence)]
        },
    ]

    /// How many items a comparison needs.
    static let planning: [GoldenMethod] = [
        GoldenMethod("mcnemar-power") { input throws(VerificationError) in
            let onlyFirst = try input.number("onlyFirst", in: 0...1)
            return [
                "power": .number(
                    Power.mcNemar(
                        size: try input.integer("n", in: 1...1_000_000), onlyFirst: onlyFirst,
                        onlySecond: try input.number("onlySecond", in: 0...(1 - onlyFirst)),
                        alpha: try input.number("alpha", in: 0...1)))
            ]
        },
        GoldenMethod("minimal-detectable-difference") { input throws(VerificationError) in
            [
                "difference": .number(
                    Power.minimalDetectableDifference(
                        size: try input.integer("n", in: 1...largestCount), variance: try input.positive("variance"),
                        alpha: try input.number("alpha", in: 0...1), power: try input.number("power", in: 0...1)))
            ]
        },
    ]
}
