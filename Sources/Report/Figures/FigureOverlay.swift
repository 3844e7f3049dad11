import Charts
import Foundation

/// The marks of a drawing as links above it: the drawing is a picture, and what can be pointed at lies over it.
enum FigureOverlay {
    /// Beyond this many marks a drawing has no links above it; its table tells the same.
    static let maximumCount = 600

    /// What the template needs for one drawing, or nil where it has no marks or too many.
    static func value(_ variant: SiteFigures.Variant) -> TemplateValue? {
        guard !variant.targets.isEmpty, variant.targets.count <= maximumCount else { return nil }
        return [
            "width": TemplateValue(variant.width), "height": TemplateValue(variant.height),
            "targets": .list(
                variant.targets.map { target in
                    [
                        "x": rounded(target.x), "y": rounded(target.y), "width": rounded(target.width),
                        "height": rounded(target.height), "words": .text(target.label),
                        "link": TemplateValue(target.link),
                    ]
                }),
        ]
    }

    /// A length in whole pixels: nobody points more finely.
    private static func rounded(_ length: Double) -> TemplateValue { TemplateValue(Int(length.rounded())) }
}
