import csv, io
from urllib.request import urlopen

text = urlopen("SOURCE").read().decode("utf-8-sig")

# COMMENT
rows = csv.DictReader(io.StringIO(text, newline=""))
growth = {"kind": "change", "direction": "up", "status": "target", "unit": "%"}
targets = [row for row in rows if growth.items() <= row.items()]
for row in sorted(targets, key=lambda row: -float(row["value"])):
    print(row["report"], row["indicator"], row["words"], row["link"], sep="\t")
