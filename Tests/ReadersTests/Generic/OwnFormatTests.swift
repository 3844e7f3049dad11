import Foundation
import Records
import Testing

@testable import Readers

@Suite("Formats that projects made for themselves") struct OwnFormatTests {
    private let space: Workspace

    init() throws { space = try Workspace() }

    private func reasons(_ name: String, _ text: String) throws -> [String] {
        try space.write(name, text)
        let listing = LogFinder().find([space.folder.path])
        #expect(listing.logs.isEmpty)
        return listing.passedOver.map(\.reason)
    }

    @Test("fields named after one thing are a prediction and its gold") func pairs() throws {
        for (header, row) in [
            ("Index,True_Acuity,Predicted_Acuity", "7,3,4"), ("id,Acuity,Estimated_Acuity", "7,3,4"),
            ("index,original_gt,original_pred", "7,3,4"), ("idx,y_true,y_pred", "7,3,4"),
        ] {
            let sink = try space.read(space.write("p.csv", "\(header)\n\(row)\n"))
            #expect(sink.predictions.map(\.text) == ["4"] && sink.predictions.map(\.targets) == [["3"]])
            #expect(sink.predictions.map(\.item) == ["7"])
        }
        #expect(FieldPair.all(in: ["model", "correct", "predicted_prob", "true_prob", "model_id", "gold_id"]).isEmpty)
    }

    @Test("a prediction and a gold without one value in common yield to a pair that has some") func agreement() throws {
        let sink = try space.read(
            space.write(
                "p.csv", "id,label,model_pred,gt_binary,pred_binary\n1,brain tumor,disease,1,1\n2,glioma,normal,1,0\n"))
        #expect(sink.predictions.map(\.text) == ["1", "0"] && sink.predictions.map(\.targets) == [["1"], ["1"]])
    }

    @Test("figures with a row a model are no log, nor are the wrong answers of one") func figures() throws {
        #expect(
            try reasons("a/summary.csv", "model,year,total,correct,accuracy\ngpt-4,2022,75,36,0.48\n")
                == ["figures of whole runs without their items"])
        #expect(
            try reasons("a/wrong_answers.csv", "id,model_answer,correct_answer,is_correct\n1,A,B,False\n").contains {
                $0.contains("selection")
            })
    }

    @Test("right and wrong go before points, and points are no percentages") func points() throws {
        let sink = try space.read(
            space.write("p.csv", "id,prediction,gold,is_correct,score\n1,a,a,True,3\n2,b,c,False,0\n3,d,d,True,1\n"))
        #expect(sink.runs[0].metrics.map(\.name) == ["is_correct", "score"])
        #expect(sink.runs[0].metrics.map(\.scale) == [1, 5])
        #expect(sink.predictions[0].scores.map(\.value) == [1, 0.6])
        let percent = try space.read(space.write("q.csv", "id,prediction,gold,bleu\n1,a,b,4.5\n2,b,c,2.5\n3,b,c,1.5\n"))
        #expect(percent.runs[0].metrics.map(\.scale) == [100])
    }

    @Test("beside the raw text, without question and gold, `answer` was found in the text") func rawAnswers() throws {
        let sink = try space.read(
            space.write(
                "p.json", "{\"predictions\": [{\"case_id\": \"q1\", \"answer\": \"B\", \"raw\": \"I say B.\"}]}"))
        #expect(sink.predictions.map(\.text) == ["I say B."] && sink.predictions.map(\.runnerAnswer) == ["B"])
        #expect(sink.predictions[0].targets.isEmpty)
    }

    @Test("what was scored is the answer where nothing else is") func scoredAnswers() throws {
        let sink = try space.read(
            space.write(
                "p.json",
                "[{\"question_id\": \"q1\", \"question\": \"?\", \"answer\": \"cyclosporine\", \"token_f1\": 0.5}]"))
        #expect(sink.predictions.map(\.text) == ["cyclosporine"] && sink.predictions[0].targets.isEmpty)
    }

    @Test("scores in an object of scores are metrics, the overall one first") func scoreObjects() throws {
        let sink = try space.read(
            space.write(
                "p.json",
                "{\"predictions\": [{\"case_id\": \"1\", \"raw\": \"x\", \"judge_scores\": {\"clarity\": 4, \"overall\": 3.5}}]}"
            ))
        #expect(sink.runs[0].metrics.map(\.name) == ["judge_scores.overall", "judge_scores.clarity"])
        #expect(sink.predictions[0].scores.map(\.value) == [0.7, 0.8])
    }

    @Test("lists by name within the rows' object, or at the top, are runs of their own") func namedLists() throws {
        let row = "{\"problem_id\": \"p1\", \"prediction\": \"c\", \"gold\": \"c\", \"correct\": true}"
        let nested = try space.read(
            space.write(
                "p.json",
                "{\"model\": \"m\", \"summary\": [{\"prompt\": \"plain\", \"total\": 1}], \"details\": {\"baseline\": [\(row)], \"cot\": [\(row)]}}"
            ))
        #expect(nested.runs.map(\.benchmark) == ["baseline", "cot"] && nested.runs.map(\.model) == ["m", "m"])
        #expect(nested.predictions.map(\.item) == ["p1", "p1"])
        let lists = (0..<5).map { "\"way\($0)\": [\(row)]" }.joined(separator: ", ")
        #expect(
            try Set(space.read(space.write("m.json", "{\"details\": {\(lists)}}")).predictions.map(\.item)) == ["p1"])
        let models = try space.read(space.write("q.json", "{\"gpt-4o\": [\(row)], \"llama-3-8b\": [\(row)]}"))
        #expect(models.runs.map(\.model) == ["gpt-4o", "llama-3-8b"] && models.predictions.count == 2)
        let one = try space.read(space.write("s/medqa/gpt-4o.json", "{\"test_results\": [\(row)]}"))
        #expect(one.runs.map(\.model) == ["gpt-4o"] && one.runs.map(\.benchmark) == ["medqa"])
    }

    @Test("lists of equal length in an object of a benchmark's name are its rows") func columns() throws {
        let sink = try space.read(
            space.write(
                "p.json",
                """
                {"llm_info": {"model": "llama3-8b"}, "PubMedQA-L-SWE": {"prompt": "?", "accuracy": 0.5,
                 "ground_truths": ["ja", "nej"], "predictions": ["ja", "ja"], "ids": ["5", "9"]}}
                """))
        #expect(sink.runs.map(\.model) == ["llama3-8b"] && sink.runs.map(\.benchmark) == ["PubMedQA-L-SWE"])
        #expect(sink.predictions.map(\.targets) == [["ja"], ["nej"]] && sink.predictions.map(\.item) == ["5", "9"])
    }

    @Test("numbers that begin anew in each subset are keys with the subset") func subsets() throws {
        let rows = ["dentist", "nurse"].flatMap { subset in (0..<5).map { "\(subset),\($0),A,A" } }
        let sink = try space.read(
            space.write("p.csv", "subset,sample_idx,gold,predicted\n\(rows.joined(separator: "\n"))\n"))
        #expect(Set(sink.predictions.map(\.item)).count == 10 && sink.predictions[0].item == "dentist/0")
    }

    @Test("answers to one item under several settings are runs, not repeats; a patient's temperature is none")
    func settings() throws {
        let rows = ["direct", "rag", "cot"].flatMap { way in (0..<4).map { "q\($0),gpt-4o,\(way),A,A" } }
        let sink = try space.read(
            space.write("p.csv", "question_id,model,strategy,gold,prediction\n\(rows.joined(separator: "\n"))\n"))
        #expect(sink.runs.map(\.model) == ["gpt-4o direct", "gpt-4o rag", "gpt-4o cot"])
        #expect(sink.predictions.map(\.item).prefix(2) == ["q0", "q1"])
        let visits = ["36.5", "37.9", "38.2"].map { "s1,\($0),3,3" }
        let patients = try space.read(
            space.write("r.csv", "stay_id,temperature,gold,prediction\n\(visits.joined(separator: "\n"))\n"))
        #expect(patients.runs.count == 1)
    }

    @Test("columns of models hold their answers and beside them their scores") func modelColumns() throws {
        let sink = try space.read(
            space.write(
                "w.csv",
                "question_id,gold,gpt-4o_answer,gpt-4o_correct,llama-3-8b_answer,llama-3-8b_correct\nq1,A,A,True,B,False\nq2,B,B,True,B,True\n"
            ))
        #expect(sink.runs.map(\.model) == ["gpt-4o", "llama-3-8b"])
        #expect(
            sink.predictions.map(\.text) == ["A", "B", "B", "B"]
                && sink.predictions.map(\.scores.first?.value) == [1, 0, 1, 1])
    }

    @Test("other languages' right and wrong are scores") func languages() throws {
        for (header, right, wrong) in [
            ("Nummer;Frage;Richtige Antwort;Modellantwort;Korrekt", "ja", "nein"),
            ("id;pregunta;respuesta_correcta;respuesta_modelo;correcto", "Sí", "No"),
            ("id;question;reponse_correcte;reponse_modele;correct", "Vrai", "Faux"),
        ] {
            let sink = try space.read(space.write("l.csv", "\(header)\n1;x;A;A;\(right)\n2;x;A;B;\(wrong)\n"))
            #expect(
                sink.predictions.map(\.scores.first?.value) == [1, 0]
                    && sink.predictions.map(\.targets) == [["A"], ["A"]])
            #expect(sink.predictions.map(\.text) == ["A", "B"])
        }
    }

    @Test("beside a reference an answer is the model's, and a rating its score") func rated() throws {
        let sink = try space.read(
            space.write(
                "j.csv",
                "question_id,model,question,answer,reference_answer,rating\nq1,gpt-4,x,y,z,5\nq2,gpt-4,x,w,z,2\n"))
        #expect(sink.predictions.map(\.text) == ["y", "w"] && sink.predictions.map(\.targets) == [["z"], ["z"]])
        #expect(sink.predictions.map(\.scores.first?.value) == [1, 0.4])
    }

    @Test("texts to learn from are no log") func lessons() throws {
        #expect(try !reasons("a/sft.jsonl", "{\"instruction\": \"i\", \"input\": \"x\", \"output\": \"y\"}\n").isEmpty)
        #expect(try !reasons("a/pairs.jsonl", "{\"prompt\": \"i\", \"completion\": \"y\"}\n").isEmpty)
    }

    @Test("lists as predictions are told by name") func lists() throws {
        let path = try space.write(
            "p.jsonl", "{\"id\": \"q\", \"target\": \"I11\", \"prediction\": [\"I11\", \"E05\"]}\n")
        let problem = #expect(throws: Problem.self) { try space.read(path) }
        #expect(problem?.field == "prediction" && problem?.found.contains("lists") == true)
    }
}
