import Foundation

/// The JSON Schema (draft 2020-12) of the findings document.
public enum FindingsSchema {
    /// The schema as JSON text.
    public static var data: Data { Data(PackageResources.findings_schema_json) }
}

/// The JSON Schema (draft 2020-12) of the document that compares releases.
public enum ReleaseSchema {
    /// The schema as JSON text.
    public static var data: Data { Data(PackageResources.releases_schema_json) }
}
