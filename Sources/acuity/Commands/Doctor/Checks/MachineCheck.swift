import Foundation

extension DoctorCheck {
    static let machine = DoctorCheck(name: "machine") { _ in
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        // A container's limit, where there is one.
        let granted = (try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8))
            .flatMap { UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        let memory = min(granted ?? .max, ProcessInfo.processInfo.physicalMemory)
        return findings(
            processors: ProcessInfo.processInfo.activeProcessorCount, memory: memory, openFiles: UInt64(limit.rlim_cur))
    }

    /// - Parameters:
    ///   - memory: in bytes.
    ///   - openFiles: how many files may be open at a time.
    static func findings(processors: Int, memory: UInt64, openFiles: UInt64) -> [DoctorFinding] {
        let found =
            "\(counted(processors, "processor")), \(ByteSize.text(memory)) of memory, "
            + "\(openFiles) files at a time"
        if openFiles < 64 {
            return [.problem("machine", found, "Allow more open files: ulimit -n 256.")]
        }
        if memory < 512 << 20 {
            return [.warning("machine", found, "Large logs need a few hundred megabytes; use --threads 1.")]
        }
        return [.ok("machine", found)]
    }
}

/// Numbers of bytes for people.
enum ByteSize {
    static func text(_ bytes: UInt64) -> String {
        var value = Double(bytes)
        var unit = 0
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        while value >= 1000, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let digits = unit > 0 && value < 10 ? 1 : 0
        return String(format: "%.\(digits)f %@", locale: Locale(identifier: "en_US_POSIX"), value, units[unit])
    }
}
