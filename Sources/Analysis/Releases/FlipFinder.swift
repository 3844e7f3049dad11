import Findings
import Store
import Study

/// An item that changed from the baseline to a candidate, before its texts are read.
struct Flip {
    /// Where a release has the item.
    struct Place {
        /// The release's number among those compared.
        var release: Int
        /// The run in the release's own store.
        var run: Int
        /// The item's position there.
        var position: Int
        /// The scores of the item's epochs; empty for a run with one epoch.
        var epochScores: [Double]
        var source: String
    }

    var finding: FlipFinding
    /// Smaller goes first.
    var rank: [Double]
    var baseline: Place
    var candidate: Place
}

/// Finds the items that changed on one benchmark, and which of them matter first.
///
/// An item is right where its score is above one half, so that the majority of epochs decides.
struct FlipFinder {
    let data: BenchmarkData
    let study: Study
    let merged: ReleaseMatrix
    /// The releases' labels, the baseline first.
    let labels: [String]

    /// Nothing where larger scores are worse: what is right is then not known.
    func flips(_ baseline: ModelScores, _ candidate: ModelScores) -> [Flip] {
        guard data.entry.higherIsBetter else { return [] }
        let number = labels.firstIndex(of: candidate.model) ?? 0
        // The releases between the baseline and this candidate tell how steady an item was.
        let earlier = labels.prefix(number).compactMap { label in data.models.first { $0.model == label } }
        let own = [0, number].map { merged.ownPositions(release: $0) }
        return data.keys.indices.compactMap { item -> Flip? in
            let (old, new) = (baseline.scores[item], candidate.scores[item])
            guard !old.isNaN, !new.isNaN, (old > 0.5) != (new > 0.5),
                let from = place(0, baseline, item, own[0]), let to = place(number, candidate, item, own[1])
            else { return nil }
            let isLost = old > 0.5
            let grounds = grounds(item, baseline, earlier: earlier, isLost: isLost)
            return Flip(
                finding: FlipFinding(
                    candidate: candidate.model, benchmark: data.entry.id, item: data.keys[item],
                    direction: isLost ? .rightToWrong : .wrongToRight, reasons: grounds.reasons,
                    capability: data.capabilities[item], facets: facets(item), baselineScore: old,
                    candidateScore: new, baselineAnswer: FlipAnswer(status: "absent", source: from.source, line: 0),
                    candidateAnswer: FlipAnswer(status: "absent", source: to.source, line: 0)),
                rank: [isLost ? 0 : 1] + grounds.rank + [-abs(new - old)], baseline: from, candidate: to)
        }
    }

    private func place(_ release: Int, _ model: ModelScores, _ item: Int, _ own: [Int?]) -> Flip.Place? {
        own[data.positions[item]].map { position in
            Flip.Place(
                release: release, run: merged.origins[model.run.id - 1].run, position: position,
                epochScores: model.epochScores.map { $0[item] }, source: model.run.sourcePath)
        }
    }

    /// What clinical use fears most first: a safety facet, reasoning, an item that was right steadily.
    private func grounds(
        _ item: Int, _ baseline: ModelScores, earlier: [ModelScores], isLost: Bool
    ) -> (reasons: [String], rank: [Double]) {
        var reasons: [String] = []
        let safety = (study.compare?.safety ?? [:]).sorted { $0.key < $1.key }.compactMap { facet, values in
            data.facets.first { $0.name == facet }?[item].flatMap { values.contains($0) ? "\(facet) \($0)" : nil }
        }
        reasons += safety.map { "safety: \($0)" }
        let isReasoning = data.capabilities[item] == Capability.reasoning
        if isReasoning { reasons.append(Capability.reasoning) }
        var steadiness = 0
        if isLost {
            if baseline.epochScores.count > 1, baseline.scores[item] == 1 {
                reasons.append("right in all \(baseline.epochScores.count) epochs")
                steadiness += 1
            }
            if earlier.count > 1, earlier.allSatisfy({ $0.scores[item] > 0.5 }) {
                reasons.append("right in all \(earlier.count) earlier releases")
                steadiness += 1
            }
        }
        return (reasons, [safety.isEmpty ? 1 : 0, isReasoning ? 0 : 1, -Double(steadiness)])
    }

    private func facets(_ item: Int) -> [FacetValue] {
        data.facets.sorted { $0.name < $1.name }.compactMap { column in
            guard column.name != data.clusterFacet, !merged.conflicting.contains(column.name),
                column.dictionary.count <= Subgroups.mostValues
            else { return nil }
            return column[item].map { FacetValue(name: column.name, value: $0) }
        }
    }
}

/// Puts flips in order and reads the texts of those that are shown.
struct FlipReader {
    let stores: [Store]
    /// How many are shown of a candidate in each direction.
    let limit: Int

    private static let longestQuestion = 600
    private static let longestPrediction = 1000

    /// - Throws: `StoreError`.
    func findings(_ flips: [Flip]) throws -> [FlipFinding] {
        var shown: [String: Int] = [:]
        let chosen = flips.enumerated().sorted { left, right in
            left.element.rank == right.element.rank
                ? left.offset < right.offset : left.element.rank.lexicographicallyPrecedes(right.element.rank)
        }.map(\.element).filter { flip in
            shown["\(flip.finding.direction.rawValue)/\(flip.finding.candidate)", default: 0] += 1
            return shown["\(flip.finding.direction.rawValue)/\(flip.finding.candidate)", default: 0] <= limit
        }
        return try chosen.map(read)
    }

    private func read(_ flip: Flip) throws -> FlipFinding {
        var finding = flip.finding
        let isLost = finding.direction == .rightToWrong
        for place in [flip.baseline, flip.candidate] {
            let store = stores[place.release]
            let benchmark = try store.benchmarkIdentifier(ofRun: place.run)
            guard let item = try store.items(benchmark: benchmark, from: place.position, to: place.position).first
            else { continue }
            finding.question = finding.question ?? item.question.map { Self.cut($0, Self.longestQuestion) }
            if finding.targets.isEmpty { finding.targets = item.targets }
        }
        finding.baselineAnswer = try answer(flip.baseline, isRight: isLost)
        finding.candidateAnswer = try answer(flip.candidate, isRight: !isLost)
        return finding
    }

    /// The answer of the epoch that shows best what the item's score says.
    private func answer(_ place: Flip.Place, isRight: Bool) throws -> FlipAnswer {
        let found = try stores[place.release].predictions(run: place.run, from: place.position, to: place.position)
        var best = 0
        for (epoch, score) in place.epochScores.enumerated() where epoch < found.count && !score.isNaN {
            let sofar = place.epochScores[best]
            if sofar.isNaN || (isRight ? score > sofar : score < sofar) { best = epoch }
        }
        guard best < found.count else { return FlipAnswer(status: "absent", source: place.source, line: 0) }
        let prediction = found[best]
        return FlipAnswer(
            status: prediction.status, answer: prediction.answer.map { Self.cut($0, Self.longestPrediction) },
            text: (prediction.text ?? prediction.failure).map { Self.cut($0, Self.longestPrediction) },
            source: place.source, line: prediction.line)
    }

    private static func cut(_ text: String, _ length: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(String.UnicodeScalarView(scalars[..<end])) + "…"
    }
}
