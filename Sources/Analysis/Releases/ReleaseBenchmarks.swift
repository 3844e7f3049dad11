import Findings
import Records
import Store
import Study

/// Which benchmarks the releases share, and under which name each of them has it.
struct ReleaseBenchmarks {
    /// A benchmark of the baseline and at least one candidate.
    struct Shared {
        /// The baseline's identifier.
        let id: String
        /// By release: the identifier in its store, or nil where it lacks the benchmark.
        let names: [String?]
    }

    private(set) var shared: [Shared] = []
    /// Releases without predictions (errors), and benchmarks that only one side has (notes).
    private(set) var problems: [Problem] = []

    /// Whether a release's logs name no benchmark, so that their own names stand in.
    private static func isNamedAfterFile(_ release: Release) throws -> Bool {
        try release.store.sources().filter { release.sources?.contains($0.path) ?? true }
            .allSatisfy { $0.problems.contains { $0.kind == Problem.missingBenchmarkKind } }
    }

    /// - Throws: `StoreError`.
    init(_ releases: [Release], study: Study) throws {
        var names: [[String]] = []
        for release in releases {
            let found = try release.store.runNames().filter { run in
                run.model == release.model && (release.sources?.contains(run.source) ?? true) && run.items > 0
            }
            names.append(Array(Set(found.map(\.benchmark))).sorted())
            if found.isEmpty {
                problems.append(
                    Problem(
                        kind: "release-without-predictions", severity: .error, file: release.origin,
                        expected: "predictions of `\(release.model)`", found: "none",
                        remedy: "See with `acuity inspect` what the log holds."))
            }
        }
        guard problems.isEmpty else { return }
        // Files that name no benchmark are named after themselves; one on each side can only mean the other.
        if names.allSatisfy({ $0.count == 1 }), Set(names.flatMap(\.self)).count > 1,
            try releases.allSatisfy(Self.isNamedAfterFile)
        {
            problems.append(
                Problem(
                    kind: "benchmark-named-otherwise", severity: .note, file: releases[0].origin,
                    expected: "one name of the benchmark on all sides",
                    found: names.flatMap(\.self).map { "`\($0)`" }.joined(separator: ", "),
                    remedy: "Each side has one benchmark; they are taken for one, called `\(names[0][0])`."))
            shared = [Shared(id: names[0][0], names: names.map { $0.first })]
            return
        }
        let order = Dictionary(study.benchmarks.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let all = Set(names.flatMap(\.self)).sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
        for benchmark in all {
            let present = names.map { $0.contains(benchmark) ? benchmark : nil }
            if present[0] != nil, present.dropFirst().contains(where: { $0 != nil }) {
                shared.append(Shared(id: benchmark, names: present))
            }
            let lacking = releases.indices.filter { present[$0] == nil }
            if !lacking.isEmpty {
                problems.append(
                    Problem(
                        kind: "benchmark-of-one-side", severity: .note, file: releases[lacking[0]].origin,
                        expected: "predictions of all releases on \(benchmark)",
                        found: "none of " + lacking.map { "`\(releases[$0].label)`" }.joined(separator: ", "),
                        remedy: "The benchmark is left out where one side lacks it."))
            }
        }
    }
}
