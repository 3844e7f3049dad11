/// How often the intervals of one method held the truth in one setting.
public struct Cell: Sendable, Equatable {
    /// What is estimated: `accuracy`, `accuracy, clusters`, `accuracy, fractions`, `paired difference` ...
    public var statistic: String
    /// The setting in words, such as `n = 20`.
    public var setting: String
    /// The method, as the findings name it; `default` for the rule.
    public var method: String
    /// The lowest coverage over the true values that were tried.
    public var lowestCoverage: Double
    /// The true value at which it was lowest.
    public var lowestAt: String
    /// The mean coverage over the true values.
    public var meanCoverage: Double
    /// The mean width over the true values.
    public var meanWidth: Double
    /// Data sets simulated for each true value; 0 where the coverage was summed exactly.
    public var datasets: Int
}

/// The level of all intervals of the study.
let level = 0.95

/// Adds up the coverage of several methods over the true values of one setting.
struct Tally {
    private var lowest: [(coverage: Double, at: String)]
    private var coverage: [Double]
    private var width: [Double]
    private var values = 0.0

    init(methods: Int) {
        lowest = [(coverage: Double, at: String)](repeating: (2, ""), count: methods)
        coverage = [Double](repeating: 0, count: methods)
        width = coverage
    }

    mutating func add(_ results: [(coverage: Double, width: Double)], at value: String) {
        values += 1
        for (index, result) in results.enumerated() {
            coverage[index] += result.coverage
            width[index] += result.width
            if result.coverage < lowest[index].coverage { lowest[index] = (result.coverage, value) }
        }
    }

    func cells(_ statistic: String, _ setting: String, methods: [String], datasets: Int) -> [Cell] {
        methods.indices.map { index in
            Cell(
                statistic: statistic, setting: setting, method: methods[index],
                lowestCoverage: lowest[index].coverage, lowestAt: lowest[index].at,
                meanCoverage: coverage[index] / values, meanWidth: width[index] / values, datasets: datasets)
        }
    }
}
