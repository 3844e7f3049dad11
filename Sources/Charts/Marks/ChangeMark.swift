/// What became of a value between two releases, told by shape first and by colour second.
public enum ChangeMark: String, Sendable, Hashable, CaseIterable {
    /// ▲
    case improved
    /// ▼
    case regressed
    /// =
    case equivalent
    /// ~
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
    static func shape(_ mark: ChangeMark, at centre: Point, radius: Double, colour: Colour) -> Shape {
        func place(_ x: Double, _ y: Double) -> Point { Point(centre.x + x * radius, centre.y + y * radius) }
        switch mark {
        case .improved:
            return Shape(geometry: .polygon([place(-1, 0.8), place(0, -0.95), place(1, 0.8)]), fill: colour)
        case .regressed:
            return Shape(geometry: .polygon([place(-1, -0.8), place(1, -0.8), place(0, 0.95)]), fill: colour)
        case .equivalent:
            let lines = [[place(-0.85, -0.4), place(0.85, -0.4)], [place(-0.85, 0.4), place(0.85, 0.4)]]
            return Shape(geometry: .lines(lines), stroke: colour, strokeWidth: radius * 0.4)
        case .inconclusive:
            // One wave of a sine, which a polyline of this many points shows without corners.
            let wave = (0...16).map { step in
                let share = Double(step) / 16
                return place(-0.95 + 1.9 * share, -0.45 * Self.sine(share))
            }
            return Shape(geometry: .lines([wave]), stroke: colour, strokeWidth: radius * 0.4)
        }
    }

    /// A wave over [0, 1] of two parabolas, near enough to a sine for a mark of a few pixels.
    private static func sine(_ share: Double) -> Double {
        let half = share < 0.5 ? share * 2 : share * 2 - 1
        return (share < 0.5 ? 1 : -1) * 4 * half * (1 - half)
    }
}

extension KeyEntry {
    /// A mark of change with its word.
    static func change(_ mark: ChangeMark, context: LayoutContext) -> KeyEntry {
        let radius = context.em * 0.4
        return KeyEntry(word: mark.rawValue, width: radius * 2) { scene, centre in
            scene.add(ChangeShapes.shape(mark, at: centre, radius: radius, colour: context.theme[mark.role]))
        }
    }
}
