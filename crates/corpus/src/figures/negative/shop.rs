//! Answers of made-up shops' APIs.

use crate::figures::chance::Chance;
use crate::figures::{encode, noise};

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "Winter", "Grace", "Main", "Park", "Mark", "Oak", "Lantern", "Spring", "Field", "Reading", "Bend", "Boulder", "Rose", "Jack",
    "Mason", "Jar", "Street", "Style", "Jeans", "Boots", "Lake", "View", "Lamp", "Elm", "Wood", "Stone", "Birch", "Chair", "Station", "Saint",
    "Helen", "Candle", "Victoria", "Sponge", "Cedar", "Chest", "Chelsea", "Harper", "Table", "Berlin", "London", "Portland", "Springfield", "Tee",
];

/// A page of products with their reviews.
pub fn answer(chance: &mut Chance) -> String {
    let count = chance.between(3, 60);
    let products: Vec<String> = (0..count).map(|_| product(chance)).collect();
    format!(
        "{{\"request_id\":\"{}\",\"page\":{},\"products\":[{}]}}",
        noise::uuid(chance),
        chance.below(40),
        products.join(",")
    )
}

fn product(chance: &mut Chance) -> String {
    let title = (0..chance.between(2, 6))
        .map(|_| chance.pick(WORDS))
        .collect::<Vec<_>>()
        .join(" ");
    let slug = title.to_lowercase().replace(' ', "-");
    format!(
        "{{\"id\":{},\"sku\":\"{}-{}\",\"title\":\"{title}\",\"url\":\"/p/{slug}-{}\",\"price\":{}.{},\"stock\":{},\"rating\":4.{},\"gtin\":\"{}\",\
         \"image\":\"https://cdn.shop.example/i/{}.webp?w=600&h=800\",\"released\":\"{}-{:02}-{:02}\",\"review\":{{\"author\":\"{} {}.\",\"text\":{}}}}}",
        chance.digits(8),
        chance.letters(b"ABCDEFGHKLMNPRSTUVWXYZ", 3),
        chance.digits(4),
        chance.digits(5),
        chance.below(400),
        chance.digits(2),
        chance.below(2_000),
        chance.below(10),
        chance.digits(13),
        chance.hex(32),
        chance.between(1990, 2026),
        chance.between(1, 12),
        chance.between(1, 28),
        chance.pick(WORDS),
        chance.letters(b"ABCDEFGHIJKLMNOPRSTW", 1),
        encode::json_string(super::prose::sentence(chance), false),
    )
}
