import Foundation

extension DoctorCheck {
    static let output = DoctorCheck(name: "output") { subject in
        let folder = subject.workspace.output
        let existing = FolderProbe.existing(folder)
        let label = existing.path == folder.standardizedFileURL.path ? existing.path : "\(folder.path) (not there yet)"
        return findings(of: FolderProbe(existing), check: "output", label: label, holdsStore: true)
    }

    static let temporary = DoctorCheck(name: "temporary") { _ in
        let folder = FileManager.default.temporaryDirectory
        return findings(of: FolderProbe(folder), check: "temporary", label: folder.path, holdsStore: false)
    }

    /// - Parameters:
    ///   - label: the folder's path for people.
    ///   - holdsStore: whether a store and a site belong here.
    static func findings(
        of probe: FolderProbe, check: String, label: String, holdsStore: Bool
    ) -> [DoctorFinding] {
        let place = "\(label), \(probe.fileSystem)"
        if let refusal = probe.refusal {
            return [
                .problem(
                    check, "\(place): cannot be written: \(refusal)",
                    holdsStore
                        ? "Check the rights on it, or name another folder with --output."
                        : "Check the rights on it, or name another folder in the environment variable TMPDIR.")
            ]
        }
        var findings: [DoctorFinding] = []
        let room = "\(place), \(ByteSize.text(probe.freeBytes)) free"
        if probe.freeBytes < 16 << 20 {
            findings.append(.problem(check, room, "Make room: not even a small study fits."))
        } else if probe.freeBytes < 512 << 20 {
            findings.append(
                .warning(check, room, "Make room: a store and a site of a million predictions take 100 MB."))
        }
        if holdsStore { findings += steps(of: probe, check: check, place: place) }
        return findings.isEmpty ? [.ok(check, room)] : findings
    }

    /// What the store and the site ask of a file system.
    private static func steps(of probe: FolderProbe, check: String, place: String) -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        if !probe.locks {
            findings.append(
                .problem(
                    check, "\(place): files cannot be locked",
                    "The store needs locks: use a folder on a local disk, and copy results/ and site/ afterwards."))
        }
        if probe.isNetwork {
            findings.append(
                .warning(
                    check, "\(place): a file system over a network",
                    "SQLite's store is safe there only while one machine uses it; a local folder is faster, too."))
        }
        if !probe.exchanges {
            findings.append(
                .warning(
                    check, "\(place): two folders cannot be exchanged in one step",
                    "The site is put in place by two renames: for a moment between them there is none."))
        }
        if !probe.links {
            findings.append(
                .warning(
                    check, "\(place): files cannot have two names",
                    "Pages that have not changed are written anew and get new times; nothing else differs."))
        }
        return findings
    }
}
