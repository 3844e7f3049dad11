@testable import Charts

/// A stored text form of a layout: one element a line, so that a change of a drawing can be read in a diff.
///
/// Positions are rounded to half a unit: what moves less cannot be seen.
struct SceneText {
    let scene: Scene

    var text: String {
        var lines = ["page \(half(scene.width)) × \(half(scene.height))"]
        lines += scene.elements.map { element in
            switch element {
            case .text(let text):
                "text \(place(text.inkBox)) \(SVGWriter.number(text.block.style.size))/\(text.block.style.weight.rawValue) "
                    + "\(text.colour.hexString) “\(text.block.string)”"
            case .shape(let shape): words(shape)
            }
        }
        lines += scene.targets.map { target in
            "target \(place(target.box)) “\(target.label)”" + (target.link.map { " → \($0)" } ?? "")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(_ shape: Shape) -> String {
        var paint = [shape.fill.map { "fill \($0.hexString)" }, shape.stroke.map { "stroke \($0.hexString)" }]
            .compactMap(\.self).joined(separator: " ")
        if !shape.dash.isEmpty { paint += " dashed" }
        switch shape.geometry {
        case .rectangle(let box, _): return "rectangle \(place(box)) \(paint)"
        case .circle(let centre, let radius): return "circle \(point(centre)) r \(half(radius)) \(paint)"
        case .leftHalfDisc(let centre, let radius): return "half-disc \(point(centre)) r \(half(radius)) \(paint)"
        case .polygon(let points): return "polygon \(path(points)) \(paint)"
        case .lines(let lines): return "lines \(lines.map(path).joined(separator: " | ")) \(paint)"
        }
    }

    /// Long paths by their ends and number of points.
    private func path(_ points: [Point]) -> String {
        guard points.count > 6, let first = points.first, let last = points.last else {
            return points.map(point).joined(separator: " ")
        }
        return "\(point(first)) … \(points.count) points … \(point(last))"
    }

    private func place(_ box: Rectangle) -> String {
        "\(half(box.x)),\(half(box.y)) \(half(box.width))×\(half(box.height))"
    }

    private func point(_ point: Point) -> String { "\(half(point.x)),\(half(point.y))" }
    private func half(_ value: Double) -> String { SVGWriter.number((value * 2).rounded() / 2) }
}
