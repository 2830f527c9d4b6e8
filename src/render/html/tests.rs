use super::*;
use crate::article::Article;
use crate::finding::findings;
use crate::options::Options;
use crate::render::sample;

/// The page of an article without figures.
fn empty() -> String {
    let article = Article::from_text("Nothing to count here.\n");
    let sheet = crate::analyze(&article, &Options::default());
    report(&Analysis { article, sheet, findings: Vec::new(), silenced: 0 })
}

/// An article and a sheet of it, made by hand.
fn cork() -> Analysis {
    let article = Article::from_text(include_str!("../../../tests/report/cork.txt"));
    let sheet = serde_json::from_str(include_str!("../../../tests/report/cork.json")).expect("a fact sheet");
    let findings = findings(&article, &sheet);
    Analysis { article, sheet, findings, silenced: 0 }
}

#[test]
fn a_wrong_figure_carries_its_verdict_and_what_would_fit() {
    let page = report(&cork());
    assert!(page.contains("One figure does not add up"));
    assert!(page.contains(r##"<a class="figure percent wrong" id="f1" data-fit="39%" href="#row-f1">93%"##));
    assert!(page.contains(r##"From <a class="ref" href="#f3" data-part="before"><bdi>€596 million</bdi></a> to"##));
    assert!(page.contains("Two bars: before €596 million, after €830 million. Stated 93%, computed 39.26%."));
}

#[test]
fn what_comes_from_the_article_is_escaped() {
    let mut analysis = cork();
    let script = "<script>alert(1)</script>";
    analysis.sheet.document.title = Some(script.into());
    analysis.sheet.document.source = script.into();
    analysis.sheet.entities[0].roles.push(script.into());
    analysis.sheet.facts[0].unit = script.into();
    analysis.sheet.facts[0].text = script.into();
    analysis.sheet.checks[0].suggestion = Some(format!("\"{script}"));
    analysis.sheet.checks[0].formula = Some(script.into());
    analysis.findings = findings(&analysis.article, &analysis.sheet);
    let page = report(&analysis) + &index(vec![ArticleEntry::new(format!("\"{script}"), &analysis)]);
    assert!(!page.contains(script));
    assert!(page.contains("&lt;b&gt;Bold &amp; &quot;quoted&quot;&lt;/b&gt;"));
}

#[test]
fn a_page_names_nothing_outside_itself() {
    let page = report(&cork());
    for outside in ["http://", "https://", "src=", "url(", "@import", " style="] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_silenced_finding_is_listed_but_not_counted_as_wrong() {
    let mut analysis = cork();
    analysis.findings.clear();
    let page = report(&analysis);
    assert!(page.contains("Every figure that could be checked adds up"));
    assert!(page.contains("does not add up, silenced"));
}

#[test]
fn the_worst_article_comes_first_in_the_index() {
    let page = index(vec![ArticleEntry::new("1.html", &cork()), ArticleEntry::new("2.html", &sample::analysis())]);
    assert!(page.contains("3 figures in 2 articles do not add up"));
    assert!(page.find("href=\"2.html\"") < page.find("href=\"1.html\""));
    assert!(page.contains("href=\"1.html#f1\""));
}

#[test]
fn text_from_right_to_left_keeps_its_places() {
    let text = "חברת Nordvik Foods Inc. הודיעה כי sales rose 42% to $120 million from $100 million in 2024.\n\nזה סוף הידיעה.";
    let article = Article::from_text(text);
    let sheet = crate::analyze(&article, &Options::default());
    let characters: Vec<char> = text.chars().collect();
    for fact in &sheet.facts {
        assert_eq!(characters[fact.span.start..fact.span.end].iter().collect::<String>(), fact.text);
        assert_eq!(fact.span.column, Some(fact.span.start + 1));
    }
    let findings = findings(&article, &sheet);
    assert_eq!(findings.len(), 1);
    let page = report(&Analysis { article, sheet, findings, silenced: 0 });
    assert!(page.contains("<p dir=\"auto\">חברת ") && page.contains("data-fit=\"20%\" href=\"#row-f1\">42%"));
}

#[test]
fn a_warning_is_told_from_an_error_by_word() {
    let page = report(&sample::doubtful());
    assert!(page.contains("One figure does not add up") && page.contains("may not add up"));
    assert!(page.contains("It may not add up</strong>, not sure: the figures stand apart; because same measure: exports"));
    assert!(page.contains(" warning, share, line 3"));
    let page = index(vec![ArticleEntry::new("1.html", &sample::doubtful())]);
    assert!(page.contains("<b class=\"doubtful\">?\u{A0}1</b>"));
    let mut analysis = sample::doubtful();
    analysis.findings.remove(0);
    assert!(report(&analysis).contains("One figure may not add up"));
}

/// Without figures there is still a page.
#[test]
fn an_article_without_anything_still_reads() {
    assert!(empty().contains("Nothing to count here."));
    assert!(empty().contains("No figures were found"));
}
