import Records

/// Problems of one log, those of the same kind, field and file counted together, with the place of the first.
public struct ProblemTally {
    private var problems: [Problem] = []
    private var positions: [String: Int] = [:]

    public init() {}

    /// Counts a problem.
    public mutating func add(_ problem: Problem) {
        let key = "\(problem.kind)\u{0}\(problem.field ?? "")\u{0}\(problem.severity.rawValue)\u{0}\(problem.file)"
        if let position = positions[key] {
            problems[position].count += problem.count
        } else {
            positions[key] = problems.count
            problems.append(problem)
        }
    }

    /// Hands the problems to a sink in the order in which their kinds appeared.
    public func report(to sink: any RecordSink) {
        for problem in problems { sink.note(problem) }
    }
}
