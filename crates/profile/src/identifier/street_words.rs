//! Words of street lines and their spellings.
//!
//! USPS Publication 28: appendix C1 (suffixes: name, abbreviation and the variants in common use),
//! C2 (units), section 233 (directions). Canada Post, Addressing Guidelines: street types. Royal Mail,
//! La Poste (AFNOR XP Z10-011) and Deutsche Post (DIN 5008): abbreviations in postal use.

/// Suffixes: each row the spellings of one, its name and its standard abbreviation first.
#[rustfmt::skip]
pub const SUFFIXES: &[&[&str]] = &[
    &["alley", "aly", "allee", "ally"], &["annex", "anx", "anex", "annx"], &["arcade", "arc"],
    &["avenue", "ave", "av", "aven", "avenu", "avn", "avnue"], &["bayou", "byu", "bayoo"],
    &["beach", "bch"], &["bend", "bnd"], &["bluff", "blf", "bluf"], &["bluffs", "blfs"],
    &["bottom", "btm", "bot", "bottm"], &["boulevard", "blvd", "boul", "boulv", "bd"],
    &["branch", "br", "brnch"], &["bridge", "brg", "brdge"], &["brook", "brk"], &["brooks", "brks"],
    &["burg", "bg"], &["burgs", "bgs"], &["bypass", "byp", "bypa", "bypas", "byps"], &["camp", "cp", "cmp"],
    &["canyon", "cyn", "canyn", "cnyn"], &["cape", "cpe"], &["causeway", "cswy", "causwa"],
    &["center", "ctr", "cen", "cent", "centr", "centre", "cnter", "cntr"], &["centers", "ctrs"],
    &["circle", "cir", "circ", "circl", "crcl", "crcle"], &["circles", "cirs"], &["cliff", "clf"],
    &["cliffs", "clfs"], &["club", "clb"], &["common", "cmn"], &["commons", "cmns"], &["corner", "cor"],
    &["corners", "cors"], &["course", "crse"], &["court", "ct", "crt"], &["courts", "cts"], &["cove", "cv"],
    &["coves", "cvs"], &["creek", "crk"], &["crescent", "cres", "crsent", "crsnt"], &["crest", "crst"],
    &["crossing", "xing", "crssng"], &["crossroad", "xrd"], &["crossroads", "xrds"], &["curve", "curv"],
    &["dale", "dl"], &["dam", "dm"], &["divide", "dv", "div", "dvd"], &["drive", "dr", "driv", "drv"],
    &["drives", "drs"], &["estate", "est"], &["estates", "ests"],
    &["expressway", "expy", "exp", "expr", "express", "expw"], &["extension", "ext", "extn", "extnsn"],
    &["extensions", "exts"], &["fall"], &["falls", "fls"], &["ferry", "fry", "frry"], &["field", "fld"],
    &["fields", "flds"], &["flat", "flt"], &["flats", "flts"], &["ford", "frd"], &["fords", "frds"],
    &["forest", "frst", "forests"], &["forge", "frg", "forg"], &["forges", "frgs"], &["fork", "frk"],
    &["forks", "frks"], &["fort", "ft", "frt"], &["freeway", "fwy", "freewy", "frway", "frwy"],
    &["garden", "gdn", "gardn", "grden", "grdn"], &["gardens", "gdns", "grdns"],
    &["gateway", "gtwy", "gatewy", "gatway", "gtway"], &["glen", "gln"], &["glens", "glns"],
    &["green", "grn"], &["greens", "grns"], &["grove", "grv", "grov", "gr"], &["groves", "grvs"],
    &["harbor", "hbr", "harb", "harbr", "hrbor", "harbour"], &["harbors", "hbrs", "harbours"],
    &["haven", "hvn"], &["heights", "hts", "ht"], &["highway", "hwy", "highwy", "hiway", "hiwy", "hway"],
    &["hill", "hl"], &["hills", "hls"], &["hollow", "holw", "hllw", "hollows", "holws"], &["inlet", "inlt"],
    &["island", "is", "islnd"], &["islands", "iss", "islnds"], &["isle", "isles"],
    &["junction", "jct", "jction", "jctn", "junctn", "juncton"], &["junctions", "jcts", "jctns"],
    &["key", "ky"], &["keys", "kys"], &["knoll", "knl", "knol"], &["knolls", "knls"], &["lake", "lk"],
    &["lakes", "lks"], &["land"], &["landing", "lndg", "lndng"], &["lane", "ln", "la"], &["light", "lgt"],
    &["lights", "lgts"], &["loaf", "lf"], &["lock", "lck"], &["locks", "lcks"],
    &["lodge", "ldg", "ldge", "lodg"], &["loop", "loops"], &["mall"], &["manor", "mnr"],
    &["manors", "mnrs"], &["meadow", "mdw"], &["meadows", "mdws", "medows"], &["mews"], &["mill", "ml"],
    &["mills", "mls"], &["mission", "msn", "missn", "mssn"], &["motorway", "mtwy"], &["mount", "mt", "mnt"],
    &["mountain", "mtn", "mntain", "mntn", "mountin", "mtin"], &["mountains", "mtns", "mntns"],
    &["neck", "nck"], &["orchard", "orch", "orchrd"], &["oval", "ovl"], &["overpass", "opas"],
    &["park", "pk", "prk"], &["parks"], &["parkway", "pkwy", "parkwy", "pkway", "pky"],
    &["parkways", "pkwys"], &["pass"], &["passage", "psge"], &["path", "paths"], &["pike", "pikes"],
    &["pine", "pne"], &["pines", "pnes"], &["place", "pl"], &["plain", "pln"], &["plains", "plns"],
    &["plaza", "plz", "plza"], &["point", "pt"], &["points", "pts"], &["port", "prt"], &["ports", "prts"],
    &["prairie", "pr", "prr"], &["radial", "radl", "rad", "radiel"], &["ramp"],
    &["ranch", "rnch", "ranches", "rnchs"], &["rapid", "rpd"], &["rapids", "rpds"], &["rest", "rst"],
    &["ridge", "rdg", "rdge"], &["ridges", "rdgs"], &["river", "riv", "rvr", "rivr"], &["road", "rd"],
    &["roads", "rds"], &["route", "rte"], &["row"], &["rue"], &["run"], &["shoal", "shl"],
    &["shoals", "shls"], &["shore", "shr", "shoar"], &["shores", "shrs", "shoars"], &["skyway", "skwy"],
    &["spring", "spg", "spng", "sprng"], &["springs", "spgs", "spngs", "sprngs"], &["spur", "spurs"],
    &["square", "sq", "sqr", "sqre", "squ"], &["squares", "sqs", "sqrs"],
    &["station", "sta", "statn", "stn"],
    &["stravenue", "stra", "strav", "straven", "stravn", "strvn", "strvnue"], &["stream", "strm", "streme"],
    &["street", "st", "str", "strt"], &["streets", "sts"], &["summit", "smt", "sumit", "sumitt"],
    &["terrace", "ter", "terr", "tce"], &["throughway", "trwy"], &["trace", "trce", "traces"],
    &["track", "trak", "tracks", "trk", "trks"], &["trafficway", "trfy"],
    &["trail", "trl", "trails", "trls"], &["trailer", "trlr", "trlrs"],
    &["tunnel", "tunl", "tunel", "tunls", "tunnels", "tunnl"], &["turnpike", "tpke", "trnpk", "turnpk"],
    &["underpass", "upas"], &["union", "un"], &["unions", "uns"], &["valley", "vly", "vally", "vlly"],
    &["valleys", "vlys"], &["viaduct", "via", "vdct", "viadct"], &["view", "vw"], &["views", "vws"],
    &["village", "vlg", "vill", "villag", "villg", "villiage"], &["villages", "vlgs"], &["ville", "vl"],
    &["vista", "vis", "vist", "vst", "vsta"], &["walk"], &["walks"], &["wall"], &["way", "wy"], &["ways"],
    &["well", "wl"], &["wells", "wls"],
    // Canada and the United Kingdom, beside those.
    &["acres"], &["close", "cl"], &["chase"], &["croft"], &["end"], &["gate"], &["grounds", "grnds"],
    &["limits", "lmts"], &["line"], &["lookout", "lkout"], &["parade", "pde"], &["quay"], &["rise"],
    &["side"], &["thicket", "thick"], &["townline", "tline"], &["wharf"], &["wood"], &["woods"], &["wynd"],
    &["yard", "yd"],
    // German and Dutch.
    &["strasse", "str"], &["platz", "pl"], &["weg"], &["allee"], &["gasse", "g"], &["straat", "str"],
    &["ring"], &["ufer"], &["damm"], &["markt"],
    // Swedish.
    &["gatan", "g"], &["vagen", "v"],
];

/// Street types that stand before the name (French, Spanish, Italian, Portuguese).
#[rustfmt::skip]
pub const LEADING_TYPES: &[&[&str]] = &[
    &["rue", "r"], &["avenue", "av", "ave"], &["boulevard", "bd", "blvd", "boul"], &["place", "pl"],
    &["chemin", "ch", "che"], &["allee", "all"], &["allees", "all"], &["impasse", "imp"], &["quai", "qu"],
    &["route", "rte", "rt"], &["cours", "crs"], &["passage", "pas", "pass"], &["square", "sq"],
    &["voie", "voi"], &["cite"], &["faubourg", "fg", "fbg"], &["carrefour", "car"],
    &["sentier", "sen", "sent"], &["ruelle", "rle"], &["rondpoint", "rpt"], &["villa", "vla"],
    &["residence", "res"], &["lotissement", "lot"], &["hameau", "ham"], &["montee", "mte"], &["rang"],
    &["cote"], &["carre"], &["calle", "c", "cl"], &["avenida", "av", "avda"], &["plaza", "pza", "pl"],
    &["paseo"], &["via", "v"], &["viale", "vle"], &["piazza", "pzza", "pza"], &["piazzale", "ple", "pzale"],
    &["corso", "cso"], &["largo", "lgo"], &["vicolo", "vlo"], &["strada", "str"], &["rua", "r"], &["travessa", "tv", "trav"],
    &["alameda", "al"], &["praca", "pca", "pc"], &["rodovia", "rod"], &["estrada", "estr"], &["carrera", "cra", "kr"],
    &["camino", "cno"], &["carretera", "ctra"], &["ronda", "rda"], &["strasse", "str"], &["ulica", "ul"], &["aleja", "al"],
];

/// Directions, English and French.
#[rustfmt::skip]
pub const DIRECTIONS: &[&[&str]] = &[
    &["north", "n"], &["south", "s"], &["east", "e"], &["west", "w"], &["northeast", "ne"],
    &["northwest", "nw"], &["southeast", "se"], &["southwest", "sw"],
    &["nord", "n"], &["sud", "s"], &["est", "e"], &["ouest", "o"],
];

/// Words that introduce a unit.
#[rustfmt::skip]
pub const UNIT_WORDS: &[&str] = &[
    "apt", "apartment", "unit", "suite", "ste", "floor", "fl", "room", "rm", "building", "bldg", "lot",
    "trailer", "trlr", "penthouse", "ph", "space", "spc", "department", "dept", "basement", "bsmt", "front", "frnt",
    "hangar", "hngr", "key", "lobby", "lbby", "lower", "lowr", "office", "ofc", "pier", "rear", "side", "slip",
    "stop", "upper", "uppr", "flat", "no", "appartement", "appt", "app", "unite", "bureau", "wohnung", "whg",
    "pmb", "apto", "apartamento", "piso", "interno", "int", "etage", "og", "stock", "top", "stiege",
];

/// What stands behind a house number and belongs to it, as a letter does: French.
pub const REPEATS: &[&str] = &["bis", "ter", "quater"];

/// Words of street names that are written in more than one way.
#[rustfmt::skip]
const NAME_WORDS: &[&[&str]] = &[
    &["saint", "st"], &["sainte", "ste"], &["mount", "mt"], &["fort", "ft"], &["junior", "jr"],
    &["doctor", "dr"], &["docteur", "dr"], &["doktor", "dr"], &["general", "gen", "gal"],
    &["marechal", "mal"], &["president", "pdt"], &["professeur", "pr"], &["professor", "prof"],
    &["sankt", "st"], &["san", "s"], &["santa", "s", "sta"], &["sant", "s"],
];

/// Every spelling of a word, the given one first.
pub fn same_word(word: &str) -> Vec<&str> {
    same(word, usize::MAX)
}

/// The spellings of a word that are worth a digest: its name, its standard abbreviation, the given.
pub fn usual_word(word: &str) -> Vec<&str> {
    same(word, 2)
}

fn same(word: &str, most: usize) -> Vec<&str> {
    let rows = SUFFIXES.iter().chain(DIRECTIONS).chain(NAME_WORDS);
    let mut same = vec![word];
    for spelling in rows
        .chain(LEADING_TYPES)
        .filter(|row| row.contains(&word))
        .flat_map(|row| row.iter().take(most))
    {
        if !same.contains(spelling) {
            same.push(spelling);
        }
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_designator_of_publication_28_is_known() {
        // Appendix C2, each with its abbreviation.
        #[rustfmt::skip]
        let designators = [
            "apartment apt", "basement bsmt", "building bldg", "department dept", "floor fl", "front frnt",
            "hangar hngr", "key key", "lobby lbby", "lot lot", "lower lowr", "office ofc", "penthouse ph", "pier pier",
            "rear rear", "room rm", "side side", "slip slip", "space spc", "stop stop", "suite ste", "trailer trlr",
            "unit unit", "upper uppr",
        ];
        assert_eq!(designators.len(), 24);
        for word in designators.iter().flat_map(|both| both.split(' ')) {
            assert!(UNIT_WORDS.contains(&word), "{word}");
        }
    }

    #[test]
    fn every_suffix_has_one_name_and_one_abbreviation() {
        // Appendix C1, so that none vanishes; the rows behind are other countries'.
        let american = SUFFIXES.iter().position(|row| row[0] == "acres");
        assert_eq!(american, Some(205));
        for (name, abbreviation) in [
            ("crossing", "xing"),
            ("stravenue", "stra"),
            ("expressway", "expy"),
            ("trafficway", "trfy"),
            ("turnpike", "tpke"),
            ("viaduct", "via"),
            ("village", "vlg"),
            ("ville", "vl"),
            ("wells", "wls"),
        ] {
            assert!(usual_word(name).contains(&abbreviation), "{name}");
            assert!(usual_word(abbreviation).contains(&name), "{abbreviation}");
        }
    }
}
