/// The module or library that a symbol belongs to, from its mangled name.
enum SymbolModule {
    /// Swift names begin with `$s` and the length and name of their module; C++ names with `_ZN` and a namespace.
    static func name(of symbol: Substring) -> String {
        if symbol.hasPrefix("$s") {
            return swiftModule(symbol.dropFirst(2)) ?? "Swift, generic code and thunks"
        }
        if symbol.hasPrefix("_Z") || symbol.hasPrefix("_ZT") {
            for (part, library) in libraries where symbol.contains(part) { return library }
            return "C++, other"
        }
        return symbol.hasPrefix("acuity_") ? "C bridges and kernels" : "C and unnamed"
    }

    private static let libraries = [
        ("5boost", "Boost.Math"), ("3CLI", "CLI11"), ("4toml", "toml++"), ("8mustache", "mustache"),
        ("8simdjson", "simdjson"), ("St", "C++ standard library"),
    ]

    private static func swiftModule(_ mangled: Substring) -> String? {
        let digits = mangled.prefix { $0.isNumber }
        if let length = Int(digits), length > 0 {
            let name = mangled.dropFirst(digits.count).prefix(length)
            return name.count == length ? String(name) : nil
        }
        // A name that begins with a word of the standard library, such as an extension of Array.
        return mangled.first == "S" ? "Swift, code about its standard library" : nil
    }
}
