/// The outline of a point mark.
public enum MarkShape: String, Sendable, Hashable, CaseIterable {
    case circle, diamond, square
}

/// A kind of row, told by shape first and by colour second.
public struct Category: Sendable, Hashable {
    /// The word in the key.
    public var name: String
    /// What tells the kind in print without colours.
    public var shape: MarkShape
    /// What colours the mark.
    public var role: ColourRole

    /// A kind of row; kinds that stand in one chart should differ in shape, not in colour alone.
    public init(name: String, shape: MarkShape, role: ColourRole) {
        self.name = name
        self.shape = shape
        self.role = role
    }

    /// ● in the colour `general`.
    public static let general = Category(name: "general", shape: .circle, role: .general)
    /// ◆ in the colour `medical`.
    public static let medical = Category(name: "medical", shape: .diamond, role: .medical)
    /// ■ in the colour `muted`.
    public static let other = Category(name: "other", shape: .square, role: .muted)
}

/// What a value says of a demand, told by shape first and by colour second.
public enum VerdictMark: String, Sendable, Hashable, CaseIterable {
    /// ✓ in a filled square.
    case pass
    /// A circle, half filled.
    case inconclusive
    /// ✕ in a hollow square.
    case fail

    /// The colour of the mark on the page.
    public var role: ColourRole {
        switch self {
        case .pass: .pass
        case .inconclusive: .inconclusive
        case .fail: .fail
        }
    }
}
