/// Something of others that Acuity is made with, or that it uses while it runs.
public struct Dependency: Sendable, Equatable {
    /// How it gets into the program.
    public enum Kind: String, Sendable, CaseIterable {
        /// A shared library that is loaded when the program starts.
        case shared
        /// Code that is compiled into the program.
        case compiledIn = "compiled in"
        /// Used if it is there.
        case optional
    }

    /// A short stable name, as `acuity_library_version` has it.
    public let id: String
    /// The name as its makers write it.
    public let name: String
    /// What Acuity does with it.
    public let purpose: String
    /// The licence as an SPDX expression.
    public let licence: String
    /// How it gets into the program.
    public let kind: Kind
    /// The version that Debian 12 has, without Debian's own additions.
    public let debianVersion: String
    /// The Debian package that a build needs; nil for none.
    public let buildPackage: String?
    /// The Debian package that a run needs; nil for none.
    public let runPackage: String?
    /// The names of its shared objects up to `.so`.
    public let objects: [String]
    /// Where it comes from.
    public let home: String

    init(
        _ id: String, _ name: String, _ purpose: String, licence: String, kind: Kind = .shared, debian version: String,
        build: String?, run: String?, objects: [String] = [], home: String
    ) {
        self.id = id
        self.name = name
        self.purpose = purpose
        self.licence = licence
        self.kind = kind
        debianVersion = version
        buildPackage = build
        runPackage = run
        self.objects = objects
        self.home = home
    }
}
