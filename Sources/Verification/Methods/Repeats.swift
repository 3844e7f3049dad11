import Statistics

extension GoldenMethod {
    /// Repeated answers and confidences.
    static let repeats: [GoldenMethod] = [
        GoldenMethod("pass-at-k") { input throws(VerificationError) in
            let samples = try input.integers("samples", in: 1...largestCount)
            let correct = try input.integers("correct", in: 0...largestCount, asManyAs: samples.count)
            let k = try input.integer("k", in: 1...(samples.min() ?? 1))
            return ["value": .number(PassAtK.estimate(samples: samples, correct: correct, k: k))]
        },
        GoldenMethod("brier") { input throws(VerificationError) in
            let (confidences, scores) = try confidencesAndScores(input)
            return ["value": .number(Calibration.brier(confidences: confidences, scores: scores))]
        },
        GoldenMethod("expected-calibration-error") { input throws(VerificationError) in
            let (confidences, scores) = try confidencesAndScores(input)
            let bins = try input.integer("bins", in: 1...1_000_000)
            return [
                "value": .number(
                    Calibration.expectedCalibrationError(confidences: confidences, scores: scores, bins: bins))
            ]
        },
        GoldenMethod("area-under-risk-coverage") { input throws(VerificationError) in
            let (confidences, scores) = try confidencesAndScores(input)
            return ["value": .number(Calibration.areaUnderRiskCoverage(confidences: confidences, scores: scores))]
        },
    ]

    /// The random generator.
    static let random: [GoldenMethod] = [
        GoldenMethod("philox4x32-10") { input throws(VerificationError) in
            let words = 0...Int(UInt32.max)
            let counter = try input.integers("counter", in: words, asManyAs: 4)
            let key = try input.integers("key", in: words, asManyAs: 2)
            return [
                "output": .numbers(
                    Philox.block(counter: counter.map { UInt32($0) }, key: key.map { UInt32($0) }).map(Double.init))
            ]
        }
    ]

    private static func confidencesAndScores(
        _ input: GoldenInput
    ) throws(VerificationError) -> (confidences: [Double], scores: [Double]) {
        let confidences = try input.numbers("confidences")
        return (confidences, try input.numbers("scores", asManyAs: confidences.count))
    }
}
