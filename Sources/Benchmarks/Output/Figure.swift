import Foundation

/// Figures as text, with as many digits as a measurement on a busy machine deserves.
enum Figure {
    /// Such as `12.3 ms` or `4.56 s`.
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<0.001: significant(seconds * 1e6) + " µs"
        case ..<1: significant(seconds * 1000) + " ms"
        default: significant(seconds) + " s"
        }
    }

    /// Such as `123 MB`.
    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1000: "\(count) B"
        case ..<1_000_000: significant(Double(count) / 1000) + " kB"
        case ..<1_000_000_000: significant(Double(count) / 1e6) + " MB"
        default: significant(Double(count) / 1e9) + " GB"
        }
    }

    /// Such as `740 MB/s`.
    static func rate(_ bytes: Int, in seconds: Double) -> String {
        significant(Double(bytes) / seconds / 1e6) + " MB/s"
    }

    /// Such as `3.4`: how many times as large one is as the other.
    static func ratio(_ value: Double, to reference: Double) -> String { significant(value / reference) }

    /// Such as `1,000,000`.
    static func count(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
        }.joined()
    }

    /// Three digits, and all before the point.
    static func significant(_ value: Double) -> String {
        let magnitude = abs(value)
        let decimals = magnitude >= 99.95 || magnitude == 0 ? 0 : magnitude >= 9.995 ? 1 : magnitude >= 0.09995 ? 2 : 4
        return String(format: "%.\(decimals)f", value)
    }
}
