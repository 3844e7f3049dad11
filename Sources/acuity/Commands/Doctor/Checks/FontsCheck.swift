import Charts

extension DoctorCheck {
    static let fonts = DoctorCheck(name: "fonts") { _ in findings(ofFont: FontCheck.found()) }

    /// - Parameter found: the family that is taken for the first that charts ask for.
    static func findings(ofFont found: String?) -> [DoctorFinding] {
        let wanted = FontCheck.families[0]
        let install = "Install the package \(FontCheck.package): apt install \(FontCheck.package)."
        guard let found else { return [.problem("fonts", "no font at all: charts have boxes for letters", install)] }
        guard found != wanted else { return [.ok("fonts", "\(found), which charts ask for")] }
        return [
            .warning("fonts", "\(found) instead of \(wanted): the same findings give charts with other bytes", install)
        ]
    }

    static let scripts = DoctorCheck(name: "scripts") { _ in
        let (drawn, missing) = ScriptCheck.scripts()
        return findings(ofScripts: drawn, missing: missing)
    }

    /// Scripts that nobody uses need no font, so that only Latin is a must.
    static func findings(ofScripts drawn: [String], missing: [String]) -> [DoctorFinding] {
        guard !missing.contains("Latin") else {
            return [.problem("scripts", "no font for Latin letters", "Install the package \(FontCheck.package).")]
        }
        let list = drawn.joined(separator: ", ")
        guard !missing.isEmpty else { return [.ok("scripts", list)] }
        return [
            .ok(
                "scripts",
                "\(list); names in \(missing.joined(separator: ", ")) would be boxes without fonts-noto-core and fonts-noto-cjk"
            )
        ]
    }
}
