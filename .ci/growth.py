#!/usr/bin/env python3
"""How the time grows with the text: texts of one kind of thing over and over, each in several sizes, and the exponent of their times.

python3 .ci/growth.py target/release/newsfacts [--command check|extract] [--sizes 256,1024] [--most 1.15] [NAME ...]

An exponent is taken between the last two sizes (KB), of processor time without start-up; 1 is linear. Texts that the program refuses for
their size are left out. Ends with status 1 where one is above --most and takes more than a tenth of a second.
"""
import argparse, math, os, random, resource, subprocess, sys, tempfile

LETTERS = "abcdefghijklmnoprstuvz"
MONTHS = "January February March April May June July August September October November December".split()


def w(r, n=6):
    return "".join(r.choice(LETTERS) for _ in range(n))


def W(r, n=6):
    return w(r, n).capitalize()


# A piece of the text: the generator of random numbers, and how many pieces came before.
PIECES = {
    "people": lambda r, i: f"Mr. {W(r)} {W(r)} said so. ",
    "same_surname": lambda r, i: f"Mr. {W(r)} Calder said so. ",
    "surname_alone": lambda r, i: f"Mr. {W(r)} Calder said so. Calder left. ",
    "same_given": lambda r, i: f"Mr. John {W(r)} said so. ",
    "initials": lambda r, i: f"Mr. J. {W(r)} Calder said so. ",
    "companies": lambda r, i: f"{W(r)} {W(r)} Inc. paid. ",
    "same_first": lambda r, i: f"Acme {W(r)} Corp. paid. ",
    "ministries": lambda r, i: f"The Ministry of {W(r)} paid. The Ministry left. ",
    "acronyms": lambda r, i: f"The {W(r)} {W(r)} {W(r)} ({''.join(r.choice(LETTERS).upper() for _ in range(3))}) paid. ",
    "places": lambda r, i: f"It opened in {W(r)}, France and {W(r)} City. ",
    "tickers": lambda r, i: f"{W(r)} Inc. (NASDAQ: {''.join(r.choice(LETTERS).upper() for _ in range(4))}) rose 3%. ",
    "roles": lambda r, i: f"{W(r)} {W(r)}, chief executive of {W(r)} Corp., agreed. ",
    "repeated_name": lambda r, i: f"Velora Corp. paid. Velora left. ",
    "periods": lambda r, i: f"It began on {r.randint(1,28)} {r.choice(MONTHS)} {r.randint(1950,2030)} and in {r.choice(MONTHS)}. ",
    "anaphors": lambda r, i: f"In the quarter sales rose. A year earlier they fell. ",
    "percents": lambda r, i: f"Sales rose {r.randint(1,99)}.{r.randint(0,9)}%. ",
    "moves": lambda r, i: f"Sales of {w(r)} rose {r.randint(1,99)}% to ${r.randint(10,999)} million from ${r.randint(10,999)} million. ",
    "same_moves": lambda r, i: f"Revenue rose {r.randint(1,99)}% to ${r.randint(10,999)} million from ${r.randint(10,999)} million in 2020. ",
    "levels": lambda r, i: f"Revenue was ${r.randint(10,999)} million. ",
    "margins": lambda r, i: f"The operating margin was {r.randint(1,30)}%. Operating profit was ${r.randint(1,99)} million. Revenue was ${r.randint(100,999)} million. ",
    "shares": lambda r, i: f"{W(r)} had ${r.randint(1,99)} million, or {r.randint(1,30)}% of the total. ",
    "totals": lambda r, i: f"Of the total of ${r.randint(100,999)} million, ${r.randint(1,99)} million went to {w(r)}. ",
    "amounts": lambda r, i: f"${r.randint(1,999)} million. ",
    "bare_dollars": lambda r, i: f"$ {r.randint(1,999)} or {r.randint(1,999)} dollars in {W(r)}. ",
    "headings": lambda r, i: f"{W(r)} {w(r)} results\n\nSales rose {r.randint(1,99)}%.\n\n",
    "shouted_headings": lambda r, i: f"{w(r).upper()} RESULTS:\n\nSales rose {r.randint(1,99)}%.\n\n",
    "bullets": lambda r, i: f"- Revenue of ${r.randint(1,999)} million, up {r.randint(1,99)}%\n",
    "bullets_lead": lambda r, i: f"- {W(r)}: ${r.randint(1,999)} million\n",
    "one_list": lambda r, i: f"{W(r)} ({r.randint(1,99)} per cent), ",
    "respectively": lambda r, i: f"{r.randint(1,99)}%, ${r.randint(1,99)} million and ",
    "open_brackets": lambda r, i: "(up 5% ",
    "brackets": lambda r, i: f"(up {r.randint(1,99)}%) ",
    "nested": lambda r, i: "(a [b " if i%2==0 else "c] d) ",
    "quotes": lambda r, i: f'"Sales rose {r.randint(1,99)}%," {W(r)} {W(r)} said. ',
    "open_quotes": lambda r, i: f'"Sales rose {r.randint(1,99)}% ',
    "curly": lambda r, i: f'“Sales rose {r.randint(1,99)}%\n\n',
    "speakers": lambda r, i: f"According to {W(r)} Corp., sales rose {r.randint(1,99)}%. He added that they fell. ",
    "md_table": lambda r, i: ("| Item | 2020 | 2019 | Change |\n|---|---|---|---|\n" if i==0 else "")+f"| {W(r)} | {r.randint(1,999)} | {r.randint(1,999)} | {r.randint(1,99)}% |\n",
    "md_tables": lambda r, i: f"\nTable {i} in $ million\n\n| Item | 2020 | 2019 |\n|---|---|---|\n| {W(r)} | {r.randint(1,999)} | {r.randint(1,999)} |\n| Total | 5 | 6 |\n\n",
    "text_table": lambda r, i: f"{W(r):<20}{r.randint(1,999):>10}{r.randint(1,999):>10}\n",
    "tab_table": lambda r, i: f"{W(r)}\t{r.randint(1,999)}\t{r.randint(1,999)}\n",
    "wide_table": lambda r, i: f"| {r.randint(1,999)} ",
    "totals_table": lambda r, i: ("| Item | 2020 | 2019 |\n|---|---|---|\n" if i==0 else "")+(f"| {W(r)} | {r.randint(1,999)} | {r.randint(1,999)} |\n" if i%5 else f"| Total | {r.randint(1,999)} | {r.randint(1,999)} |\n"),
    "one_sentence": lambda r, i: f"{w(r)} {w(r)} and {w(r)} ",
    "one_sentence_figures": lambda r, i: f"sales rose {r.randint(1,99)}% to ${r.randint(1,999)} million and ",
    "commas": lambda r, i: f"{w(r)}, ",
    "verbs": lambda r, i: "rose and fell and said ",
    "one_line": lambda r, i: w(r,10),
    "digits": lambda r, i: str(r.randint(1,9)),
    "digit_groups": lambda r, i: f"{r.randint(100,999)},",
    "number_words": lambda r, i: "two hundred thousand ",
    "hundred": lambda r, i: "hundred ",
    "dashes": lambda r, i: f"{r.randint(1,99)}-",
    "ranges": lambda r, i: f"{r.randint(1,9)}% to {r.randint(10,99)}%, ",
    "capitals": lambda r, i: W(r)+" ",
    "of_chain": lambda r, i: f"Bank of {W(r)} ",
    "and_names": lambda r, i: f"{W(r)} & ",
    "possessives": lambda r, i: f"{W(r)}'s ",
    "dots": lambda r, i: ".",
    "stops": lambda r, i: "U.S. ",
    "newlines": lambda r, i: "a\n\n",
    "blanks": lambda r, i: " ",
    "tabs": lambda r, i: "\t",
    "nbsp": lambda r, i: "$5\u00a0million ",
    "shy": lambda r, i: "mil\u00adlion ",
    "combining": lambda r, i: "e\u0301\u0301\u0301 ",
    "emoji": lambda r, i: "👩‍👩‍👧 ",
    "dollars": lambda r, i: "$",
    "percents_signs": lambda r, i: "%",
    "brackets_only": lambda r, i: "(",
    "closers": lambda r, i: ")",
    "apostrophes": lambda r, i: "'",
    "stars": lambda r, i: "*a* ",
    "urls": lambda r, i: f"https://{w(r)}.com/{w(r)} ",
    "since": lambda r, i: "since last year and before the quarter, ",
    "quarters": lambda r, i: f"Q{r.randint(1,4)} {r.randint(1990,2030)} sales rose to ${r.randint(1,99)} million. ",
    "fiscal": lambda r, i: f"The fiscal year ended {r.choice(MONTHS)} {r.randint(1,28)}, {r.randint(1990,2030)}. The fiscal second quarter was good. ",
    "datelines": lambda r, i: f"{w(r).upper()}, {r.choice(MONTHS)} {r.randint(1,28)} - Sales rose {r.randint(1,99)}%.\n\n",
    "conversions": lambda r, i: f"It paid €{r.randint(1,99)} million (${r.randint(1,99)} million). ",
    "restated": lambda r, i: f"Revenue of Velora was ${r.randint(10,999)} million in {2000+i%20}. ",
    "forecasts": lambda r, i: f"Velora expects revenue of ${r.randint(10,999)} million to ${r.randint(10,999)} million in {2000+i%20}. ",
    "per_share": lambda r, i: f"It earned ${r.randint(10,999)} million, or $1.{r.randint(10,99)} per share, compared with $5 million, or $0.3 per share. ",
    "counts": lambda r, i: f"It cut {r.randint(10,999)} of its {r.randint(1000,9999)} jobs. ",
    "times": lambda r, i: f"It was {r.randint(2,9)} times the {r.randint(10,99)} of last year. ",
    "points": lambda r, i: f"The index fell {r.randint(2,90)}.5 points, or 0.63%, to {r.randint(1000,9000)}.10. ",
    "titles": lambda r, i: f"{W(r)} Profit Rises {r.randint(1,99)}% On {W(r)} Sales\n\n",
    "titles_people": lambda r, i: f"Chief Executive {W(r)} {W(r)} and Finance Minister {W(r)} {W(r)} met. ",
    "one_person": lambda r, i: f"{W(r)} chief {w(r)} officer Jane Doe agreed. ",
    "short_forms": lambda r, i: f'{W(r)} {W(r)} Holdings Inc. ("{W(r)}" or the "Company") paid ${r.randint(1,99)} million. {W(r)} left. ',
    "one_short_form": lambda r, i: f'{W(r)} {W(r)} Holdings Inc. (the "Company") paid ${r.randint(1,99)} million. The Company left. ',
    "bullets_deep": lambda r, i: f"{' ' * (i % 9)}* {W(r)} revenue of ${r.randint(1,999)} million\n",
    "bullets_numbered": lambda r, i: f"{i + 1}. Sales of {W(r)} rose {r.randint(1,99)}% to ${r.randint(1,99)} million\n",
    "rows_same_table": lambda r, i: ("| Item | 2020 | 2019 |\n|---|---|---|\n" if i==0 else "")+f"| Revenue | {r.randint(1,999)} | {r.randint(1,999)} |\n",
    "sections_table": lambda r, i: ("| Item | 2020 | 2019 |\n|---|---|---|\n" if i==0 else "")+(f"| {W(r)}: | | |\n" if i%3==0 else f"| {W(r)} {w(r)} | {r.randint(1,999)} | $({r.randint(1,999)}) |\n"),
    "dots_table": lambda r, i: f"{W(r)} {w(r)} .......... {r.randint(1,999)} {r.randint(1,999)} {r.randint(1,999)}\n",
    "stripped_rows": lambda r, i: f"{W(r)} {w(r)} {r.randint(1,999)} {r.randint(1,999)} ({r.randint(1,99)}%)\n",
    "quotes_behind": lambda r, i: f'{W(r)} {W(r)}, an analyst at {W(r)} Bank, said: "Sales of {W(r)} rose {r.randint(1,99)}%." ',
    "quotes_long": lambda r, i: f'"We sold {r.randint(1,99)} shops.\n\n"We made ${r.randint(1,99)} million," {W(r)} said.\n\n',
    "list_of_places": lambda r, i: f"{W(r)}, {r.choice(['Ohio', 'France', 'Lagos', 'Peru', 'Texas'])}, ",
    "places_and_shares": lambda r, i: f"{r.choice(['Ohio', 'France', 'Lagos', 'Peru', 'Texas'])} had {r.randint(1,99)}% and {W(r)} {r.randint(1,99)}%; ",
    "owners": lambda r, i: f"At {W(r)} Corp, a unit of {W(r)} Inc, profit was ${r.randint(1,99)} million; the unit's sales were ${r.randint(1,99)} million. ",
    "pronouns": lambda r, i: f"It earned ${r.randint(1,99)} million. Its sales rose {r.randint(1,99)}%. They fell. ",
    "parts": lambda r, i: f"${r.randint(1,99)} million in {W(r)}, ",
    "parts_total": lambda r, i: f"Sales were ${r.randint(100,999)} million: ${r.randint(1,99)} million in {W(r)} and ${r.randint(1,99)} million in {W(r)}. ",
    "answers": lambda r, i: f"Q. {W(r)}?\nA. Sales rose {r.randint(1,99)}% in {2000+i%30}.\n",
    "stages": lambda r, i: f"Sales were ${r.randint(1,99)} million in {2000+i%30}, ${r.randint(1,99)} million in {2001+i%30} and ${r.randint(1,99)} million in {2002+i%30}. ",
    "table_and_prose": lambda r, i: (
        "\n| Item in $ million | 2020 | 2019 |\n|---|---|---|\n| {0} | {1} | {2} |\n| Total | 5 | 6 |\n\n{0} was ${1} million in 2020.\n\n".format(
            "Revenue " + W(r), r.randint(1, 999), r.randint(1, 999))),
}


def text(name, kilobytes):
    r, pieces, length = random.Random(name), [], 0
    while length < kilobytes << 10:
        pieces.append(PIECES[name](r, len(pieces)))
        length += len(pieces[-1].encode())
    return "".join(pieces)


def seconds(program, command, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([program, command, "--jobs", "1", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return None if b"error: " + path.encode() in run.stderr and b"more than" in run.stderr else used


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--command", default="check")
    parser.add_argument("--sizes", default="256,1024")
    parser.add_argument("--most", type=float, default=1.15)
    given = parser.parse_intermixed_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "nothing.txt")
        with open(path, "w") as file:
            file.write("Nothing.")
        start = min(seconds(given.program, given.command, path) for _ in range(5))
        for name in given.names or PIECES:
            times = []
            for size in sizes:
                path = os.path.join(folder, f"{name}.{'md' if 'table' in name else 'txt'}")
                with open(path, "w") as file:
                    file.write(text(name, size))
                times.append(min(filter(None, (seconds(given.program, given.command, path) for _ in range(2))), default=None))
            read = [(size, time) for size, time in zip(sizes, times) if time]
            if len(read) < 2:
                print(f"   -  {name}: refused for its size")
                continue
            (small, fast), (large, slow) = read[-2:]
            exponent = math.log(max(slow - start, 0.001) / max(fast - start, 0.001)) / math.log(large / small)
            rows.append((exponent, name, read))
    for exponent, name, read in sorted(rows, reverse=True):
        print(f"{exponent:5.2f} {name:22}", " ".join(f"{size} KB {time:.3f} s" for size, time in read))
    steep = [name for exponent, name, read in rows if exponent > given.most and read[-1][1] > 0.1]
    if steep:
        sys.exit(f"more than linear: {', '.join(steep)}")


if __name__ == "__main__":
    main()
