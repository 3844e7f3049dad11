import Foundation

@testable import Charts

extension Specimen {
    static let powerCurve = Specimen(name: "power-curve") { shape in
        /// The normal distribution function.
        func share(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
        let differences: [Double] =
            switch shape {
            case .typical, .scripts: [0.1, 0.05, 0.03, 0.02, 0.01]
            case .one: [0.03]
            case .many: (1...40).map { 0.1 / Double($0) }
            case .longNames: [0.1, 0.05, 0.03]
            case .equal: [0.03, 0.03, 0.03]
            case .fullRange: [0.9, 0.004, 0.0001]
            case .nothing: []
            }
        func power(_ difference: Double, _ items: Double) -> Double {
            share(difference * items.squareRoot() / 0.45 - 1.96)
        }
        let curves = differences.enumerated().map { index, difference in
            let points = (0...60).map { step in
                let items = 100 * pow(300, Double(step) / 60)
                return PowerCurveChart.Step(items: items, power: power(difference, items))
            }
            let needed = pow((1.96 + 0.8416) * 0.45 / difference, 2).rounded(.up)
            let points100 = ValueFormat.percent.exact(difference).dropLast()
            let isWord = shape == .longNames || shape == .scripts
            return PowerCurveChart.Curve(
                label: isWord ? shape.model(index) : "\(points100) point\(points100 == "1" ? "" : "s")",
                points: points, itemsNeeded: needed < 30_000 ? Int(needed) : nil,
                presentPower: power(difference, 2248), link: "methods.html")
        }
        return PowerCurveChart(
            text: shape.text(
                "With 2 248 items a difference of 3 points is found in 88% of studies, one of 1 point in 18%"),
            curves: curves, presentItems: 2248)
    }
}
