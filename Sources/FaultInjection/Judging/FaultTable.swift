import Foundation

/// How many faults of each kind there were, and how they ended.
public final class FaultTable: @unchecked Sendable {
    private struct Row {
        var injected = 0
        var survived = 0
        var ends: [Outcome.End: Int] = [:]
    }

    private let lock = NSLock()
    private var rows: [String: Row] = [:]
    private var order: [String] = []
    private var found: [String] = []

    /// An empty table.
    public init() {}

    /// Enters what came of a fault.
    ///
    /// - Parameters:
    ///   - name: the kind of the fault and what it happened to.
    ///   - place: which one of the kind it was, for the list of defects.
    public func enter(_ outcome: Outcome, of name: String, at place: String) {
        lock.withLock {
            if rows[name] == nil { order.append(name) }
            var row = rows[name] ?? Row()
            row.injected += 1
            row.survived += outcome.isSurvived ? 1 : 0
            row.ends[outcome.end, default: 0] += 1
            rows[name] = row
            found += outcome.defects.map { "\(name), \(place): \($0)" }
        }
    }

    /// What is wrong, a line a defect.
    public var defects: [String] { lock.withLock { found } }

    /// How many faults there were, and how many were survived.
    public var totals: (injected: Int, survived: Int) {
        lock.withLock { (rows.values.reduce(0) { $0 + $1.injected }, rows.values.reduce(0) { $0 + $1.survived }) }
    }

    /// The table in Markdown.
    public var markdown: String {
        lock.withLock {
            var lines = ["| fault | injected | survived | how it ended |", "| --- | ---: | ---: | --- |"]
            for name in order {
                guard let row = rows[name] else { continue }
                let ends = Outcome.End.allCases.compactMap { end in row.ends[end].map { "\(end.rawValue) \($0)" } }
                lines.append("| \(name) | \(row.injected) | \(row.survived) | \(ends.joined(separator: ", ")) |")
            }
            let injected = rows.values.reduce(0) { $0 + $1.injected }
            let survived = rows.values.reduce(0) { $0 + $1.survived }
            lines.append("| **all** | **\(injected)** | **\(survived)** | |")
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
