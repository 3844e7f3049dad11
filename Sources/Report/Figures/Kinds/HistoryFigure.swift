import Charts
import Findings

extension FigureKind {
    /// How the releases of each family came along.
    static let history = FigureKind(
        id: "history", question: "How did we get here?",
        needs: "two releases of one family with dates: [[model]] family and released in the study file"
    ) { material in
        material.history().map { [StudyFigure("history", $0)] } ?? []
    }
}

extension FigureMaterial {
    /// Accuracy over release dates, a line a family; nil if no family has two dated models.
    func history() -> HistoryChart? {
        guard let ranking else { return nil }
        let places = Dictionary(ranking.rows.enumerated().map { ($0.element.model, $0.offset) }) { first, _ in first }
        var families: [(name: String, members: [(model: ModelFinding, day: Double, place: Int)])] = []
        for model in document.models {
            guard let family = model.family, let day = model.released.flatMap(HistoryChart.day),
                let place = places[model.id]
            else { continue }
            if let known = families.firstIndex(where: { $0.name == family }) {
                families[known].members.append((model, day, place))
            } else {
                families.append((family, [(model, day, place)]))
            }
        }
        let lineages = families.filter { family in Set(family.members.map(\.day)).count > 1 }
        guard !lineages.isEmpty else { return nil }
        let rows = lineages.flatMap(\.members).map { ranking.rows[$0.place] }
        return HistoryChart(
            text: text(
                nil, scope: "\(rankingScope(ranking)) over release dates",
                [itemClause(rows.map(\.items)), intervalClause(rows.map(\.interval))]),
            lineages: lineages.map { lineage($0.name, $0.members, ranking) }, changePoints: changePoints(ranking),
            axisTitle: "accuracy")
    }

    /// Where the level of what is ranked changed, by the day of the first release since.
    private func changePoints(_ ranking: Ranking) -> [HistoryChart.ChangePoint] {
        let benchmark = document.benchmarks.count == 1 ? document.benchmarks[0].id : nil
        return document.histories.filter { $0.benchmark == benchmark }.flatMap(\.changes).compactMap { change in
            index.models[change.model]?.released.flatMap(HistoryChart.day).map { day in
                HistoryChart.ChangePoint(
                    position: day,
                    words: "\(Digits.points(change.estimate, change.interval)) from \(index.modelName(change.model))")
            }
        }
    }

    private func lineage(
        _ name: String, _ members: [(model: ModelFinding, day: Double, place: Int)], _ ranking: Ranking
    ) -> HistoryChart.Lineage {
        let sorted = members.sorted { ($0.day, $1.place) < ($1.day, $0.place) }
        let releases = sorted.enumerated().map { position, member -> HistoryChart.Release in
            var change = HistoryChart.Change.untested
            if position > 0 {
                switch ranking.relation(member.place, sorted[position - 1].place) {
                case .better, .worse: change = .apart
                case .untold: change = .notApart
                case .untested: break
                }
            }
            let row = ranking.rows[member.place]
            return HistoryChart.Release(
                label: member.model.name, day: member.day,
                measure: DumbbellChart.Measure(row.estimate, lower: row.interval.lower, upper: row.interval.upper),
                change: change, link: index.modelPath(member.model.id))
        }
        return HistoryChart.Lineage(
            name: name, category: category(of: sorted.first?.model.id ?? ""), releases: releases)
    }
}
