@testable import Charts

extension Specimen {
    static let subgroups = Specimen(name: "subgroups") { shape in
        var random = SplitMix(seed: 23)
        let usual = ["CT", "MRI", "X-ray", "ultrasound", "histology", "fundus", "dermoscopy", "endoscopy"]
        let count = shape == .typical ? 6 : shape.modelCount
        let rowCount = shape == .many ? 40 : shape == .typical ? usual.count : shape == .one ? 1 : 5
        let panels = (0..<count).map { index in
            let base = shape.value(index, of: count + 4, random: &random)
            let rows = (0..<rowCount).map { row -> SubgroupPanelsChart.Row in
                let label = shape == .typical ? usual[row] : shape.benchmark(row)
                if shape == .typical, index == 2, row == 5 {
                    return .init(label: label, n: 12 + row * 311, estimate: nil)
                }
                let value = shape.value(row, of: rowCount, random: &random)
                let shift =
                    shape == .equal || shape == .fullRange ? 0 : base.estimate - 0.62 + random.number(in: -0.12...0.12)
                let half = shape == .equal ? 0 : 0.02 + 0.08 * random.number(in: 0...1)
                let estimate = min(1, max(0, value.estimate * 0.4 + 0.35 + shift))
                return .init(
                    label: label, n: 12 + row * 311, estimate: shape == .fullRange ? value.estimate : estimate,
                    lower: shape == .fullRange ? 0 : max(0, estimate - half),
                    upper: shape == .fullRange ? 1 : min(1, estimate + half), link: "models/\(index).html#\(row)")
            }
            let estimates = rows.compactMap(\.estimate)
            return SubgroupPanelsChart.Panel(
                label: shape.model(index), rows: rows,
                overall: estimates.reduce(0, +) / Double(max(1, estimates.count)),
                category: shape.category(index), link: "models/\(index).html")
        }
        return SubgroupPanelsChart(
            text: shape.text("Endoscopy is the weakest modality of four models out of six"), panels: panels,
            axisTitle: "accuracy")
    }
}
