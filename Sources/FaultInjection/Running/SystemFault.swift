/// A fault of the system at one of the calls that a program makes, as the shim makes it happen.
public struct SystemFault: Sendable, Equatable {
    /// Which calls count.
    public enum Calls: String, Sendable {
        /// Those that change something.
        case write
        /// Those that open or read.
        case read
    }

    /// What happens at the call.
    public enum Kind: Sendable, Equatable {
        /// Nothing; the calls are counted.
        case count
        /// SIGKILL before the call.
        case kill
        /// SIGKILL in the midst of a write.
        case torn
        /// The call fails with an error number.
        case once(Int32)
        /// The call and all after it fail with an error number.
        case on(Int32)
        /// From the call on, all that takes room fails.
        case full
        /// From the call on, reads and writes do half of what was asked for.
        case short
        /// The file that is read is altered before the call.
        case alter(Alteration)
        /// From that call of the clock on, the clock is so many seconds ahead.
        case clock(seconds: Int)
    }

    /// What another program does to a file.
    public enum Alteration: String, Sendable, CaseIterable {
        case truncate, append, rewrite, delete, replace
    }

    /// Which calls count.
    public var calls: Calls
    /// What happens.
    public var kind: Kind
    /// The number of the call, from 1.
    public var place: Int

    /// - Parameter place: the number of the call, from 1.
    public init(_ kind: Kind, calls: Calls = .write, at place: Int = 1) {
        self.kind = kind
        self.calls = calls
        self.place = place
    }

    /// Whether the program may be killed by it.
    public var kills: Bool { kind == .kill || kind == .torn }

    /// What tells the shim.
    ///
    /// - Parameters:
    ///   - folder: calls on files at or below it count.
    ///   - other: the file that replaces one, for an alteration.
    func environment(below folder: String, other: String) -> [String: String] {
        var values = [
            "FAULT_BELOW": folder, "FAULT_CALLS": calls.rawValue, "FAULT_AT": "\(place)", "FAULT_OTHER": other,
        ]
        switch kind {
        case .count: values["FAULT_KIND"] = "count"
        case .kill: values["FAULT_KIND"] = "kill"
        case .torn: values["FAULT_KIND"] = "torn"
        case .once(let error): (values["FAULT_KIND"], values["FAULT_ERROR"]) = ("once", "\(error)")
        case .on(let error): (values["FAULT_KIND"], values["FAULT_ERROR"]) = ("on", "\(error)")
        case .full: values["FAULT_KIND"] = "full"
        case .short: values["FAULT_KIND"] = "short"
        case .alter(let alteration): (values["FAULT_KIND"], values["FAULT_ALTER"]) = ("alter", alteration.rawValue)
        case .clock(let seconds):
            values = ["FAULT_CLOCK": "\(seconds)", "FAULT_CLOCK_AT": "\(place)"]
        }
        return values
    }
}
