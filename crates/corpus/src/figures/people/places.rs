//! Streets and towns of five countries. Towns and street names are real, their combinations are not.

/// A region with its abbreviation.
pub type Region = (&'static str, &'static str);

#[rustfmt::skip]
pub const AMERICAN_STREETS: &[&str] = &[
    "Maple", "Washington", "Lake Shore", "Cherry Blossom", "Sunset", "Jefferson", "Riverside", "Dogwood", "Franklin",
    "Highland", "Magnolia", "Chestnut", "Prospect", "Sycamore", "Lincoln", "Willow Creek", "Old Mill", "Juniper",
    "Martin Luther King Jr", "Rosecrans", "Peachtree", "El Camino Real", "Van Ness", "Wilshire", "Kalakaua",
    "Saint Charles", "Mount Vernon", "Fort Hamilton", "5th", "42nd", "Third", "Main", "Park", "Oak", "Broad",
];
/// USPS Publication 28, appendix C1: suffix and the abbreviation that the post office prefers.
#[rustfmt::skip]
pub const AMERICAN_SUFFIXES: &[(&str, &str)] = &[
    ("Street", "St"), ("Avenue", "Ave"), ("Boulevard", "Blvd"), ("Drive", "Dr"), ("Road", "Rd"), ("Lane", "Ln"),
    ("Court", "Ct"), ("Circle", "Cir"), ("Place", "Pl"), ("Terrace", "Ter"), ("Parkway", "Pkwy"), ("Trail", "Trl"),
    ("Crossing", "Xing"), ("Highway", "Hwy"), ("Square", "Sq"), ("Turnpike", "Tpke"), ("Way", "Way"), ("Point", "Pt"),
];
/// USPS Publication 28, 233: directionals.
pub const DIRECTIONS: &[(&str, &str)] = &[
    ("North", "N"),
    ("South", "S"),
    ("East", "E"),
    ("West", "W"),
    ("Northeast", "NE"),
    ("Southwest", "SW"),
];
/// USPS Publication 28, appendix C2.
pub const UNITS: &[(&str, &str)] = &[
    ("Apartment", "Apt"),
    ("Suite", "Ste"),
    ("Unit", "Unit"),
    ("Floor", "Fl"),
    ("Room", "Rm"),
    ("Building", "Bldg"),
];
#[rustfmt::skip]
pub const AMERICAN_CITIES: &[(&str, Region, &str)] = &[
    ("Albuquerque", ("New Mexico", "NM"), "871"), ("Boise", ("Idaho", "ID"), "837"), ("Charleston", ("South Carolina", "SC"), "294"),
    ("Duluth", ("Minnesota", "MN"), "558"), ("El Paso", ("Texas", "TX"), "799"), ("Fargo", ("North Dakota", "ND"), "581"),
    ("Green Bay", ("Wisconsin", "WI"), "543"), ("Hartford", ("Connecticut", "CT"), "061"), ("Iowa City", ("Iowa", "IA"), "522"),
    ("Kalamazoo", ("Michigan", "MI"), "490"), ("Las Cruces", ("New Mexico", "NM"), "880"), ("Missoula", ("Montana", "MT"), "598"),
    ("Nashville", ("Tennessee", "TN"), "372"), ("Omaha", ("Nebraska", "NE"), "681"), ("Pittsburgh", ("Pennsylvania", "PA"), "152"),
    ("Saint Louis", ("Missouri", "MO"), "631"), ("Springfield", ("Illinois", "IL"), "627"), ("Tucson", ("Arizona", "AZ"), "857"),
    ("Winston-Salem", ("North Carolina", "NC"), "271"), ("Coeur d'Alene", ("Idaho", "ID"), "838"), ("Brooklyn", ("New York", "NY"), "112"),
];
#[rustfmt::skip]
pub const CANADIAN_CITIES: &[(&str, Region, &str)] = &[
    ("Toronto", ("Ontario", "ON"), "M"), ("Ottawa", ("Ontario", "ON"), "K"), ("Vancouver", ("British Columbia", "BC"), "V"),
    ("Calgary", ("Alberta", "AB"), "T"), ("Winnipeg", ("Manitoba", "MB"), "R"), ("Halifax", ("Nova Scotia", "NS"), "B"),
    ("Regina", ("Saskatchewan", "SK"), "S"), ("Fredericton", ("New Brunswick", "NB"), "E"), ("St. John's", ("Newfoundland and Labrador", "NL"), "A"),
    ("Québec", ("Quebec", "QC"), "G"), ("Trois-Rivières", ("Quebec", "QC"), "G"), ("Charlottetown", ("Prince Edward Island", "PE"), "C"),
];
#[rustfmt::skip]
pub const CANADIAN_STREETS: &[&str] = &[
    "Yonge", "Bloor", "Granville", "Portage", "Barrington", "Jasper", "Spadina", "Dundas", "Elgin", "Wellington",
    "Queen Mary", "Lakeshore", "Victoria", "Macleod", "Robson", "Saint Catherine",
];
#[rustfmt::skip]
pub const BRITISH_STREETS: &[&str] = &[
    "Abbey Road", "Acacia Avenue", "Baker Street", "Church Lane", "Deansgate", "Elm Grove", "Fleet Street", "Gower Street",
    "Hanover Square", "Inverleith Row", "Kensington High Street", "Lancaster Gate", "Mill Hill", "North Parade", "Old Kent Road",
    "Princes Street", "Queensway", "Royal Crescent", "St Mary's Road", "The Shambles", "Upper Mall", "Victoria Terrace", "Whitehall Close",
];
#[rustfmt::skip]
pub const BRITISH_TOWNS: &[(&str, &str)] = &[
    ("London", "SW"), ("Manchester", "M"), ("Birmingham", "B"), ("Leeds", "LS"), ("Bristol", "BS"), ("Edinburgh", "EH"),
    ("Cardiff", "CF"), ("Newcastle upon Tyne", "NE"), ("Stratford-upon-Avon", "CV"), ("Bath", "BA"), ("York", "YO"), ("Belfast", "BT"),
];
/// What stands before the word for street, and whether it is joined to it.
#[rustfmt::skip]
pub const GERMAN_STREETS: &[&str] = &[
    "Hauptstraße", "Goethestraße", "Bahnhofstraße", "Karl-Marx-Allee", "Unter den Linden", "Lindenweg", "Schillerplatz", "Gartenstraße",
    "Königsallee", "Friedrich-Ebert-Straße", "Am Alten Markt", "Mühlenweg", "Kirchgasse", "Straße des 17. Juni", "Prenzlauer Allee",
    "Schönhauser Straße", "Rosa-Luxemburg-Straße", "Brüderstraße", "Eichendorffweg", "Große Bleichen", "Zeppelinstraße", "Marienplatz",
];
#[rustfmt::skip]
pub const GERMAN_TOWNS: &[(&str, &str)] = &[
    ("Berlin", "10"), ("München", "80"), ("Köln", "50"), ("Frankfurt am Main", "60"), ("Düsseldorf", "40"), ("Leipzig", "04"),
    ("Nürnberg", "90"), ("Göttingen", "37"), ("Lübeck", "23"), ("Weißenfels", "06"), ("Freiburg im Breisgau", "79"), ("Halle (Saale)", "06"),
];
#[rustfmt::skip]
pub const FRENCH_STREETS: &[&str] = &[
    "rue de la République", "avenue des Champs-Élysées", "boulevard Saint-Germain", "rue Victor Hugo", "place de la Mairie",
    "chemin des Vignes", "impasse du Moulin", "allée des Tilleuls", "rue du Faubourg Saint-Honoré", "quai de la Tournelle",
    "avenue Jean Jaurès", "rue d'Alésia", "boulevard Voltaire", "rue de l'Église", "cours Lafayette", "route de Saint-Étienne",
];
#[rustfmt::skip]
pub const FRENCH_TOWNS: &[(&str, &str)] = &[
    ("Paris", "75"), ("Lyon", "69"), ("Marseille", "13"), ("Saint-Étienne", "42"), ("Besançon", "25"), ("Nîmes", "30"),
    ("La Rochelle", "17"), ("Orléans", "45"), ("Aix-en-Provence", "13"), ("Évreux", "27"), ("Béziers", "34"), ("Strasbourg", "67"),
];
