/// The units that may follow a number, and their canonical names.
enum Units {
    private static let names: [String: String] = {
        let groups: [(String, String)] = [
            ("%", "% percent pct per-cent prozent porcentaje"), ("permille", "permille"),
            ("g", "g gram grams gm gms gramm"),
            ("kg", "kg kgs kilogram kilograms kilo kilos"), ("mg", "mg mgs milligram milligrams"),
            ("ug", "ug mcg microgram micrograms"), ("ng", "ng nanogram nanograms"), ("pg", "pg"), ("fg", "fg"),
            ("lb", "lb lbs pound pounds"),
            ("l", "l liter liters litre litres"), ("dl", "dl"), ("cl", "cl"),
            ("ml", "ml milliliter milliliters millilitre millilitres cc"),
            ("ul", "ul"), ("fl", "fl"), ("m", "m meter meters metre metres"), ("km", "km"),
            ("cm", "cm centimeter centimeters centimetre centimetres"),
            ("mm", "mm millimeter millimeters millimetre millimetres"), ("um", "um micron microns"), ("nm", "nm"),
            ("in", "inch inches"),
            ("cm2", "cm2 cm^2"), ("mm2", "mm2 mm^2"), ("m2", "m2 m^2"), ("cm3", "cm3 cm^3"), ("mm3", "mm3 mm^3"),
            ("m3", "m3 m^3"),
            ("s", "s sec secs second seconds"), ("ms", "ms msec msecs millisecond milliseconds"),
            ("min", "min mins minute minutes"), ("h", "h hr hrs hour hours"), ("day", "d day days"),
            ("week", "wk wks week weeks"),
            ("month", "month months mo mos"), ("year", "y yr yrs year years"), ("beat", "beat beats"),
            ("breath", "breath breaths"),
            ("beat/min", "bpm"), ("mmhg", "mmhg"), ("cmh2o", "cmh2o"), ("kpa", "kpa"), ("pa", "pa"), ("atm", "atm"),
            ("mol", "mol mole moles"), ("mmol", "mmol"), ("umol", "umol"), ("nmol", "nmol"), ("pmol", "pmol"),
            ("meq", "meq"), ("osm", "osm"),
            ("mosm", "mosm"), ("iu", "iu"), ("u", "u unit units"), ("miu", "miu"), ("mu", "mu"), ("hz", "hz"),
            ("khz", "khz"), ("mhz", "mhz"),
            ("gy", "gy"), ("cgy", "cgy"), ("mgy", "mgy"), ("sv", "sv"), ("msv", "msv"), ("bq", "bq"), ("mbq", "mbq"),
            ("mci", "mci"),
            ("j", "j joule joules"), ("kj", "kj"), ("cal", "cal"), ("kcal", "kcal kcals"), ("v", "v volt volts"),
            ("a", "amp amps ampere amperes"), ("mv", "mv"), ("kv", "kv"), ("kvp", "kvp"),
            ("ma", "ma"), ("mas", "mas"), ("w", "w watt watts"), ("ohm", "ohm ohms"), ("mbps", "mbps"),
            ("kbps", "kbps"), ("hp", "hp"), ("psi", "psi"), ("ft", "ft foot feet"), ("mile", "mile miles"), ("n", "n"),
            ("t", "tesla"), ("degc", "degc celsius"), ("degf", "degf fahrenheit"),
            ("deg", "deg degree degrees"), ("hu", "hu"), ("copies", "copies"), ("cell", "cell cells"),
            ("dose", "dose doses"),
            ("time", "times"), ("fold", "fold"), ("point", "point points"), ("dollar", "dollar dollars usd"),
            ("eur", "eur euro euros"),
        ]
        var names: [String: String] = [:]
        for (name, spellings) in groups {
            for spelling in spellings.split(separator: " ") { names[String(spelling)] = name }
        }
        return names
    }()
    /// The longest spelling in bytes.
    private static let longest = 12

    /// Reads a unit such as `mg`, `mg/kg/day`, `beats per minute` or `%` at a position.
    static func read(_ text: ByteText, at start: Int) -> (unit: String, end: Int)? {
        guard var unit = atom(text, at: start) else { return nil }
        for _ in 0..<3 {
            var next = unit.end
            while text[next] == 0x20 { next += 1 }
            if text[next] == .of("/") {
                next += 1
            } else if text.matches(per, at: next) {
                next += per.count
            } else {
                break
            }
            while text[next] == 0x20 { next += 1 }
            guard let further = atom(text, at: next) else { break }
            unit = (unit.unit + "/" + further.unit, further.end)
        }
        return unit
    }

    private static let per = Array("per ".utf8)

    private static func atom(_ text: ByteText, at start: Int) -> (unit: String, end: Int)? {
        if text[start] == .of("%") { return ("%", start + 1) }
        var end = start
        while end - start <= longest, text.lower(end).isLetterOrDigit || (text[end] == .of("^") && end > start) {
            end += 1
        }
        guard end > start, text[start].isLetter, end - start <= longest, !text.isWordByte(end) else { return nil }
        return names[String(decoding: text.part(start..<end).bytes, as: UTF8.self).lowercased()].map { ($0, end) }
    }
}
