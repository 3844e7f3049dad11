import Findings
import Statistics
import Study

/// The study's thresholds applied to the candidates alone.
struct CandidateVerdicts {
    let study: Study
    /// The candidates' labels in their order.
    let candidates: [String]

    func verdicts(_ benchmarks: [BenchmarkData]) -> [VerdictFinding] {
        guard !study.thresholds.isEmpty else { return [] }
        let analyses = benchmarks.map(analysis)
        let across = AcrossBenchmarks(analyses: analyses, models: candidates, study: study)
        let needsMacro = study.thresholds.contains { $0.benchmark == "macro-average" }
        return across.verdicts(macroAverages: needsMacro ? across.macroAverages() : [])
    }

    private func analysis(_ data: BenchmarkData) -> BenchmarkAnalysis {
        var analysis = BenchmarkAnalysis(data: data)
        let selections = data.models.filter { candidates.contains($0.model) }.map {
            ModelSelections(model: $0, data: data)
        }
        analysis.verdicts = VerdictAnalyzer(data: data, study: study).verdicts(selections: selections)
            .filter { candidates.contains($0.finding.model) }
        for selection in selections where !selection.all.scores.isEmpty {
            let all = selection.all
            analysis.overall[selection.model] = OverallEstimate(
                estimate: all.mean, standardError: all.sample.standardError, items: all.scores.count,
                clusters: all.clusterCount, bounds: all.bounds, chance: all.chance, replicates: [])
        }
        return analysis
    }
}
