import Testing

@testable import Charts

/// A kind of chart with data of each shape.
struct Specimen: Sendable, CustomTestStringConvertible {
    var name: String
    var chart: @Sendable (DataShape) -> any Chart

    var testDescription: String { name }

    /// Each kind of chart once.
    static let all: [Specimen] = [
        leaderboard,
        heatMap,
        gapDumbbell,
        gapScatter,
        verdicts,
        thresholdCurve,
        strips,
        variance,
        ranks,
        criticalDifference,
        pairedMatrix,
        errorOverlap,
        sizeCurve,
        subgroups,
        releases,
        history,
        historyInOrder,
        calibration,
        bootstrapDistribution,
        powerCurve,
        note,
    ]

    static let note = Specimen(name: "note") { shape in
        NoteChart(
            text: shape.text("No item has a capability, so understanding and reasoning cannot be told apart"),
            reason:
                "Name the facet that tells understanding from reasoning in the study file: [[benchmark]] capability.")
    }
}
