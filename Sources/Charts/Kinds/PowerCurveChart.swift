/// How many items are needed: power over the number of items for several differences.
public struct PowerCurveChart: Sendable, Hashable {
    /// The power with a number of items.
    public struct Step: Sendable, Hashable {
        /// Items, above 0.
        public var items: Double
        /// From 0 to 1.
        public var power: Double

        /// A point of a curve.
        public init(items: Double, power: Double) {
            self.items = items
            self.power = power
        }
    }

    /// The power to find one difference.
    public struct Curve: Sendable, Hashable {
        /// The difference in words, such as `2 points`.
        public var label: String
        /// By items, ascending.
        public var points: [Step]
        /// The least number of items that gives the power wished for; nil where none that was looked at does.
        public var itemsNeeded: Int?
        /// The power with the present number of items; nil where there is none.
        public var presentPower: Double?
        /// The page that the curve leads to; nil for none.
        public var link: String?

        /// A curve; what is left out is not marked.
        public init(
            label: String, points: [Step], itemsNeeded: Int? = nil, presentPower: Double? = nil, link: String? = nil
        ) {
            self.label = label
            self.points = points
            self.itemsNeeded = itemsNeeded
            self.presentPower = presentPower
            self.link = link
        }
    }

    /// The words around the drawing.
    public var text: ChartText
    /// The greatest difference first; those after the eighth stand in the table alone.
    public var curves: [Curve]
    /// The power wished for, from 0 to 1.
    public var target: Double
    /// The present number of items, marked; nil for none.
    public var presentItems: Int?
    /// The word for the present number of items.
    public var presentLabel: String
    /// The name of the horizontal axis.
    public var axisTitle: String

    /// A chart of curves with 0.8 as the power wished for, unless said otherwise.
    public init(
        text: ChartText, curves: [Curve], target: Double = 0.8, presentItems: Int? = nil,
        presentLabel: String = "present", axisTitle: String = "items"
    ) {
        self.text = text
        self.curves = curves
        self.target = target
        self.presentItems = presentItems
        self.presentLabel = presentLabel
        self.axisTitle = axisTitle
    }

    /// The curves that are drawn.
    static let mostCurves = 8
}

extension PowerCurveChart {
    /// A row for each curve, also for those that are not drawn: the present power and the items needed.
    public var table: ChartTable {
        let hasPresent = presentItems != nil
        return ChartTable(
            columns: [.init("difference", isNumeric: false)]
                + (hasPresent ? [.init("power with \(ValueFormat.count(presentItems ?? 0)) items, %")] : [])
                + [.init("items for \(ValueFormat.percent.exact(target)) power")],
            rows: curves.map { curve in
                let present = curve.presentPower.map { ValueFormat.percent.estimate($0) } ?? ValueFormat.noValue
                return [curve.label] + (hasPresent ? [present] : [])
                    + [curve.itemsNeeded.map(ValueFormat.count) ?? ValueFormat.noValue]
            })
    }

    /// What a tooltip says of a curve.
    func words(of curve: Curve) -> String {
        let aim = ValueFormat.percent.exact(target)
        let needed = curve.itemsNeeded.map { "\(aim) power with \(ValueFormat.count($0)) items" }
        let present = curve.presentPower.map {
            "\(ValueFormat.percent.estimate($0))% power with the present \(ValueFormat.count(presentItems ?? 0))"
        }
        let words = [needed, present].compactMap(\.self)
        return words.isEmpty ? "\(aim) power is not reached" : words.joined(separator: ", ")
    }
}
