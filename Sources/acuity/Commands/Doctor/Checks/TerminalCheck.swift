import Foundation

extension DoctorCheck {
    static let terminal = DoctorCheck(name: "terminal") { _ in
        // Only here does the program look at the user's locale; numbers and texts are the same in all.
        setlocale(LC_CTYPE, "")
        defer { setlocale(LC_CTYPE, "C") }
        let environment = ProcessInfo.processInfo.environment
        let isChosen = ["LC_ALL", "LC_CTYPE", "LANG"].contains { !(environment[$0] ?? "").isEmpty }
        return findings(ofEncoding: String(cString: nl_langinfo(Int32(CODESET))), isChosen: isChosen)
    }

    /// - Parameters:
    ///   - encoding: of the user's locale.
    ///   - isChosen: whether the user has one at all.
    static func findings(ofEncoding encoding: String, isChosen: Bool) -> [DoctorFinding] {
        guard encoding != "UTF-8", isChosen else {
            return [.ok("terminal", isChosen ? "UTF-8" : "no locale is set; Acuity writes UTF-8")]
        }
        return [
            .warning(
                "terminal", "the locale's encoding is \(encoding); Acuity reads and writes UTF-8 whatever it is",
                "Where names look wrong on the terminal, set LANG=C.UTF-8.")
        ]
    }
}
