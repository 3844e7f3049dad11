import Foundation

/// A colour in OKLab (Ottosson 2020): equal steps look about equally large.
public struct OKLab: Sendable, Hashable {
    /// From 0 (black) to 1 (white).
    public var lightness: Double
    /// Green (negative) to red.
    public var a: Double
    /// Blue (negative) to yellow.
    public var b: Double

    /// A colour by its coordinates, which may lie outside of what a screen can show.
    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// The coordinates of a colour of sRGB.
    public init(_ colour: Colour) {
        let (red, green, blue) = colour.linear
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    }

    /// A colour by lightness, chroma and hue in degrees, its chroma lowered until sRGB can show it.
    public init(lightness: Double, chroma: Double, hueInDegrees: Double) {
        let angle = hueInDegrees * .pi / 180
        var kept = chroma
        repeat {
            self.init(lightness: lightness, a: kept * cos(angle), b: kept * sin(angle))
            kept *= 0.97
        } while !isInGamut && kept > 0.001
    }

    /// The nearest colour of sRGB by clipping.
    public var colour: Colour {
        let (red, green, blue) = linearParts
        return Colour(linearRed: red, green: green, blue: blue)
    }

    /// The Euclidean distance times 100, so that black and white are 100 apart.
    public func distance(to other: OKLab) -> Double {
        let (lightness, a, b) = (self.lightness - other.lightness, self.a - other.a, self.b - other.b)
        return 100 * (lightness * lightness + a * a + b * b).squareRoot()
    }

    private var isInGamut: Bool {
        let (red, green, blue) = linearParts
        return [red, green, blue].allSatisfy { $0 >= -0.0005 && $0 <= 1.0005 }
    }

    private var linearParts: (Double, Double, Double) {
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let middle = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
        )
    }
}
