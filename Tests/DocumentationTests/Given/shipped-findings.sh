# The findings of the shipped study, where `acuity build` would have put them.
mkdir results
cp "$ROOT/results/findings.json" results
