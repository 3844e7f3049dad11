import Records
import Store

/// The measures of a run's predictions while its log is read, by the place of the (item, epoch) in the tally.
///
/// A measure that no prediction has takes no memory; one that some have takes eight bytes a prediction.
struct MeasureTally {
    /// One measure by place; NaN for none, and none beyond the end.
    private struct Column {
        private(set) var values: [Double] = []

        mutating func set(_ value: Double?, at place: Int) {
            guard value != nil || place < values.count else { return }
            if values.count < place { values += repeatElement(.nan, count: place - values.count) }
            if place == values.count { values.append(value ?? .nan) } else { values[place] = value ?? .nan }
        }

        mutating func fill(_ value: Double?, at place: Int) {
            if let value, place >= values.count || values[place].isNaN { set(value, at: place) }
        }
    }

    private var length = Column()
    private var latency = Column()
    private var outputTokens = Column()
    private var cost = Column()

    /// Enters the measures of a prediction, instead of those that were there.
    mutating func set(_ measured: MeasuredValues, at place: Int) {
        length.set(measured.length.map(Double.init), at: place)
        latency.set(measured.latency, at: place)
        outputTokens.set(measured.outputTokens.map(Double.init), at: place)
        cost.set(measured.cost, at: place)
    }

    /// Completes the measures of a prediction by those of another row about it.
    mutating func fill(_ measured: MeasuredValues, at place: Int) {
        length.fill(measured.length.map(Double.init), at: place)
        latency.fill(measured.latency, at: place)
        outputTokens.fill(measured.outputTokens.map(Double.init), at: place)
        cost.fill(measured.cost, at: place)
    }

    /// The measures that some prediction has, by the place of each.
    var columns: [(measure: PredictionMeasure, values: [Double])] {
        [
            (PredictionMeasure.length, length.values), (.latency, latency.values),
            (.outputTokens, outputTokens.values), (.cost, cost.values),
        ].filter { !$0.1.isEmpty }
    }
}
