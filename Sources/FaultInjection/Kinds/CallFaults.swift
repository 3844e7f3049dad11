import Foundation

/// Faults of the system at the calls that a command makes: at each of them, or at so many, evenly spread.
public struct CallFaults: Sendable {
    /// A fault and how the table calls it.
    public struct Entry: Sendable {
        /// How the table calls it.
        public let name: String
        /// What happens at the call.
        public let kind: SystemFault.Kind
        /// Which calls count.
        public let calls: SystemFault.Calls
    }

    /// What is tried, the most telling first.
    public static let entries = [
        Entry(name: "killed before a call", kind: .kill, calls: .write),
        Entry(name: "killed in a write", kind: .torn, calls: .write),
        Entry(name: "a changing call fails (EIO)", kind: .once(EIO), calls: .write),
        Entry(name: "disk full from a call on", kind: .full, calls: .write),
        Entry(name: "read-only from a call on (EROFS)", kind: .on(EROFS), calls: .write),
        Entry(name: "no permission at a call (EACCES)", kind: .once(EACCES), calls: .write),
        Entry(name: "a reading call fails (EIO)", kind: .once(EIO), calls: .read),
        Entry(name: "no permission to read (EACCES)", kind: .once(EACCES), calls: .read),
        Entry(name: "short writes from a call on", kind: .short, calls: .write),
        Entry(name: "short reads from a call on", kind: .short, calls: .read),
    ]

    private let program: Program
    private let table: FaultTable
    /// How many calls at most.
    private let most: Int
    private let generator: SeededGenerator

    /// - Parameter most: how many calls of a command are disturbed at most, for each kind of fault.
    public init(program: Program, table: FaultTable, most: Int, seed: UInt64) {
        self.program = program
        self.table = table
        self.most = most
        generator = SeededGenerator(seed: seed)
    }

    /// Disturbs a command.
    public func disturb(_ scenario: Scenario, with entries: [Entry] = Self.entries) throws {
        var generator = generator
        for entry in entries {
            let calls = try scenario.calls(entry.calls, program: program)
            let places = generator.places(most, of: calls)
            try concurrently(places) { place in
                let outcome = try scenario.round(
                    SystemFault(entry.kind, calls: entry.calls, at: place), program: program)
                table.enter(outcome, of: "\(scenario.name): \(entry.name)", at: "call \(place) of \(calls)")
            }
        }
    }

    /// Kills a command after random times, up to that of an undisturbed run.
    public func kill(_ scenario: Scenario, times: Int) throws {
        var generator = generator
        let delays = (0..<times).map { _ in generator.fraction() * scenario.seconds }
        try concurrently(delays) { delay in
            let outcome = try scenario.round(nil, killedAfter: delay, program: program)
            table.enter(outcome, of: "\(scenario.name): SIGKILL at a random time", at: "\(delay) s")
        }
    }
}

/// Does work on all cores.
///
/// - Throws: the first error.
func concurrently<Element: Sendable>(_ elements: [Element], _ body: @Sendable (Element) throws -> Void) throws {
    let errors = ErrorList()
    DispatchQueue.concurrentPerform(iterations: elements.count) { place in
        do { try body(elements[place]) } catch { errors.append(error) }
    }
    if let error = errors.first { throw error }
}

private final class ErrorList: @unchecked Sendable {
    private let lock = NSLock()
    private var errors: [any Error] = []

    func append(_ error: any Error) { lock.withLock { errors.append(error) } }
    var first: (any Error)? { lock.withLock { errors.first } }
}
