/// What the name of a field says of a measure of a prediction beside its score, such as its latency.
///
/// A unit is part of the name or is not told. A name whose meaning is open (`time`, `tokens`, `duration`, which may be
/// that of a video) is none.
enum MeasureName {
    /// The words of a name without case and signs: `elapsedMs` and `Elapsed (ms)` are both `elapsed` and `ms`.
    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            let isPart = character.isLetter || character.isNumber
            if !isPart || (character.isUppercase && wasLower), !word.isEmpty {
                words.append(word)
                word = ""
            }
            if isPart { word += character.lowercased() }
            wasLower = character.isLowercase
        }
        return word.isEmpty ? words : words + [word]
    }

    /// The length of each unit, in seconds.
    private static let units: [String: Double] = [
        "ns": 1e-9, "nanoseconds": 1e-9, "us": 1e-6, "microseconds": 1e-6, "ms": 1e-3, "msec": 1e-3, "msecs": 1e-3,
        "millis": 1e-3, "millisecond": 1e-3, "milliseconds": 1e-3, "s": 1, "sec": 1, "secs": 1, "second": 1,
        "seconds": 1, "min": 60, "mins": 60, "minutes": 60,
    ]
    /// What the time of a prediction is called.
    private static let times: Set<String> = [
        "latency", "responselatency", "modellatency", "apilatency", "responsetime", "inferencetime", "generationtime",
        "elapsedtime", "timeelapsed", "elapsed", "timetaken",
    ]
    /// What may be another time where it brings no unit.
    private static let timesWithUnit = times.union([
        "time", "duration", "runtime", "totaltime", "inference", "generation", "completiontime", "walltime",
    ])
    private static let tokens: Set<String> = [
        "outputtokens", "completiontokens", "generatedtokens", "responsetokens", "tokensoutput", "tokensout",
        "outputtokencount", "completiontokencount", "outputtokenscount", "numoutputtokens", "numcompletiontokens",
        "numgeneratedtokens", "noutputtokens", "ncompletiontokens",
    ]
    private static let costs: Set<String> = [
        "cost", "costusd", "usdcost", "costeur", "totalcost", "totalcostusd", "apicost", "apicostusd", "modelcost",
        "modelcostusd", "costdollars", "callcost", "callcostusd", "requestcost", "requestcostusd",
    ]
    /// The objects in which the model's own measures lie; in others, such as `judge`, they are another's.
    private static let parents: Set<String> = [
        "usage", "tokenusage", "tokens", "meta", "metadata", "metrics", "performance", "perf", "perfmetrics", "stats",
        "timing", "timings", "response", "output", "modeloutput", "prediction", "result",
    ]

    /// The seconds that a number in a field of this name stands for; nil if the name brings no unit.
    static func seconds(_ name: String) -> Double? { split(name).unit }

    private static func split(_ name: String) -> (base: String, unit: Double?) {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        var words = words(last)
        var unit: Double?
        if words.count > 1 {
            if let found = units[words[words.count - 1]] {
                unit = found
                words.removeLast()
            } else if let found = units[words[0]] {
                unit = found
                words.removeFirst()
            }
        }
        if unit != nil, words.last == "in" { words.removeLast() }
        return (words.joined(), unit)
    }

    /// Whether the field lies in the row itself or in an object of the model's own measures.
    private static func isOwn(_ name: String) -> Bool {
        name.split(separator: ".").dropLast().allSatisfy { parents.contains(words(String($0)).joined()) }
    }

    /// Whether a field holds the time from asking to the whole prediction, as far as its name tells.
    static func isLatency(_ name: String) -> Bool {
        let (base, unit) = split(name)
        return isOwn(name) && (unit == nil ? times : timesWithUnit).contains(base)
    }

    /// Whether a field holds the number of tokens that the model wrote.
    static func isOutputTokens(_ name: String) -> Bool { isOwn(name) && tokens.contains(FieldGuess.folded(name)) }

    /// Whether a field holds the price of a prediction.
    static func isCost(_ name: String) -> Bool { isOwn(name) && costs.contains(FieldGuess.folded(name)) }
}
