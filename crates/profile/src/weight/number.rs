//! What numbers, codes and email addresses prove.

use super::{MOST, one_in};

/// Printed English has 2.3 bits a letter, where no more than eight letters are looked at (Shannon
/// 1951, Prediction and Entropy of Printed English, section 1); names and numbers have more.
pub const A_LETTER: f32 = 2.3;

/// A mailbox: there are 4.4 billion people who have one (Radicati, Email Statistics Report 2023).
const MAILBOX: f32 = 32.0;
/// That there is an `@` between: a word of text is an address once in 256 words at most. A
/// judgement: with 2 an address of two letters at a large provider would not count in its field,
/// with 14 one of a single letter would be certain.
const AT: f32 = 8.0;
/// The domain of a large provider: a third of all mailboxes are the largest one's.
const PROVIDER: f32 = 1.5;
/// Any other domain: no more than one address in 64 is at one. A judgement: with 9 it would be
/// likely alone in a field named for it, where it is an employer's.
const OTHER_DOMAIN: f32 = 6.0;

/// Birthdays over 80 years.
pub const BIRTH_DATE: f32 = 14.8;
/// A card's first six digits, which are its issuer's: of some 10,100 banks and credit unions in the
/// US (FDIC and NCUA, 2020) a few have most cards. A judgement: with 5 a masked card
/// would be no more than likely, with 20 they would tell as much as six random digits.
pub const ISSUER: f32 = 10.0;

/// An email address: its local part, and its domain where few people share it.
pub fn email(local: &str, domain: &str) -> f32 {
    (local_part(local) + AT + email_domain(domain)).min(MAILBOX)
}

/// An email address's local part without its domain, in a field named for it.
pub fn local_part(local: &str) -> f32 {
    (local.chars().count() as f32 * A_LETTER).min(MAILBOX)
}

/// An email address's domain: the large providers' tell nothing about one person.
pub fn email_domain(domain: &str) -> f32 {
    #[rustfmt::skip]
    const PROVIDERS: &[&str] = &[
        "gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "me.com",
        "live.com", "msn.com", "comcast.net", "att.net", "verizon.net", "proton.me", "protonmail.com", "gmx.de", "gmx.net",
        "web.de", "t-online.de", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "btinternet.com", "mail.ru", "qq.com",
    ];
    if PROVIDERS.contains(&domain.to_lowercase().as_str()) {
        PROVIDER
    } else {
        OTHER_DOMAIN
    }
}

/// That many random decimal digits.
pub fn digits(count: usize) -> f32 {
    (count as f32 * std::f32::consts::LOG2_10).min(MOST)
}

/// A national phone number of so many digits, two of which cannot be 0 or 1: the North American
/// plan has 6.4 billion numbers of ten digits (NANPA: NXX-NXX-XXXX).
pub fn phone(count: usize) -> f32 {
    digits(count) - 2.0 * one_in(10.0 / 8.0)
}

/// A code of letters and digits. Digits are random, letters are mostly words.
pub fn code(folded: &str) -> f32 {
    let numbers = folded.chars().filter(char::is_ascii_digit).count();
    let letters = folded.chars().count() - numbers;
    (digits(numbers) + letters as f32 * A_LETTER).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_what_their_plans_allow() {
        assert!((phone(10) - 6.4e9_f32.log2()).abs() < 0.01);
        assert!((digits(4) - 10_000_f32.log2()).abs() < 0.01);
        assert!((BIRTH_DATE - (365.25_f32 * 80.0).log2()).abs() < 0.05);
        assert!((MAILBOX - 4.4e9_f32.log2()).abs() < 0.1);
        assert!((PROVIDER - 3.0_f32.log2()).abs() < 0.1);
        assert!(ISSUER < digits(6) && ISSUER < 10_100_f32.log2());
        assert_eq!(digits(40), MOST);
    }

    #[test]
    fn letters_tell_less_than_digits() {
        assert_eq!(code("main"), 4.0 * A_LETTER);
        assert!(code("lb20931kx") < digits(9));
        assert!(email("jo", "gmail.com") < email("jane.doe", "gmail.com"));
        assert_eq!(email("jmarlowe.72", "example.com"), MAILBOX);
    }
}
