/// A page of the documentation that a command's help, page and manual lead to.
struct Guide: Sendable {
    /// The file, below the folder of the documentation.
    let file: String
    /// The page's heading.
    let title: String

    static let beyondOneMachine = Guide(file: "beyond-one-machine.md", title: "Beyond one machine")
    static let catalogue = Guide(file: "catalogue.md", title: "The catalogue")
    static let charts = Guide(file: "charts.md", title: "The kinds of figures")
    static let consistency = Guide(file: "consistency.md", title: "Whether runs fit together")
    static let dependencies = Guide(file: "dependencies.md", title: "What Acuity is made of")
    static let diagnosis = Guide(file: "diagnosis.md", title: "Finding out what is wrong")
    static let export = Guide(file: "export.md", title: "Export")
    static let faults = Guide(file: "faults.md", title: "When something goes wrong")
    static let figures = Guide(file: "figures.md", title: "Figures for papers, slides and pages")
    static let inspect = Guide(file: "inspect.md", title: "What `acuity inspect` prints")
    static let install = Guide(file: "install.md", title: "Installing Acuity")
    static let performance = Guide(file: "performance.md", title: "How fast, and what bounds it")
    static let publishing = Guide(file: "publishing.md", title: "The site's folder and the web")
    static let readers = Guide(file: "readers/README.md", title: "Logs that Acuity reads")
    static let releaseGate = Guide(file: "release-gate.md", title: "The release gate")
    static let scoring = Guide(file: "scoring.md", title: "Scoring: from predictions to scores")
    static let site = Guide(file: "site.md", title: "The site")
    static let statistics = Guide(file: "statistics.md", title: "Which interval, and why")
    static let study = Guide(file: "study.md", title: "The study file")
    static let tables = Guide(file: "tables.md", title: "Tables for a paper")
    static let templates = Guide(file: "templates.md", title: "Templates")
}
