/// The tree of a clustering beside the rows of a matrix: leaves at the rows, merges further right the less alike.
struct Dendrogram {
    let linkage: AverageLinkage
    /// Distance at the left end is 0, at the right end the greatest that is shown.
    let scale: Scale

    /// - Parameter plot: Left and right ends of the tree.
    init(linkage: AverageLinkage, least: Double, plot: ClosedRange<Double>) {
        self.linkage = linkage
        let most = max(least, linkage.merges.map(\.height).max() ?? 0)
        scale = Scale(domain: 0...max(most, 1e-9), start: plot.lowerBound, end: plot.upperBound)
    }

    /// Draws the tree.
    ///
    /// - Parameters:
    ///   - middles: Of the rows, in the order of drawing.
    ///   - cut: The distance up to which merges make groups, drawn dashed.
    func draw(middles: [Double], cut: Double, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        var middle = [Double](repeating: 0, count: linkage.order.count)
        for (place, leaf) in linkage.order.enumerated() { middle[leaf] = middles[place] }
        var reach = [Double](repeating: scale.position(0), count: linkage.order.count)
        var lines: [[Point]] = []
        for merge in linkage.merges {
            let x = scale.position(merge.height)
            let (first, second) = (middle[merge.first], middle[merge.second])
            lines.append([
                Point(reach[merge.first], first), Point(x, first), Point(x, second), Point(reach[merge.second], second),
            ])
            middle.append((first + second) / 2)
            reach.append(x)
        }
        if !lines.isEmpty {
            frame.scene.add(Shape(geometry: .lines(lines), stroke: theme[.axis], strokeWidth: theme.lineWidth))
        }
        guard let first = middles.first, let last = middles.last else { return }
        let x = context.snappedLine(scale.position(cut))
        let line = [Point(x, first - context.em * 0.6), Point(x, last + context.em * 0.6)]
        frame.scene.add(LineLabels.line([line], context: context))
    }
}
