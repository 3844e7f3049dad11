import Findings

/// How far stated confidences can be trusted, in words.
struct ConfidenceSentences {
    let index: FindingsIndex

    /// By how much stated confidence misses accuracy.
    func calibration(_ finding: ConfidenceFinding) -> Sentence? {
        let error = Digits.points(finding.calibrationError, finding.calibrationInterval)
        return """
            On \(index.link(benchmark: finding.benchmark)) the stated confidence of \(index.link(model: finding.model)) \
            misses its accuracy by \(error) on average.
            """
    }
}
