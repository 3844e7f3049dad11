/// A field that tells the plain question from changed copies of it: with a blank image, another wording, a false premise.
///
/// Copies measure robustness, not accuracy, so that only the plain rows are read unless the user maps the field.
public struct VariantField: Equatable, Sendable {
    /// The column's name or dotted path.
    public let name: String
    /// The value of plain rows.
    public let plain: String

    private static let names = ["variant", "perturbation", "corruption", "augmentation", "condition"]
    private static let plainValues = [
        "orig", "original", "plain", "clean", "none", "identity", "unperturbed", "unmodified", "base", "normal",
    ]

    /// The field among those of the first rows, or nil: one of few values of which one says that nothing was changed.
    init?(among profiles: [FieldProfile], except used: Set<String>) {
        for name in Self.names {
            for profile in profiles where FieldGuess.folded(profile.name) == name && !used.contains(profile.name) {
                let plain = Self.plainValues.lazy.compactMap { plain in
                    profile.values.keys.sorted().first { $0.lowercased() == plain }
                }.first
                guard let plain, profile.values.count > 1, profile.values.count <= 200 else { continue }
                self.name = profile.name
                self.plain = plain
                return
            }
        }
        return nil
    }
}
