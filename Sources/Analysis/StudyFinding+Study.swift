import Findings
import Study

extension StudyFinding {
    /// What the document says of the study.
    init(_ study: Study) {
        self.init(
            title: study.title, notice: study.notice, label: study.label, summary: study.summary, level: study.level,
            seed: study.seed, replicates: study.replicates, unparsed: study.unparsed.rawValue, method: study.method,
            license: study.license, cite: study.cite, baseURL: study.baseURL,
            predictionLength: study.site.predictionLength,
            thresholds: study.thresholds.map {
                ThresholdFinding(
                    id: $0.id, name: $0.name, minimum: $0.minimum, benchmark: $0.benchmark, capability: $0.capability,
                    each: $0.each, alpha: $0.alpha, source: $0.source)
            }, reporting: study.reporting.isEmpty ? nil : study.reporting)
    }
}

extension BenchmarkData {
    /// The benchmark as the document shows it.
    func finding(_ study: Study) -> BenchmarkFinding {
        var counts: [String: Int] = [:]
        for capability in capabilities { counts[capability ?? "none", default: 0] += 1 }
        let hasCapabilities = counts.keys.contains { $0 != "none" }
        return BenchmarkFinding(
            id: entry.id, name: entry.name ?? entry.id, summary: entry.summary, source: entry.source,
            items: itemCount, clusters: clusterCount, clusterFacet: clusterFacet, chance: chance.flatMap(Self.mean),
            metric: models.first.map { metric(of: $0.run) } ?? "none", higherIsBetter: entry.higherIsBetter,
            capabilities: hasCapabilities
                ? counts.sorted { $0.key < $1.key }.map { CapabilityCount(capability: $0.key, items: $0.value) } : [],
            capabilityFacet: hasCapabilities ? capabilityFacet : nil,
            capabilityValues: hasCapabilities ? entry.capability?.values : nil,
            itemLimit: entry.showsItems ? study.site.itemLimit : 0,
            images: entry.images.map { Self.imagePath($0, study: study) })
    }

    /// A path of the study file as it is seen from the folder in which the program runs; an address stays.
    private static func imagePath(_ pattern: String, study: Study) -> String {
        guard !pattern.contains("://"), !pattern.hasPrefix("/"), let file = study.file,
            let slash = file.lastIndex(of: "/")
        else { return pattern }
        return file[...slash] + pattern
    }
}
