import Records

/// The fields that hold measures of a prediction beside its score, and how to read them.
struct MeasureFields {
    let latency: (field: String, seconds: Double)?
    let outputTokens: String?
    let cost: String?

    /// - Parameter mapping: the fields by role. A `latency` without a unit in its name is in seconds.
    init(_ mapping: FieldMapping) {
        let roles = mapping.roles
        latency =
            roles["latency"].map { ($0, MeasureName.seconds($0) ?? 1) } ?? roles["latency-ms"].map { ($0, 1e-3) }
        outputTokens = roles["output-tokens"]
        cost = roles["cost"]
    }

    /// Enters the measures of a row; what is no number is left out.
    func enter(_ row: GenericRow, into prediction: inout PredictionRecord) {
        if let latency { prediction.latency = row.number(latency.field).map { $0 * latency.seconds } }
        if let outputTokens { prediction.outputTokens = row.number(outputTokens).flatMap { Int(exactly: $0) } }
        if let cost { prediction.cost = row.number(cost) }
    }
}

extension FieldGuess {
    /// Takes the fields that by name and values measure predictions.
    mutating func takeMeasures(_ profiles: [FieldProfile], _ used: inout Set<String>) {
        let free = profiles.filter { !used.contains($0.name) }
        func take(_ role: String, where fits: (FieldProfile) -> Bool) {
            // A field of the row itself goes before a nested one.
            let found = free.filter(fits).min { $0.name.count { $0 == "." } < $1.name.count { $0 == "." } }
            guard mapping.roles[role] == nil, let found else { return }
            mapping.roles[role] = found.name
            used.insert(found.name)
        }
        if mapping.roles["latency-ms"] == nil {
            take("latency") {
                MeasureName.isLatency($0.name)
                    && (MeasureName.seconds($0.name) == nil ? $0.areSeconds : $0.areAmounts)
            }
        }
        take("output-tokens") { MeasureName.isOutputTokens($0.name) && $0.areAmounts }
        take("cost") { MeasureName.isCost($0.name) && $0.areAmounts }
    }
}

extension FieldProfile {
    /// The short values as numbers, each once and in order; nil if one is no number.
    private var numbers: [Double]? {
        let numbers = values.keys.map { Double($0) }
        guard !isNested, !numbers.isEmpty, numbers.allSatisfy({ $0?.isFinite ?? false }) else { return nil }
        return numbers.compactMap { $0 }.sorted()
    }

    /// Whether all values are numbers, some of them at least 0. A few may be -1 for unknown.
    fileprivate var areAmounts: Bool { numbers?.contains { $0 >= 0 } ?? false }

    /// Whether the values of a time without a unit can only be seconds: they have fractions, and half of them are below
    /// a minute, while a model hardly answers within 60 milliseconds.
    fileprivate var areSeconds: Bool {
        guard let numbers, areAmounts else { return false }
        return numbers.contains { $0 != $0.rounded() } && numbers[numbers.count / 2] < 60
    }
}
