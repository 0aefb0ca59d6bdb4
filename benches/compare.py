#!/usr/bin/env python3
"""The same text as PDF by Probitas and by others: time, size, PDF/UA-1.

    cargo build --release --no-default-features
    python3 benches/compare.py target/release/probitas-cli

The text is one of the four published examples (Innovation, Science and
Economic Development Canada) in English. Probitas reads its draft; the others
read the page that Probitas writes of it, Typst a source made from that page.
Each runs as a whole process with its own options for tagged files switched on,
in turn with all others; the medians are compared: of the time on the clock,
and of what the processors worked, which says more where others use them. What is not installed is
left out, and that is said: `pip install typst weasyprint`, `apt-get install
chromium libreoffice-writer-nogui`. The checker of PDF/UA is PDF_CHECK or
stands beside the repository.
"""

import argparse
import html.parser
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DRAFT = ROOT / "assets/examples/innovation-science-economic-development.probitas"
CHECKER = os.environ.get("PDF_CHECK", ROOT / "../shared/tools/pdf-check/check-pdf")
LIMIT = 120


class Typst(html.parser.HTMLParser):
    """The main part of the page as a source for Typst, with plain markup."""

    def __init__(self):
        super().__init__()
        self.out, self.title, self.text, self.lists = [], "", None, []
        self.inside = None

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "h3", "h4", "p", "li", "title"):
            self.flush()
            self.inside, self.text = tag, ""
        elif tag in ("ul", "ol"):
            self.flush()
            self.lists.append("-" if tag == "ul" else "+")

    def handle_endtag(self, tag):
        if tag in ("h1", "h2", "h3", "h4", "p", "li", "title"):
            self.flush()
        elif tag in ("ul", "ol"):
            self.flush()
            self.lists.pop()
            self.out.append("\n")

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def flush(self):
        if self.text is None or not self.text.strip():
            self.text = None
            return
        text = re.sub(r"([\\#$*_`<>@=\-+/\[\]~])", r"\\\1", " ".join(self.text.split()))
        text = re.sub(r"^(\d+)\.", r"\1\\.", text)
        if self.inside == "title":
            self.title = " ".join(self.text.split())
        elif self.inside == "li":
            indent = "  " * (len(self.lists) - 1)
            self.out.append(f"{indent}{self.lists[-1]} {text}\n")
        elif self.inside.startswith("h"):
            self.out.append(f"\n{'=' * int(self.inside[1])} {text}\n\n")
        else:
            self.out.append(f"{text}\n\n")
        self.text = None

    def source(self):
        title = self.title.replace('"', '\\"')
        return (f'#set document(title: "{title}", date: none)\n'
                '#set text(lang: "en", region: "CA", size: 10.5pt)\n'
                '#set page(paper: "us-letter")\n' + "".join(self.out))


def has_module(python, module):
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def version(*command):
    ran = subprocess.run(command, capture_output=True, text=True)
    lines = ran.stdout.strip().splitlines()
    return lines[0].split(" built on")[0] if lines else "?"


def contestants(cli, python, page, source, folder):
    """Name, version, command, its file; or name and why there is none."""
    own = folder / "probitas"
    yield ("Probitas", version(cli, "--version"),
           [cli, "export", DRAFT, "--accept-warnings", "--force", "--pdf", "en", "--out", own], own)
    if has_module(python, "typst"):
        pdf = folder / "typst.pdf"
        code = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"
        yield ("Typst", "Typst " + version(python, "-c", "import importlib.metadata as m; print(m.version('typst'))"),
               [python, "-c", code, source, pdf], pdf)
    else:
        yield "Typst", None, "no Python package typst", None
    if has_module(python, "weasyprint"):
        pdf = folder / "weasyprint.pdf"
        yield ("WeasyPrint", version(python, "-m", "weasyprint", "--version"),
               [python, "-m", "weasyprint", "-q", "--pdf-variant", "pdf/ua-1", page, pdf], pdf)
    else:
        yield "WeasyPrint", None, "no Python package weasyprint", None
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        pdf = folder / "chromium.pdf"
        yield ("Chromium", version(chromium, "--version"),
               [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer", "--export-tagged-pdf",
                "--generate-pdf-document-outline", f"--print-to-pdf={pdf}", page.as_uri()], pdf)
    else:
        yield "Chromium", None, "no chromium", None
    if office := shutil.which("soffice"):
        pdf = folder / "office" / (page.stem + ".pdf")
        options = '{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
        yield ("LibreOffice", " ".join(version(office, "--version").split()[:2]),
               [office, f"-env:UserInstallation={(folder / 'office-profile').as_uri()}", "--headless",
                "--infilter=HTML (StarWriter)", "--convert-to", f"pdf:writer_pdf_Export:{options}",
                "--outdir", pdf.parent, page], pdf)
    else:
        yield "LibreOffice", None, "no soffice", None


def run(command):
    """The time it took, and that of processors, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    ran = subprocess.run([str(part) for part in command], capture_output=True, timeout=LIMIT)
    took = time.perf_counter() - begun
    if ran.returncode != 0:
        sys.exit(f"{command[0]} failed: {ran.stderr.decode(errors='replace')[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def file_of(place):
    return next(place.glob("*.pdf")) if place.is_dir() else place


def pages(pdf):
    if not shutil.which("pdfinfo"):
        return "?"
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    return re.search(r"^Pages:\s+(\d+)", said, re.M)[1]


def conformance(pdf):
    if not os.access(CHECKER, os.X_OK):
        return "not checked"
    ran = subprocess.run([CHECKER, "ua1", pdf], capture_output=True, text=True, timeout=LIMIT)
    return {0: "yes", 1: "no"}.get(ran.returncode, "not checked")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("cli", type=pathlib.Path, help="probitas-cli of a release build")
    arguments.add_argument("--runs", type=int, default=11, help="counted runs of each, after one that is not (11)")
    arguments.add_argument("--python", default=sys.executable, help="the Python that has typst and weasyprint")
    arguments.add_argument("--keep", type=pathlib.Path, help="a folder to keep the files in")
    given = arguments.parse_args()
    folder = given.keep or pathlib.Path(tempfile.mkdtemp(prefix="probitas-compare-"))
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    cli = given.cli.resolve()
    subprocess.run([cli, "export", DRAFT, "--accept-warnings", "--force", "--page", "en", "--out", folder],
                   check=True, capture_output=True)
    page = next(folder.glob("*.html"))
    typst = Typst()
    typst.feed(page.read_text(encoding="utf-8"))
    source = folder / "page.typ"
    source.write_text(typst.source(), encoding="utf-8")

    running = []
    for name, of, command, place in contestants(cli, given.python, page, source, folder):
        if of is None:
            print(f"{name} left out: {command}")
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        run(command)
        running.append((name, of, command, place, []))
    for turn in range(given.runs):
        for name, _, command, _, times in running:
            # It takes seconds; half the runs tell as much.
            if name != "LibreOffice" or turn % 2 == 0:
                times.append(run(command))

    def median(times, which):
        return statistics.median(one[which] for one in times)

    own = running[0][4]
    print("\n| program | median | least | ratio | processor | ratio | pages | size | PDF/UA-1 |")
    print("|---|---|---|---|---|---|---|---|---|")
    for _, of, _, place, times in running:
        pdf = file_of(place)
        whole, busy = median(times, 0), median(times, 1)
        least = min(one[0] for one in times)
        print(f"| {of} | {1000 * whole:,.0f} ms | {1000 * least:,.0f} ms | {whole / median(own, 0):,.1f} "
              f"| {1000 * busy:,.0f} ms | {busy / median(own, 1):,.1f} "
              f"| {pages(pdf)} | {pdf.stat().st_size / 1000:,.0f} kB | {conformance(pdf)} |")
    if not given.keep:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
