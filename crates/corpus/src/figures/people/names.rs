//! Given and family names of five countries, with their accents, particles and hyphens.

use super::Country;

#[rustfmt::skip]
const ENGLISH_GIVEN: &[&str] = &[
    "Aaliyah", "Barnaby", "Cordelia", "DeShawn", "Eleanor", "Fitzgerald", "Genevieve", "Horatio", "Imogen", "Jamal",
    "Katherine", "Leopold", "Marisol", "Nathaniel", "Octavia", "Percival", "Quincy", "Rosalind", "Sebastian", "Tamsin",
    "Ulrika", "Vikram", "Winifred", "Xiomara", "Yusuf", "Zachariah", "Mary-Kate", "Nguyen", "Siobhán", "Aoife",
    "Jennifer", "Michael", "Jessica", "Christopher", "Ashley", "Matthew", "Brittany", "Daniel", "Samantha", "Andrew",
];
#[rustfmt::skip]
const ENGLISH_FAMILY: &[&str] = &[
    "Abernathy", "Blackwood", "Castellanos", "Dombrowski", "Eastlake", "Featherstone", "Gallagher", "Hutchinson",
    "Ivanova", "Jankowski", "Kowalczyk", "Lindqvist", "McAllister", "Nakamura", "O'Sullivan", "Pemberton",
    "Quackenbush", "Rutherford", "St. Clair", "Thibodeaux", "Underhill", "Van der Berg", "Whitfield", "Xiong",
    "Yamamoto", "Zimmerman", "Smith-Jones", "García", "Núñez", "de la Cruz", "Patel", "Okonkwo", "Johnson", "Williams",
    "Rodriguez", "Fitzpatrick", "MacDonald", "Washington", "Petrosyan", "Haverford",
];
#[rustfmt::skip]
const GERMAN_GIVEN: &[&str] = &[
    "Jürgen", "Käthe", "Björn", "Annegret", "Hans-Peter", "Sören", "Ursula", "Wolfgang", "Friederike", "Günther",
    "Heike", "Ingeborg", "Joachim", "Karl-Heinz", "Liselotte", "Matthias", "Nadine", "Ottmar", "Petra", "Reinhard",
    "Sabine", "Thorsten", "Uwe", "Veronika", "Wilhelmina", "Yannick", "Zoë", "Ayşe", "Mehmet", "Kristina",
];
#[rustfmt::skip]
const GERMAN_FAMILY: &[&str] = &[
    "Müller", "Großmann", "Schäfer", "von Hohenfels", "Weiß", "Köhler", "Strauß", "Jäger", "Krüger", "Böhm",
    "zu Wied", "Schulze-Boysen", "Baumgartner", "Dietrich", "Engelhardt", "Fuhrmann", "Hölderlin", "Kühnemann",
    "Leutheusser", "Niedermayer", "Oberländer", "Pfeiffer", "Rosenthal", "Sternberg", "Trautmann", "Uhlmann",
    "Vogelsang", "Wachsmuth", "Yıldız", "Zimmermann",
];
#[rustfmt::skip]
const FRENCH_GIVEN: &[&str] = &[
    "Amélie", "Benoît", "Céline", "Didier", "Éloïse", "François", "Geneviève", "Hélène", "Inès", "Jean-Baptiste",
    "Joël", "Léa", "Marie-Claire", "Noémie", "Océane", "Pascal", "Quentin", "Raphaël", "Stéphane", "Thérèse",
    "Ulysse", "Violette", "Yves", "Zélie", "Anaïs", "Loïc", "Maëlle", "Chloé", "Sébastien", "Corentin",
];
#[rustfmt::skip]
const FRENCH_FAMILY: &[&str] = &[
    "Lefèvre", "de La Fontaine", "Béranger", "Dubois-Martin", "d'Alembert", "Gérard", "Lemaître", "Moreau",
    "Château", "Rousselot", "Le Goff", "Beaumont", "Carpentier", "Delacroix", "Étienne", "Fournier", "Guérin",
    "Hébert", "Joubert", "Kerouac", "Lagrange", "Mallarmé", "Noël", "Ouellette", "Pelletier", "Quesnel",
    "Tremblay", "Vasseur", "Desrosiers", "Bouchard",
];

/// Given and family names that are usual in a country.
pub fn of(country: Country) -> (&'static [&'static str], &'static [&'static str]) {
    match country {
        Country::UnitedStates | Country::Canada | Country::UnitedKingdom => {
            (ENGLISH_GIVEN, ENGLISH_FAMILY)
        }
        Country::Germany => (GERMAN_GIVEN, GERMAN_FAMILY),
        Country::France => (FRENCH_GIVEN, FRENCH_FAMILY),
    }
}
