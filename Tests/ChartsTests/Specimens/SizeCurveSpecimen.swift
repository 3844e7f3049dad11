@testable import Charts

extension Specimen {
    static let sizeCurve = Specimen(name: "size-curve") { shape in
        var random = SplitMix(seed: 5)
        let count = shape.modelCount
        let sizes: [Double?] = [32, 72, 34, 38, 27, 7, 32, 8, 4, 7, 7, 3]
        let families = [
            "Lingshu", "Qwen2.5-VL", "HuatuoGPT-Vision", "InternVL3", "MedGemma", "Lingshu", "Qwen2.5-VL", "InternVL3",
            "MedGemma", "Qwen2.5-VL", "LLaVA-Med", "Qwen2.5-VL",
        ]
        let medical: Set = ["Lingshu", "HuatuoGPT-Vision", "MedGemma", "LLaVA-Med"]
        let points = (0..<count).map { index in
            let value = shape.value(index, of: count, random: &random)
            let round = index / families.count
            let family = shape == .longNames || shape == .scripts ? shape.model(index % 3) : families[index % 12]
            let size = sizes[index % 12].map { $0 * 1e9 * (1 + 0.35 * Double(round)) }
            return SizeCurveChart.Item(
                label: shape.model(index),
                family: index % 12 == 10 ? nil : round == 0 ? family : "\(family) \(round + 1)",
                category: medical.contains(families[index % 12]) ? .medical : .general,
                parameters: index % 12 == 2 && shape != .one ? nil : size,
                measure: .init(value.estimate, lower: value.lower, upper: value.upper), link: "models/\(index).html")
        }
        return SizeCurveChart(
            text: shape.text("Larger models of a family score higher in all four families with two sizes or more"),
            points: points, axisTitle: "accuracy")
    }
}
