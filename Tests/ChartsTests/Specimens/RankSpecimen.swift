@testable import Charts

extension Specimen {
    static let ranks = Specimen(name: "ranks") { shape in
        var random = SplitMix(seed: 5)
        let count = shape.modelCount
        let strengths = (0..<count).map { shape.value($0, of: count, random: &random).estimate }
        let draws = 400
        var counts = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
        for _ in 0..<draws {
            let drawn = strengths.map {
                $0 + (shape == .fullRange ? 0 : (0..<3).reduce(0) { sum, _ in sum + random.number(in: -0.03...0.03) })
            }
            let order = drawn.indices.sorted { (drawn[$1], $0) < (drawn[$0], $1) }
            for (rank, model) in order.enumerated() { counts[model][rank] += 1 }
        }
        let rows = (0..<count).map { model in
            let shares = counts[model].map { Double($0) / Double(draws) }
            let likely = shares.indices.filter { shares[$0] >= 0.025 }
            let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
            return RankChart.Row(
                label: shape.model(model), category: shape.category(model), probabilities: shares, meanRank: mean,
                rank: strengths.filter { $0 > strengths[model] }.count + 1,
                confidenceSet: ((likely.first ?? 0) + 1)...((likely.last ?? 0) + 1), link: "models/\(model).html")
        }
        return RankChart(
            text: shape.text("Lingshu-32B is first or second; below rank 4, no two neighbours can be told apart"),
            rows: rows)
    }
}
