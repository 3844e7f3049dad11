import Statistics
import Testing

@Suite("Power") struct PowerTests {
    @Test(
        "the power of the exact McNemar test is that of all outcomes summed",
        arguments: [
            (60, 0.2, 0.05, 0.05), (60, 0.1, 0.1, 0.05), (9, 0.4, 0.0, 0.0625), (150, 0.0, 0.2, 0.01),
            (1, 0.5, 0.1, 0.05), (400, 0.6, 0.4, 0.05),
        ])
    func mcNemar(size: Int, onlyFirst: Double, onlySecond: Double, alpha: Double) {
        var power = 0.0
        let discordant = onlyFirst + onlySecond
        for trials in 1...size {
            let weight = Binomial.mass(trials, trials: size, probability: discordant)
            for wins in 0...trials where McNemar.test(onlyFirst: wins, onlySecond: trials - wins).exact <= alpha {
                power += weight * Binomial.mass(wins, trials: trials, probability: onlyFirst / discordant)
            }
        }
        let computed = Power.mcNemar(size: size, onlyFirst: onlyFirst, onlySecond: onlySecond, alpha: alpha)
        #expect(abs(computed - power) < 1e-12, "\(computed), not \(power)")
    }
}
