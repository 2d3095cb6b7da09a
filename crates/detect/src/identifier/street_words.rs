//! Words of street lines and their spellings.
//!
//! USPS Publication 28: appendix C1 (suffixes: name, abbreviation and the variants in common use),
//! C2 (units), section 233 (directions); German, French and Spanish abbreviations in postal use.

/// Suffixes: each row the spellings of one.
#[rustfmt::skip]
pub const SUFFIXES: &[&[&str]] = &[
    &["alley", "aly", "ally"], &["annex", "anx"], &["arcade", "arc"], &["avenue", "ave", "av", "aven"],
    &["bayou", "byu"], &["beach", "bch"], &["bend", "bnd"], &["bluff", "blf"], &["bluffs", "blfs"],
    &["bottom", "btm"], &["boulevard", "blvd", "boul", "bd"], &["branch", "br"], &["bridge", "brg"],
    &["brook", "brk"], &["burg", "bg"], &["bypass", "byp"], &["camp", "cp"], &["canyon", "cyn"],
    &["cape", "cpe"], &["causeway", "cswy"], &["center", "ctr", "centre"], &["circle", "cir", "circ"],
    &["cliff", "clf"], &["cliffs", "clfs"], &["club", "clb"], &["common", "cmn"], &["commons", "cmns"],
    &["corner", "cor"], &["corners", "cors"], &["course", "crse"], &["court", "ct", "crt"],
    &["courts", "cts"], &["cove", "cv"], &["creek", "crk"], &["crescent", "cres", "crsent"],
    &["crest", "crst"], &["crossing", "xing", "crssng"], &["crossroad", "xrd"], &["curve", "curv"],
    &["dale", "dl"], &["dam", "dm"], &["divide", "dv"], &["drive", "dr", "drv"], &["estate", "est"],
    &["estates", "ests"], &["expressway", "expy", "expr"], &["extension", "ext"], &["fall"],
    &["falls", "fls"], &["ferry", "fry"], &["field", "fld"], &["fields", "flds"], &["flat", "flt"],
    &["flats", "flts"], &["ford", "frd"], &["forest", "frst"], &["forge", "frg"], &["fork", "frk"],
    &["forks", "frks"], &["fort", "ft"], &["freeway", "fwy", "frwy"], &["garden", "gdn"],
    &["gardens", "gdns"], &["gateway", "gtwy"], &["glen", "gln"], &["green", "grn"], &["grove", "grv"],
    &["harbor", "hbr", "harbour"], &["haven", "hvn"], &["heights", "hts"], &["highway", "hwy", "hiway"],
    &["hill", "hl"], &["hills", "hls"], &["hollow", "holw"], &["inlet", "inlt"], &["island", "is"],
    &["islands", "iss"], &["isle"], &["junction", "jct"], &["key", "ky"], &["knoll", "knl"],
    &["knolls", "knls"], &["lake", "lk"], &["lakes", "lks"], &["landing", "lndg"], &["lane", "ln"],
    &["light", "lgt"], &["loaf", "lf"], &["lock", "lck"], &["locks", "lcks"], &["lodge", "ldg"],
    &["loop"], &["mall"], &["manor", "mnr"], &["meadow", "mdw"], &["meadows", "mdws"], &["mews"],
    &["mill", "ml"], &["mills", "mls"], &["mission", "msn"], &["motorway", "mtwy"], &["mount", "mt"],
    &["mountain", "mtn"], &["neck", "nck"], &["orchard", "orch"], &["oval"], &["overpass", "opas"],
    &["park"], &["parkway", "pkwy", "pky"], &["pass"], &["passage", "psge"], &["path"], &["pike"],
    &["pine", "pne"], &["pines", "pnes"], &["place", "pl"], &["plain", "pln"], &["plains", "plns"],
    &["plaza", "plz"], &["point", "pt"], &["points", "pts"], &["port", "prt"], &["prairie", "pr"],
    &["ramp"], &["ranch", "rnch"], &["rapids", "rpds"], &["rest", "rst"], &["ridge", "rdg"],
    &["river", "riv"], &["road", "rd"], &["roads", "rds"], &["route", "rte"], &["row"], &["run"],
    &["shoal", "shl"], &["shore", "shr"], &["shores", "shrs"], &["skyway", "skwy"], &["spring", "spg"],
    &["springs", "spgs"], &["spur"], &["square", "sq"], &["squares", "sqs"], &["station", "sta"],
    &["stravenue", "stra"], &["stream", "strm"], &["street", "st", "str", "strt"], &["streets", "sts"],
    &["summit", "smt"], &["terrace", "ter", "terr"], &["throughway", "trwy"], &["trace", "trce"],
    &["track", "trak"], &["trafficway", "trfy"], &["trail", "trl"], &["trailer", "trlr"],
    &["tunnel", "tunl"], &["turnpike", "tpke"], &["underpass", "upas"], &["union", "un"],
    &["valley", "vly"], &["viaduct", "via"], &["view", "vw"], &["village", "vlg"], &["ville", "vl"],
    &["vista", "vis"], &["walk"], &["wall"], &["way", "wy"], &["ways"], &["well", "wl"], &["wells", "wls"],
    &["strasse", "str"], &["platz", "pl"], &["weg"], &["allee"], &["gasse", "g"], &["straat", "str"],
];

/// Directions.
#[rustfmt::skip]
pub const DIRECTIONS: &[&[&str]] = &[
    &["north", "n"], &["south", "s"], &["east", "e"], &["west", "w"], &["northeast", "ne"],
    &["northwest", "nw"], &["southeast", "se"], &["southwest", "sw"],
];

/// Words that introduce a unit.
#[rustfmt::skip]
pub const UNIT_WORDS: &[&str] = &[
    "apt", "apartment", "unit", "suite", "ste", "floor", "fl", "room", "rm", "building", "bldg", "lot",
    "trailer", "trlr", "penthouse", "ph", "space", "spc", "dept", "flat", "no",
];

/// Words of street names that are written in more than one way.
#[rustfmt::skip]
const NAME_WORDS: &[&[&str]] = &[
    &["po", "post office"], &["saint", "st"], &["mount", "mt"], &["fort", "ft"], &["junior", "jr"], &["doctor", "dr"],
    &["first", "1st"], &["second", "2nd"], &["third", "3rd"], &["fourth", "4th"], &["fifth", "5th"],
    &["sixth", "6th"], &["seventh", "7th"], &["eighth", "8th"], &["ninth", "9th"], &["tenth", "10th"],
    &["eleventh", "11th"], &["twelfth", "12th"], &["thirteenth", "13th"], &["fourteenth", "14th"],
    &["fifteenth", "15th"], &["sixteenth", "16th"], &["seventeenth", "17th"], &["eighteenth", "18th"],
    &["nineteenth", "19th"], &["twentieth", "20th"],
];

/// Every spelling of a word, the given one first.
pub fn same_word(word: &str) -> Vec<&str> {
    let rows = SUFFIXES.iter().chain(DIRECTIONS).chain(NAME_WORDS);
    let mut same = vec![word];
    for spelling in rows
        .filter(|row| row.contains(&word))
        .flat_map(|row| row.iter())
    {
        if !same.contains(spelling) {
            same.push(spelling);
        }
    }
    same
}
