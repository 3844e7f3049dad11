/// One sign of a key and its word.
struct KeyEntry {
    var word: String
    /// The width of the sign.
    var width: Double
    /// Draws the sign around its centre.
    var draw: (inout Scene, Point) -> Void
}

extension KeyEntry {
    /// A point of a kind.
    static func point(_ category: Category, context: LayoutContext) -> KeyEntry {
        let radius = context.markRadius
        return KeyEntry(word: category.name, width: radius * 2.5) { scene, centre in
            scene.add(
                PointMark.shape(
                    category.shape, at: centre, radius: radius, colour: context.theme[category.role]))
        }
    }

    /// A verdict's mark with its word, or with other words in its place.
    static func verdict(_ mark: VerdictMark, word: String? = nil, context: LayoutContext) -> KeyEntry {
        let radius = context.em * 0.42
        return KeyEntry(word: word ?? mark.rawValue, width: radius * 2) { scene, centre in
            let shapes = VerdictShapes.shapes(
                mark, at: centre, radius: radius, colour: context.theme[mark.role], page: context.theme.page)
            for shape in shapes { scene.add(shape) }
        }
    }

    /// The kinds that occur, in the order of first use.
    static func points(_ categories: [Category], context: LayoutContext) -> [KeyEntry] {
        var seen: Set<Category> = []
        return categories.filter { !$0.name.isEmpty && seen.insert($0).inserted }.map { .point($0, context: context) }
    }
}

extension Frame {
    /// Sets entries in lines, from left to right, and moves below them.
    mutating func addKey(_ entries: [KeyEntry]) {
        guard !entries.isEmpty else { return }
        let em = context.em
        let height = context.lineHeight(\.small) + em * 0.25
        var x = left
        for entry in entries {
            let room = right - left - entry.width - em * 0.4
            let word = context.block(entry.word, size: \.small, width: room)
            let width = entry.width + em * 0.4 + word.width
            if x > left, x + width > right {
                x = left
                y += height
            }
            entry.draw(&scene, Point(x + entry.width / 2, y + height / 2))
            add(word, x: x + entry.width + em * 0.4, middle: y + height / 2, colour: context.theme[.muted])
            x += width + em * 1.3
        }
        y += height + em * 0.6
    }
}

extension LayoutContext {
    /// Half the height of a point mark.
    var markRadius: Double { em * 0.36 }

    /// The nearest whole unit on screens, where edges between pixels blur; unchanged on paper.
    func snapped(_ value: Double) -> Double {
        size.unit == .pixel ? value.rounded() : value
    }

    /// The nearest place where a line of one unit fills whole pixels.
    func snappedLine(_ value: Double) -> Double {
        size.unit == .pixel ? value.rounded(.down) + 0.5 : value
    }
}
