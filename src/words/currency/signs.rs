//! The signs of currencies.

use super::families::*;
use super::kind::Family;

/// Signs before or after a number.
pub(super) const SIGNS: &[(char, &Family, u32)] = &[
    ('$', &DOLLAR, 1),
    ('＄', &DOLLAR, 1),
    ('£', &STERLING, 1),
    ('￡', &STERLING, 1),
    ('€', &EURO, 1),
    ('¥', &YEN_SIGN, 1),
    ('￥', &YEN_SIGN, 1),
    ('₹', &RUPEE, 1),
    ('₨', &RUPEE, 1),
    ('₩', &WON, 1),
    ('₽', &RUBLE, 1),
    ('₺', &LIRA, 1),
    ('₤', &LIRE, 1),
    ('₴', &HRYVNIA, 1),
    ('₦', &NAIRA, 1),
    ('₱', &PHILIPPINE_PESO, 1),
    ('₫', &DONG, 1),
    ('₪', &SHEKEL, 1),
    ('฿', &BAHT, 1),
    ('₡', &COLON, 1),
    ('₭', &KIP, 1),
    ('₲', &GUARANI, 1),
    ('₵', &CEDI, 1),
    ('₸', &TENGE, 1),
    ('₮', &TUGRIK, 1),
    ('₼', &MANAT, 1),
    ('₾', &LARI, 1),
    ('৳', &TAKA, 1),
    ('៛', &RIEL, 1),
    ('﷼', &RIYAL, 1),
    ('₿', &BITCOIN, 1),
    ('¢', &CENT, 100),
];

/// Whether the character is a currency sign.
pub fn is_sign(sign: char) -> bool {
    matches!(sign, '$' | '£' | '€' | '¥' | '¢' | '฿' | '৳' | '៛' | '﷼' | '＄' | '￡' | '￥' | '₠'..='⃀')
}
