import Foundation
import Statistics

/// What a user wants to know before a study.
struct StudyPlan {
    /// One question with its answer.
    struct Answer: Codable {
        /// `threshold`, `width`, `difference`, or what given items show: `expected-interval`, `threshold-power`,
        /// `detectable-difference`.
        var question: String
        /// The items needed; nil where no number suffices, or the question is another.
        var items: Int?
        /// The power, the width or the difference that was asked for.
        var value: Double?
        var sentence: String
    }

    private let accuracy: Double
    private let threshold: Double?
    private let width: Double?
    private let difference: Double?
    private let disagreement: Double?
    private let items: Int?
    private let level: Double
    private let alpha: Double
    private let power: Double
    private let designEffect: Double

    init(_ invocation: Invocation) throws {
        func number(_ name: String, in range: ClosedRange<Double>, isOpen: Bool = true) throws -> Double? {
            guard let text = invocation.value(name) else { return nil }
            guard let value = Double(text),
                isOpen ? value > range.lowerBound && value < range.upperBound : range.contains(value)
            else {
                throw UsageError(
                    "--\(name): expected a number from \(range.lowerBound) to \(range.upperBound); found `\(text)`")
            }
            return value
        }
        threshold = try number("threshold", in: 0...1)
        width = try number("width", in: 0...1)
        difference = try number("difference", in: -1...1).map(abs)
        disagreement = try number("disagreement", in: 0...1)
        items = try number("items", in: 1...Double(SampleSize.largest), isOpen: false).map { Int($0) }
        level = try number("level", in: 0...1) ?? 0.95
        alpha = try number("alpha", in: 0...0.5) ?? 0.05
        power = try number("power", in: 0...1) ?? 0.8
        designEffect = try number("design-effect", in: 1...1000, isOpen: false) ?? 1
        guard let expected = try number("accuracy", in: 0...1) else {
            throw UsageError("--accuracy: expected the accuracy that is expected, such as 0.7; found none")
        }
        accuracy = expected
        if difference == 0 { throw UsageError("--difference: expected a number that is not 0; found `0`") }
        if let difference, let disagreement, disagreement < difference {
            throw UsageError(
                "--disagreement: expected at least the difference, \(difference); found `\(disagreement)`. "
                    + "Items that only one model gets right make up the difference.")
        }
    }

    /// Where nothing is said, two models disagree as often as if they were right independently.
    private func disagreement(at difference: Double) -> Double {
        let other = max(0.001, min(0.999, accuracy - difference))
        return max(difference, disagreement ?? accuracy * (1 - other) + other * (1 - accuracy))
    }

    /// Items as many as independent ones.
    private var effectiveItems: Int? { items.map { max(1, Int(Double($0) / designEffect)) } }

    func answers() -> [Answer] { needed() + shown() }

    private func needed() -> [Answer] {
        var answers: [Answer] = []
        if let threshold {
            let size = SampleSize.forThreshold(
                threshold, accuracy: accuracy, alpha: alpha, power: power, designEffect: designEffect)
            let verdict = accuracy > threshold ? "pass" : "fail"
            answers.append(
                Answer(
                    question: "threshold", items: size, value: threshold,
                    sentence: size.map {
                        "\($0) items: an accuracy of \(accuracy) will \(verdict) the threshold \(threshold) with power "
                            + "\(power) at a one-sided error rate of \(alpha) (exact binomial test)."
                    } ?? "No number of items tells an accuracy of \(accuracy) from the threshold \(threshold)."))
        }
        if let width {
            let size = SampleSize.forWidth(width, accuracy: accuracy, level: level, designEffect: designEffect)
            answers.append(
                Answer(
                    question: "width", items: size, value: width,
                    sentence: size.map {
                        "\($0) items: the \(level) interval of an accuracy of \(accuracy) is at most \(width) wide."
                    } ?? "More than \(SampleSize.largest) items for an interval of width \(width)."))
        }
        if let difference {
            let disagreement = disagreement(at: difference)
            let size = SampleSize.forDifference(
                onlyFirst: (disagreement + difference) / 2, onlySecond: (disagreement - difference) / 2, alpha: alpha,
                power: power, designEffect: designEffect)
            answers.append(
                Answer(
                    question: "difference", items: size, value: difference,
                    sentence: size.map {
                        "\($0) items: a difference of \(difference) between two models that disagree on a share of "
                            + "\(Self.short(disagreement)) is seen with power \(power) at a two-sided error rate of \(alpha) "
                            + "(exact McNemar test)."
                    } ?? "More than \(SampleSize.largest) items for a difference of \(difference)."))
        }
        return answers
    }

    private func shown() -> [Answer] {
        guard let items, let size = effectiveItems else { return [] }
        let interval = Blaker.interval(
            correct: Int((Double(size) * accuracy).rounded()), size: size, level: level)
        var answers = [
            Answer(
                question: "expected-interval", items: items, value: interval.width,
                sentence: "\(items) items at an accuracy of \(accuracy): the \(level) interval is about "
                    + "[\(Self.short(interval.lower)), \(Self.short(interval.upper))].")
        ]
        if let threshold {
            let power = SampleSize.thresholdPower(size: size, accuracy: accuracy, threshold: threshold, alpha: alpha)
            answers.append(
                Answer(
                    question: "threshold-power", items: items, value: power,
                    sentence:
                        "\(items) items tell an accuracy of \(accuracy) from the threshold \(threshold) with power "
                        + "\(Self.short(power))."))
        }
        let disagreement = disagreement(at: difference ?? 0)
        let detectable = Power.minimalDetectableDifference(
            size: size, variance: disagreement, alpha: alpha, power: power)
        answers.append(
            Answer(
                question: "detectable-difference", items: items, value: detectable,
                sentence:
                    "\(items) items show a difference of \(Self.short(detectable)) or more between two models that disagree "
                    + "on a share of \(Self.short(disagreement)), with power \(power)."))
        return answers
    }

    private static func short(_ value: Double) -> String {
        String(format: "%.4f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
