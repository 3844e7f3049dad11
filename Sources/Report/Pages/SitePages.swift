/// The pages that stand in the navigation.
enum SitePage: String, CaseIterable {
    case home = "index.html"
    case claims = "claims.html"
    case models = "models.html"
    case benchmarks = "benchmarks.html"
    case compare = "compare.html"
    case gap = "gap.html"
    case verdicts = "verdicts.html"
    case variance = "variance.html"
    case ranks = "ranks.html"
    case releases = "releases.html"
    case items = "items.html"
    case methods = "methods.html"
    case checklist = "checklist.html"
    case data = "data.html"
    case about = "about.html"

    var title: String {
        switch self {
        case .home: "Leaderboard"
        case .claims: "Claims"
        case .models: "Models"
        case .benchmarks: "Benchmarks"
        case .compare: "Compare"
        case .gap: "Gap"
        case .verdicts: "Verdicts"
        case .variance: "Variance"
        case .ranks: "Ranks"
        case .releases: "Releases"
        case .items: "Items"
        case .methods: "Methods"
        case .checklist: "Checklist"
        case .data: "Data"
        case .about: "About"
        }
    }
}
