"""Adds up the open data of a built portal and compares it with what its pages print, in every language.

    python3 recompute.py FOLDER

It reads nothing but FOLDER: `data/`, the pages, and the CSV beside their lists. It shares no code with the program, and
needs Python's standard library alone; the recipe in SQL is run if the module `duckdb` is there. What differs is written
line by line, and the exit code is 1.
"""

import contextlib
import csv
import html
import io
import json
import re
import sys
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = Path(sys.argv[1])
DATA = FOLDER / "data"

differences = []
compared = 0


def same(where, what, found, expected):
    global compared
    compared += 1
    if found != expected:
        differences.append(f"{where}: {what} is {found}, the data says {expected}")


def table(name):
    raw = (DATA / f"{name}.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf"), f"{name}.csv begins with a mark"
    text = raw.decode("utf-8")
    assert text.endswith("\r\n") and "\r\n" in text, f"{name}.csv has other ends of lines"
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


class Sums(HTMLParser):
    """The first box of sums on a page: amount and counts, delivered and pledged."""

    def __init__(self, headline):
        super().__init__()
        self.headline = headline
        self.amounts = {}
        self.counts = defaultdict(list)
        self.box = None
        self.in_counts = False
        self.is_over = False

    def handle_starttag(self, tag, attributes):
        if self.is_over:
            return
        of = dict(attributes)
        classes = (of.get("class") or "").split()
        if tag == "div" and "sum" in classes:
            self.box = "pledged" if "pledged" in classes else "delivered"
        elif tag == "ul" and "counts" in classes:
            self.in_counts = self.box is not None
        elif self.box and of.get("id") == self.headline:
            self.amounts[self.box] = int(of["value"]) if tag == "data" else None
        elif self.box and tag == "data" and self.in_counts:
            self.counts[self.box].append(int(of["value"]))
        elif self.box == "pledged" and tag == "data" and self.box not in self.amounts:
            self.amounts[self.box] = int(of["value"])

    def handle_endtag(self, tag):
        if tag == "ul":
            self.in_counts = False
        elif tag == "dl" and self.box:
            self.is_over = True


def added_up(rows):
    """What contributions of one status add up to: none where no amount is known, 0 where there are none."""
    amounts = [int(row["amount"]) for row in rows if row["amount"]]
    return {
        "amount": sum(amounts) if amounts or not rows else None,
        "contributions": len(rows),
        "projects": len({row["project_id"] for row in rows} - {""}),
        "without_amount": len(rows) - len(amounts),
    }


def check_page(path, headline, rows, counts_projects=True):
    page = Sums(headline)
    page.feed((FOLDER / path / "index.html").read_text("utf-8"))
    where = f"{path}#{headline}"
    if not rows and not page.amounts:
        # Where nothing is recorded a page may say so in words.
        return
    for status in ("delivered", "pledged"):
        expected = added_up([row for row in rows if row["status"] == status])
        if status == "pledged" and not expected["contributions"]:
            same(where, "a box of pledges", status in page.amounts or status in page.counts, False)
            continue
        same(where, f"{status} amount", page.amounts.get(status), expected["amount"])
        counts = page.counts[status]
        if expected["contributions"]:
            same(where, f"{status} contributions", counts[0], expected["contributions"])
        if counts_projects and expected["projects"]:
            same(where, f"{status} projects", counts[1], expected["projects"])


def check_list(path, rows, must_be_there=False):
    """The CSV beside a list has exactly its rows, and they add up to its sums."""
    file = FOLDER / f"{path}.csv"
    if not file.exists():
        if must_be_there:
            differences.append(f"{path}.csv is not there")
        return
    text = file.read_text("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    counted = [row for row in rows if row["status"] in ("delivered", "pledged")]
    head, found = found[0], found[1:]
    same(path, "ids", sorted(row[-1] for row in found), sorted(row["id"] for row in counted))
    for place, status in ((5, "delivered"), (6, "pledged")):
        amounts = [int(row[place]) for row in found if row[place]]
        of = added_up([row for row in counted if row["status"] == status])
        same(f"{path}.csv", head[place], sum(amounts), of["amount"] or 0)


def entries_of(path, kind, begin):
    """Where the entries of a list lead, in the order of the page and its later parts."""
    parts = sorted((FOLDER / path / "page").glob("*/index.html"), key=lambda part: int(part.parent.name))
    urls = []
    for part in [FOLDER / path / "index.html", *parts]:
        page = part.read_text("utf-8")
        listed = page[page.index(begin) :] if begin in page else ""
        listed = re.split(r"</section>|</main>", listed)[0]
        urls += re.findall(rf'href="(?:[^"]*/)?(\w\w/{kind}/[^"/]+)/"', listed)
    return list(dict.fromkeys(urls))


def check_entries(path, file, kind, begin, given):
    """The CSV beside a list of projects or patrons has exactly the entries of its pages, in their order. `given` says of an
    entry's id what contributions stand behind each of its last columns of amounts."""
    listed = entries_of(path, kind, begin)
    same(path, "a file of its entries", (FOLDER / path / file).exists(), len(listed) > 1)
    if len(listed) < 2:
        return
    text = (FOLDER / path / file).read_text("utf-8-sig")
    head, *found = csv.reader(io.StringIO(text, newline=""), strict=True)
    page = (FOLDER / path / "index.html").read_text("utf-8")
    same(path, "links to that file", page.count(f'{path}/{file}" download'), 1)
    same(f"{path}/{file}", "entries", [path_of(row[2]) for row in found], listed)
    for row in found:
        for place, behind in given(row[0]).items():
            amounts = [int(one["amount"]) for one in behind if one["amount"]]
            expected = str(sum(amounts)) if amounts or not behind else ""
            same(f"{path}/{file}", f"{head[place]} of {row[0]}", row[place], expected)


def check_projects(path, file="projects.csv", begin='<section id="projects"', part=None):
    """`part` says which contributions the page adds up, where those are not all of its projects."""

    def given(project):
        all_of = project_contributions.get((project,), [])
        by_status = {status: [one for one in all_of if one["status"] == status] for status in ("delivered", "pledged")}
        places = {11: by_status["delivered"], 12: by_status["pledged"]}
        if part:
            places[14] = [one for one in by_status["delivered"] if part(one)]
            places[15] = [one for one in by_status["pledged"] if part(one)]
        return places

    check_entries(path, file, "projects", begin, given)


def check_patrons(path):
    def given(patron):
        alone = [one for one in counted if one["patron_id"] == patron]
        joint = [one for one in counted if one["giver"] == "joint" and patron in one["patron_ids"].split(";")]
        by_status = [[one for one in of if one["status"] == status] for of in (alone, joint) for status in ("delivered", "pledged")]
        return dict(zip((6, 7, 8, 9), by_status))

    check_entries(path, "list.csv", "patrons", "data-entries", given)


def check_totals(name, key, groups):
    rows = table(name)
    keys = {tuple(row[column] for column in key) for row in rows}
    same(name, "keys", keys, set(groups))
    for row in rows:
        group = groups.get(tuple(row[column] for column in key), [])
        for status in ("delivered", "pledged"):
            expected = added_up([of for of in group if of["status"] == status])
            amount = row[f"{status}_amount"]
            same(name, f"{row} {status}", int(amount) if amount else None, expected["amount"])
            for what in ("contributions", "projects", "without_amount"):
                same(name, f"{row} {status}_{what}", int(row[f"{status}_{what}"]), expected[what])


def grouped(rows, *key):
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(of(row) if callable(of) else row[of] for of in key)].append(row)
    return groups


def path_of(url):
    return urlsplit(url).path.strip("/")


contributions = table("contributions")
counted = [row for row in contributions if row["status"] in ("delivered", "pledged")]
project_contributions = grouped(counted, "project_id")
regions, districts, directions = table("regions"), table("districts"), table("directions")
kinds, patrons, projects = table("object_kinds"), table("patrons"), table("projects")
languages = [column[-2:] for column in projects[0] if column.startswith("url_")] if projects else []
if not languages:
    languages = [column[-2:] for column in regions[0] if column.startswith("url_")]

# Every key leads to a row, and no two rows have the same.
known = {
    "patron_id": {row["id"] for row in patrons},
    "project_id": {row["id"] for row in projects},
    "region_id": {row["id"] for row in regions},
    "home_region_id": {row["id"] for row in regions},
    "direction_id": {row["id"] for row in directions},
    "object_kind_id": {row["id"] for row in kinds},
}
for row in contributions:
    for column, ids in known.items():
        if row[column]:
            same(f"contribution {row['id']}", column, row[column] in ids, True)
same("contributions", "ids", len({row["id"] for row in contributions}), len(contributions))

# Who must not be named is one word.
for row in contributions:
    where = f"contribution {row['id']}"
    all_givers = row["patron_ids"].split(";")
    same(where, "giver", row["giver"] == "joint", len(all_givers) > 1)
    same(where, "anonymous", row["giver"] == "anonymous", all_givers == ["anonymous"])
    same(where, "named last", all_givers, [of for of in all_givers if of != "anonymous"] + ["anonymous"] * all_givers.count("anonymous"))
    same(where, "named", {of for of in all_givers if of != "anonymous"} <= known["patron_id"], True)
for language in languages:
    anonymous = {row[f"patron_name_{language}"] for row in contributions if row["giver"] == "anonymous"}
    same("contributions", f"words for all who are not named in {language}", len(anonymous) <= 1, True)

# The same rows as JSON: what is empty in CSV is null.
for file in sorted(DATA.glob("*.csv")):
    rows = table(file.stem)
    objects = json.loads(file.with_suffix(".json").read_text("utf-8"))
    same(file.stem, "rows as JSON", len(objects), len(rows))
    for row, of in zip(rows, objects):
        same(file.stem, "columns as JSON", list(of), list(row))
        for column, text in row.items():
            value = of[column]
            written = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            same(file.stem, f"{column} as JSON", written, text.lstrip("'") if written != text else text)

# Sums by each axis.
check_totals("totals_by_region", ["region_id"], grouped(counted, "region_id"))
check_totals("totals_by_year", ["year"], grouped(counted, lambda row: str(int(row["date"][:4]))))
check_totals("totals_by_direction", ["direction_id"], grouped(counted, "direction_id"))
check_totals("totals_by_object_kind", ["object_kind_id"], grouped(counted, "object_kind_id"))
check_totals("totals_by_home_region", ["home_region_id"], grouped(counted, "home_region_id"))
check_totals("totals_by_patron", ["giver", "patron_id"], grouped(counted, "giver", "patron_id"))
check_totals("totals_by_year_region", ["year", "region_id"], grouped(counted, lambda row: str(int(row["date"][:4])), "region_id"))
check_totals("totals_by_year_direction", ["year", "direction_id"], grouped(counted, lambda row: str(int(row["date"][:4])), "direction_id"))

# The pages of each language.
parent = {row["id"]: row["parent_id"] for row in kinds}


def is_within(kind, wider):
    while kind:
        if kind == wider:
            return True
        kind = parent[kind]
    return False


for language in languages:
    url = f"url_{language}"
    check_page(language, "grand-total", counted, counts_projects=False)
    check_page(f"{language}/totals", "grand-total", counted)
    check_list(f"{language}/totals/contributions", counted, len(counted) > 1)
    check_projects(f"{language}/projects", "list.csv", "data-entries")
    check_patrons(f"{language}/patrons")
    for row in regions:
        of = [one for one in counted if one["region_id"] == row["id"]]
        check_page(path_of(row[url]), "region-total", of)
        check_projects(path_of(row[url]))
        check_list(f"{path_of(row[url])}/contributions", of, len(of) > 1)
        for (year,), of_year in grouped(of, lambda one: one["date"][:4]).items():
            check_list(f"{path_of(row[url])}/contributions/{year}", of_year, True)
    for row in districts:
        of = [one for one in counted if (one["region_id"], one["district_id"]) == (row["region_id"], row["id"])]
        if row[url]:
            check_page(path_of(row[url]), "district-total", of)
            check_projects(path_of(row[url]))
            check_list(f"{path_of(row[url])}/contributions", of, len(of) > 1)
    for row in directions:
        of = [one for one in counted if one["direction_id"] == row["id"]]
        check_page(path_of(row[url]), "direction-total", of)
        check_projects(path_of(row[url]))
        check_list(f"{path_of(row[url])}/contributions", of, len(of) > 1)
    for row in kinds:
        of = [one for one in counted if is_within(one["object_kind_id"], row["id"])]
        check_page(path_of(row[url]), "object-total", of)
        check_projects(path_of(row[url]))
        check_list(f"{path_of(row[url])}/contributions", of, len(of) > 1)
    for (year,), of in grouped(counted, lambda one: one["date"][:4]).items():
        check_page(f"{language}/years/{year}", "year-total", of)
        check_projects(f"{language}/years/{year}", part=lambda one, year=year: one["date"][:4] == year)
        check_list(f"{language}/years/{year}/contributions", of, len(of) > 1)
    for row in patrons:
        of = [one for one in counted if one["patron_id"] == row["id"]]
        check_page(path_of(row[url]), "patron-total", of)
        check_projects(path_of(row[url]), part=lambda one, patron=row["id"]: one["patron_id"] == patron)
        check_list(f"{path_of(row[url])}/contributions", of, len(of) > 1)
    for row in projects:
        of = [one for one in counted if one["project_id"] == row["id"]]
        check_page(path_of(row[url]), "project-sum", of, counts_projects=False)

# The recipes of the data page give the total that it prints; where nothing was delivered it prints none.
without = set()
total = added_up([row for row in counted if row["status"] == "delivered"])["amount"]
for language in languages:
    page = (FOLDER / language / "data" / "index.html").read_text("utf-8")
    printed = re.search(r'<data id="grand-total" value="(\d+)"', page)
    same(f"{language}/data", "total", int(printed[1]) if printed else None, total or None)
    recipes = {kind: html.unescape(code) for kind, code in re.findall(r'<code data-recipe="(\w+)">(.*?)</code>', page, re.S)}
    same(f"{language}/data", "recipes", sorted(recipes), ["python", "spreadsheet", "sql"] if total else [])
    if not total:
        continue
    local = (DATA / "contributions.csv").resolve()
    address = re.search(r'"(https?://[^"]+)"', recipes["python"])[1]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(recipes["python"].replace(address, local.as_uri()), {})
    same(f"{language}/data", "recipe in Python", int(said.getvalue()), total or 0)
    names = list(contributions[0]) if contributions else []
    letters = re.findall(r"([A-Z]):\1", recipes["spreadsheet"])
    if names:
        same(f"{language}/data", "recipe for a spreadsheet", [names[ord(of) - ord("A")] for of in letters], ["amount", "status"])
    try:
        import duckdb
    except ImportError:
        without.add("without DuckDB")
        continue
    found = duckdb.sql(recipes["sql"].replace(address, str(local)).rstrip().rstrip(";")).fetchall()[0][0]
    same(f"{language}/data", "recipe in SQL", int(found or 0), total or 0)

print("\n".join(differences[:50]))
print(*without, f"{compared} figures compared in {len(languages)} languages, {len(differences)} differ")
sys.exit(bool(differences))
