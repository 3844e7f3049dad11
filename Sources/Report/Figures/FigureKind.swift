/// A kind of figure: what it asks, what it needs, and how its figures are made from findings.
///
/// A new kind is one file in `Kinds` and one line in `all`.
struct FigureKind: Sendable {
    /// The word by which a user asks for it, and the beginning of its files' names.
    let id: String
    /// The question that it answers.
    let question: String
    /// What the findings must have, told where there is no figure of the kind.
    let needs: String
    /// Whether the site shows the figures about single benchmarks, beside that of the whole study.
    let isShownForEach: Bool
    /// The figures that the findings allow, that of the whole study first.
    let figures: @Sendable (FigureMaterial) -> [StudyFigure]

    init(
        id: String, question: String, needs: String, isShownForEach: Bool = true,
        figures: @escaping @Sendable (FigureMaterial) -> [StudyFigure]
    ) {
        self.isShownForEach = isShownForEach
        self.id = id
        self.question = question
        self.needs = needs
        self.figures = figures
    }

    /// Every kind, in the order of a report.
    static let all: [FigureKind] = [
        leaderboard,
        heatMap,
        gap,
        gapScatter,
        verdicts,
        thresholdCurve,
        strips,
        components,
        ranks,
        criticalDifference,
        paired,
        overlap,
        sizes,
        subgroups,
        releases,
        history,
        calibration,
        distribution,
        power,
    ]
}
