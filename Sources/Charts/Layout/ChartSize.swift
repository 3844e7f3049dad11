/// The width that a chart lays itself out for; the height follows from the content.
///
/// A width is a layout of its own, not a scale: a narrow chart has the same type as a wide one and fewer columns.
public struct ChartSize: Sendable, Hashable {
    /// The unit of widths, heights and type.
    public enum Unit: String, Sendable, Hashable {
        case pixel, point
    }

    /// In `unit`, at least 16 times the body type of the theme.
    public var width: Double
    /// Pixels for the themes `light` and `dark`, points for `print`.
    public var unit: Unit

    /// A size; whether it is wide enough for a theme is seen when a chart is laid out.
    public init(width: Double, unit: Unit) {
        self.width = width
        self.unit = unit
    }

    /// For phones: 360 px.
    public static let narrow = ChartSize(width: 360, unit: .pixel)
    /// For a column of a page: 720 px.
    public static let medium = ChartSize(width: 720, unit: .pixel)
    /// For a whole page: 1,080 px.
    public static let wide = ChartSize(width: 1080, unit: .pixel)
    /// The widths of the web, narrow first.
    public static let screens: [ChartSize] = [.narrow, .medium, .wide]

    /// A width on paper; use it with the theme `print`.
    public static func paper(millimetres: Double) -> ChartSize {
        ChartSize(width: millimetres * 72 / 25.4, unit: .point)
    }

    /// The text widths of publishers.
    public enum Paper: String, Sendable, Hashable, CaseIterable {
        case ieeeColumn = "ieee-column"
        case ieeePage = "ieee-page"
        case icmlColumn = "icml-column"
        case icmlPage = "icml-page"
        case neurips
        case natureColumn = "nature-column"
        case naturePage = "nature-page"
        case elsevierColumn = "elsevier-column"
        case elsevierMiddle = "elsevier-middle"
        case elsevierPage = "elsevier-page"
        case a4

        /// The width in millimetres.
        public var millimetres: Double {
            switch self {
            case .ieeeColumn: 88.9
            case .ieeePage: 181.9
            case .icmlColumn: 82.6
            case .icmlPage: 171.5
            case .neurips: 139.7
            case .natureColumn: 89
            case .naturePage: 183
            case .elsevierColumn: 90
            case .elsevierMiddle: 140
            case .elsevierPage: 190
            case .a4: 160
            }
        }

        /// The width as a size.
        public var size: ChartSize { .paper(millimetres: millimetres) }
    }
}
