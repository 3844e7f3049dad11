import Foundation

/// The check of an installation: golden values that ship inside the program.
public enum Verification {
    /// The set that ships inside the program: a few cases of every method.
    public static func shipped() throws(VerificationError) -> GoldenFile {
        try GoldenFile(data: Data(PackageResources.golden_json))
    }
}
