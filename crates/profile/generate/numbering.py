"""Writes src/identifier/numbering.tsv: how each country's phone numbers are numbered.

Facts from ITU-T E.164 and the national numbering plans, as the package `phonenumbers` carries them
(PyPI, Apache-2.0, after Google's libphonenumber). Run: pip install phonenumbers; python3 numbering.py
"""

import pathlib

import phonenumbers
from phonenumbers import PhoneMetadata

HEAD = f"""\
# How each country's phone numbers are numbered. Written by generate/numbering.py from phonenumbers
# {phonenumbers.__version__} (Apache-2.0), which compiles ITU-T E.164 and the national numbering plans.
# country, country code, trunk prefix (- for none), shortest and longest national number
"""


# Hardly any subscriber has a shorter national number.
SHORTEST = 5


def main():
    rows = []
    for country in sorted(phonenumbers.SUPPORTED_REGIONS):
        plan = PhoneMetadata.metadata_for_region(country)
        lengths = [n for n in plan.general_desc.possible_length if n > 0]
        # Shorter ones are service numbers, but where a whole island has so few phones.
        lengths = [n for n in lengths if n >= SHORTEST] or lengths
        if plan.country_code == 1:
            lengths = [10]
        trunk = plan.national_prefix or "-"
        rows.append(f"{country}\t{plan.country_code}\t{trunk}\t{min(lengths)}\t{max(lengths)}\n")
    here = pathlib.Path(__file__).resolve().parent
    target = here.parent / "src" / "identifier" / "numbering.tsv"
    target.write_text(HEAD + "".join(rows), encoding="utf-8")


main()
