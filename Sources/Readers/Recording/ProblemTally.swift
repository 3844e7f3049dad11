import Records

/// Problems of one log, those of the same kind, field and file counted together, with the place of the first and the lines
/// of the first few.
public struct ProblemTally {
    private var counted: [Problem] = []
    private var lines: [[Int]] = []
    private var positions: [String: Int] = [:]

    /// How many files have problems of a kind told apart.
    private static let mostFiles = 20
    private var files: [String: Int] = [:]
    /// How many lines are told of problems of one kind.
    private static let mostLines = 5

    /// A tally of no problems.
    public init() {}

    /// Counts a problem.
    public mutating func add(_ problem: Problem) {
        let kind = "\(problem.kind)\u{0}\(problem.field ?? "")\u{0}\(problem.severity.rawValue)"
        var key = "\(kind)\u{0}\(problem.file)"
        if positions[key] == nil {
            // A log of thousands of files tells of some of them and counts the others with the last.
            if files[kind, default: 0] < Self.mostFiles { files[kind, default: 0] += 1 } else { key = kind }
        }
        let position: Int
        if let known = positions[key] {
            position = known
            counted[position].count += problem.count
        } else {
            position = counted.count
            positions[key] = position
            counted.append(problem)
            lines.append([])
        }
        if let line = problem.line, problem.file == counted[position].file, problem.member == counted[position].member,
            lines[position].count < Self.mostLines, lines[position].last != line
        {
            lines[position].append(line)
        }
    }

    /// What was counted, in the order in which the kinds appeared.
    public var problems: [Problem] {
        zip(counted, lines).map { problem, lines in
            guard lines.count > 1 else { return problem }
            var problem = problem
            let more = problem.count > lines.count ? ", ..." : ""
            problem.found += " (lines \(lines.map(String.init).joined(separator: ", "))\(more))"
            return problem
        }
    }

    /// Hands the problems to a sink in the order in which their kinds appeared.
    public func report(to sink: any RecordSink) {
        for problem in problems { sink.note(problem) }
    }
}
