// swift-tools-version: 6.1
import PackageDescription

// Each room imports only the rooms named in its list; the order of the list is the way of the data.
// C and C++ stay behind module maps and small `extern "C"` bridges.

let bridgeSettings: [CXXSetting] = [.unsafeFlags(["-O2"])]

let package = Package(
    name: "acuity",
    products: [
        .executable(name: "acuity", targets: ["acuity"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Charts", targets: ["Charts"]),
        // Loaded before the C library by the fault tests; nothing is linked to it.
        .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
    ],
    targets: [
        // System libraries.
        .systemLibrary(
            name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Bridges to C and C++ libraries, and the hot loops.
        .target(name: "JSONBridge", cxxSettings: bridgeSettings, linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "MathBridge", cxxSettings: bridgeSettings),
        .target(name: "TemplateBridge", cxxSettings: bridgeSettings),
        .target(name: "TOMLBridge", cxxSettings: bridgeSettings),
        .target(name: "CommandLineBridge", cxxSettings: bridgeSettings),
        .target(name: "FileBridge"),
        .target(name: "CrashBridge"),
        .target(
            name: "VersionBridge",
            dependencies: ["CCairo", "CZlib", "CZstd", "CSQLite", "CArchive", "CCrypto"], cxxSettings: bridgeSettings),
        .target(name: "PageChecksums", dependencies: ["CSQLite"], cSettings: [.unsafeFlags(["-O2"])]),
        .target(name: "BootstrapKernels", cSettings: [.unsafeFlags(["-O3"])]),

        // Rooms.
        .target(name: "Statistics", dependencies: ["MathBridge", "BootstrapKernels"]),
        .target(name: "Verification", dependencies: ["Statistics"], resources: [.embedInCode("Resources/golden.json")]),
        .target(name: "Records"),
        .target(name: "WholeFiles"),
        .target(name: "SQLite", dependencies: ["CSQLite", "PageChecksums"]),
        .target(name: "Readers", dependencies: ["Records", "SQLite", "JSONBridge", "CArchive"]),
        .target(name: "Scoring", dependencies: ["Records"]),
        .target(name: "Store", dependencies: ["Records", "SQLite", "CZlib", "CZstd"]),
        .target(
            name: "Study", dependencies: ["Records", "TOMLBridge"],
            resources: [
                .embedInCode("Resources/vision-benchmarks.toml"), .embedInCode("Resources/text-benchmarks.toml"),
                .embedInCode("Resources/subject-benchmarks.toml"), .embedInCode("Resources/models.toml"),
            ]),
        .target(name: "Ingest", dependencies: ["Records", "Readers", "Scoring", "Store", "Study", "CCrypto"]),
        .target(
            name: "Findings",
            resources: [
                .embedInCode("Resources/findings.schema.json"), .embedInCode("Resources/releases.schema.json"),
            ]),
        .target(name: "Analysis", dependencies: ["Records", "Store", "Study", "Statistics", "Findings"]),
        .target(name: "Export", dependencies: ["Records", "Store", "Ingest", "Findings", "WholeFiles"]),
        .target(name: "Charts", dependencies: ["CCairo", "CZlib"]),
        .target(
            name: "Report", dependencies: ["Findings", "Charts", "TemplateBridge", "FileBridge", "CCrypto"],
            resources: [.embedInCode("Resources/template-data.txt")]),
        .target(name: "Dependencies", dependencies: ["VersionBridge"]),
        .target(name: "Simulation", dependencies: ["Statistics"]),
        .target(name: "LogGeneration", dependencies: ["CArchive", "CZlib"]),
        .target(name: "CoverageStudy", dependencies: ["Statistics"]),
        .target(name: "FaultShim"),
        .target(name: "FaultInjection", dependencies: ["SQLite", "Store", "LogGeneration"]),
        .target(
            name: "FuzzTargets",
            dependencies: ["Records", "Readers", "Scoring", "Store", "Study", "Ingest", "Findings", "Report"]),

        // Programs.
        .executableTarget(
            name: "acuity",
            dependencies: [
                "Records", "Readers", "Scoring", "Store", "Study", "Ingest", "Findings", "Analysis", "Statistics",
                "Verification", "Charts", "Report", "Export", "Dependencies", "SQLite", "WholeFiles",
                "CommandLineBridge",
                "CrashBridge", "FileBridge",
            ]),
        .executableTarget(name: "Simulate", dependencies: ["Simulation"]),
        .executableTarget(name: "GenerateLogs", dependencies: ["LogGeneration"]),
        .executableTarget(name: "Coverage", dependencies: ["CoverageStudy"]),
        .executableTarget(name: "Faults", dependencies: ["FaultInjection"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Statistics", "BootstrapKernels", "Findings", "Charts", "Report", "Records", "Readers", "Scoring",
                "Store", "Study", "Ingest", "JSONBridge", "LogGeneration", "CArchive", "CZlib",
            ],
            exclude: ["Comparators"]),

        // Tests: one target a room, each file mirrors a source file.
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "BootstrapKernels"]),
        .testTarget(name: "VerificationTests", dependencies: ["Verification"]),
        .testTarget(name: "RecordsTests", dependencies: ["Records"]),
        .testTarget(name: "WholeFilesTests", dependencies: ["WholeFiles"]),
        .testTarget(name: "ReadersTests", dependencies: ["Readers", "SQLite"]),
        .testTarget(name: "RunnerTests", dependencies: ["Ingest", "Readers"], exclude: ["Scripts"]),
        .testTarget(name: "ScoringTests", dependencies: ["Scoring"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "SQLite"]),
        .testTarget(name: "StudyTests", dependencies: ["Study"]),
        .testTarget(
            name: "IngestTests", dependencies: ["FaultInjection", "Ingest", "Readers", "Records", "Store", "Study"]),
        .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Ingest", "Statistics", "Study"],
            exclude: ["RealPairs/paired_logs.py", "RealPairs/real-pairs.json"]),
        .testTarget(name: "ExportTests", dependencies: ["Export", "Analysis", "Ingest", "Readers", "Study"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], exclude: ["Layout/Stored"]),
        .testTarget(name: "ReportTests", dependencies: ["Report"]),
        .testTarget(name: "DependenciesTests", dependencies: ["Dependencies"]),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
        .testTarget(
            name: "LogGenerationTests",
            dependencies: ["LogGeneration", "GenerateLogs", "Ingest", "Readers", "Store", "Study"]),
        .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks"]),
        .testTarget(name: "CoverageStudyTests", dependencies: ["CoverageStudy"]),
        .testTarget(name: "CommandTests", dependencies: ["acuity", "Dependencies", "SQLite"]),
        .testTarget(
            name: "DocumentationTests", dependencies: ["acuity", "GenerateLogs"],
            exclude: ["Given", "docc.sh", "examples.py", "links.py", "markdown.py"]),
        .testTarget(name: "FaultTests", dependencies: ["FaultInjection", "acuity"]),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets"], exclude: ["Corpus", "Crashes", "fuzz.py", "words.txt"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c11,
    cxxLanguageStandard: .cxx17
)

// The tests run against the optimised program, which is several times as fast, so that `make test` and `make site` share one
// build; the tests themselves are not worth optimising. What is given away has no doors for tests.
for target in package.targets {
    switch target.type {
    case .test:
        target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
    case .regular, .executable:
        guard Context.environment["ACUITY_RELEASE"] == nil else { break }
        target.swiftSettings = [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]
    default: break
    }
}

// `make fuzz` alone defines the program whose `main` is libFuzzer's, and marks all code so that the fuzzer sees where it goes.
if Context.environment["ACUITY_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
    for target in package.targets where target.type == .regular {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-sanitize=fuzzer,address"])]
        target.cSettings = (target.cSettings ?? []) + [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
        target.cxxSettings = (target.cxxSettings ?? []) + [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
    }
}
