import Findings
import Records
import Store
import Study

/// From the store and the study to the findings.
public struct Analyzer {
    private let store: Store
    private let study: Study
    private let names: NameResolver
    private let threads: Int
    private let version: String

    /// - Parameters:
    ///   - store: what the logs say; it is only read.
    ///   - study: the level, the rules and the thresholds.
    ///   - threads: how many threads to use; the findings do not depend on it.
    ///   - version: Acuity's version, for the document.
    public init(store: Store, study: Study, threads: Int, version: String) {
        self.store = store
        self.study = study
        self.names = NameResolver(study: study)
        self.threads = threads
        self.version = version
    }

    /// Everything that can be found.
    ///
    /// - Parameters:
    ///   - sources: the paths of the logs to use; nil for all that the store holds.
    ///   - problems: what was noted while these were read, beside what the store keeps with each log.
    ///   - progress: told after each benchmark how many are done, of how many.
    /// - Throws: `StoreError`.
    public func findings(
        sources: Set<String>? = nil, problems: [Problem] = [], progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> FindingsDocument {
        var document = FindingsDocument(acuityVersion: version, study: StudyFinding(study))
        let stored = try store.sources().filter { sources?.contains($0.path) ?? true }
        let runNames = Dictionary(grouping: try store.runNames(), by: \.source)
        document.sources = stored.map { source in
            SourceFinding(
                path: source.path, bytes: source.bytes, sha256: source.sha256, runner: source.runner,
                runnerVersion: source.runnerVersion, runs: runNames[source.path]?.count ?? 0)
        }
        let sourcesByPath = Dictionary(stored.map { ($0.path, $0) }) { first, _ in first }
        var analyses: [BenchmarkAnalysis] = []
        var runProblems: [String: [ProblemFinding]] = [:]
        let benchmarks = try store.benchmarkNames()
        for (index, name) in benchmarks.enumerated() {
            let data = BenchmarkData(
                try store.matrix(benchmark: name), entry: names.benchmark(id: name), study: study, usable: sources)
            if !data.runs.isEmpty {
                runProblems[data.entry.id] = try inconsistencies(of: data, sources: sourcesByPath)
                analyses.append(BenchmarkAnalyzer(data: data, study: study, threads: threads).analyse())
            }
            progress(index + 1, benchmarks.count)
        }
        analyses.sort { order(of: $0.data.entry.id) < order(of: $1.data.entry.id) }
        document.benchmarks = analyses.map { $0.data.finding(study) }
        document.runs = analyses.flatMap { $0.data.runFindings(sources: sourcesByPath) }
        document.models = models(in: document.runs)
        document.estimates = analyses.flatMap(\.estimates)
        document.differences = analyses.flatMap(\.differences)
        document.gaps = analyses.flatMap(\.gaps)
        document.repeats = analyses.flatMap(\.repeats)
        document.confidences = analyses.flatMap(\.confidences)

        let across = AcrossBenchmarks(
            analyses: analyses, models: document.models.map(\.id), study: study, threads: threads)
        let overall = across.ranksAndDifferences()
        let macroAverages = across.macroAverages()
        document.estimates += macroAverages.map(\.estimate)
        document.differences += overall.differences
        document.gaps += across.standardisedGaps()
        document.gapClaims = GapAnalyzer.claims(&document.gaps, alpha: (1 - study.level) / 2)
        document.groupGaps = across.groupGaps(ModelGroup.groups(of: document.models))
        document.variances = across.variances()
        document.components = across.components()
        document.ranks = overall.ranks + analyses.flatMap(\.ranks)
        document.verdicts = across.verdicts(macroAverages: macroAverages)
        document.rankComparison = across.rankComparison()
        document.agreements = AgreementAnalyzer(study: study, threads: threads).agreements(
            analyses, ranking: across.ranking)
        document.distributions = across.distributions(macroAverages: macroAverages)
        document.powers = across.powers()
        document.thresholdCurves = ThresholdCurveAnalyzer(across: across, macroAverages: macroAverages).curves()
        let comparison = ComparisonAnalyzer(across, names: names)
        document.comparisons = comparison?.comparisons() ?? []
        document.histories = HistoryAnalyzer(study: study).histories(of: document.models, on: analyses.map(\.data))
        document.claims = ClaimAnalyzer(across: across, document: document).claims()
        document.published = PublishedAnalyzer.findings(study, document, names: names)
        let uncompared = comparison?.problems(document.comparisons) ?? []
        let runsBySource = Dictionary(grouping: document.runs, by: \.source)
        document.problems =
            stored.flatMap { noted($0, runs: runsBySource[$0.path] ?? []) }
            + (problems + unused(analyses) + uncompared + HollowPasses.problems(analyses, study: study)
            + PublishedAnalyzer.problems(study, document)).map(\.finding)
            + document.benchmarks.flatMap { runProblems[$0.id] ?? [] }
        document.methods = MethodCatalogue.methods(of: document)
        return document
    }

    /// The study's order first, then the identifier.
    private func order(of benchmark: String) -> (Int, String) {
        (study.benchmarks.firstIndex { $0.id == benchmark } ?? .max, benchmark)
    }

    private func models(in runs: [RunFinding]) -> [ModelFinding] {
        let present = Set(runs.map(\.model))
        let known = study.models.map(\.id).filter(present.contains)
        let others = present.subtracting(known).sorted()
        return (known + others).map { id in
            let entry = names.model(id: id)
            return ModelFinding(
                id: id, name: entry.name ?? id, family: entry.family, kind: entry.kind, parameters: entry.parameters,
                released: entry.released)
        }
    }

    /// The kinds of problems that come to light only when study and logs are put together.
    public static let studyProblemKinds: Set<String> = Set(
        [
            "model-without-items", "mixed-metrics", "comparison-without-model", "comparison-of-one-model",
            "comparison-without-items", HollowPasses.kind, PublishedAnalyzer.kind,
        ] + ConsistencyChecks.all.flatMap { $0.kinds })

    /// How the runs of a benchmark fail to fit together.
    private func inconsistencies(of data: BenchmarkData, sources: [String: StoredSource]) throws -> [ProblemFinding] {
        let runs = try BenchmarkRuns(data, sources: sources) { try store.fingerprint(run: $0) }
        return ConsistencyChecks.problems(runs, threads: threads).map(\.finding)
    }

    /// What was noted while a log was read, with the runs that it concerns.
    private func noted(_ source: StoredSource, runs: [RunFinding]) -> [ProblemFinding] {
        source.problems.map { problem in
            var finding = problem.finding
            guard problem.severity != .note, !runs.isEmpty else { return finding }
            let benchmarks = Set(runs.map(\.benchmark))
            finding.benchmark = benchmarks.count == 1 ? benchmarks.first : nil
            finding.models = Set(runs.map(\.model)).sorted()
            finding.runs = [source.path]
            return finding
        }
    }

    /// What the study names and the logs lack, and benchmarks that are judged by different metrics.
    private func unused(_ analyses: [BenchmarkAnalysis]) -> [Problem] {
        var problems: [Problem] = []
        let present = Set(analyses.flatMap { $0.data.models.map(\.model) })
        for model in study.models where !present.contains(model.id) {
            problems.append(
                Problem(
                    kind: "model-without-items", severity: .error, file: study.file ?? "the study", field: "model.id",
                    expected: "predictions of `\(model.id)` in the logs", found: "none",
                    remedy: "Add its logs, or give the name that the logs use as an alias."))
        }
        for analysis in analyses {
            let metrics = Set(analysis.data.models.map { analysis.data.metric(of: $0.run) }).sorted()
            if metrics.count > 1 {
                problems.append(
                    Problem(
                        kind: "mixed-metrics", severity: .warning, file: study.file ?? "the logs",
                        field: "benchmark.metric", expected: "one metric for all models on \(analysis.data.entry.id)",
                        found: metrics.joined(separator: ", "),
                        remedy: "Name the metric to judge by in the study file: metric = \"\(metrics[0])\"."))
            }
        }
        return problems
    }
}

extension BenchmarkData {
    /// The metric by which a run is judged: the study's if the run has it, else the run's first.
    func metric(of run: StoredRun) -> String {
        run.scores.first { $0.metric.name == entry.metric }?.metric.name ?? run.scores.first?.metric.name ?? "none"
    }
}

extension Problem {
    /// The problem as it stands in the findings.
    var finding: ProblemFinding {
        var place = file
        if let member { place += " › \(member)" }
        if let line { place += ":\(line)" }
        let opening = field.map { "Field `\($0)`: expected" } ?? "Expected"
        return ProblemFinding(
            kind: kind, severity: severity.rawValue, place: place,
            message: "\(opening) \(expected); found \(found). \(remedy)", count: count)
    }
}
