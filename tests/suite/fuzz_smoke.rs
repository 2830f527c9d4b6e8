//! The fuzz targets on stable Rust: honest files, damaged in a few hundred ways that are the same in every run.

use std::io::{Cursor, Write};

#[path = "../../fuzz/targets.rs"]
mod targets;

/// Damaged copies of each file.
const COPIES: u32 = 150;

/// A small generator of the xorshift family: the same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("below a length")
    }

    /// A piece of up to 40 bytes.
    fn piece(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        let length = 1 + self.below(40);
        start..bytes.len().min(start + length)
    }

    /// Changes a few bytes, or takes out, repeats or moves a piece.
    fn damage(&mut self, file: &[u8]) -> Vec<u8> {
        let mut bytes = file.to_vec();
        for _ in 0..1 + self.below(6) {
            let piece = self.piece(&bytes);
            match self.below(5) {
                0 => bytes.truncate(piece.start),
                1 => drop(bytes.drain(piece)),
                2 => {
                    let copy = bytes[piece].repeat(1 + self.below(50));
                    let at = self.below(bytes.len() + 1);
                    bytes.splice(at..at, copy);
                }
                _ => {
                    for at in piece {
                        if self.below(8) == 0 {
                            bytes[at] = u8::try_from(self.below(256)).expect("below 256");
                        }
                    }
                }
            }
        }
        bytes
    }
}

fn run(target: fn(&[u8]), files: &[&[u8]]) {
    let mut numbers = Numbers(0x5DEE_CE66_D1CE_4E5B);
    target(b"");
    for file in files {
        target(file);
        for _ in 0..COPIES {
            target(&numbers.damage(file));
        }
    }
}

const TEXT: &str = "LONDON, Feb 10 - Profit rose 39% to $830 million from $596 million, or £5.1bn, in the three months to March 2024.\n\n\
                    \u{201c}We doubled,\u{201d} said Ms. A. Smith of Acme Inc.\n\n| Region | 2024 |\n|---|---|\n| North | 5.1 |\n";
const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8><title>Profit | News</title><script type='application/ld+json'>\
                    {\"@type\": \"NewsArticle\", \"datePublished\": \"2025-02-10\"}</script></head><body><nav>Menu</nav><article><h1>Profit</h1>\
                    <p>It rose 5%<sup>1</sup> to $5 million.</p><table><tr><td>a<td>1<tr><td>b<td>2</table><ul><li>One<li>Two</ul></article>";
const FEED: &str = "<?xml version='1.0'?><rss><channel><item><title>Profit &amp; sales</title><pubDate>Mon, 10 Feb 2025 08:00:00 GMT</pubDate>\
                    <description><![CDATA[<p>It rose 5%.</p>]]></description></item></channel></rss>";
const MAIL: &str = "From: a@a.example\r\nSubject: =?UTF-8?Q?Profit_=C2=A35m?=\r\nDate: Mon, 10 Feb 2025 08:00:00 +0000\r\nMIME-Version: 1.0\r\n\
                    Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>It rose.</p>\r\n--b\r\n\
                    Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt rose 5%=\r\n.\r\n--b--\r\n";
const DOCUMENT: &str = "<?xml version='1.0'?><w:document><w:body><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>It rose 5%.</w:t></w:r></w:p><w:tbl><w:tr>\
                        <w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
                   3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n\
                   4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 11 Tf 72 700 Td (It rose 5%.) Tj ET   \nendstream\nendobj\n\
                   5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n\
                   xref\n0 6\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n0000000241 00000 n \n\
                   0000000335 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n405\n%%EOF\n";

#[test]
fn text_and_records() {
    run(targets::text, &[TEXT.as_bytes(), b"\xFF\xFEa\0b\0", b"Profit \xA35m"]);
    run(targets::markdown, &[TEXT.as_bytes(), b"---\ntitle: a\n---\n# *a* [b](c) `d` <e> ![f](g) \\h\n```\ni\n```\n"]);
    run(targets::json_lines, &[br#"{"text": "Profit rose 5%.", "id": 1, "date": "2025-02-10", "title": "a"}"#]);
}

#[test]
fn tables() {
    let bars = b"Results (in millions)\n|  | Year ended May 31, | |  |\n| --- | --- | --- | --- |\n|  | 2024 | 2023 | Change |\n| Sales | $ | 5.1 | 4.8 | 6% |\n| Loss | (1.2 | ) | - | |\n| Total | 3.9 | 4.8 | (19)% |\n";
    let aligned = b"(In thousands)     2024       2023\nSales        $ 1,205    $ 1,104\nCosts           (905)       (804)\nResult           300        300\n";
    run(targets::grids, &[bars, aligned, b"Region,\"Q1 2024\",Q1 2023\nNorth,\"1,205\",\"1,104\"\nSouth,5,\n", b"a\tb\n1\t2\n"]);
}

#[test]
fn pages_mail_and_feeds() {
    run(targets::html, &[PAGE.as_bytes()]);
    run(targets::mail, &[MAIL.as_bytes()]);
    run(targets::feed, &[FEED.as_bytes()]);
}

#[test]
fn documents() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("memory");
    archive.write_all(DOCUMENT.as_bytes()).expect("memory");
    let archive = archive.finish().expect("memory").into_inner();
    run(targets::docx, &[&archive, DOCUMENT.as_bytes()]);
    run(targets::pdf, &[PDF.as_bytes()]);
}

#[test]
fn compressed_files() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(TEXT.as_bytes()).expect("memory");
    let zstandard = ruzstd::encoding::compress_to_vec(TEXT.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    run(targets::compressed, &[&gzip.finish().expect("memory"), &zstandard]);
}

#[test]
fn analysis() {
    run(targets::analyze_text, &[TEXT.as_bytes()]);
}
