//! Ordinary prose in five languages, written for this, with the words, numbers and places that names and addresses are
//! made of.

use crate::figures::chance::Chance;

/// Some paragraphs of one language.
pub fn text(chance: &mut Chance) -> String {
    let language = chance.pick(&[ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN]);
    let mut text = String::new();
    for number in 0..chance.between(5, 200) {
        let sentence = chance.pick(language);
        let (small, year) = (
            chance.between(2, 400).to_string(),
            chance.between(1890, 2030).to_string(),
        );
        text.push_str(&sentence.replace("{n}", &small).replace("{y}", &year));
        text.push_str(if number % 6 == 5 { "\n\n" } else { " " });
    }
    text
}

/// A sentence of any language.
pub fn sentence(chance: &mut Chance) -> &'static str {
    let language = chance.pick(&[ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN]);
    chance.pick(language)
}

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "The main street was closed for {n} days while the old bridge was being repaired.",
    "We will mark the place with a stone, and grace will follow where hope has gone before.",
    "In {y} the park had {n} oak trees and a small lake on its west side.",
    "Springfield is a name that many towns share, and none of them knows how many.",
    "She was reading by the window when the mail came, {n} letters and a parcel without a name.",
    "Jane left at noon; the rest of the party took the road to Portland and did not bend once.",
    "You will find the suite on the third floor, at the end of the hall, past the church door.",
    "Card players say that a good hand ends in a pair more often than not.",
    "The shop at {n} Main sells lanterns, ropes and everything that a sailor will ever need.",
    "Apartment hunters should call before {n} in the morning, since the line is always busy.",
    "Elm and birch do well in this soil, cedar and stone pine less so.",
    "Dr. Van Houten gave a talk on the streets of Saint Helens in the winter of {y}.",
    "London calling, said the voice, and then there was nothing for {n} minutes.",
    "A post office box is cheaper than a house, and nobody ever painted one.",
    "Her birthday was in March, but she kept it in July, when the weather was better.",
    "The avenue runs north for {n} miles and turns into a lane without telling anybody.",
    "Please allow up to {n} working days for delivery to your door.",
    "Terms apply: the offer ends on 12 October {y}, or when all {n} tickets are gone.",
];
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "Die Hauptstraße war {n} Tage lang gesperrt, weil die alte Brücke erneuert wurde.",
    "Im Jahr {y} zog die Familie Müller nach Berlin, in eine Wohnung mit {n} Fenstern.",
    "Jürgen kam zu spät, und ein großer Mann mit Hut fragte ihn nach dem Bahnhof.",
    "Am Alten Markt steht ein Brunnen, aus dem seit {y} kein Wasser mehr fließt.",
    "Wer die Karte verliert, ruft bitte innerhalb von {n} Stunden an.",
    "Die Goethestraße ist nach dem Dichter benannt, die Schillerstraße nach seinem Freund.",
    "Ein Zimmermann, ein Schäfer und ein Jäger gingen in ein Gasthaus bei Göttingen.",
    "Zwölf Personen warteten vor dem Haus Nummer {n}, und keine von ihnen sagte etwas.",
    "Der Lindenweg führt am Friedhof vorbei und endet nach {n} Metern an einer Mauer.",
    "Bestellungen über {n} Euro liefern wir in ganz Deutschland ohne Versandkosten.",
    "Geboren wurde er an einem Sonntag, gestorben ist er auch an einem Sonntag, im Jahr {y}.",
    "Köln, Leipzig und München haben mehr Brücken als man denkt.",
];
#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "La rue de la République était fermée depuis {n} jours à cause des travaux.",
    "En {y}, la famille vivait au-dessus d'une boulangerie, près de la place de la Mairie.",
    "Le facteur apporta {n} lettres et un paquet sans nom ni adresse.",
    "Amélie et Benoît se promenaient le long du quai quand la pluie se mit à tomber.",
    "Le château ferme à {n} heures et rouvre après la fête de l'Église.",
    "Il habitait Paris, travaillait à Lyon et rêvait de La Rochelle.",
    "Les livraisons se font sous {n} jours ouvrés partout en France.",
    "La carte se termine par une petite rue qui ne figure sur aucun plan de {y}.",
    "Un moulin, une impasse et {n} moutons : voilà tout le village.",
    "Votre commande de {n} euros sera expédiée demain matin.",
    "Victor ne connaissait ni le boulevard ni l'avenue dont tout le monde parlait.",
];
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "La calle mayor estuvo cerrada {n} días por las obras del puente viejo.",
    "En {y} el cartero dejó {n} cartas y un paquete sin nombre en la puerta.",
    "La gracia y la esperanza viven en la misma plaza, número {n}.",
    "Una tarjeta perdida no es el fin del mundo, pero casi.",
    "María nació un domingo de marzo y nunca celebró su cumpleaños.",
    "El parque tiene {n} robles, un lago pequeño y una estación abandonada desde {y}.",
    "Los pedidos de más de {n} euros se envían gratis a toda la península.",
    "Desde Portland hasta Santa Fe hay más de {n} pueblos con el mismo nombre.",
    "García llamó por teléfono {n} veces y nadie contestó.",
    "La avenida termina donde empieza el campo, junto a la vieja iglesia.",
];
#[rustfmt::skip]
const ITALIAN: &[&str] = &[
    "La strada principale è rimasta chiusa {n} giorni per i lavori al vecchio ponte.",
    "Nel {y} il postino lasciò {n} lettere e un pacco senza nome davanti alla porta.",
    "Il parco ha {n} querce, un piccolo lago e una stazione abbandonata.",
    "La carta finisce con una via che nessuno ha mai percorso.",
    "Nora abitava a Roma, lavorava a Milano e sognava Venezia.",
    "Gli ordini oltre {n} euro vengono spediti gratis in tutta Italia.",
    "Il viale termina dove comincia la campagna, accanto alla chiesa di San Marco.",
    "Era nato di domenica, in marzo, e compiva gli anni quando voleva lui.",
    "Al numero {n} della piazza c'è una bottega che vende lanterne e corde dal {y}.",
];
