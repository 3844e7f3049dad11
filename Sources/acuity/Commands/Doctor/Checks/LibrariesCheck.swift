import Dependencies
import SQLite

extension DoctorCheck {
    static let libraries = DoctorCheck(name: "libraries") { _ in
        findings(ofLibraries: LibraryVersion.all(), isThreadSafe: Database.isThreadSafe)
    }

    /// - Parameters:
    ///   - versions: by the identifiers of the dependencies.
    ///   - isThreadSafe: whether SQLite was made for several threads.
    static func findings(ofLibraries versions: [String: LibraryVersion], isThreadSafe: Bool) -> [DoctorFinding] {
        var findings = DependencyList.all.compactMap { dependency -> DoctorFinding? in
            guard let version = versions[dependency.id], version.isOlderThanCompiled else { return nil }
            let package = dependency.runPackage.map { " Upgrade the package \($0), or build" } ?? " Build"
            return .warning(
                "libraries",
                "\(dependency.name) \(version.loaded ?? "") is loaded; Acuity was compiled against \(version.compiled)",
                "It may behave in another way than Acuity was tested with.\(package) Acuity on this machine.")
        }
        if !isThreadSafe {
            findings.append(
                .problem(
                    "libraries", "SQLite was made for one thread only",
                    "Use an SQLite that was made with THREADSAFE=1 or 2, such as Debian's libsqlite3-0."))
        }
        guard findings.isEmpty else { return findings }
        let loaded = versions.values.count { $0.loaded != nil }
        return [
            .ok(
                "libraries",
                "\(loaded) libraries as new as they were compiled against; `acuity --version --verbose` lists them")
        ]
    }
}
