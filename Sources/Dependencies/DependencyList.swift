/// All dependencies: the one place from which `acuity --version --verbose`, `acuity sbom` and `docs/dependencies.md` are
/// made. A new one is one entry here and, if it can tell its version, one line in `VersionBridge.cpp`.
public enum DependencyList {
    /// Every dependency: shared libraries, those of text and drawing, what is compiled in, and what is optional.
    public static let all: [Dependency] = libraries + text + compiledIn + optional

    private static let libraries = [
        Dependency(
            "sqlite", "SQLite", "the store, and logs that are databases", licence: "blessing", debian: "3.40.1",
            build: "libsqlite3-dev", run: "libsqlite3-0", objects: ["libsqlite3"], home: "https://sqlite.org"),
        Dependency(
            "zstd", "Zstandard", "packs what the store keeps", licence: "BSD-3-Clause OR GPL-2.0-only",
            debian: "1.5.4", build: "libzstd-dev", run: "libzstd1", objects: ["libzstd"],
            home: "https://facebook.github.io/zstd/"),
        Dependency(
            "zlib", "zlib", "checksums and PNG drawings", licence: "Zlib", debian: "1.2.13", build: "zlib1g-dev",
            run: "zlib1g", objects: ["libz"], home: "https://zlib.net"),
        Dependency(
            "libarchive", "libarchive", "opens archives and compressed logs", licence: "BSD-2-Clause",
            debian: "3.6.2", build: "libarchive-dev", run: "libarchive13", objects: ["libarchive"],
            home: "https://libarchive.org"),
        Dependency(
            "openssl", "OpenSSL", "SHA-256 of logs and pages", licence: "Apache-2.0", debian: "3.0",
            build: "libssl-dev", run: "libssl3", objects: ["libcrypto"], home: "https://openssl.org"),
        Dependency(
            "simdjson", "simdjson", "parses JSON", licence: "Apache-2.0", debian: "3.0.1", build: "libsimdjson-dev",
            run: "libsimdjson14", objects: ["libsimdjson"], home: "https://simdjson.org"),
        Dependency(
            "libxml2", "libxml2", "parses the XML of xlsx logs, through Foundation", licence: "MIT", debian: "2.9.14",
            build: "libxml2-dev", run: "libxml2", objects: ["libxml2"], home: "https://gitlab.gnome.org/GNOME/libxml2"),
        Dependency(
            "glibc", "GNU C library", "the system", licence: "LGPL-2.1-or-later", debian: "2.36", build: "libc6-dev",
            run: "libc6", objects: ["libc", "libm", "ld-linux-x86-64", "ld-linux-aarch64"],
            home: "https://gnu.org/software/libc/"),
        Dependency(
            "libstdc++", "GCC runtime libraries", "the C++ parts", licence: "GPL-3.0-or-later WITH GCC-exception-3.1",
            debian: "12.2.0", build: "libstdc++-12-dev", run: "libstdc++6", objects: ["libstdc++", "libgcc_s"],
            home: "https://gcc.gnu.org"),
    ]

    /// What sets and draws text.
    private static let text = [
        Dependency(
            "cairo", "Cairo", "draws charts as PDF, SVG and PNG", licence: "LGPL-2.1-only OR MPL-1.1",
            debian: "1.16.0", build: "libcairo2-dev", run: "libcairo2", objects: ["libcairo"],
            home: "https://cairographics.org"),
        Dependency(
            "pango", "Pango", "sets the text of charts", licence: "LGPL-2.0-or-later", debian: "1.50.12",
            build: "libpango1.0-dev", run: "libpangocairo-1.0-0",
            objects: ["libpango-1.0", "libpangocairo-1.0", "libpangoft2-1.0"], home: "https://pango.gnome.org"),
        Dependency(
            "glib", "GLib", "the objects of Pango", licence: "LGPL-2.1-or-later", debian: "2.74.6",
            build: "libglib2.0-dev", run: "libglib2.0-0",
            objects: ["libglib-2.0", "libgobject-2.0", "libgio-2.0", "libgmodule-2.0"],
            home: "https://gitlab.gnome.org/GNOME/glib"),
        Dependency(
            "harfbuzz", "HarfBuzz", "shapes text, through Pango", licence: "MIT-Modern-Variant", debian: "6.0.0",
            build: "libharfbuzz-dev", run: "libharfbuzz0b", objects: ["libharfbuzz"],
            home: "https://harfbuzz.github.io"),
        Dependency(
            "fontconfig", "Fontconfig", "finds fonts, through Pango", licence: "HPND", debian: "2.14.1",
            build: "libfontconfig-dev", run: "libfontconfig1", objects: ["libfontconfig"],
            home: "https://fontconfig.org"),
        Dependency(
            "freetype", "FreeType", "reads fonts, through Pango", licence: "FTL OR GPL-2.0-or-later",
            debian: "2.12.1", build: "libfreetype-dev", run: "libfreetype6", objects: ["libfreetype"],
            home: "https://freetype.org"),
    ]

    private static let compiledIn = [
        Dependency(
            "tomlplusplus", "toml++", "parses study files", licence: "MIT", kind: .compiledIn, debian: "3.3.0",
            build: "libtomlplusplus-dev", run: nil, home: "https://marzer.github.io/tomlplusplus/"),
        Dependency(
            "mustache", "kainjow mustache", "fills page templates", licence: "BSL-1.0", kind: .compiledIn,
            debian: "4.1", build: "libkainjow-mustache-dev", run: nil, home: "https://github.com/kainjow/Mustache"),
        Dependency(
            "boost-math", "Boost.Math", "distributions and special functions", licence: "BSL-1.0", kind: .compiledIn,
            debian: "1.74.0", build: "libboost-dev", run: nil, home: "https://boost.org"),
        Dependency(
            "cli11", "CLI11", "parses the command line", licence: "BSD-3-Clause", kind: .compiledIn,
            debian: "2.1.2", build: "libcli11-dev", run: nil, home: "https://github.com/CLIUtils/CLI11"),
        Dependency(
            "swift", "Swift runtime and Foundation", "the language; compiled in by `make release`, else shared",
            licence: "Apache-2.0 WITH Swift-exception", kind: .compiledIn, debian: "", build: nil, run: nil,
            objects: [
                "libswiftCore", "libswift_Concurrency", "libswift_StringProcessing", "libswift_RegexParser",
                "libswiftSynchronization", "libswiftGlibc", "libswiftDispatch", "libswift_Builtin_float",
                "libswiftSwiftOnoneSupport", "libBlocksRuntime", "libdispatch", "libFoundation",
                "libFoundationEssentials",
                "libFoundationInternationalization", "libFoundationXML", "lib_FoundationICU",
            ], home: "https://swift.org"),
    ]

    private static let optional = [
        Dependency(
            "inter", "Inter", "the typeface of charts and pages", licence: "OFL-1.1", kind: .optional,
            debian: "4.0~beta7", build: nil, run: "fonts-inter", home: "https://rsms.me/inter/"),
        Dependency(
            "pyarrow", "pyarrow", "converts parquet logs, as a Python process (`make parquet`)",
            licence: "Apache-2.0", kind: .optional, debian: "", build: nil, run: nil,
            home: "https://arrow.apache.org"),
    ]
}
