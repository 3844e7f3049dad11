import Charts
import Findings
import Foundation
import Testing

@testable import Report

@Suite("Badges of a study")
struct StudyBadgesTests {
    @Test("are one of the study, and of each model its accuracy and its verdict on each threshold")
    func everyModelHasThem() throws {
        let findings = Fixture.study()
        let badges = try StudyBadges(FindingsIndex(findings))
        #expect(badges.study.badge.message == "10 models · 7 benchmarks")
        #expect(badges.study.file.path == "badges/study.svg")
        for model in findings.models {
            let own = badges.of(model.id)
            let judged = findings.study.thresholds.filter { threshold in
                findings.verdicts.contains { $0.model == model.id && $0.threshold == threshold.id }
            }
            #expect(own.count == 1 + judged.count, "\(model.id)")
            #expect(own.first?.badge.label == "macro accuracy")
            #expect(own.allSatisfy { $0.page == "models/\(model.id).html" })
        }
        #expect(Set(badges.files.map(\.path)).count == badges.files.count)
    }

    @Test("give the estimate with its interval, n, level and method in words")
    func numbersAreWhole() throws {
        let findings = Fixture.study()
        let index = FindingsIndex(findings)
        let model = findings.models[0]
        let estimate = try #require(index.estimate(model.id, on: nil))
        let badge = try #require(try StudyBadges(index).of(model.id).first?.badge)
        #expect(badge.message == Digits.sentence(estimate.estimate, estimate.interval))
        for part in [model.name, badge.message, "95% interval", "n = ", "exact BCa bootstrap", "simulated"] {
            #expect(badge.words.contains(part), "\(part)")
        }
    }

    @Test("say that the study is simulated where its label does, and else nothing")
    func labelsStand() throws {
        let labelled = try StudyBadges(FindingsIndex(Fixture.study()))
        let all = [labelled.study] + Fixture.study().models.flatMap { labelled.of($0.id) }
        #expect(all.allSatisfy { $0.badge.note == "simulated" && $0.badge.words.contains("simulated") })
        let plain = try StudyBadges(FindingsIndex(Variants.single))
        #expect(plain.study.badge.note == nil)
        #expect(plain.of(Variants.single.models[0].id).first?.badge.label.hasPrefix("accuracy on") == true)
    }

    @Test("tell a joint verdict before its parts, and count where nothing joins them")
    func verdictsAreJoined() throws {
        var findings = Fixture.study(models: 1)
        let model = findings.models[0].id
        func verdict(_ benchmark: String?, _ verdict: Verdict, isJoint: Bool) -> VerdictFinding {
            VerdictFinding(
                threshold: "licence", model: model, benchmark: benchmark, isJoint: isJoint, verdict: verdict,
                minimum: 0.6, estimate: 0.5, lower: 0.45, upper: 0.55, alpha: 0.05, passPValue: 1, failPValue: 0.01,
                method: "bca-exact", items: 100, clusters: 100, parts: isJoint ? 2 : 1)
        }
        findings.verdicts = [verdict("slake", .pass, isJoint: false), verdict("pathvqa", .fail, isJoint: false)]
        func badge() throws -> Badge? { try StudyBadges(FindingsIndex(findings)).of(model).last?.badge }
        #expect(try badge()?.message == "1 of 2 pass")
        #expect(try badge()?.mark == nil)
        findings.verdicts.append(verdict(nil, .fail, isJoint: true))
        #expect(try badge()?.message == "fail")
        #expect(try badge()?.mark == .fail)
        #expect(try badge()?.words.contains("the weakest of 2 parts stands at 50.0% with one-sided bounds") == true)
    }
}
