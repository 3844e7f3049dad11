/// What one check of `acuity doctor` found.
struct DoctorFinding: Encodable, Equatable {
    /// What it means for the user.
    enum Status: String, Encodable, Comparable, CaseIterable {
        case ok
        /// Acuity works; the remedy makes something better.
        case warning
        /// Acuity, or a part of it, does not work.
        case problem

        static func < (left: Status, right: Status) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// A stable name of what was looked at.
    var check: String
    var status: Status
    /// What was found, in words; may hold text of files and paths, to be made safe where it is shown.
    var found: String
    /// What the user can do; nil where nothing needs to be done.
    var remedy: String?

    static func ok(_ check: String, _ found: String) -> DoctorFinding {
        DoctorFinding(check: check, status: .ok, found: found)
    }

    static func warning(_ check: String, _ found: String, _ remedy: String) -> DoctorFinding {
        DoctorFinding(check: check, status: .warning, found: found, remedy: remedy)
    }

    static func problem(_ check: String, _ found: String, _ remedy: String) -> DoctorFinding {
        DoctorFinding(check: check, status: .problem, found: found, remedy: remedy)
    }
}

/// All that `acuity doctor` found.
struct DoctorReport: Encodable {
    /// Acuity's version.
    let acuity: String
    /// The worst of all.
    let status: DoctorFinding.Status
    let checks: [DoctorFinding]

    init(_ checks: [DoctorFinding]) {
        acuity = Program.version
        status = checks.map(\.status).max() ?? .ok
        self.checks = checks
    }

    var exitCode: ExitCode { status == .problem ? .badInput : .success }

    /// A line for each check, the remedy below it, and a line about all.
    var text: String {
        var lines: [String] = []
        let width = checks.map(\.check.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        for finding in checks {
            lines.append("\(padded(finding.status.rawValue, 7))  \(padded(finding.check, width))  \(finding.found)")
            if let remedy = finding.remedy { lines.append(String(repeating: " ", count: width + 11) + "→ " + remedy) }
        }
        let problems = checks.count { $0.status == .problem }
        let warnings = checks.count { $0.status == .warning }
        lines.append(
            "\(counted(checks.count, "check")): \(counted(problems, "problem")), \(counted(warnings, "warning"))")
        // A path with a line feed must not make a line of its own.
        return lines.map { Console.safe($0).replacing("\n", with: "\\n") }.joined(separator: "\n")
    }
}
