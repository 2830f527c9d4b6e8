use super::*;

/// A PDF of these objects, numbered from 1, the first being the catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    out.extend(offsets.iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
    let trailer =
        format!("trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1, objects.len());
    out.extend(trailer.bytes());
    out
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<< {dictionary} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A document of one page with this content, and these entries in its dictionary and resources.
fn document(content: &str, page: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_string(),
        format!("<< /Type /Page {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> >>"),
        stream("", content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_string(),
    ];
    objects.extend_from_slice(more);
    objects.push("<< /Title (Profit up in spring) /CreationDate (D:20250210080000+01'00') >>".to_string());
    file(&objects)
}

const PAGE: &str = "/Parent 2 0 R /MediaBox [0 0 612 792]";

/// Lines set at these places with this size.
fn lines(lines: &[(u32, u32, u32, &str)]) -> String {
    let set = |&(x, y, size, text): &(u32, u32, u32, &str)| format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");
    lines.iter().map(set).collect()
}

#[test]
fn what_is_drawn_twice_is_read_once() {
    // The first drawing leaves out the signs that its font lacks, or the second does, or both are whole.
    let at = |y: u32, text: &str| format!("BT /F1 10 Tf 1 0 0 1 72 {y} Tm [{text}] TJ ET\n");
    for (first, second) in [
        ("(Sales: 1) -278 (9 to 5)", "(Sales: 1.9 to 5)"),
        ("(Sales: 1.9 to 5)", "-3057 (1) -278 (9)"),
        ("(Sales: 1.9 to 5)", "(Sales: 1.9 to 5)"),
        ("-667 (ales) -278 ( 1.9 to 5)", "(Sales: 1.9)"),
    ] {
        let content = [at(700, first), at(680, "(Costs fell.)"), at(700, second), at(660, "(It said so.)")].concat();
        let (article, _) = article(&document(&content, PAGE, "", &[])).expect("a PDF");
        assert!(article.text.contains("Sales: 1.9 to 5"), "{first} and {second}: {}", article.text);
        assert_eq!(article.text.matches('9').count(), 1, "{}", article.text);
    }
}

#[test]
fn letters_that_stand_in_one_place_by_chance_stay() {
    // "Sales" and "alas" share an "a" where the one begins on the other.
    let content = "BT /F1 10 Tf 1 0 0 1 72 700 Tm (Sales of cars rose in May) Tj ET\nBT /F1 10 Tf 1 0 0 1 78.67 700.2 Tm (a hen fled, it is said) Tj ET\n";
    let (article, _) = article(&document(content, PAGE, "", &[])).expect("a PDF");
    assert!(article.text.contains("Sales of cars rose in May") && article.text.contains("a hen fled"), "{}", article.text);
}

#[test]
fn pages_that_say_the_same_say_something() {
    let page = format!("<< /Type /Page {PAGE} /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R 3 0 R 6 0 R 7 0 R] /Count 4 >>".to_string(),
        page.clone(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_string(),
        stream("", &lines(&[(72, 700, 11, "Sales rose 5%.")])),
        page.clone(),
        page,
        "<< >>".to_string(),
    ];
    let (article, _) = article(&file(&objects)).expect("a PDF");
    assert!(article.text.contains("Sales rose 5%."));
}

#[test]
fn paragraphs_tables_and_hyphens() {
    let content = lines(&[
        (72, 720, 18, "Profit up in spring"),
        (72, 690, 11, "The maker of garden tools said its revenue had grown in every month of the quar-"),
        (72, 676, 11, "ter, to $5 million from $4.8 million, and that its year-"),
        (72, 662, 11, "on-year growth was 4.2%."),
        (72, 630, 11, "Costs fell."),
        (72, 600, 11, "Region"),
        (300, 600, 11, "2025"),
        (400, 600, 11, "2024"),
        (72, 586, 11, "North"),
        (300, 586, 11, "5.1"),
        (400, 586, 11, "4.8"),
        (300, 30, 9, "Page 1 of 1"),
    ]);
    let (article, _) = article(&document(&content, PAGE, "", &[])).expect("an article");
    assert_eq!(
        article.text,
        "Profit up in spring\n\nThe maker of garden tools said its revenue had grown in every month of the quarter, to $5 million from \
         $4.8 million, and that its year-on-year growth was 4.2%.\n\nCosts fell.\n\nRegion | 2025 | 2024\nNorth | 5.1 | 4.8"
    );
    assert_eq!((article.title.as_deref(), article.date), (Some("Profit up in spring"), Some(jiff::civil::date(2025, 2, 10))));
}

#[test]
fn a_raised_footnote_mark_is_no_digit() {
    let content =
        "BT /F1 11 Tf 1 0 0 1 72 700 Tm (Sales of $5) Tj /F1 6 Tf 1 0 0 1 132 704 Tm (1) Tj /F1 11 Tf 1 0 0 1 137 700 Tm (million) Tj ET";
    assert_eq!(article(&document(content, PAGE, "", &[])).expect("an article").0.text, "Sales of $5 million");
}

fn refused(bytes: Vec<u8>) -> String {
    let raw = Raw { source: "a.pdf".into(), line: None, bytes, format: &FORMAT };
    raw.read().expect_err("refused").to_string()
}

#[test]
fn documents_that_contain_themselves() {
    let drawing = |resources: &str| {
        let content = "/X1 Do BT /F1 11 Tf 72 700 Td (Sales) Tj ET /X1 Do";
        stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}"), content)
    };
    let font = "/Font << /F1 5 0 R >>";
    let own = drawing(&format!("/Resources << {font} /XObject << /X1 6 0 R >> >>"));
    for drawing in [own, drawing("")] {
        let bytes = document("/X1 Do", PAGE, "/XObject << /X1 6 0 R >>", &[drawing]);
        assert_eq!(article(&bytes).expect("an article").0.text, "Sales");
    }
    let parent = ["<< /Type /Pages /Parent 6 0 R >>".to_string()];
    let bytes = document(&lines(&[(72, 700, 11, "Sales")]), "/Parent 6 0 R", "", &parent);
    assert_eq!(article(&bytes).expect("an article").0.text, "Sales");
    // Each draws the next one twice.
    let next = |number: usize| {
        let resources = format!("/Resources << /XObject << /X1 {} 0 R >> >>", number + 1);
        stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}"), "/X1 Do /X1 Do")
    };
    let more: Vec<String> = (6..28).map(next).collect();
    assert!(refused(document("/X1 Do", PAGE, "/XObject << /X1 6 0 R >>", &more)).contains("drawings"));
}

fn text_of_page(content: &str, page: &str, font: &str, more: &[&str]) -> String {
    let more: Vec<String> = [font].iter().chain(more).map(|object| object.to_string()).collect();
    article(&document(&content.replace("/F1", "/F2"), page, "/Font << /F2 6 0 R >>", &more)).expect("an article").0.text
}

#[test]
fn widths_of_composite_fonts_given_by_range() {
    // Only the first width is listed; the others come as "first last width".
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [7 0 R] >>";
    let descendant = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 2000 /W [1 [500] 2 126 500] >>";
    let map = stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <007E> <0020> endbfrange");
    let set: String =
        "May 31, 2023".bytes().enumerate().map(|(at, byte)| format!("1 0 0 1 {} 700 Tm <{byte:04X}> Tj ", 72 + 5 * at)).collect();
    let text = text_of_page(&format!("BT /F1 10 Tf {set} ET"), PAGE, font, &[descendant, &map]);
    assert_eq!(text, "May 31, 2023");
}

#[test]
fn turned_pages_and_actual_text() {
    let content = "BT /F1 11 Tf 0 1 -1 0 300 72 Tm (Sales rose to) Tj 0 1 -1 0 314 72 Tm (five million.) Tj ET";
    let page = format!("{PAGE} /Rotate 90");
    assert_eq!(article(&document(content, &page, "", &[])).expect("an article").0.text, "Sales rose to five million.");
    assert_eq!(article(&document(content, PAGE, "", &[])).expect("an article").0.text, "Sales rose to five million.");
    let content = "BT /F1 11 Tf 72 700 Td (Sales of ) Tj /Span << /ActualText (five) >> BDC (?!) Tj EMC ( million) Tj ET";
    assert_eq!(article(&document(content, PAGE, "", &[])).expect("an article").0.text, "Sales of five million");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "The maker of tools said that",
        "sales had grown in every part",
        "of the country but the north,",
        "where it closed shops when",
        "rents rose, and that it would",
        "open others in spring, far",
        "from the coast.",
    ];
    let right = [
        "Analysts had looked for less,",
        "since wood has become dear in",
        "the past year and fewer homes",
        "were built, as the office for",
        "numbers wrote in its report on",
        "the summer; they now expect",
        "more of it.",
    ];
    let rows = left.iter().zip(right).enumerate();
    let set: Vec<(u32, u32, u32, &str)> =
        rows.flat_map(|(row, (left, right))| [(72, 700 - 14 * row as u32, 11, *left), (320, 700 - 14 * row as u32, 11, right)]).collect();
    let text = article(&document(&lines(&set), PAGE, "", &[])).expect("an article").0.text;
    assert_eq!(text, format!("{}\n\n{}", left.join(" "), right.join(" ")));
}

#[test]
fn words_know_where_they_stand() {
    let content = lines(&[(72, 700, 11, "Sales of the quar-"), (72, 686, 11, "ter rose."), (300, 30, 9, "Page 1 of 1")]);
    let text = words(&document(&content, PAGE, "", &[])).expect("words");
    let placed: Vec<(&str, Option<&str>)> =
        text.words.iter().map(|word| (word.text.as_str(), word.span.clone().map(|span| &text.text[span]))).collect();
    assert_eq!(
        placed[..5],
        [("Sales", Some("Sales")), ("of", Some("of")), ("the", Some("the")), ("quar-", Some("quar")), ("ter", Some("ter"))]
    );
    assert_eq!(placed[6], ("Page", None));
    assert!((text.words[0].x - 72.).abs() < 0.1 && (text.words[0].y - 92.).abs() < 0.1 && (text.words[0].width - 26.9).abs() < 1.);
}

#[test]
fn bombs_and_broken_files() {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&vec![b' '; 80 << 20]).expect("memory");
    let mut bomb = b"%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".to_vec();
    bomb.extend(encoder.finish().expect("memory"));
    assert!(refused(bomb).contains("more than 64 MB"));

    let whole = document(&lines(&[(72, 700, 11, "Sales rose.")]), PAGE, "", &[]);
    for bytes in [whole[..200].to_vec(), b"%PDF-1.7".to_vec(), b"Sales".to_vec(), document("", PAGE, "", &[])] {
        let problem = refused(bytes);
        assert!(problem.starts_with("a.pdf: ") && problem.contains("; "), "{problem}");
    }
    // Of a font that is not there, the bytes are read as they are.
    assert_eq!(article(&document("BT /F9 9 Tf 72 700 Td (Sales) Tj ET", PAGE, "", &[])).expect("an article").0.text, "Sales");
    // Without the table of its objects, they are looked for.
    let torn = String::from_utf8(whole).expect("ASCII").replace("startxref", "startxxxx").replace("0 7\n", "0 9\n");
    assert_eq!(article(torn.as_bytes()).expect("an article").0.text, "Sales rose.");
}

#[test]
fn a_password_is_asked_for() {
    let encrypted = String::from_utf8(document(&lines(&[(72, 700, 11, "Sales")]), PAGE, "", &[])).expect("ASCII").replace(
        "/Root 1 0 R",
        &format!("/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>", "41".repeat(32)),
    );
    let problem = refused(encrypted.into_bytes());
    assert!(problem.contains("password"), "{problem}");
}

#[test]
fn pages_that_are_pictures_are_left_out() {
    let lines = "0 0 m 9 9 l S ".repeat(700_000);
    let drawing = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", &lines);
    let content = "BT /F1 11 Tf 72 700 Td (Sales of $5 million) Tj ET /X1 Do";
    let (article, left_out) = article(&document(content, PAGE, "/XObject << /X1 6 0 R >>", &[drawing])).expect("an article");
    assert_eq!((article.text.as_str(), left_out), ("Sales of $5 million", 1));
    let raw = Raw { source: "a.pdf".into(), line: None, bytes: document(&lines, PAGE, "", &[]), format: &FORMAT };
    assert!(raw.read().expect_err("no text").to_string().contains("no text"));
}
