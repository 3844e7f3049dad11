import Foundation
import Testing

@testable import Charts

@Suite("Colours")
struct ColourTests {
    @Test("Each role has the contrast it needs on its page", arguments: Theme.all, ColourRole.allCases)
    func contrast(theme: Theme, role: ColourRole) {
        #expect(theme[role].contrast(with: theme.page) >= role.requiredContrast)
    }

    @Test("Words in the colours of roles can be read", arguments: Theme.all)
    func coloredWords(theme: Theme) {
        for role in [ColourRole.understanding, .reasoning] {
            #expect(theme[role].contrast(with: theme.page) >= 4.5)
        }
    }

    @Test("Known contrasts")
    func known() {
        #expect(abs(Colour(hex: 0x000000).contrast(with: Colour(hex: 0xFFFFFF)) - 21) < 1e-9)
        #expect(abs(Colour(hex: 0x767676).contrast(with: Colour(hex: 0xFFFFFF)) - 4.54) < 0.005)
    }

    @Test(
        "OKLab and back is the same colour", arguments: [0x0A5FA8, 0xC2570C, 0x15181C, 0xFFFFFF, 0x00807A] as [UInt32])
    func roundTrip(hex: UInt32) {
        let colour = Colour(hex: hex)
        #expect(OKLab(colour).colour.hexString == colour.hexString)
    }

    @Test("General and medical stay apart without one kind of cone", arguments: Theme.all, Deficiency.allCases)
    func colourBlind(theme: Theme, deficiency: Deficiency) {
        let first = OKLab(deficiency.seen(theme[.general]))
        let second = OKLab(deficiency.seen(theme[.medical]))
        #expect(first.distance(to: second) >= 21)
    }

    @Test(
        "On paper without colours each pair of roles stays apart by lightness",
        arguments: [
            [ColourRole.general, .medical], [.understanding, .reasoning], [.pass, .inconclusive, .fail],
        ])
    func greyscale(roles: [ColourRole]) {
        // Lightness L* of CIELAB (1976) from the relative luminance.
        let lightness = roles.map { role -> Double in
            let luminance = Theme.print[role].relativeLuminance
            return luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
        }.sorted()
        for (darker, lighter) in zip(lightness, lightness.dropFirst()) { #expect(lighter - darker >= 10) }
    }

    @Test("A cell's number stands out from its cell", arguments: [true, false])
    func cellNumbers(isDark: Bool) {
        let ramp = HeatRamp(values: [0, 1], limits: 0...1, isDark: isDark)
        for step in 0...100 {
            let cell = ramp.colour(at: Double(step) / 100)
            #expect(cell.contrast(with: HeatRamp.inkColour(on: cell)) >= 4.5)
        }
    }

    @Test("The ramp is even in lightness and runs away from the page", arguments: [true, false])
    func ramp(isDark: Bool) {
        let ramp = HeatRamp(values: [0.203, 0.857], limits: 0...1, isDark: isDark)
        #expect(ramp.domain.lowerBound == 0.2)
        #expect(ramp.domain.contains(0.857))
        let lightness = (0...20).map { OKLab(ramp.colour(at: Double($0) / 20)).lightness }
        for (first, second) in zip(lightness, lightness.dropFirst()) {
            let step = (lightness[20] - lightness[0]) / 20
            #expect(abs(second - first - step) < 0.006)
            #expect((second > first) == isDark)
        }
    }
}

/// What is seen without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB.
enum Deficiency: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    func seen(_ colour: Colour) -> Colour {
        let (red, green, blue) = colour.linear
        let rows: [[Double]] =
            switch self {
            case .protanopia:
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            case .deuteranopia:
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            case .tritanopia:
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        let parts = rows.map { $0[0] * red + $0[1] * green + $0[2] * blue }
        return Colour(linearRed: parts[0], green: parts[1], blue: parts[2])
    }
}

@Suite("Ramps of close values")
struct CloseRampTests {
    @Test("Values within one point do not take the whole ramp, and limits are kept", arguments: [0.5, 0.0, 1.0])
    func closeValues(value: Double) {
        let ramp = HeatRamp(values: [value, value], limits: 0...1, isDark: false)
        #expect(ramp.domain.upperBound - ramp.domain.lowerBound >= HeatRamp.leastSpan / 2)
        #expect(ramp.domain.lowerBound >= 0 && ramp.domain.upperBound <= 1 && ramp.domain.contains(value))
    }
}
