/// Whether the font that the drawings are made for is installed.
///
/// Without it Pango takes the next family, and the same inputs give other bytes.
public enum FontCheck {
    /// The families in the order of choice.
    public static let families = ["Inter", "DejaVu Sans", "sans-serif"]
    /// The Debian package that brings the first of them.
    public static let package = "fonts-inter"

    /// What is missing and which package brings it, or nil where all is well.
    public static func problem(families: [String] = families) -> ChartProblem? {
        guard let wanted = families.first else { return nil }
        let found = TextSetter(families: families).family(found: wanted)
        guard found != wanted else { return nil }
        return ChartProblem(
            field: "font", expected: "the family \(wanted)", found: found ?? "no font at all",
            remedy: "Install the package \(package): apt install \(package).")
    }
}
