#!/usr/bin/env python3
"""Trains the forest that tells the story from the rest of a page. README.md says what goes in.

    train.py BENCHMARK FEATURES                    cross-validation by outlet and by data set only
    train.py BENCHMARK FEATURES --forest FILE      and the final fit on all pages, written to FILE

The same files, the same versions of the packages and the same number of trees give the same forest.
"""

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np

# How much a page of each data set counts: hand-made gold of news more than drafts by machines,
# the general web and old pages. The order is the order of the rows, and thus part of the result.
PAGE_WEIGHTS = {
    "scrapinghub": 1.5,
    "fundus_eval": 1.5,
    "fundus_tests": 1.5,
    "naeb": 1.5,
    "wcxb": 1,
    "trafilatura": 0.7,
    "daniel": 0.5,
    "l3s_gn1": 0.6,
    "cleanportaleval": 1,
    "zh_wce": 1.5,
    "dragnet": 0.35,
    "cleaneval": 0.25,
}
FOLDS = 3
TREES = 160  # a forest
SEEDS = 8, 10  # a forest each; their answers are averaged
DOUBT_SEEDS = 7, 8  # of the forests that raise the doubts
SHINGLE = 4  # words in a row that must be in the gold for a piece to be found there
CLEAR_NO, CLEAR_YES = -2.5, 4  # as in Forest.java
ABREAST = 4  # trees
FALLBACK = 0.15  # as in Verdict.java, and so is the next
IN_DATA = 0.2
UNCLEAR = 0.46  # as in Bar.java, and so are the next four
THREAD = 0.8
NO = 0.08
LOWEST = 0.2
MAX_WIDTH = 400
BAR_ROUNDS = 3
EASY_KEPT = 0.2  # share of the easy negatives that is learnt from
SURPRISE = 0.8  # a label this far from what a forest of other outlets says is doubted
DOUBTED = 0.3  # and counts so much
BAD_GOLD = 0.65  # so does a page whose gold and forest agree less than this, as F1 by words

PARAMETERS = {
    "objective": "binary",
    "num_leaves": 32,
    "extra_trees": True,
    "learning_rate": 0.12,
    "min_data_in_leaf": 40,
    "min_sum_hessian_in_leaf": 3,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 2,
    "max_bin": 63,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}

FOREST_NOTE = """\
# A forest of decision trees that tells the story from the rest of a page: one line a tree, in preorder.
# column:threshold is a question ("is the feature at most this?"), followed by its yes and its no; a number by
# itself is an answer. The sum of all answers is a logit. The columns are those of Features.java, in its order.
# Trained by gradient boosting on news pages with hand-made gold texts of public benchmarks, weighted by page.
# How: src/train/story/README.md.
"""

# A word, or one sign of a script that is written without spaces.
SIGN = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
WORD = re.compile(rf"{SIGN}|(?:(?!{SIGN})\w)+")


def words(text):
    return WORD.findall(text.lower())


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


# --- Pages


@dataclass
class Page:
    dataset: str
    id: str
    gold: dict
    pieces: list  # of text, in reading order
    marks: dict  # what the rules go by, such as "byline": numbers of the pieces that have it
    headline: int  # number of a piece, or -1
    rows: np.ndarray  # pieces × columns

    def learn(self):
        """Adds what is learnt from: which pieces are story, how long they are, how much they count."""
        self.lengths = np.array([len(words(piece)) for piece in self.pieces], np.float32)
        if self.gold.get("text") is not None:
            self.labels = labels_by_text(self)
            self.known = np.ones(len(self.pieces), bool)
        else:
            self.labels, self.known = labels_by_snippets(self)
        self.weights = weights(self)
        return self

    @property
    def story(self):
        return self.labels > 0.5

    @property
    def fold(self):
        """Pages of one outlet are never in two folds: they share their template."""
        return zlib.crc32(outlet(self).encode()) % FOLDS


def read(benchmark, features, dataset, columns):
    rows = np.fromfile(features / f"{dataset}.f32", dtype=">f4").astype(np.float32)
    rows = rows.reshape(-1, columns)
    golds = {}
    for line in open(benchmark / dataset / "gold.jsonl", encoding="utf-8"):
        gold = json.loads(line)
        golds[gold["id"]] = gold
    at = 0
    for line in open(features / f"{dataset}.jsonl", encoding="utf-8"):
        page = json.loads(line)
        end = at + len(page["pieces"])
        if page["id"] in golds:
            gold = golds[page["id"]]
            yield Page(dataset, gold=gold, rows=rows[at:end], **page).learn()
        at = end
    if at != len(rows):
        sys.exit(f"{dataset}.f32: has {len(rows)} rows, {dataset}.jsonl {at} pieces; dump them anew")


def outlet(page):
    """The site a page is from: its registered domain, roughly, or else what its id says."""
    if page.gold.get("url"):
        host = re.sub(r"^https?://(www\.)?", "", page.gold["url"]).split("/")[0]
        parts = host.split(".")
        if len(parts) < 2:
            return host
        return ".".join(parts[-2:] if len(parts[-2]) > 3 or len(parts) < 3 else parts[-3:])
    if page.dataset == "daniel":  # ids such as 20111101_www.outlet.example_1a2b3c
        return "dan:" + page.id.split("_")[1]
    return page.dataset + ":" + page.id


# --- Labels


def labels_by_text(page):
    """The share of each piece's words that is in the gold text, in runs of SHINGLE words."""
    pieces = [words(piece) for piece in page.pieces]
    gold = words(page.gold["text"])
    places = defaultdict(list)
    for i in range(len(gold) - SHINGLE + 1):
        places[tuple(gold[i : i + SHINGLE])].append(i)
    lines = {" ".join(words(line)) for line in page.gold["text"].split("\n")}
    labels = np.zeros(len(pieces), np.float32)
    starts = np.full(len(pieces), -1)  # where in the gold a piece begins and ends
    ends = np.full(len(pieces), -1)
    for i, piece in enumerate(pieces):
        if len(piece) >= SHINGLE:
            runs = [tuple(piece[k : k + SHINGLE]) for k in range(len(piece) - SHINGLE + 1)]
            found = [k for k, run in enumerate(runs) if run in places]
            covered = np.zeros(len(piece), bool)
            for k in found:
                covered[k : k + SHINGLE] = True
            labels[i] = covered.mean()
            if found:
                starts[i] = places[runs[found[0]]][0]
                ends[i] = places[runs[found[-1]]][-1] + SHINGLE
        elif piece and " ".join(piece) in lines:
            labels[i] = 1
    label_short(pieces, gold, labels, starts, ends)
    drop_repeats(pieces, gold, labels, page.lengths)
    return labels


def label_short(pieces, gold, labels, starts, ends):
    """Pieces shorter than a shingle are story where the gold has them next to their neighbour."""
    count = len(pieces)
    for i, piece in enumerate(pieces):
        size = len(piece)
        if not 0 < size < SHINGLE or labels[i] != 0:
            continue
        for j in range(i - 1, max(-1, i - 4), -1):
            if ends[j] >= 0 and labels[j] > 0.5:
                if gold[ends[j] : ends[j] + size] == piece:
                    labels[i] = 1
                    ends[i] = ends[j] + size
                break
        if labels[i] != 0:
            continue
        for j in range(i + 1, min(count, i + 4)):
            if starts[j] >= 0 and labels[j] > 0.5:
                if starts[j] >= size and gold[starts[j] - size : starts[j]] == piece:
                    labels[i] = 1
                break


def drop_repeats(pieces, gold, labels, lengths):
    """Of pieces that say the same, those amid the most story are it, as many as the gold has."""
    count = len(pieces)
    whole = " " + " ".join(gold) + " "
    same = defaultdict(list)
    for i, piece in enumerate(pieces):
        if labels[i] > 0.5 and piece:
            same[" ".join(piece)].append(i)
    mass = np.concatenate([[0], np.cumsum((labels > 0.5) * lengths)])
    for text, places in same.items():
        if len(places) > 1:
            wanted = whole.count(" " + text + " ")
            if wanted < len(places):
                places.sort(key=lambda i: -(mass[min(count, i + 6)] - mass[max(0, i - 5)]))
                for i in places[max(1, wanted) :]:
                    labels[i] = 0


def labels_by_snippets(page):
    """Gold that only says what must be in the story and what must not: most pieces stay unknown."""
    wanted = [one_line(snippet) for snippet in page.gold.get("with") or []]
    unwanted = [one_line(snippet) for snippet in page.gold.get("without") or []]
    labels = np.zeros(len(page.pieces), np.float32)
    known = np.zeros(len(page.pieces), bool)
    for i, piece in enumerate(map(one_line, page.pieces)):
        if any(snippet in piece for snippet in wanted):
            labels[i] = 1
            known[i] = True
        elif any(snippet in piece for snippet in unwanted):
            known[i] = True
    return labels, known


def weights(page):
    """By words, so that pages count alike and no long paragraph is all of its page."""
    if page.gold.get("text") is None:
        weight = np.where(page.known, np.minimum(page.lengths, 30) / 250, 0)
    else:
        total = max(60, float(page.lengths[page.story].sum()))
        weight = np.minimum(np.minimum(page.lengths, 400) / total, 0.3) + 0.002
        if not is_article(page):
            weight = weight * 0.3
        if page.gold.get("suspect"):  # less than 70 % of the gold is in the page
            weight = weight * 0.2
    if page.headline >= 0:  # no question for the forest: a fact about the story
        weight[page.headline] = 0
    return (weight * PAGE_WEIGHTS.get(page.dataset, 1)).astype(np.float32)


def doubt(pages, likely, names):
    """Believes the gold less where forests of other outlets contradict it: much gold is cut short."""
    hidden = names.index("hidden")
    for page, sure in zip(pages, likely):
        if not page.pieces:
            continue
        surprise = np.abs(page.story - sure) > SURPRISE
        page.weights = page.weights * np.where(surprise, DOUBTED, 1).astype(np.float32)
        if page.gold.get("text") is not None:
            shown = page.lengths * (page.rows[:, hidden] == 0)
            if page.headline >= 0:
                shown[page.headline] = 0
            both = 2 * shown[page.story & (sure > 0.5)].sum()
            all_words = shown[page.story].sum() + shown[sure > 0.5].sum()
            if both < BAD_GOLD * max(1, all_words):
                page.weights = page.weights * np.float32(DOUBTED)


# --- The forest


class Lessons:
    """All rows worth learning from. Links and two-word lines beside the story are thinned out."""

    def __init__(self, pages, names, threads):
        self.parameters = {**PARAMETERS, "num_threads": threads}
        link_share = names.index("linkShare")
        random = np.random.default_rng(1)
        rows, labels, weight, pages_of = [], [], [], []
        for number, page in enumerate(pages):
            easy = ~page.story & ((page.rows[:, link_share] > 0.9) | (page.lengths < 3))
            dropped = easy & (random.random(len(easy)) > EASY_KEPT)
            heavy = np.where(easy, page.weights * np.float32(1 / EASY_KEPT), page.weights)
            kept = (heavy > 0) & ~dropped
            rows.append(page.rows[kept])
            labels.append(page.story[kept])
            weight.append(heavy[kept])
            pages_of.append(np.full(kept.sum(), number))
        self.pages_of = np.concatenate(pages_of)
        weight = np.concatenate(weight)
        weight *= len(weight) / weight.sum()
        self.data = lightgbm.Dataset(
            np.concatenate(rows),
            np.concatenate(labels).astype(np.float32),
            weight=weight,
            params=self.parameters,
        )
        self.data.construct()

    def fit(self, trees, seeds=SEEDS, without=()):
        """Forests that have not seen the pages whose numbers are `without`."""
        data = self.data
        if len(without) > 0:
            data = data.subset(np.where(~np.isin(self.pages_of, without))[0])
        return [lightgbm.train({**self.parameters, "seed": seed}, data, trees) for seed in seeds]


def answers(forests, rows):
    """How likely each row is story: the mean of what the forests say, as logits."""
    logits = sum(forest.predict(rows, raw_score=True, num_threads=1) for forest in forests)
    return 1 / (1 + np.exp(-logits / len(forests)))


def cross_validate(lessons, pages, trees, fold_of, seeds=SEEDS):
    """How likely each piece is story, by page, from forests that know no page of its fold."""
    likely = [np.zeros(len(page.pieces)) for page in pages]
    for fold in dict.fromkeys(map(fold_of, pages)):
        held = [i for i, page in enumerate(pages) if fold_of(page) == fold and page.pieces]
        if not held or len(held) == len(pages):
            continue
        forests = lessons.fit(trees, seeds, without=held)
        found = answers(forests, np.concatenate([pages[i].rows for i in held]))
        at = 0
        for i in held:
            likely[i] = found[at : at + len(pages[i].pieces)]
            at += len(pages[i].pieces)
    return likely


def export(forests, file):
    """One line a tree, in preorder, as Forest.java reads it: the first of each forest, and so on."""

    def nodes(node):
        if "split_feature" in node:
            assert node["decision_type"] == "<="
            yield "%d:%.7g" % (node["split_feature"], node["threshold"])
            yield from nodes(node["left_child"])
            yield from nodes(node["right_child"])
        else:
            yield "%.4g" % (node["leaf_value"] / len(forests))

    trees = [tree for same in zip(*(f.dump_model()["tree_info"] for f in forests)) for tree in same]
    lines = [" ".join(nodes(tree["tree_structure"])) for tree in trees]
    Path(file).write_text(FOREST_NOTE + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{file}: {len(lines)} trees")


def check_clear(forests, pages):
    """How often Forest.java, which stops asking where the sum is clear, gives another answer."""
    rows = np.concatenate([page.rows for page in pages[::6]])
    total = np.zeros(len(rows))
    ends = np.zeros(len(rows))
    per_step = ABREAST // len(forests)
    for tree in range(0, forests[0].num_trees(), per_step):
        for forest in forests:
            said = forest.predict(rows, raw_score=True, start_iteration=tree, num_iteration=per_step)
            total += said / len(forests)
        is_clear = (ends == 0) & ((total < CLEAR_NO) | (total > CLEAR_YES))
        ends[is_clear] = total[is_clear]
    changed = (ends * total < 0).mean()
    print(f"stopping where it is clear: ends {(ends != 0).mean():.3f}, changes {changed:.6f} of the answers")


# --- Figures


def bar(page, likely, value):
    """How likely a piece must be, as in Bar.java: half of the F1 that is to be expected."""
    width = np.where(value["hidden"] > 0, 0, np.minimum(value["width"], MAX_WIDTH))
    if page.headline >= 0:
        width[page.headline] = 0
    found = np.where(likely > NO, likely**2, 0) * width
    at = 0.5
    for _ in range(BAR_ROUNDS):
        taken = likely > at
        if not taken.any():
            return 0.5
        both = found[taken].sum()
        at = max(LOWEST, both / max(1e-9, width[taken].sum() + found.sum()))
    return at if at < UNCLEAR else 0.5


def by_forest(page, likely, value):
    bars = np.full(len(likely), bar(page, likely, value))
    bars[page.marks["doubtful"]] = 0.5
    story = likely > bars
    if page.headline >= 0:
        story[page.headline] = False
        if value["hint COMMENTS"][page.headline] < 1:
            story &= (likely > THREAD) | (value["hint COMMENTS"] < 1)
    return story


def by_rules(page, likely, column):
    """The forest's answer after the rules of Verdict.java that matter most, much as they are there."""
    if not page.pieces:
        return np.zeros(0, bool)
    value = {name: page.rows[:, i] for name, i in column.items()}
    story = by_forest(page, likely, value)
    if not story.any():
        story = take_best(page, likely, value)
    for i in page.marks["told"]:  # takeTold
        story[i] |= likely[i] > IN_DATA and i != page.headline and not value["hidden"][i]
    forest = story.copy()
    for i in range(1, len(story) - 1):  # takeHeadings
        inside = forest[i - 1] and forest[i + 1] and i != page.headline
        story[i] |= inside and value["kind"][i] == 0 and likely[i] > 0.25 and not value["hidden"][i]
    for i in page.marks["post"]:  # takePosts
        story[i] |= bool(value["below best"][i] >= 0 and value["kind"][i] == 3)
    hidden = value["hidden"] > 0  # dropHidden
    width = value["width"]
    hidden_once = hidden & (value["seenBefore"] == 0)
    if (width * (story & hidden_once)).sum() < 2 * (width * (story & ~hidden)).sum():
        story &= ~hidden
    drop_top(page, story, value)
    story[page.marks["pointer"]] = False
    added = 0  # dropTail
    for i in np.where(story)[0][::-1]:
        if i not in page.marks["added"] or added == 3:
            break
        story[i] = False
        added += 1
    return story


def take_best(page, likely, value):
    """A page without a clear story."""
    ends = (value["stops"] > 1) | (value["endsInStop"] > 0) | (value["commas"] > 1)
    width = value["width"]
    prose = (width >= 80) & ends | (width >= 40) & (value["endsInStop"] > 0)
    prose &= value["kind"] != 0
    story = (likely > FALLBACK) | prose & (value["in best"] > 0)
    story &= (value["hidden"] == 0) & (value["linkShare"] < 0.5)
    for hint in "CONSENT", "COMMENTS", "NAVIGATION", "FOOTER":
        story &= value["hint " + hint] == 0
    if page.headline >= 0:
        story[page.headline] = False
    return story


def drop_top(page, story, value):
    """Bylines, datelines and the headline once more above the first paragraph."""

    def is_paragraph(i):
        ends = value["stops"][i] > 1 or value["endsInStop"][i] or value["commas"][i] > 1
        return value["width"][i] >= 80 and ends

    def is_label(i):
        byline, date = i in page.marks["byline"], i in page.marks["dateline"]
        both = byline and date if value["endsInStop"][i] else byline or date
        return value["width"][i] <= 160 and both

    headline = page.pieces[page.headline].lower() if page.headline >= 0 else None
    paragraphs = [i for i in range(len(story)) if story[i] and is_paragraph(i)][:2]
    for i in range(paragraphs[0] if paragraphs else 0):
        story[i] &= not is_label(i) and page.pieces[i].lower() != headline
    for i in range(paragraphs[0] + 1 if paragraphs else 0, paragraphs[-1] if paragraphs else 0):
        story[i] &= bool(value["kind"][i] == 0 or value["endsInStop"][i] or not is_label(i))


def shingles(text):
    tokens = re.findall(r"\w+", text)
    runs = (tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)))
    return Counter(run for run in runs if run)


def shingle_f1(pairs):
    """Precision and recall by runs of four words, each a mean over pages; F1 of the two means."""
    precisions, recalls = [], []
    for gold, found in pairs:
        gold, found = shingles(gold), shingles(found)
        both = (gold & found).total()
        if found:
            precisions.append(both / found.total())
        if gold:
            recalls.append(both / gold.total())
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0



def word_f1(pairs):
    """F1 of the bags of words, a mean over pages."""
    figures = []
    for gold, found in pairs:
        gold = Counter(re.findall(r"\w+", gold.lower()))
        found = Counter(re.findall(r"\w+", found.lower()))
        total = gold.total() + found.total()
        figures.append(2 * (gold & found).total() / total if total else 1.0)
    return sum(figures) / max(1, len(figures))


def snippet_f1(pairs):
    """F1 over all snippets that must or must not be in the text."""
    right = wrong = missed = 0
    for gold, found in pairs:
        found = one_line(found)
        hits = sum(one_line(snippet) in found for snippet in gold.get("with") or [])
        missed += len(gold.get("with") or []) - hits
        right += hits
        wrong += sum(one_line(snippet) in found for snippet in gold.get("without") or [])
    return 2 * right / max(1, 2 * right + wrong + missed)


def is_article(page):
    return page.gold.get("page_type", "article") == "article"


def text_of(page, story):
    return "\n".join(piece for piece, is_story in zip(page.pieces, story) if is_story)


def exact(pages, stories):
    tokens = re.compile(r"\w+")
    same = [
        tokens.findall(page.gold["text"]) == tokens.findall(text_of(page, story))
        for page, story in zip(pages, stories)
        if page.gold.get("text") is not None and is_article(page)
    ]
    return sum(same) / max(1, len(same))


def figure(dataset, pages, stories):
    texts = [text_of(page, story) for page, story in zip(pages, stories)]
    if pages[0].gold.get("text") is None:
        return snippet_f1(zip((page.gold for page in pages), texts))
    pairs = [(page.gold["text"], text) for page, text in zip(pages, texts) if is_article(page)]
    if dataset == "wcxb":
        return word_f1(pairs)
    if dataset == "zh_wce":  # no spaces: every sign is a word
        return word_f1((" ".join(gold), " ".join(text)) for gold, text in pairs)
    return shingle_f1(pairs)


def report(pages, by_outlet, by_dataset, names):
    """F1 after the rules; exact is the share of pages that come out token for token."""
    column = {name: i for i, name in enumerate(names)}
    print("data set          pages    by outlet  exact    by data set  exact")
    for dataset in dict.fromkeys(page.dataset for page in pages):
        its = [i for i, page in enumerate(pages) if page.dataset == dataset]
        some = [pages[i] for i in its]
        line = f"{dataset:16} {len(its):6}"
        for likely in filter(None, (by_outlet, by_dataset)):
            stories = [by_rules(pages[i], likely[i], column) for i in its]
            line += f"       {figure(dataset, some, stories):.4f}   {exact(some, stories):.3f}"
        print(line)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmark", type=Path, help="folder with DATASET/gold.jsonl")
    parser.add_argument("features", type=Path, help="folder that StoryFeatures wrote")
    parser.add_argument("--datasets", nargs="+", default=list(PAGE_WEIGHTS), metavar="DATASET")
    parser.add_argument("--trees", type=int, default=TREES)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--forest", metavar="FILE", help="where the forest of all pages goes")
    parser.add_argument("--no-folds", action="store_true", help="no cross-validation")
    args = parser.parse_args()

    names = (args.features / "names.txt").read_text(encoding="utf-8").splitlines()
    pages = []
    for dataset in args.datasets:
        pages += read(args.benchmark, args.features, dataset, len(names))
    lessons = Lessons(pages, names, args.threads)
    print(f"{len(pages)} pages, {lessons.data.num_data()} rows, {len(names)} columns")
    first = cross_validate(lessons, pages, args.trees, lambda page: page.fold, DOUBT_SEEDS)
    doubt(pages, first, names)
    lessons = Lessons(pages, names, args.threads)
    if not args.no_folds:
        by_outlet = cross_validate(lessons, pages, args.trees, lambda page: page.fold)
        by_dataset = cross_validate(lessons, pages, args.trees, lambda page: page.dataset)
        report(pages, by_outlet, by_dataset, names)
    if args.forest:
        forests = lessons.fit(args.trees)
        export(forests, args.forest)
        check_clear(forests, pages)


if __name__ == "__main__":
    main()
