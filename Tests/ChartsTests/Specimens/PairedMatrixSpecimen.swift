@testable import Charts

extension Specimen {
    static let pairedMatrix = Specimen(name: "paired-matrix") { shape in
        var random = SplitMix(seed: 7)
        let count = shape.modelCount
        let values = (0..<count).map { shape.value($0, of: count, random: &random).estimate }
        var pairs: [PairedMatrixChart.Pair] = []
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) where shape != .typical || first != 3 || second != 8 {
                let difference = values[first] - values[second]
                let half = shape == .equal ? 0 : shape == .fullRange ? 1 : random.number(in: 0.02...0.045)
                let ratio = half == 0 ? 0 : abs(difference) / half
                let p = min(1, 1.5 / (1 + 12 * ratio * ratio * ratio * ratio))
                pairs.append(
                    .init(
                        first: first, second: second, difference: difference, lower: difference - half,
                        upper: difference + half, adjustedP: p, isDecided: p < 0.05,
                        link: "compare/\(first)--\(second).html"))
            }
        }
        return PairedMatrixChart(
            text: shape.text("Lingshu-32B is better than 9 of 11 models; 14 of 66 pairs cannot be told apart"),
            labels: (0..<count).map(shape.model), categories: (0..<count).map(shape.category), pairs: pairs)
    }
}
