import Foundation

/// The exponent b of y ≈ a·xᵇ.
enum Exponent {
    /// The slope of the least-squares line through (log x, log y).
    static func of(_ values: [Double], over sizes: [Double]) -> Double {
        let points = zip(sizes, values).map { (x: log($0), y: log($1)) }
        let count = Double(points.count)
        let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        let covariance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
        let variance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
        return covariance / variance
    }
}
