import Foundation

extension DoctorCheck {
    static let clock = DoctorCheck(name: "clock") { subject in
        let file = FolderProbe.existing(subject.workspace.output).appending(path: ".\(UUID().uuidString).acuity-clock")
        defer { try? FileManager.default.removeItem(at: file) }
        // A folder that cannot be written is told by its own check.
        try? Data().write(to: file)
        let written = try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
        return findings(now: .now, fileTime: written ?? nil)
    }

    /// When this version was made: a clock before it is wrong.
    private static let earliest = Date(timeIntervalSince1970: 1_764_547_200)

    /// - Parameter fileTime: the time that the file system gave a file that was written now.
    static func findings(now: Date, fileTime: Date?) -> [DoctorFinding] {
        guard now >= earliest else {
            return [
                .warning(
                    "clock", "\(now.formatted(.iso8601)), which is before this version was made",
                    "Set the clock: a build tells by the times of files whether something changed.")
            ]
        }
        if let fileTime, abs(fileTime.timeIntervalSince(now)) > 5 {
            return [
                .warning(
                    "clock",
                    "files of the output folder get times that are \(Int(abs(fileTime.timeIntervalSince(now)))) seconds off",
                    "Set the clocks of this machine and of the file server: a build tells by times whether something changed."
                )
            ]
        }
        return [.ok("clock", now.formatted(.iso8601))]
    }
}
