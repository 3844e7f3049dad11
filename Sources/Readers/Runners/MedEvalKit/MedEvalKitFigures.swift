import Foundation

/// The figures of a benchmark: `metrics.json`, or `result.json` for MMMU.
struct MedEvalKitFigures {
    /// The figures by `<group>.<name>`, such as `total metrics.acc` or `open.bleu1`.
    private(set) var values: [String: Double] = [:]
    /// Whether answers of open and closed questions are told apart.
    private(set) var hasClosed = false

    init() {}

    /// - Throws: `Problem` if the file cannot be read or is not JSON.
    init(file: String, shownAs: String) throws {
        let root = try JSONDocument(file: file, shownAs: shownAs).root
        hasClosed = root["close"] != nil || root["closed"] != nil
        for (group, value) in root.members {
            if let number = value.double { values[group] = number }
            for (name, figure) in value.members {
                if let number = figure.double { values["\(group).\(name)"] = number }
            }
        }
    }

    subscript(_ name: String) -> Double? { values[name] }

    /// How many items were right and how many there were, of `total metrics`, `open` or `close`.
    func counts(_ group: String) -> (right: Double, total: Double)? {
        guard let right = values["\(group).right"], let total = values["\(group).total"], total > 0 else { return nil }
        return (right, total)
    }
}
