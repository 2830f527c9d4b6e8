//! Furniture that says what it is: `class="photo-caption"`, `id="related-stories"`, and teasers of other articles.

use dom_query::{Document, NodeRef};

use super::furniture::characters;

/// Words of classes and ids that name what is no part of an article, however long it is.
const FURNITURE: &[&str] = words!(
    "caption|captions|byline|bylines|breadcrumb|breadcrumbs|timestamp|newsletter|newsletters|signup|share|sharing|sharebar|sharedaddy|\
    addtoany|social|related|recommended|recommendations|recirc|recirculation|teaser|teasers|bio|comments|respond|disqus|advert|\
    advertisement|advertising|promo|promoted|promotion|sponsored|taboola|outbrain|cookie|cookies|paywall|tags|taglist|footer|copyright|\
    sidebar|popular|trending|credit|credits|attribution|gallery|disclosure|placeholder|cta|pagination|pager|modal|popup|overlay|tooltip|\
    affiliate|kicker|eyebrow|login|register"
);
/// Words of names that do so of short parts: the most words that such a part has.
const SHORT: &[(usize, &[&str])] = &[
    (90, words!("author|authors|contributor|writer|profile")),
    (60, words!("image|images|photo|photos|picture|thumbnail|thumb|slide|embedbox|inlineimage|storyimage")),
    (40, words!("meta|metadata|info|section-title|category|categories|topics|label")),
    (16, words!("date|dates|time|published|pubdate|updated|edition|tagline|slogan")),
];
/// Words that change what another of the same name means: a table of share prices is no row of buttons.
const OTHERWISE: &[&str] = words!("price|prices|market|holder|holders|has|no|with|without|hide|show");
/// Parts that are searched for such names.
const PARTS: &[&str] = words!("div|p|span|section|aside|header|footer|ul|ol|li|h2|h3|h4|h5|h6|small|time|figure|dl|a|table|label");
/// The share of a page's text, in percent, above which a part is its article whatever its name.
const MOST: usize = 35;

/// Takes out what its name tells, as long as the article is left. A page that is `dated` elsewhere needs no line with its date.
pub(super) fn remove(part: &Document, dated: bool) {
    other_articles(part);
    let all = characters(&part.root().text());
    let mut removed = 0;
    let nodes: Vec<NodeRef> = part.root().descendants_it().filter(|node| is_part(node)).collect();
    for node in nodes {
        let Some(name) = name(&node).filter(|_| node.parent().is_some()) else { continue };
        let text = node.text();
        let length = characters(&text);
        if length * 100 <= all * MOST && (removed + length) * 100 <= all * (100 - MOST) && names_furniture(&name, &text, dated) {
            removed += length;
            node.remove_from_parent();
        }
    }
}

fn is_part(node: &NodeRef) -> bool {
    node.node_name().is_some_and(|name| PARTS.contains(&&*name)) && !node.ancestors_it(None).any(|outer| outer.has_name("table"))
}

/// Teasers: of more than two `<article>`s beside each other, one of which is most of the text, the others.
fn other_articles(part: &Document) {
    let articles: Vec<NodeRef> = part.select("article").nodes().to_vec();
    let lengths: Vec<usize> = articles.iter().map(|article| characters(&article.text())).collect();
    let (Some(&longest), all) = (lengths.iter().max(), characters(&part.root().text())) else { return };
    if articles.len() < 3 || longest * 2 < all {
        return;
    }
    for (article, &length) in articles.iter().zip(&lengths) {
        let within = article.ancestors_it(None).any(|outer| outer.has_name("article"));
        if length * 4 < longest && !within {
            article.remove_from_parent();
        }
    }
}

/// Class and id of an element.
fn name(node: &NodeRef) -> Option<String> {
    let (class, id) = (node.attr("class"), node.attr("id"));
    (class.is_some() || id.is_some()).then(|| format!("{} {}", class.unwrap_or_default(), id.unwrap_or_default()))
}

fn names_furniture(name: &str, text: &str, dated: bool) -> bool {
    let length = text.split_whitespace().count();
    let has_figure = text.contains(['$', '€', '£', '%']);
    name.split_whitespace().any(|name| {
        let words = words_of(name);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let short = |&(most, list): &(usize, &[&str])| length <= most && !has_figure && (dated || most > 16) && has(list);
        !has(OTHERWISE) && (has(FURNITURE) || SHORT.iter().any(short))
    })
}

/// The words of a name: "articleByline__bio" is article, byline, bio.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        if !letter.is_ascii_alphabetic() || before.is_ascii_lowercase() && letter.is_ascii_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_ascii_alphabetic()) {
            word.push(letter.to_ascii_lowercase());
        }
        before = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(furniture: &str) -> String {
        let sentence = "<p>Sales of the maker rose 5% to $105 million in the year, helped by its new shops and a mild winter.</p>";
        let page = Document::from(format!("<div class='post has-sidebar'>{sentence}{furniture}{sentence}{sentence}</div>"));
        remove(&page, true);
        page.root().text().replace("Sales of the maker rose 5% to $105 million in the year, helped by its new shops and a mild winter.", "")
    }

    #[test]
    fn what_its_name_calls_furniture_goes() {
        for furniture in [
            "<div class='photo-caption'>The plant in Cork</div>",
            "<div id='relatedStories'><h3>Rival loses 5%</h3></div>",
            "<p class='articleByline__bio'>Ann Hill writes about shops.</p>",
            "<span class='entry-author'>Ann Hill</span>",
            "<time class='pub-date'>10 February 2025</time>",
            "<div class='inlineImage'>The plant in Cork</div>",
            "<div class='post-meta'>News, Shops</div>",
        ] {
            assert_eq!(left(furniture).trim(), "", "{furniture}");
        }
    }

    #[test]
    fn other_names_stay() {
        for article in [
            "<div class='share-price'>The share price rose 3%.</div>",
            "<p class='has-share'>Costs fell.</p>",
            "<p class='photo'>Profit: $5 million</p>",
            "<div class='shareholders'>Costs fell.</div>",
            "<p class='article-text'>Costs fell.</p>",
            "<div class='captions-text-hold'></div><p>Costs fell.</p>",
        ] {
            assert!(left(article).trim().contains(['.', ':']), "{article}");
        }
        let page = Document::from("<div class='related'><p>Sales rose 5% to $105 million.</p></div>");
        remove(&page, true);
        assert!(page.root().text().contains("105"));
    }

    #[test]
    fn teasers_of_other_articles_go() {
        let page = Document::from(format!(
            "<article><p>{}</p></article><article>Rival loses 5%</article><article>Oil falls</article>",
            "Sales of the maker rose. ".repeat(20)
        ));
        remove(&page, true);
        assert!(!page.root().text().contains("Rival") && page.root().text().contains("maker"));
    }
}
