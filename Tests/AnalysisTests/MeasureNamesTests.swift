import Findings
import Records
import Testing

/// The store and the findings do not know of each other, so that each has a list of its own.
@Suite("Names of measures") struct MeasureNamesTests {
    @Test("the store and the findings have the same measures in the same order") func agreement() {
        #expect(PredictionMeasure.allCases.map(\.rawValue) == Measure.allCases.map(\.rawValue))
    }
}
