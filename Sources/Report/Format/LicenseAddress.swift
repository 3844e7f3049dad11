/// Where the texts of well-known licences stand, by their SPDX identifiers.
enum LicenseAddress {
    /// The address of a licence's text; nil for what is no identifier known here.
    static func of(_ license: String?) -> String? { license.flatMap { known[$0] } }

    private static let known: [String: String] = {
        var known = [
            "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
            "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
            "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
            "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
        ]
        for kind in ["BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND"] {
            for version in ["3.0", "4.0"] {
                known["CC-\(kind)-\(version)"] =
                    "https://creativecommons.org/licenses/\(kind.lowercased())/\(version)/"
            }
        }
        let software = [
            "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EUPL-1.2", "GPL-2.0-only", "GPL-3.0-only",
            "GPL-3.0-or-later", "ISC", "LGPL-3.0-only", "MIT", "MPL-2.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0",
        ]
        for name in software { known[name] = "https://spdx.org/licenses/\(name).html" }
        return known
    }()
}
