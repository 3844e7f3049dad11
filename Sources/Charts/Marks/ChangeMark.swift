/// What became of a value between two releases, told by shape first and by colour second.
public enum ChangeMark: String, Sendable, Hashable, CaseIterable {
    /// ▲
    case improved
    /// ▼
    case regressed
    /// =
    case equivalent
    /// ◐, as of a verdict.
    case inconclusive

    /// The colour of the mark on the page.
    public var role: ColourRole {
        switch self {
        case .improved: .pass
        case .regressed: .fail
        case .equivalent: .muted
        case .inconclusive: .inconclusive
        }
    }
}

/// Marks of change as paths, because not every font has the signs.
enum ChangeShapes {
    /// - Parameter radius: Half the mark's height.
    static func shapes(_ mark: ChangeMark, at centre: Point, radius: Double, colour: Colour) -> [Shape] {
        func place(_ x: Double, _ y: Double) -> Point { Point(centre.x + x * radius, centre.y + y * radius) }
        switch mark {
        case .improved, .regressed:
            return [triangle(isUp: mark == .improved, at: centre, radius: radius, colour: colour)]
        case .equivalent:
            let lines = [[place(-0.85, -0.4), place(0.85, -0.4)], [place(-0.85, 0.4), place(0.85, 0.4)]]
            return [Shape(geometry: .lines(lines), stroke: colour, strokeWidth: radius * 0.4)]
        case .inconclusive:
            return VerdictShapes.shapes(.inconclusive, at: centre, radius: radius, colour: colour, page: colour)
        }
    }

    static func triangle(isUp: Bool, at centre: Point, radius: Double, colour: Colour) -> Shape {
        let (base, tip) = isUp ? (0.8, -0.95) : (-0.8, 0.95)
        let corners = [(-1, base), (0, tip), (1, base)].map { Point(centre.x + $0 * radius, centre.y + $1 * radius) }
        return Shape(geometry: .polygon(corners), fill: colour)
    }
}

extension KeyEntry {
    /// A mark of change with its word.
    static func change(_ mark: ChangeMark, context: LayoutContext) -> KeyEntry {
        let radius = context.em * 0.4
        return KeyEntry(word: mark.rawValue, width: radius * 2) { scene, centre in
            let colour = context.theme[mark.role]
            for shape in ChangeShapes.shapes(mark, at: centre, radius: radius, colour: colour) { scene.add(shape) }
        }
    }
}
