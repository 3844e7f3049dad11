import Findings
import Records
import Statistics
import Store
import Study

/// Compares releases item by item: from stores and the study to one document.
public struct ReleaseAnalyzer {
    private let study: Study
    private let names: NameResolver
    private let version: String
    private let date: String
    private let accepted: Set<AcceptedDifference>
    private let flipLimit: Int

    /// - Parameters:
    ///   - study: the level, the margins and the policy.
    ///   - version: Acuity's version, for the document.
    ///   - date: the day on which waivers are judged, ISO 8601.
    ///   - accepted: differences between the sides that do not stand in the way.
    ///   - flipLimit: how many items that changed are shown of each candidate in each direction.
    public init(
        study: Study, version: String, date: String, accepted: Set<AcceptedDifference> = [], flipLimit: Int = 20
    ) {
        self.study = study
        names = NameResolver(study: study)
        self.version = version
        self.date = date
        self.accepted = accepted
        self.flipLimit = flipLimit
    }

    /// Compares each release with the first.
    ///
    /// - Parameter releases: at least two, with labels that differ.
    /// - Throws: `IncomparableReleases` where they cannot be compared; `StoreError`.
    public func document(_ releases: [Release]) throws -> ReleaseDocument {
        let benchmarks = try ReleaseBenchmarks(releases, study: study)
        var gathered = Gathered(candidates: releases.dropFirst().map(\.label))
        gathered.problems = benchmarks.problems
        var used = [Set<String>](repeating: [], count: releases.count)
        for benchmark in benchmarks.shared {
            let matrices = try releases.indices.filter { benchmark.names[$0] != nil }.map { index in
                (index, label: releases[index].label, matrix: try releases[index].matrix(benchmark.names[index] ?? ""))
            }
            for (index, _, matrix) in matrices { used[index].formUnion(matrix.runs.map(\.sourcePath)) }
            try gather(benchmark.id, releases, matrices, into: &gathered)
        }
        let lacking = gathered.withoutItems(releases)
        // That a benchmark is on one side only is worth a note, or the reason why nothing can be compared.
        let reasons = lacking.isEmpty ? [] : gathered.problems.filter { $0.severity == .note }
        let errors = gathered.problems.filter { $0.severity == .error } + reasons + lacking
        guard errors.isEmpty else { throw IncomparableReleases(problems: errors) }
        var document = ReleaseDocument(
            acuityVersion: version, study: StudyFinding(study),
            releases: try releases.indices.map { try releases[$0].finding(used[$0]) },
            policy: PolicyFinding(study.compare, date: date))
        document.benchmarks = gathered.data.map { $0.finding(study) }
        document.pairings = gathered.pairings
        document.comparisons = ComparisonFamily(study: study).judged(gathered.drafts(study))
        document.histories = HistoryAnalyzer(study: study).histories(
            releases.map { HistoryAnalyzer.Entry(model: $0.label) }, family: nil, on: gathered.data)
        document.measures = MeasureAnalyzer.judged(gathered.measures, level: study.level)
        document.flips = try FlipReader(stores: releases.map(\.store), limit: flipLimit).findings(gathered.flips)
        document.flipCount = gathered.flips.count
        document.verdicts = CandidateVerdicts(study: study, candidates: gathered.candidates).verdicts(gathered.data)
        document.problems = gathered.problems.map(\.finding) + gathered.inconsistencies
        return document.judged(study)
    }

    private func gather(
        _ benchmark: String, _ releases: [Release], _ matrices: [(Int, label: String, matrix: BenchmarkMatrix)],
        into gathered: inout Gathered
    ) throws {
        // A release that lacks the benchmark takes no part, but the numbers of the others stay.
        let merged = ReleaseMatrix(matrices.map { ($0.label, $0.matrix) }, benchmark: benchmark)
        let data = BenchmarkData(merged.matrix, entry: names.benchmark(id: benchmark), study: study, usable: nil)
        guard let baseline = data.models.first(where: { $0.model == releases[0].label }) else { return }
        let sources = try Self.sources(of: matrices.map { releases[$0.0] })
        var fingerprints: [Int: RunFingerprint] = [:]
        for model in data.models {
            let origin = merged.origins[model.run.id - 1]
            let store = releases[matrices[origin.release].0].store
            fingerprints[model.run.id] = merged.moved(
                try store.fingerprint(run: origin.run), release: origin.release)
        }
        let checks = ReleaseChecks(
            data: data, fingerprints: fingerprints, runners: sources.mapValues(\.runner), accepted: accepted)
        func measures(of model: ModelScores) throws -> MeasureAnalyzer.Values {
            let origin = merged.origins[model.run.id - 1]
            let store = releases[matrices[origin.release].0].store
            return try store.measures(run: origin.run).mapValues { merged.moved($0, release: origin.release) }
        }
        for candidate in gathered.candidates {
            guard let model = data.models.first(where: { $0.model == candidate }) else { continue }
            let differing = checks.differingTargets(baseline, model)
            gathered.problems += checks.problems(baseline, model, differing: differing)
            let (old, new) = (baseline.without(differing), model.without(differing))
            gathered.pairings.append(
                PairingFinding(data, old, new, differing: differing.count, runners: checks.runners))
            let number = matrices.firstIndex { $0.label == candidate } ?? 0
            let own = merged.ownPositions(release: number)
            let arrival = study.compare?.isSequential ?? false ? data.positions.map { own[$0] ?? .max } : nil
            gathered.parts[candidate, default: []].append(
                ComparisonParts(
                    data: data, study: study, baseline: old, candidate: new, arrival: arrival,
                    conflicting: merged.conflicting
                ).comparisons())
            gathered.measures += MeasureAnalyzer(data: data, study: study).changes(
                (old, try measures(of: old)), (new, try measures(of: new)))
            let finder = FlipFinder(data: data, study: study, merged: merged, labels: matrices.map(\.label))
            gathered.flips += finder.flips(old, new).map { flip in
                var flip = flip
                flip.candidate.release = matrices[flip.candidate.release].0
                return flip
            }
        }
        gathered.data.append(data)
        gathered.inconsistencies += ConsistencyChecks.problems(
            BenchmarkRuns(data, sources: sources) { fingerprints[$0] }
        ).filter { !DifferentTargets.kinds.contains($0.kind) }.map(\.finding)
    }

    private static func sources(of releases: [Release]) throws -> [String: StoredSource] {
        var sources: [String: StoredSource] = [:]
        for release in releases {
            for source in try release.store.sources() where release.sources?.contains(source.path) ?? true {
                sources[source.path] = source
            }
        }
        return sources
    }
}

/// What was found benchmark by benchmark.
private struct Gathered {
    let candidates: [String]
    var data: [BenchmarkData] = []
    var pairings: [PairingFinding] = []
    /// By candidate: the comparisons of each benchmark.
    var parts: [String: [[ComparisonDraft]]] = [:]
    var measures: [MeasureFinding] = []
    var flips: [Flip] = []
    var problems: [Problem] = []
    var inconsistencies: [ProblemFinding] = []

    /// By candidate: overall, then benchmark by benchmark.
    func drafts(_ study: Study) -> [ComparisonDraft] {
        candidates.flatMap { candidate -> [ComparisonDraft] in
            let benchmarks = (parts[candidate] ?? []).filter { !$0.isEmpty }
            // A mean over benchmarks that holds at any time would need bounds of its own; each benchmark has one.
            let isSequential = study.compare?.isSequential ?? false
            let overall =
                isSequential ? nil : OverallComparison(study: study).draft(benchmarks.map { $0[0] })
            return [overall].compactMap(\.self) + benchmarks.flatMap(\.self)
        }
    }

    /// Candidates that share no scored item with the baseline.
    func withoutItems(_ releases: [Release]) -> [Problem] {
        releases.dropFirst().filter { release in (parts[release.label] ?? []).allSatisfy(\.isEmpty) }.map { release in
            let common = pairings.filter { $0.candidate == release.label }.reduce(0) { $0 + $1.unscored }
            if common > 0 {
                return Problem(
                    kind: "releases-without-scores", severity: .error, file: release.origin,
                    expected:
                        "scores on both sides for the \(RunWords.items(common)) that `\(releases[0].label)` has too",
                    found: "none",
                    remedy: "The logs hold neither scores nor targets: add a field with one of them, or name it under "
                        + "[logs.fields] in the study file.")
            }
            return Problem(
                kind: "releases-without-common-items", severity: .error, file: release.origin,
                expected: "items that `\(releases[0].label)` has too, with scores on both sides", found: "none",
                remedy:
                    "Check that both name the benchmark alike and that item keys agree: `acuity inspect` shows them.")
        }
    }
}

extension ModelScores {
    /// The same without the scores of some items.
    fileprivate func without(_ items: [Int]) -> ModelScores {
        guard !items.isEmpty else { return self }
        var scores = self.scores
        for item in items { scores[item] = .nan }
        return ModelScores(
            model: model, run: run, scores: scores, unresolved: unresolved, epochScores: epochScores,
            confidences: confidences)
    }
}

extension PairingFinding {
    fileprivate init(
        _ data: BenchmarkData, _ old: ModelScores, _ new: ModelScores, differing: Int, runners: [String: String]
    ) {
        var (shared, onlyOld, onlyNew, unscored) = (0, 0, 0, 0)
        for item in data.keys.indices {
            let position = data.positions[item]
            let (hasOld, hasNew) = (!old.run.unresolved[position].isNaN, !new.run.unresolved[position].isNaN)
            if hasOld, hasNew {
                if old.scores[item].isNaN || new.scores[item].isNaN { unscored += 1 } else { shared += 1 }
            } else if hasOld {
                onlyOld += 1
            } else if hasNew {
                onlyNew += 1
            }
        }
        self.init(
            candidate: new.model, benchmark: data.entry.id, shared: shared, onlyBaseline: onlyOld,
            onlyCandidate: onlyNew, unscored: unscored - differing, differingTargets: differing,
            metric: data.metric(of: new.run), baselineEpochs: old.run.epochs, candidateEpochs: new.run.epochs,
            baselineRunner: runners[old.run.sourcePath] ?? "", candidateRunner: runners[new.run.sourcePath] ?? "")
    }
}
