/// What the name of a model says: `Qwen/Qwen2.5-VL-72B-Instruct-AWQ` is of the family Qwen2.5-VL by Qwen, has 72 billion
/// parameters, is instruction-tuned and quantised.
///
/// Names of one model give one identifier: case, signs, the organisation that releases the family and the service that
/// hosts it do not matter. Whatever may be another model stays apart: sizes, quantisations, dated releases, thinking and
/// base weights, copies by others. `Instruct` is left out only for families without other weights.
public struct ModelName: Sendable, Equatable {
    /// The identifier, safe in file names and addresses.
    public let id: String
    /// The name as it is shown, or nil for a model of no known family.
    public private(set) var name: String?
    /// Who releases the model, as the name says.
    public private(set) var organisation: String?
    /// The family with its version, such as `Qwen2.5-VL`.
    public private(set) var family: String?
    /// The version in the family's name, such as `2.5`.
    public private(set) var version: String?
    /// `medical` for families made for medicine, `general` for others; nil if the name does not settle it.
    public private(set) var kind: String?
    /// The number of parameters, all experts counted.
    public private(set) var parameters: Double?
    /// The words that tell versions of one size apart, such as `instruct` or `thinking`.
    public private(set) var variants: [String] = []
    /// The quantisation, such as `awq` or `4bit`.
    public private(set) var quantisation: String?
    /// The date of the release, ISO 8601, if the name gives it in full.
    public private(set) var date: String?

    /// Changes whenever the same name may be read otherwise, so that stored logs are read anew.
    static let rulesFingerprint = "1-" + String(NameResolver.hash(PackageResources.models_toml), radix: 16)

    /// Reads a name as a log gives it.
    public init(_ text: String) {
        let known = ModelFamilies.known
        let address = ModelAddress(text, known: known)
        guard let root = ModelRoot(address.model, known: known) else {
            id = NameResolver.slug(text)
            organisation = address.organisation
            return
        }
        let rest = NameRest(root.rest, known: known)
        let isOwned = address.isOwned(by: root.family)
        var segments = rest.segments
        if root.isAtStart, known.instructOnly.contains(root.familyName) {
            segments.removeAll { ["instruct", "it", "chat"].contains($0) }
        }
        let own =
            root.isAtStart
            ? NameResolver.slug(([root.shown] + segments).joined(separator: "-")) : NameResolver.slug(address.model)
        id =
            if let packager = address.packager { packager + "-" + own } else if isOwned { own } else {
                NameResolver.slug(text)
            }
        organisation = address.organisation ?? (isOwned ? root.family.organisations.first : nil)
        family = root.familyName
        version = root.version
        parameters = rest.parameters ?? known.total(id: own)
        variants = rest.variants
        quantisation = rest.quantisation
        date = rest.date
        if root.family.kind == "medical" {
            kind = "medical"
        } else if isOwned || address.packager != nil, !rest.hasUnknownWords {
            kind = root.family.kind
        }
        if root.isAtStart, isOwned || address.packager != nil {
            name = ([root.shown] + segments.map { Self.shown($0, words: known.words) }).joined(separator: "-")
        }
    }

    private static func shown(_ segment: String, words: [String: String]) -> String {
        if let word = words[segment] { return word }
        if segment.hasSuffix("bit") { return segment }
        let isSize = segment.first?.isNumber == true && "bmt".contains(segment.last ?? " ")
        return isSize || NameRest.isActiveSize(segment) || NameRest.isQuantisation(segment)
            ? segment.uppercased() : segment
    }
}

/// The parts of a name before the model: services, packagers, organisations.
struct ModelAddress {
    var model: String
    var organisation: String?
    var packager: String?
    private var unknown: [String] = []
    private var owners: [String] = []

    init(_ text: String, known: ModelFamilies) {
        // lm-evaluation-harness writes `__` for the slash in the names of folders.
        var steps = text.replacing("__", with: "/").split(separator: "/").map(String.init)
        model = steps.popLast() ?? text
        while let separator = model.firstIndex(where: { ":_-".contains($0) }) {
            guard let end = Self.prefix(of: model, from: separator, known: known) else { break }
            steps.append(String(model[..<end]))
            model = String(model[model.index(after: end)...])
        }
        for step in steps {
            let name = step.lowercased()
            if known.packagers.contains(name) {
                packager = name
            } else if known.organisations.contains(name) {
                organisation = step
                owners.append(name)
            } else if !known.routes.contains(name) {
                organisation = step
                unknown.append(name)
            }
        }
    }

    /// The end of an organisation or packager that stands before the model with `:`, `_` or, for packagers, `-`.
    private static func prefix(of model: String, from first: String.Index, known: ModelFamilies) -> String.Index? {
        for end in model[first...].indices where ":_-".contains(model[end]) {
            let name = model[..<end].lowercased()
            let rest = model[model.index(after: end)...]
            guard !rest.isEmpty else { return nil }
            let sign = model[end]
            if known.packagers.contains(name) { return end }
            if sign != "-", known.organisations.contains(name) || known.routes.contains(name),
                sign == ":" || known.family(at: 0, of: NamePart.parts(String(rest)), where: { _ in true }) != nil
            {
                return end
            }
        }
        return nil
    }

    /// Whether the model is the family's own: nobody is named, or a host, or who releases it.
    func isOwned(by family: ModelFamilies.Family) -> Bool {
        // A service may carry the name of an organisation (`openai/azure`), so one owner among hosts is enough.
        let names = Set(family.organisations.map { $0.lowercased() })
        return unknown.isEmpty && (owners.isEmpty || owners.contains(where: names.contains))
    }
}
