import Foundation

/// An installed package of Debian or a distribution made from it.
public struct DebianPackage: Sendable, Hashable {
    /// The binary package, such as `libzstd1`, without the architecture.
    public var name: String
    /// With what Debian adds, such as `1.5.4+dfsg2-5`.
    public var version: String
    /// The architecture as Debian names it, such as `amd64`.
    public var architecture: String

    /// A package as `dpkg-query` gives it.
    public init(name: String, version: String, architecture: String) {
        self.name = name
        self.version = version
        self.architecture = architecture
    }

    /// The package as a purl (package URL), by which scanners know it.
    public func purl(_ distribution: Distribution) -> String {
        let unreserved = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text }
        let release = distribution.release.map { "&distro=\(encoded("\(distribution.id)-\($0)"))" } ?? ""
        return "pkg:deb/\(distribution.id)/\(encoded(name))@\(encoded(version))?arch=\(architecture)\(release)"
    }
}

/// The distribution of this machine.
public struct Distribution: Sendable, Equatable {
    /// Such as `debian`.
    public var id: String
    /// Such as `12`.
    public var release: String?

    /// A distribution by its identifier; without a release where it has none, as Debian's testing.
    public init(id: String, release: String? = nil) {
        self.id = id
        self.release = release
    }

    /// - Parameter text: the file `/etc/os-release`.
    public init(osRelease text: String) {
        var values: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            values[parts[0]] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
        }
        self.init(id: values["ID"] ?? "linux", release: values["VERSION_ID"])
    }

    /// What `/etc/os-release` says; `linux` without a release where there is no such file.
    public static func ofThisMachine() -> Distribution {
        Distribution(osRelease: (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? "")
    }
}

/// What `dpkg-query` knows. On machines without it nothing is known.
public enum DebianPackages {
    /// The packages that files belong to, by the files' paths.
    public static func owners(of files: [String]) -> [String: DebianPackage] {
        // Since /lib became a link to /usr/lib, packages name a file by either path.
        var asked: [String: String] = [:]
        for file in files {
            asked[file] = file
            asked[file.hasPrefix("/usr/") ? String(file.dropFirst(4)) : "/usr" + file] = file
        }
        var names: [String: String] = [:]
        for line in run(["--search"] + asked.keys.sorted()) {
            guard let end = line.range(of: ": "), let file = asked[String(line[end.upperBound...])] else { continue }
            names[file] = String(line[..<end.lowerBound].prefix { $0 != "," })
        }
        let packages = installed(Set(names.values).sorted())
        return names.compactMapValues { packages[$0] }
    }

    /// The packages that are installed, by the names they were asked for, which may end in an architecture.
    public static func installed(_ names: [String]) -> [String: DebianPackage] {
        guard !names.isEmpty else { return [:] }
        var packages: [String: DebianPackage] = [:]
        let format = "${db:Status-Status}\t${Package}\t${Version}\t${Architecture}\n"
        for line in run(["--show", "--showformat", format] + names) {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 4, parts[0] == "installed" else { continue }
            let package = DebianPackage(name: parts[1], version: parts[2], architecture: parts[3])
            for name in names where name == parts[1] || name == "\(parts[1]):\(parts[3])" { packages[name] = package }
        }
        return packages
    }

    private static func run(_ arguments: [String]) -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/dpkg-query")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [] }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
