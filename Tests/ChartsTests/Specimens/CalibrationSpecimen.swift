@testable import Charts

extension Specimen {
    static let calibration = Specimen(name: "calibration") { shape in
        var random = SplitMix(seed: 25)
        let count = shape == .nothing ? 0 : shape == .one ? 1 : shape == .many ? 40 : 10
        let bins = (0..<count).map { index -> CalibrationChart.Bin in
            let (low, high) = (Double(index) / Double(count), Double(index + 1) / Double(count))
            let confidence = (low + high) / 2
            let items = shape == .equal ? 100 : Int(20 + 900 * confidence * confidence * confidence)
            let accuracy = shape == .equal ? 0.5 : 0.18 + 0.52 * confidence + random.number(in: -0.03...0.03)
            let half = shape == .equal ? 0 : shape == .fullRange ? 1 : 0.9 / Double(items).squareRoot()
            return .init(
                range: low...high, confidence: confidence, accuracy: accuracy, lower: max(0, accuracy - half),
                upper: min(1, accuracy + half), count: shape == .typical && index == 1 ? 0 : items,
                link: "items/\(index).html")
        }
        let coverage =
            count == 0
            ? []
            : (1...(shape == .one ? 1 : 50)).map { step -> CalibrationChart.CoveragePoint in
                let share = shape == .one ? 1 : Double(step) / 50
                let accuracy = shape == .equal ? 0.5 : 0.58 + 0.22 * (1 - share) - 0.03 * share * share
                let half = shape == .equal ? 0 : shape == .fullRange ? 1 : 0.015 / share.squareRoot()
                return .init(
                    coverage: share, accuracy: accuracy, lower: max(0, accuracy - half), upper: min(1, accuracy + half))
            }
        let scores: [CalibrationChart.Score] = [
            .init(name: "expected calibration error", value: 0.182, lower: 0.166, upper: 0.199),
            .init(name: "Brier score", value: 0.2413, lower: 0.2331, upper: 0.2498, format: .score),
            .init(name: "area under risk-coverage curve", value: 0.3124, lower: 0.298, upper: 0.327, format: .score),
        ]
        return CalibrationChart(
            text: shape.text("Lingshu-32B is surer than it is right: stated 90%, right in 66%"), bins: bins,
            coverage: coverage, scores: scores)
    }
}
