@testable import Charts

extension Specimen {
    static let thresholdCurve = Specimen(name: "threshold-curve") { shape in
        var random = SplitMix(seed: 6)
        let count = shape.modelCount
        let bounds = (0..<count).map { index in
            let value = shape.value(index, of: count, random: &random)
            return ThresholdCurveChart.Bounds(label: shape.model(index), lower: value.lower, upper: value.upper)
        }
        return ThresholdCurveChart(
            text: shape.text("At 50% seven models would pass; above 77% none does, and above 83% all fail"),
            bounds: bounds, threshold: .init(value: 0.7, label: "Assisted reading", link: "verdicts.html"),
            axisTitle: "threshold for the accuracy")
    }
}
