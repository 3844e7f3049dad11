/// A scenario whose command meets what is not a fault of one call: a damaged store, a bad place, other commands.
public struct ScenarioFaults: Sendable {
    let scenario: Scenario
    let program: Program
    let table: FaultTable

    /// - Parameters:
    ///   - scenario: what is done; for damaged stores one whose folder was built, for several commands a build with
    ///     something to do.
    ///   - table: where the outcomes go.
    public init(_ scenario: Scenario, program: Program, table: FaultTable) {
        self.scenario = scenario
        self.program = program
        self.table = table
    }
}
