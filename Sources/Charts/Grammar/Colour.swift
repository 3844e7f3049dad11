import Foundation

/// An opaque colour in sRGB, each part in [0, 1].
///
/// Opaque on purpose: paper wants flat colours rather than transparency groups, so faint colours are mixed beforehand.
public struct Colour: Sendable, Hashable {
    /// The share of red, in [0, 1].
    public var red: Double
    /// The share of green, in [0, 1].
    public var green: Double
    /// The share of blue, in [0, 1].
    public var blue: Double

    /// A colour of three shares in [0, 1], which are not checked.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from six hexadecimal digits, as `0x0A5FA8`.
    public init(hex: UInt32) {
        red = Double((hex >> 16) & 0xFF) / 255
        green = Double((hex >> 8) & 0xFF) / 255
        blue = Double(hex & 0xFF) / 255
    }

    /// `#RRGGBB`, each part rounded to a byte.
    public var hexString: String {
        "#"
            + [red, green, blue].map { part in
                let byte = String(Int((min(1, max(0, part)) * 255).rounded()), radix: 16, uppercase: true)
                return byte.count == 1 ? "0" + byte : byte
            }.joined()
    }

    /// Relative luminance in [0, 1] (WCAG 2.2).
    public var relativeLuminance: Double {
        let (red, green, blue) = linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio against another colour, from 1 to 21 (WCAG 2.2). Symmetric.
    public func contrast(with other: Colour) -> Double {
        let (first, second) = (relativeLuminance, other.relativeLuminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The colour a share of the way from this one to another, mixed in OKLab.
    public func mixed(with other: Colour, share: Double) -> Colour {
        let (from, to) = (OKLab(self), OKLab(other))
        return OKLab(
            lightness: from.lightness + (to.lightness - from.lightness) * share, a: from.a + (to.a - from.a) * share,
            b: from.b + (to.b - from.b) * share
        ).colour
    }

    /// The parts without the transfer curve of sRGB.
    var linear: (red: Double, green: Double, blue: Double) {
        func decode(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return (decode(red), decode(green), decode(blue))
    }

    /// A colour from linear parts, brought into sRGB by clipping.
    init(linearRed: Double, green: Double, blue: Double) {
        func encode(_ part: Double) -> Double {
            let clipped = min(1, max(0, part))
            return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * pow(clipped, 1 / 2.4) - 0.055
        }
        self.init(red: encode(linearRed), green: encode(green), blue: encode(blue))
    }
}
