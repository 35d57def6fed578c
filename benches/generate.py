"""Reports with differences, the same ones each time, made from the report that comes with the program."""

import re
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "content" / "zichuan-2023"
FIRST = "安宝昌长成慈大德东丰阜富高广贵海和恒弘华淮怀桓惠吉嘉建江金晋靖"
SECOND = "城川福岗海河湖江口岭陵宁平浦泉山水溪乡阳源远泽州洲庄安池港关"
YEARS = 15


def place(number):
    """The name of a place that no other report of a thousand has; the first report is the included one."""
    if number == 0:
        return "淄川"
    return FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)]


def varied(number, text):
    """The text with another place, other years, and other last digits of its figures."""
    if number == 0:
        return text
    count = 0

    def other(found):
        nonlocal count
        count += 1
        digits, before, after = found.group(), text[:found.start()][-1:], text[found.end():][:1]
        # Names, ids, and the numbers of entries stay.
        if before and before in "“\"PMSNOft-" or after == "．":
            return digits
        if len(digits) == 4 and digits.startswith("20"):
            return str(int(digits) - number % YEARS)
        if len(digits) < 2:
            return digits
        turn = zlib.crc32(b"%d:%d" % (number, count)) % 9
        return digits[:-1] + str((int(digits[-1]) + turn) % 10)

    text = text.replace("淄川", place(number))
    return re.sub(r"\d+", other, text)


def sources(count, folder):
    """A content folder of gongdu: `site.toml`, and for each report its source as it was published."""
    folder.mkdir(parents=True)
    (folder / "site.toml").write_text('title = "公读"\n', encoding="utf-8")
    text = (REPORT / "source.txt").read_text(encoding="utf-8")
    for number in range(count):
        own = folder / f"r{number:05}"
        own.mkdir()
        lines = (varied(number, line) for line in text.replace("\r", "").split("\n"))
        (own / "source.txt").write_text("\n".join(lines), encoding="utf-8")


def pages():
    """The pages of the included report, a dozen: name, title, Markdown."""
    found = []
    for path in sorted(REPORT.glob("*.md")):
        head, text = path.read_text(encoding="utf-8").split("+++\n", 2)[1:]
        title = re.search(r'^title = "(.*)"$', head, re.M)
        found.append((path.stem, title.group(1) if title else path.stem, text))
    return found


def markdown(count, folder, head, index):
    """The same texts as Markdown for other generators: a folder for each report, a file for each page. `head` makes what stands above
    the text of a page, `index` is the name of the page that a folder opens with; gives what it wrote."""
    own_pages, made = pages(), []
    for number in range(count):
        own = folder / f"r{number:05}"
        own.mkdir(parents=True)
        title = f"{place(number)}区{2023 - number % YEARS}年政府工作报告"
        links = "\n".join(f"- [{varied(number, heading)}]({name}.md)" for name, heading, _ in own_pages if index == "index.md")
        (own / index).write_text(head(title, 0) + links + "\n", encoding="utf-8")
        made.append((title, f"{own.name}/{index}"))
        for weight, (name, heading, text) in enumerate(own_pages, 1):
            heading = varied(number, heading)
            body = "\n".join(varied(number, line) for line in text.split("\n"))
            (own / f"{name}.md").write_text(head(heading, weight) + body, encoding="utf-8")
            made.append((heading, f"{own.name}/{name}.md"))
    return made
