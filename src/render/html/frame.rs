//! What every page of a report is made of: head, styles, script and the policy that lets nothing else in.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use once_cell::sync::Lazy;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = concat!(include_str!("shared.js"), include_str!("report.js"));

/// Nothing is loaded from anywhere; of inline style and script only those with these hashes count.
static POLICY: Lazy<String> = Lazy::new(|| {
    let (style, script) = (base64(&Sha256::digest(STYLE)), base64(&Sha256::digest(SCRIPT)));
    format!("default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'")
});

/// A page. The body can be large, so that head and script are put around it instead of copying it.
pub(super) fn page(title: &str, body: Markup) -> String {
    let head = html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY.as_str());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ "newsfacts " (env!("CARGO_PKG_VERSION")) };
                title { (title) " – figures report" }
                style { (PreEscaped(STYLE)) }
            }
        (PreEscaped("<body>"))
    };
    let foot = html! { script { (PreEscaped(SCRIPT)) } (PreEscaped("</body></html>")) };
    let mut page = body.into_string();
    page.reserve_exact(head.0.len() + foot.0.len());
    page.insert_str(0, &head.0);
    page.push_str(&foot.0);
    page
}

/// What made the page and what its signs mean.
pub(super) fn footer() -> Markup {
    html! {
        footer {
            p {
                "✓ adds up, ✗ does not add up, ? may not add up, ○ could not be checked. Every figure is taken with the precision it is printed in: "
                "a figure counts as wrong only where no rounding of the printed figures saves it, and may be wrong where one thing about the "
                "figures that it is compared with is not sure."
            }
            p { "Made by newsfacts " (env!("CARGO_PKG_VERSION")) ". This page loads nothing and sends nothing." }
        }
    }
}

/// The standard alphabet of RFC 4648, section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let sextet = (bits >> (18 - 6 * i)) & 63;
            encoded.push(if i <= chunk.len() { ALPHABET[sextet as usize] as char } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_as_in_rfc_4648_section_10() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")];
        for (plain, encoded) in cases {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn style_and_script_do_not_end_their_elements() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    }
}
