@testable import Charts

extension Specimen {
    static let errorOverlap = Specimen(name: "error-overlap") { shape in
        var random = SplitMix(seed: 8)
        let count = shape.modelCount
        var agreements = [[Double?]](repeating: [Double?](repeating: nil, count: count), count: count)
        for first in 0..<count {
            for second in 0..<first {
                let isNear = first % 4 == second % 4
                let value: Double? =
                    switch shape {
                    case .equal: 0.5
                    case .fullRange: (first + second) % 2 == 0 ? 1 : -1
                    default:
                        shape == .typical && first == 9 && second == 2
                            ? nil : (isNear ? 0.5 : 0.16) + random.number(in: -0.18...0.18)
                    }
                (agreements[first][second], agreements[second][first]) = (value, value)
            }
        }
        return ErrorOverlapChart(
            text: shape.text("Models of one family fail alike: three groups agree on most of their errors"),
            labels: (0..<count).map(shape.model), categories: (0..<count).map(shape.category), agreements: agreements,
            links: (0..<count).map { row in (0..<count).map { "compare/\(row)--\($0).html" } })
    }
}
