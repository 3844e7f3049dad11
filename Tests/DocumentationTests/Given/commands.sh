# What the examples of the commands' pages name: logs of two models and of two releases, a study with findings in `results` and
# in `out`, summaries of its halves, lists, folders.
# They are made once for all pages.
make_all() {
  "$PROGRAMS/GenerateLogs" . --models 2 --benchmarks 2 --items 60 > /dev/null
  printf '\n[[threshold]]\nid = "low"\nname = "Low"\nminimum = 0.05\nsource = "made up"\n' >> study.toml
  acuity build study.toml --quiet 2> /dev/null
  mkdir out && cp -R results out
  mkdir parts
  for half in 1 2; do acuity summarize study.toml --shard "$half/2" --out "parts/$half.summary" --quiet; done
  cp parts/1.summary part-1.summary
  cp parts/2.summary part-2.summary
  cp -R logs new-logs
  "$PROGRAMS/GenerateLogs" releases --models 1 --benchmarks 1 --items 60 --form eval > /dev/null
  cp releases/logs/*.eval run.eval
  write() {
    awk -v model="$1" -v share="$2" 'BEGIN { for (i = 0; i < 200; i++)
      printf "{\"model\": \"%s\", \"benchmark\": \"triage\", \"item\": %d, \"target\": \"A\", \"prediction\": \"%s\"}\n",
        model, i, i % 100 < share ? "A" : "B" }'
  }
  mkdir logs/v1 logs/v2 logs/monday logs/tuesday
  write m 70 > logs/v1/a.jsonl
  write m 90 > logs/v2/a.jsonl
  write monday 70 > logs/monday/a.jsonl
  write tuesday 70 > logs/tuesday/a.jsonl
  cp logs/v1/a.jsonl old.jsonl
  cp logs/v2/a.jsonl new.jsonl
  { write model-v1 70; write model-v2 90; } > logs/all.jsonl
}
if [ ! -d "$SHARED/commands" ]; then
  mkdir "$SHARED/commands.$$"
  (cd "$SHARED/commands.$$" && make_all)
  # Another page may have been first.
  mv -T "$SHARED/commands.$$" "$SHARED/commands" 2> /dev/null || true
fi
cp -R "$SHARED/commands/." .
find "$PWD/logs" -name '*.jsonl' > list.txt
mkdir -p studies ~/.zfunc ~/.local/share/bash-completion/completions ~/.config/fish/completions
# Where there is no `man`, its pages are only read.
command -v man > /dev/null || man() { cat; }
