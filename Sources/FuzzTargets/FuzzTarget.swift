/// A function that takes any bytes: it may refuse them with an error of its own kind, and must neither crash, hang, nor break
/// a promise.
public struct FuzzTarget: Sendable {
    /// The name of the target, and of its folder in the corpus.
    public let name: String
    private let body: @Sendable ([UInt8]) throws -> Void

    init(_ name: String, _ body: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.name = name
        self.body = body
    }

    /// Feeds the target with bytes.
    ///
    /// - Throws: `BrokenPromise`.
    public func run(_ bytes: [UInt8]) throws { try body(bytes) }

    /// The target with a name, or nil.
    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

    /// All targets. A new one is one line here and a folder in the corpus.
    public static let all: [FuzzTarget] =
        LogTargets.all + [
            ArchiveTargets.workbook, ArchiveTargets.inspect, ArchiveTargets.packed, ArchiveTargets.database,
            JSONTargets.document, JSONTargets.stream, PatternTarget.pattern, StudyTarget.study, ScoringTarget.scoring,
            TemplateTarget.template, StoreTargets.predictions, StoreTargets.items, SummaryTargets.content,
            SummaryTargets.file, FindingsTarget.findings,
        ]
}

/// A promise of the program that some bytes made it break.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// The claim that did not hold, in words.
    public let description: String

    init(_ description: String) { self.description = description }

    /// Breaks unless a claim holds.
    static func unless(_ holds: Bool, _ claim: @autoclosure () -> String) throws {
        if !holds { throw BrokenPromise(claim()) }
    }
}
