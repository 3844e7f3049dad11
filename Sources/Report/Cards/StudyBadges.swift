import Charts
import Findings

/// Badges for the pages of others: one of the study, and for each model its accuracy and its verdict by threshold.
struct StudyBadges: Sendable {
    /// A badge as a file, and the page that it leads to.
    struct Item: Sendable {
        let badge: Badge
        let file: SiteFile
        /// The page's path below the site's folder.
        let page: String
        /// In pixels.
        let width: Int
    }

    let study: Item
    private let models: [String: [Item]]

    /// - Throws: `ChartProblem` if Cairo or Pango fails.
    init(_ index: FindingsIndex) throws {
        let findings = index.document
        let wanted = findings.models.flatMap { model in
            Self.badges(of: model, index).map { (model: model.id, path: $0.path, badge: $0.badge) }
        }
        let drawn = try Parallel.map(wanted) { model, path, badge in
            (model, try Self.item(badge, path: "badges/models/\(path).svg", page: index.modelPath(model)))
        }
        models = Dictionary(grouping: drawn, by: \.0).mapValues { $0.map(\.1) }
        let counts = PageCards.counts(findings)
        let label = findings.study.label
        study = try Self.item(
            Badge(
                label: findings.study.title, message: counts, note: label,
                words: Self.sentences([findings.study.title, counts, label])),
            path: "badges/study.svg", page: SitePage.home.rawValue)
    }

    /// The accuracy of a model, if there is one, then its verdicts in the thresholds' order.
    func of(_ model: String) -> [Item] { models[model] ?? [] }

    var files: [SiteFile] { [study.file] + models.values.flatMap { $0.map(\.file) } }

    private static func item(_ badge: Badge, path: String, page: String) throws -> Item {
        let drawing = try Drawing(badge, theme: .light, size: .narrow)
        return Item(
            badge: badge, file: SiteFile(path: path, data: try drawing.data(.svg)), page: page,
            width: Int(drawing.scene.width))
    }

    private static func badges(of model: ModelFinding, _ index: FindingsIndex) -> [(path: String, badge: Badge)] {
        let slug = index.modelSlugs[model.id]
        let accuracy = accuracy(of: model, index).map { (slug, $0) }
        // Slugs hold no two hyphens in a row, so no other model's badge has this name.
        return [accuracy].compactMap(\.self)
            + index.document.study.thresholds.compactMap { threshold in
                verdict(of: model, threshold, index).map { ("\(slug)--\(index.thresholdSlugs[threshold.id])", $0) }
            }
    }

    private static func accuracy(of model: ModelFinding, _ index: FindingsIndex) -> Badge? {
        let benchmarks = index.document.benchmarks
        let only = benchmarks.count == 1 ? benchmarks[0] : nil
        guard let found = index.estimate(model.id, on: nil) ?? only.flatMap({ index.estimate(model.id, on: $0.id) })
        else { return nil }
        let scope = found.benchmark.map { "accuracy on \(index.benchmarkName($0))" }
        let number = Digits.sentence(found.estimate, found.interval)
        let method = Words.inner(index.methodName(found.interval.method))
        let over = found.benchmarks.map { " over \(Digits.counted($0, "benchmark"))" } ?? ""
        return Badge(
            label: scope ?? "macro accuracy", message: number, note: index.document.study.label,
            words: sentences([
                "\(model.name): \(scope ?? "macro-average accuracy") \(number)\(over)",
                "\(Digits.level(found.interval.level)) interval (\(method))",
                "n = \(Digits.counted(found.items, "item"))", index.document.study.label, index.document.study.title,
            ]))
    }

    private static func verdict(
        of model: ModelFinding, _ threshold: ThresholdFinding, _ index: FindingsIndex
    ) -> Badge? {
        let all = index.document.verdicts.filter { $0.model == model.id && $0.threshold == threshold.id }
        // What joins all parts if there is such a verdict, else each benchmark's.
        let joint = all.filter { $0.isJoint && $0.benchmark == nil }
        let joined = joint.isEmpty ? all.filter(\.isJoint) : joint
        let found = joined.isEmpty ? all.filter { $0.facet == nil } : joined
        guard let first = found.first else { return nil }
        let subject = "\(model.name) on “\(threshold.name)” (minimum: \(VerdictSentences.minimum(threshold)))"
        let label = index.document.study.label
        guard found.count == 1 else {
            let message = "\(found.count { $0.verdict == .pass }) of \(found.count) pass"
            return Badge(
                label: threshold.name, message: message, note: label,
                words: sentences(["\(subject): \(message)", label, index.document.study.title]))
        }
        let decimals = Digits.format.decimals(halfWidth: (first.upper - first.lower) / 2)
        let part = first.isJoint ? "the weakest of \(Digits.counted(first.parts, "part")) stands at " : ""
        return Badge(
            label: threshold.name, message: first.verdict.rawValue, mark: mark(first.verdict), note: label,
            words: sentences([
                "\(subject): \(first.verdict.rawValue)",
                part + Digits.format.stringWithUnit(first.estimate, decimals: decimals)
                    + " with one-sided bounds "
                    + Digits.format.interval(lower: first.lower, upper: first.upper, decimals: decimals)
                    + " at \(Digits.level(1 - first.alpha))",
                "n = \(Digits.counted(first.items, "item"))", label, index.document.study.title,
            ]))
    }

    private static func mark(_ verdict: Verdict) -> VerdictMark {
        switch verdict {
        case .pass: .pass
        case .inconclusive: .inconclusive
        case .fail: .fail
        }
    }

    private static func sentences(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: "; ") }
}
