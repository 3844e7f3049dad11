/// Whether the font that the drawings are made for is installed.
///
/// Without it Pango takes the next family, and the same inputs give other bytes.
public enum FontCheck {
    /// The families in the order of choice.
    public static let families = ["Inter", "DejaVu Sans", "sans-serif"]
    /// The Debian package that brings the first of them.
    public static let package = "fonts-inter"

    /// The family that is taken for the first of some families; nil where there is no font at all.
    public static func found(families: [String] = families) -> String? {
        families.first.flatMap { TextSetter(families: families).family(found: $0) }
    }

    /// What is missing and which package brings it, or nil where all is well.
    public static func problem(families: [String] = families) -> ChartProblem? {
        guard let wanted = families.first else { return nil }
        let found = found(families: families)
        guard found != wanted else { return nil }
        return ChartProblem(
            field: "font", expected: "the family \(wanted)", found: found ?? "no font at all",
            remedy: "Install the package \(package): apt install \(package).")
    }

    /// What is missing where characters of a drawing have no font, and which package brings it, or nil for none.
    public static func problem(missing characters: String) -> ChartProblem? {
        guard let first = characters.unicodeScalars.first else { return nil }
        let packages = Set(characters.unicodeScalars.map(package)).sorted().joined(separator: " ")
        return ChartProblem(
            field: "font", expected: "fonts for all characters of the names",
            found: "none for \(characters.prefix(12)) (first U+\(String(first.value, radix: 16, uppercase: true)))",
            remedy: "Boxes are drawn in their place. Install the package \(packages): apt install \(packages).")
    }

    /// The Debian package with a plain font for a character's script.
    private static func package(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
            0x20000...0x3FFFF:
            "fonts-noto-cjk"
        case 0x370...0x6FF: "fonts-dejavu-core"
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF: "fonts-symbola"
        default: "fonts-noto-core"
        }
    }
}
