@testable import Charts

/// What is wrong with a layout, by its own geometry.
struct LayoutFaults {
    let scene: Scene

    init(_ scene: Scene) {
        self.scene = scene
    }

    var all: [String] { leaving + overlaps + covered + targets }

    private var page: Rectangle { Rectangle(x: 0, y: 0, width: scene.width, height: scene.height) }

    private var leaving: [String] {
        texts(of: scene).filter { !page.contains($0.inkBox, tolerance: 0.6) }.map {
            "‘\($0.block.string)’ leaves the page"
        }
            + scene.elements.compactMap(Self.bounds).filter { !page.contains($0, tolerance: 0.6) }.map { _ in
                "a mark leaves the page"
            }
    }

    private var overlaps: [String] {
        let texts = texts(of: scene).sorted { $0.inkBox.y < $1.inkBox.y }
        var result: [String] = []
        for (index, first) in texts.enumerated() {
            for second in texts[(index + 1)...] {
                if second.inkBox.y > first.inkBox.bottom { break }
                if first.inkBox.overlaps(second.inkBox, tolerance: 0.3) {
                    result.append("‘\(first.block.string)’ overlaps ‘\(second.block.string)’")
                }
            }
        }
        return result
    }

    /// Texts under a shape that is drawn after them, and texts that a point mark touches.
    private var covered: [String] {
        var result: [String] = []
        var texts: [PlacedText] = []
        var points: [Rectangle] = []
        for element in scene.elements {
            switch element {
            case .text(let text) where !text.block.string.isEmpty:
                texts.append(text)
                if points.contains(where: { $0.overlaps(text.inkBox, tolerance: 0.5) }) {
                    result.append("a mark touches ‘\(text.block.string)’")
                }
            case .text: continue
            case .shape(let shape):
                guard let box = Self.bounds(of: element) else { continue }
                switch shape.geometry {
                case .circle, .leftHalfDisc: points.append(box)
                case .polygon(let corners) where corners.count == 4 && box.width < scene.width / 20: points.append(box)
                case .rectangle, .polygon: break
                case .lines: continue
                }
                guard shape.fill != nil || points.last == box else { continue }
                for text in texts where box.overlaps(text.inkBox, tolerance: 0.5) {
                    result.append("a mark covers ‘\(text.block.string)’")
                }
            }
        }
        return result
    }

    private var targets: [String] {
        scene.targets.filter { !page.contains($0.box, tolerance: 0.6) || $0.label.isEmpty }.map {
            "the target ‘\($0.label)’ leaves the page or says nothing"
        }
    }

    /// Where a shape's outline lies; nil for text.
    static func bounds(of element: SceneElement) -> Rectangle? {
        guard case .shape(let shape) = element else { return nil }
        let points: [Point]
        switch shape.geometry {
        case .rectangle(let box, _): return box
        case .circle(let centre, let radius), .leftHalfDisc(let centre, let radius):
            return Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
        case .polygon(let corners): points = corners
        case .lines(let lines): points = lines.flatMap { $0 }
        }
        guard let first = points.first else { return nil }
        let left = points.map(\.x).min() ?? first.x
        let top = points.map(\.y).min() ?? first.y
        let right = points.map(\.x).max() ?? first.x
        let bottom = points.map(\.y).max() ?? first.y
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// The texts of a scene that have ink.
func texts(of scene: Scene) -> [PlacedText] {
    scene.elements.compactMap { element in
        guard case .text(let text) = element, !text.block.string.isEmpty else { return nil }
        return text
    }
}
