use super::*;

fn raw(html: &str) -> Raw {
    Raw { source: "a.html".into(), line: None, bytes: html.into(), format: &FORMAT }
}

const PARAGRAPH: &str = "The maker of garden tools said on Monday that revenue in its home market had grown in every month of the \
                         quarter, helped by a mild winter, new shops in three cities and higher prices for its electric range. ";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Profit up 5% | The Daily Ledger</title>{head}</head><body>\
         <header><a href=/>The Daily Ledger</a></header><nav><ul><li><a href=/a>Markets up 3%</a><li><a href=/b>Sport</a></ul></nav>\
         <div class=ad>Save 50% today!</div>{body}<aside><h2>Most read</h2><a href=/c>Oil falls 2%</a></aside>\
         <footer>Copyright 2025. Subscribe for $1 a week.</footer></body></html>"
    )
}

#[test]
fn the_article_without_navigation_and_advertising() {
    let body = format!(
        "<article><h1>Profit up 5%</h1><p>Profit rose to $5 million.</p>{}<h2>Outlook</h2><p>Costs fell.</p></article>",
        format!("<p>{PARAGRAPH}</p>").repeat(6)
    );
    let article =
        article(&page("<meta property='article:published_time' content='2025-02-10T08:00:00+01:00'>", &body)).expect("an article");
    assert_eq!((article.title.as_deref(), article.date), (Some("Profit up 5%"), Some(jiff::civil::date(2025, 2, 10))));
    assert!(article.text.starts_with("Profit up 5%\n\nProfit rose to $5 million.\n\nThe maker"), "{}", article.text);
    assert!(article.text.ends_with("\n\nOutlook\n\nCosts fell."), "{}", article.text);
    for foreign in ["Save 50%", "Markets up", "Oil falls", "$1 a week", "Ledger"] {
        assert!(!article.text.contains(foreign), "{foreign}: {}", article.text);
    }
}

#[test]
fn an_element_for_machines_is_no_article() {
    let marks = "<article itemscope><meta itemprop=headline content='Profit up 5%'></article>";
    let body = format!("{marks}<div itemprop=articleBody>Profit rose 5% to $5 million from $4.8 million.</div>");
    let article = article(&page("", &body)).expect("an article");
    assert!(article.text.contains("$4.8 million"), "{}", article.text);
}

#[test]
fn a_short_release_is_read_whole() {
    let article =
        article(&page("", "<main><p>Profit rose 5% to $5 million from $4.8 million.</p><p>Costs fell.</p></main>")).expect("an article");
    assert_eq!(article.text, "Profit rose 5% to $5 million from $4.8 million.\n\nCosts fell.");
    assert_eq!(article.title.as_deref(), Some("Profit up 5%"));
    let bare = super::article("<p>Profit rose 5%.</p>").expect("an article");
    assert_eq!((bare.text.as_str(), bare.title), ("Profit rose 5%.", None));
}

#[test]
fn linked_data_comes_first() {
    let data = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
        {"@type": ["NewsArticle"], "headline": "Profit &amp; sales up", "datePublished": "2025-02-10T23:00:00-05:00"}]}</script>
        <meta name=date content=2024-01-01>"#;
    let article = article(&page(data, "<p>Profit rose 5% to $5 million.</p>")).expect("an article");
    assert_eq!((article.title.as_deref(), article.date), (Some("Profit & sales up"), Some(jiff::civil::date(2025, 2, 10))));
}

#[test]
fn the_text_of_linked_data_helps_where_the_page_has_none() {
    let data = r#"<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "Profit rose 5%."}</script>"#;
    let article = article(&format!("<html><head>{data}</head><body></body></html>")).expect("an article");
    assert_eq!(article.text, "Profit rose 5%.");
}

#[test]
fn remarks_to_this_program_stay() {
    const REMARK: &str = "<!-- newsfacts: ignore growth -->";
    let filling = format!("<p>{PARAGRAPH}</p>").repeat(6);
    let body =
        format!("<article><h1>Profit up 5%</h1>{REMARK}<p>Costs fell.</p>{filling}<p>Sales rose.{REMARK}<!-- other --></p></article>");
    for body in [body.as_str(), &format!("<p>{REMARK}</p><p>Costs fell.</p>{filling}<p>Sales rose.{REMARK}</p>")] {
        let text = article(&page("<!-- newsfacts: ignore sum -->", body)).expect("an article").text;
        assert!(text.contains(&format!("{REMARK}\n\nCosts fell.")) && text.ends_with(&format!("Sales rose.{REMARK}")), "{text}");
    }
    let short = article("<title>Results</title>\n<!--newsfacts: ignore-->\n<p>Costs fell.</p>").expect("an article");
    assert_eq!(short.text, "<!-- newsfacts: ignore -->\n\nCosts fell.");
    assert_eq!(fragment(&format!("{REMARK}<p>Costs fell.")).expect("text"), format!("{REMARK}\n\nCosts fell."));
}

#[test]
fn declared_character_sets() {
    let page =
        b"<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'></head><body>\xA3\xF3d\xBC 5%</body></html>";
    let raw = Raw { bytes: page.to_vec(), ..raw("") };
    let reading = raw.read().expect("a page");
    assert_eq!((reading.articles[0].text.as_str(), reading.warnings.len()), ("Łódź 5%", 0));
    let undeclared = Raw { bytes: b"<html><body>Profit rose to \xA35m</body></html>".to_vec(), ..raw };
    let reading = undeclared.read().expect("a page");
    assert_eq!(reading.articles[0].text, "Profit rose to £5m");
    assert!(reading.warnings[0].to_string().contains("windows-1252"));
}

#[test]
fn hostile_and_empty_pages_are_problems() {
    for page in ["<div>".repeat(100_000), "<html><body><script>x</script></body></html>".into()] {
        let problem = raw(&page).read().expect_err("no article").to_string();
        assert!(problem.starts_with("a.html: the page ") && problem.contains("; "), "{problem}");
    }
}

#[test]
fn recognised_by_content() {
    for page in ["<!DOCTYPE HTML>", "\n<!-- a --><html lang=en>", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", "\u{feff}<body>"] {
        assert!(recognises(page.as_bytes()), "{page}");
    }
    for other in ["<rss>", "Profit < costs", "", "<?xml version='1.0'?><feed>"] {
        assert!(!recognises(other.as_bytes()), "{other}");
    }
}
