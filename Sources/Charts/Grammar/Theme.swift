/// What a colour is for.
public enum ColourRole: String, Sendable, Hashable, CaseIterable {
    case ink, muted, axis, grid, general, medical, understanding, reasoning, pass, inconclusive, fail

    /// The contrast with the page that the role needs (WCAG 2.2): 4.5 for text, 3 for marks, none for decoration.
    public var requiredContrast: Double {
        switch self {
        case .ink, .muted, .pass, .inconclusive, .fail: 4.5
        case .axis, .general, .medical, .understanding, .reasoning: 3
        case .grid: 1
        }
    }
}

/// Type sizes in the unit of the drawing (pixels on the web, points on paper).
public struct TypeSizes: Sendable, Hashable {
    /// The size of the finding above the drawing.
    public var title: Double
    /// The size of what stands below the title.
    public var subtitle: Double
    /// Labels and numbers.
    public var body: Double
    /// Ticks, notes, headings of columns, the foot.
    public var small: Double

    /// Sizes in the unit of the drawing, each above 0.
    public init(title: Double, subtitle: Double, body: Double, small: Double) {
        self.title = title
        self.subtitle = subtitle
        self.body = body
        self.small = small
    }

    /// For screens, in pixels.
    public static let screen = TypeSizes(title: 17, subtitle: 13, body: 13, small: 11.5)
    /// For slides of 1,280 × 720 px, which are read from afar.
    public static let slide = TypeSizes(title: 34, subtitle: 21, body: 21, small: 18)
    /// For paper, in points: 7 pt, with nothing under 6 pt.
    public static let paper = TypeSizes(title: 8.5, subtitle: 7, body: 7, small: 6.2)
}

/// Colours, type and line widths of a drawing.
public struct Theme: Sendable, Hashable {
    /// The name in file names: `light`, `dark`, `print`, `slide`.
    public var name: String
    /// The colour of the page, on which hollow marks are filled and contrasts are judged.
    public var page: Colour
    /// Whether the page's colour is painted; if not, the drawing stands on whatever lies behind it.
    public var paintsPage: Bool
    /// Whether the page is dark, which turns ramps of lightness around.
    public var isDark: Bool
    /// The sizes of type, in the unit of the drawing.
    public var type: TypeSizes
    /// The width of axes and outlines, in the unit of the drawing.
    public var lineWidth: Double
    /// The width of decoration.
    public var hairlineWidth: Double
    /// Font families in the order of choice.
    public var fontFamilies: [String]
    /// Whether title, subtitle and foot are drawn; off where a caption beside the drawing says them. The words stay
    /// in the metadata of the file.
    public var showsWords = true
    private var colours: [ColourRole: Colour]

    /// A theme whose colours come from `colour`, which is asked once for each role.
    public init(
        name: String, page: Colour, paintsPage: Bool = true, isDark: Bool, type: TypeSizes, lineWidth: Double,
        hairlineWidth: Double, fontFamilies: [String] = FontCheck.families, colour: (ColourRole) -> Colour
    ) {
        self.name = name
        self.page = page
        self.paintsPage = paintsPage
        self.isDark = isDark
        self.type = type
        self.lineWidth = lineWidth
        self.hairlineWidth = hairlineWidth
        self.fontFamilies = fontFamilies
        colours = Dictionary(uniqueKeysWithValues: ColourRole.allCases.map { ($0, colour($0)) })
    }

    /// The colour of a role.
    public subscript(role: ColourRole) -> Colour {
        get { colours[role] ?? page }
        set { colours[role] = newValue }
    }

    /// Dark ink on white, for screens.
    public static let light = Theme(
        name: "light", page: Colour(hex: 0xFFFFFF), isDark: false, type: .screen, lineWidth: 1, hairlineWidth: 1,
        colour: lightColour)

    /// Light ink on near black, for screens.
    public static let dark = Theme(
        name: "dark", page: Colour(hex: 0x15181C), isDark: true, type: .screen, lineWidth: 1, hairlineWidth: 1,
        colour: darkColour)

    /// For paper: no painted page, type in points, and colours that stay apart in greyscale.
    public static let print = Theme(
        name: "print", page: Colour(hex: 0xFFFFFF), paintsPage: false, isDark: false, type: .paper, lineWidth: 0.5,
        hairlineWidth: 0.25, colour: printColour)

    /// For slides: dark ink on white, large type and strong lines.
    public static let slide = Theme(
        name: "slide", page: Colour(hex: 0xFFFFFF), isDark: false, type: .slide, lineWidth: 1.75, hairlineWidth: 1.25,
        colour: lightColour)

    /// The themes by name.
    public static let all: [Theme] = [.light, .dark, .print, .slide]

    private static func lightColour(_ role: ColourRole) -> Colour {
        switch role {
        case .ink: Colour(hex: 0x1A1D21)
        case .muted: Colour(hex: 0x59626D)
        case .axis: Colour(hex: 0x7A838E)
        case .grid: Colour(hex: 0xDDE2E8)
        case .general: Colour(hex: 0x0A5FA8)
        case .medical: Colour(hex: 0xC2570C)
        case .understanding: Colour(hex: 0x00807A)
        case .reasoning: Colour(hex: 0x7B3FA0)
        case .pass: Colour(hex: 0x1A7F37)
        case .inconclusive: Colour(hex: 0x8A6100)
        case .fail: Colour(hex: 0xB42318)
        }
    }

    /// The light colours with the lightness of each pair that belongs together pulled apart.
    private static func printColour(_ role: ColourRole) -> Colour {
        switch role {
        case .general: Colour(hex: 0x08457D)
        case .medical: Colour(hex: 0xDB7623)
        case .understanding: Colour(hex: 0x00807A)
        case .reasoning: Colour(hex: 0x55236F)
        case .pass: Colour(hex: 0x1F8039)
        case .inconclusive: Colour(hex: 0x735000)
        case .fail: Colour(hex: 0x7A130B)
        default: lightColour(role)
        }
    }

    private static func darkColour(_ role: ColourRole) -> Colour {
        switch role {
        case .ink: Colour(hex: 0xE9ECEF)
        case .muted: Colour(hex: 0xA5AFBA)
        case .axis: Colour(hex: 0x7C8793)
        case .grid: Colour(hex: 0x2C333A)
        case .general: Colour(hex: 0x6CB2F5)
        case .medical: Colour(hex: 0xF5A25D)
        case .understanding: Colour(hex: 0x4FCFC2)
        case .reasoning: Colour(hex: 0xCFA3EE)
        case .pass: Colour(hex: 0x74D48F)
        case .inconclusive: Colour(hex: 0xEBC04F)
        case .fail: Colour(hex: 0xFF8E84)
        }
    }
}
