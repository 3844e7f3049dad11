/// A part of a drawing that can be pointed at: what it stands for, in words, and the page that tells more.
public struct Target: Sendable, Hashable {
    /// Where it lies, in the unit of the size.
    public var x: Double
    /// Its upper end, from the top of the drawing, in the unit of the size.
    public var y: Double
    /// In the unit of the size; on screens at least 24 px.
    public var width: Double
    /// In the unit of the size; on screens at least 24 px.
    public var height: Double
    /// What the mark shows, such as `Lingshu-32B: 66.3 [64.1, 68.5]`. Plain text.
    public var label: String
    /// The page that the mark leads to, as the chart's maker gave it; nil for none.
    public var link: String?

    var box: Rectangle { Rectangle(x: x, y: y, width: width, height: height) }
}

extension Frame {
    /// Makes a part of the drawing a target, at least 24 px in both directions (WCAG 2.2, 2.5.8).
    mutating func addTarget(_ box: Rectangle, label: String, link: String?) {
        let least = context.size.unit == .pixel ? 24.0 : 0
        var box = box
        if box.width < least { (box.x, box.width) = (box.centre.x - least / 2, least) }
        if box.height < least { (box.y, box.height) = (box.centre.y - least / 2, least) }
        box.x = min(max(0, box.x), max(0, scene.width - box.width))
        scene.targets.append(
            Target(x: box.x, y: max(0, box.y), width: box.width, height: box.height, label: label, link: link))
    }
}
