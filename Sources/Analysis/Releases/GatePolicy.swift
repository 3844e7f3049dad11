import Findings
import Study

extension PolicyFinding {
    /// The policy of a study file's `[compare]`, with what the command line adds.
    ///
    /// - Parameters:
    ///   - comparison: the table, or nil where there is none: every regression of a score blocks, nothing is waived.
    ///   - isStrict: whether the command line asks for certainty.
    ///   - isSequential: whether the command line asks for intervals that hold at any time.
    ///   - date: the day on which waivers are judged, ISO 8601; a waiver holds through its last day.
    public init(
        _ comparison: Comparison?, isStrict: Bool = false, isSequential: Bool = false, date: String
    ) {
        let blocks = comparison?.blocks ?? Self.defaultBlocks
        self.init(
            // In one order, whatever the order in the file.
            blocks: Self.blockable.filter(blocks.contains),
            isStrict: isStrict || comparison?.isStrict == true,
            isSequential: isSequential || comparison?.isSequential == true,
            waivers: (comparison?.waivers ?? []).map { WaiverFinding($0, date: date) }, date: date)
    }
}

extension WaiverFinding {
    fileprivate init(_ waiver: Waiver, date: String) {
        self.init(
            candidate: waiver.candidate, benchmark: waiver.benchmark, capability: waiver.capability,
            facet: waiver.facet.map { FacetValue(name: $0.name, value: $0.value) }, threshold: waiver.threshold,
            measure: waiver.measure.map { word in
                // Without its measure the waiver would cover more than it says.
                guard let measure = Measure(rawValue: word) else {
                    preconditionFailure("the study file lets no waiver pass whose measure is `\(word)`")
                }
                return measure
            },
            reason: waiver.reason, until: waiver.until, isExpired: waiver.until < date)
    }
}
