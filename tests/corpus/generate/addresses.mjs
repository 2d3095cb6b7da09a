// Writes addresses.tsv: addresses of four countries, in the spellings that their postal operators'
// rules give them, with a neighbour's.
//
// Street and place names are real ones, as the package @faker-js/faker 10.6.0 (npm, MIT) carries them; which
// house stands in which town is drawn. Rules: Canada Post, Addressing Guidelines; Royal Mail, Guide for Clean
// Addressing; DIN 5008 and Deutsche Post, Anschriften richtig schreiben; La Poste, AFNOR XP Z10-011.
// Post towns and their postcode areas: Royal Mail's list of post towns.
// Run: npm install --no-save @faker-js/faker@10.6.0 && node addresses.mjs

import { writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";

const EACH = 220;

// A multiplicative generator (Lehmer, 2^31 - 1): the same addresses at every run.
let state = 20_261_122;
function draw(below) {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}
const pick = (list) => list[draw(list.length)];
const digits = (count) => Array.from({ length: count }, () => draw(10)).join("");
const letter = () => pick([..."ABCEGHJKLMNPRSTVWXY"]);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
const upper = (text) => plain(text).toUpperCase();
const slug = (text) => plain(text).toLowerCase().replace(/[^a-z0-9]+/g, "-");
const umlauts = (text) =>
  text.replace(/[äöüÄÖÜß]/g, (c) => ({ ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" })[c]);

// Replaces the first of the words that stands in the text.
function reworded(text, words) {
  const found = Object.keys(words).find((word) => new RegExp(`(^| )${word}( |$)`).test(text));
  return found ? text.replace(new RegExp(`(^| )${found}( |$)`), `$1${words[found]}$2`) : text;
}

const ENGLISH = {
  Street: "St", Road: "Rd", Avenue: "Ave", Drive: "Dr", Lane: "Ln", Close: "Cl", Crescent: "Cres", Court: "Ct",
  Place: "Pl", Terrace: "Ter", Gardens: "Gdns", Grove: "Gr", Square: "Sq", Parkway: "Pkwy", Boulevard: "Blvd",
};
const FRENCH = { Rue: "R", Avenue: "Av", Boulevard: "Bd", Place: "Pl", Allée: "All", Impasse: "Imp", Passage: "Pas" };

function canada() {
  const french = draw(4) === 0;
  const region = french ? "QC" : pick(["ON", "BC", "AB", "MB", "NS", "SK"]);
  const area = { QC: "H", ON: "M", BC: "V", AB: "T", MB: "R", NS: "B", SK: "S" }[region];
  const street = french
    ? `${pick(["rue", "avenue", "boulevard"])} ${pick(allLocales.fr.location.street_suffix)}`
    : pick(allLocales.en.location.street_name);
  const short = french
    ? reworded(street, { rue: "r", avenue: "av", boulevard: "boul" })
    : reworded(street, ENGLISH);
  const city = pick(allLocales.en_CA.location.city_name);
  const code = `${area}${draw(10)}${letter()} ${draw(10)}${letter()}${draw(10)}`;
  const number = 10 + draw(9_000);
  const unit = draw(3) === 0 ? `${1 + draw(40)}` : "";
  const led = unit && `${unit}-`;
  return {
    country: "CA", street: `${number} ${street}`, unit: unit && `Unit ${unit}`, city, region, code,
    spellings: [
      `${number} ${street}, ${city} ${region} ${code}`,
      upper(`${led}${number} ${short}  ${city} ${region}  ${code}`),
      `${number} ${short}, ${city}, ${code.replace(" ", "").toLowerCase()}`,
      slug(`${number} ${street} ${city} ${code.replace(" ", "")}`),
    ],
    neighbour: `${number + 2} ${street}, ${city} ${region}`,
  };
}

const TOWNS = [
  ["Aberdeen", "AB"], ["Bath", "BA"], ["Birmingham", "B"], ["Blackpool", "FY"], ["Bolton", "BL"], ["Brighton", "BN"],
  ["Bristol", "BS"], ["Cambridge", "CB"], ["Cardiff", "CF"], ["Carlisle", "CA"], ["Chester", "CH"], ["Coventry", "CV"],
  ["Derby", "DE"], ["Dundee", "DD"], ["Edinburgh", "EH"], ["Exeter", "EX"], ["Glasgow", "G"], ["Hull", "HU"],
  ["Ipswich", "IP"], ["Leeds", "LS"], ["Leicester", "LE"], ["Lincoln", "LN"], ["Liverpool", "L"], ["Manchester", "M"],
  ["Norwich", "NR"], ["Nottingham", "NG"], ["Oxford", "OX"], ["Plymouth", "PL"], ["Sheffield", "S"], ["York", "YO"],
  ["Newcastle upon Tyne", "NE"], ["Milton Keynes", "MK"], ["Stoke-on-Trent", "ST"], ["St. Albans", "AL"],
];

function unitedKingdom() {
  const [city, area] = pick(TOWNS);
  const street = pick(allLocales.en_GB.location.street_name);
  const code = `${area}${1 + draw(20)} ${draw(10)}${letter()}${letter()}`;
  const number = 1 + draw(300);
  const flat = draw(3) === 0 ? `${1 + draw(30)}` : "";
  return {
    country: "GB", street: `${number} ${street}`, unit: flat && `Flat ${flat}`, city, region: "", code,
    spellings: [
      `${flat && `Flat ${flat}, `}${number} ${street}\n${upper(city)}\n${code}`,
      `${flat && `${flat}/`}${number} ${reworded(street, ENGLISH)}, ${city}, ${code.replace(" ", "")}`,
      upper(`${number} ${street} ${city} ${code}`),
      slug(`${number} ${street} ${city}`),
    ],
    neighbour: `${number + 2} ${street}, ${city}`,
  };
}

function germany() {
  const street = pick(allLocales.de.location.street_name);
  const long = street.replace(/str\.$/, "straße").replace(/Str\.$/, "Straße");
  const city = pick(allLocales.de.location.city_name);
  const code = `${1 + draw(9)}${digits(4)}`;
  const number = `${1 + draw(180)}${draw(5) === 0 ? pick(["a", "b", "c"]) : ""}`;
  const spaced = number.replace(/(\d)([a-c])/, "$1 $2");
  return {
    country: "DE", street: `${street} ${number}`, unit: "", city, region: "", code,
    spellings: [
      `${long} ${spaced}\n${code} ${city}`,
      `${umlauts(street)} ${number}, D-${code} ${umlauts(city)}`,
      upper(`${long} ${number} ${code} ${city}`),
      slug(`${umlauts(long)} ${number} ${umlauts(city)}`),
    ],
    neighbour: `${street} ${Number.parseInt(number, 10) + 2}, ${city}`,
  };
}

function france() {
  const { street_prefix: types, street_suffix: names, city_name: cities } = allLocales.fr.location;
  const street = `${pick(types)} ${pick(names)}`;
  const city = pick(cities);
  const code = `${String(1 + draw(95)).padStart(2, "0")}${digits(3)}`;
  const repeat = draw(5) === 0 ? pick([" bis", " ter"]) : "";
  const bare = 1 + draw(200);
  const number = `${bare}${repeat}`;
  return {
    country: "FR", street: `${number} ${street}`, unit: "", city, region: "", code,
    spellings: [
      `${number}, ${street.toLowerCase()}\n${code} ${city}`,
      upper(`${number.replace(" ", "")} ${reworded(street, FRENCH)} ${code} ${city}`),
      `${number} ${plain(street)}, F-${code} ${plain(city)}`,
      slug(`${number} ${street} ${city}`),
    ],
    neighbour: `${repeat ? bare : `${bare} bis`} ${street}, ${city}`,
  };
}

const rows = [
  "# Written by generate/addresses.mjs, which says what from. Lines of an address are divided by |.",
  "# country, street, unit, city, region, postal code, four spellings, a neighbour's",
];
for (const make of [canada, unitedKingdom, germany, france]) {
  for (let number = 0; number < EACH; number += 1) {
    const { spellings, neighbour, ...parts } = make();
    rows.push([...Object.values(parts), ...spellings, neighbour].join("\t").replaceAll("\n", "|"));
  }
}
writeFileSync(new URL("../addresses.tsv", import.meta.url), `${rows.join("\n")}\n`);
