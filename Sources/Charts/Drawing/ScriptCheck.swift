/// Whether the fonts that are installed have the scripts in which models, benchmarks and items are named.
public enum ScriptCheck {
    /// A script by a few of its characters.
    struct Script {
        let name: String
        let sample: String
    }

    private static let scripts = [
        Script(name: "Latin", sample: "Ab ñ ő"), Script(name: "Greek", sample: "αβγ"),
        Script(name: "Cyrillic", sample: "Дж"), Script(name: "Hebrew", sample: "אב"),
        Script(name: "Arabic", sample: "عربي"), Script(name: "Devanagari", sample: "हि"),
        Script(name: "Bengali", sample: "বা"), Script(name: "Tamil", sample: "தமி"), Script(name: "Thai", sample: "ไทย"),
        Script(name: "Chinese", sample: "医学"), Script(name: "Japanese", sample: "ひカ"),
        Script(name: "Korean", sample: "한국"), Script(name: "mathematics", sample: "≤≥±×−"),
    ]

    /// The names of the scripts that some font has, and of those that none has.
    public static func scripts(families: [String] = FontCheck.families) -> (drawn: [String], missing: [String]) {
        let setter = TextSetter(families: families)
        let style = TextStyle(size: 10, weight: .regular)
        let missing = scripts.filter {
            setter.block($0.sample, style: style, maximumWidth: nil, maximumLines: 1, alignment: .start).lacksGlyphs
        }.map(\.name)
        return (scripts.map(\.name).filter { !missing.contains($0) }, missing)
    }
}
