import VersionBridge

/// The versions of a dependency in this build and this process.
public struct LibraryVersion: Sendable, Equatable {
    /// The version of the headers that were compiled.
    public var compiled: String
    /// The version that the loaded library gives; nil where it gives none.
    public var loaded: String?

    /// The version of the headers, and of the library where it can tell.
    public init(compiled: String, loaded: String? = nil) {
        self.compiled = compiled
        self.loaded = loaded
    }

    /// Whether the loaded library is older than the one that Acuity was compiled against, so that a function may behave
    /// in another way than it was tested with.
    public var isOlderThanCompiled: Bool {
        guard let loaded else { return false }
        return Self.numbers(loaded).lexicographicallyPrecedes(Self.numbers(compiled))
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split { !$0.isNumber }.map { Int($0) ?? 0 }
    }

    /// By the identifiers of the dependencies that can tell.
    public static func all() -> [String: LibraryVersion] {
        var versions = ["swift": LibraryVersion(compiled: BuildFacts.swift)]
        for place in 0... {
            let version = acuity_library_version_at(place)
            guard let id = version.id, let compiled = version.compiled else { break }
            versions[String(cString: id)] = LibraryVersion(
                compiled: String(cString: compiled), loaded: version.loaded.map { String(cString: $0) })
        }
        return versions
    }
}

/// What this build was made with.
public enum BuildFacts {
    /// The Swift compiler, as far as the language tells it.
    public static var swift: String {
        #if compiler(>=6.4)
            "6.4 or newer"
        #elseif compiler(>=6.3.1)
            "6.3.1"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "older than 6.3"
        #endif
    }
    /// The compiler of the C and C++ parts in its own words.
    public static var compiler: String { String(cString: acuity_compiler()) }
    /// The commit that a release was built from, or nil.
    public static var commit: String? { acuity_commit().map { String(cString: $0) } }

    /// Whether the compiler optimised.
    public static var configuration: String {
        var isDebug = false
        // An assertion is looked at only where the compiler does not optimise.
        assert(
            {
                isDebug = true
                return true
            }())
        return isDebug ? "debug" : "release"
    }

    /// The processor that this build is for, as GNU names it: `x86_64` or `aarch64`, else `other`.
    public static var architecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "aarch64"
        #else
            "other"
        #endif
    }
}
