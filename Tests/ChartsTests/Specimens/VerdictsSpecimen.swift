@testable import Charts

extension Specimen {
    static let verdicts = Specimen(name: "verdicts") { shape in
        var random = SplitMix(seed: 5)
        let count = shape.modelCount
        let threshold = 0.7
        let rows = (0..<count).map { index in
            let value = shape.value(index, of: count, random: &random)
            let verdict: VerdictMark =
                value.lower >= threshold ? .pass : value.upper < threshold ? .fail : .inconclusive
            return ThresholdBulletChart.Row(
                label: shape.model(index), estimate: value.estimate, lower: value.lower, upper: value.upper,
                verdict: verdict, itemsNeeded: verdict == .inconclusive ? 812 + 4377 * index : nil,
                link: "models/\(index).html")
        }
        let order: [VerdictMark] = [.pass, .inconclusive, .fail]
        let sorted = rows.sorted {
            let (first, second) = (order.firstIndex(of: $0.verdict) ?? 0, order.firstIndex(of: $1.verdict) ?? 0)
            return first != second ? first < second : $0.lower > $1.lower
        }
        return ThresholdBulletChart(
            text: shape.text(
                "Two of 12 models pass the threshold of 70% for assisted reading; three cannot be judged yet"),
            rows: sorted, threshold: .init(value: threshold, label: "Assisted reading"),
            ladder: [.init(value: 0.5, label: "Triage"), .init(value: 0.9, label: "Clinical deployment")],
            axisTitle: "accuracy")
    }
}
