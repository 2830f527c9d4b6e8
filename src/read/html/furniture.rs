//! What stands in the article's part of a page and is not the article: captions and credits, lists of links, calls to subscribe.

use dom_query::{Document, NodeRef};

/// Blocks that are looked at one by one, where they hold no other block.
const BLOCKS: &[&str] =
    &["p", "div", "span", "li", "h2", "h3", "h4", "h5", "h6", "aside", "section", "header", "footer", "strong", "em", "center"];
/// Beginnings of lines that credit a picture or label what a page embeds.
const CREDITS: &[&str] = words!(
    "image:|image copyright|image caption|image credit|(image credit|image source|images:|photo:|photos:|photo by|photo credit|picture:|\
    media caption|media playback is|file photo|video:|advertisement|story continues|article continues|listen:|watch:|credit:|(photo|(image"
);
/// Beginnings of lines that lead to other pages, where a link follows.
const POINTERS: &[&str] = words!(
    "related|read more|see more|see also|more:|more on|more from|also read|read also|read next|read:|recommended|must read|don't miss|\
    don’t miss|watch|listen|explore more|click here|tags|topics|filed under|categories|source:|sources:|via:|via "
);
/// Beginnings of short lines that ask the reader for something.
const CALLS: &[&str] = words!(
    "subscribe|sign up|follow us|follow @|like us|share this|share on|post a comment|leave a comment|leave a reply|add a comment|\
    get the latest|get all the|get the day|get breaking|download our|download the app|click here|join our|want more|have a tip|\
    you have been successfully|there was a problem|thank you for subscribing|thanks for subscribing|please enter|enter your email|\
    let our news|all rights reserved|breaking news emails|email this|tell us what you|what do you think?|this slideshow requires|\
    please enable javascript|you need to enable javascript|enable javascript|this post may contain affiliate|this post contains affiliate|\
    this article contains affiliate|this article may contain affiliate|we may earn"
);
/// What an offer of the page's owner says, where all of it is a link.
const OFFERS: &[&str] = words!(
    "subscribe|subscription|subscriptions|newsletter|newsletters|promo code|use the code|use code|free trial|mobile app|download the app|sign up"
);
/// Beginnings of the line in which an agency names who wrote.
const BYLINES: &[&str] = words!("reporting by|writing by|editing by|additional reporting by|compiled by|written by|edited by");
/// First and last words of headings above teasers: "More great stories".
const OTHER: &[&str] = words!("more|top|other|latest|popular|recommended|related|further|recent|trending");
const STORIES: &[&str] = words!("stories|news|articles|posts|headlines|coverage|reading|links|videos|like");
/// Lines that say nothing but what a button does.
const LABELS: &[&str] = words!(
    "caption|close|share|tweet|email|print|comments|subscribe|sign up|advertisement|related|related articles|related stories|top stories|\
    most read stories|most read|more stories|tags|facebook|twitter|google+|whatsapp|linkedin|pinterest|reddit|copy link|save|menu|\
    next|previous|read more|learn more|see more|popular posts|random posts|you may like these posts|you might also like|you may also like|\
    advert|advertising|sponsored|sponsored content|paid content|loading|loading content|back to top|print this page|view comments|\
    show comments|hide comments|load more|show more|highlights|story highlights|opinion|review|analysis|recommended|don't miss|don’t miss|social plugin|followers|newsletter|follow by email|trending|most popular|\
    recent articles|recent posts|popular this week|related news|related posts|sharing is caring|about the author|\
    see more photos|post comment|post comment (+)|add comment|about the authors|more from this author|more in news|latest news|latest stories"
);
/// Beginnings of lines that say when a page was made; what its metadata say is read elsewhere.
const STAMPS: &[&str] = &["published", "updated", "first published", "last updated", "last modified", "posted on", "posted:", "posted at"];
/// What a line at the end says of those who helped.
const THANKS: &[&str] = words!(
    "contributed to this report|contributed reporting|contributed to this article|contributed to this story|contributed to this post|\
    earn an affiliate commission"
);
/// What a reader is asked to follow.
const FOLLOWED: &[&str] = &["on twitter", "on facebook", "on instagram", "coverage", "@"];
/// Words of a line that is nothing but a day and an hour.
const CALENDAR: &[&str] = words!(
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|\
    december|mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday|am|pm|a|p|m|et|est|edt|pt|\
    pst|pdt|ct|cst|cdt|gmt|bst|utc|cet|cest|ist|updated|published|posted|on|at|st|nd|rd|th"
);
/// Names that stand on buttons beside each other.
const NETWORKS: &[&str] = words!(
    "facebook|twitter|whatsapp|linkedin|pinterest|pint|pin|reddit|email|e-mail|telegram|tumblr|flipboard|print|share|tweet|copy|link|baixar|instagram|youtube|pocket|google+|x"
);
/// The longest such line, and the shortest block that is left out where it comes again, in words.
const LONGEST_STAMP: usize = 16;
const SHORTEST_REPEATED: usize = 8;
/// The most words of the line that names who wrote.
const LONGEST_BYLINE: usize = 40;
/// The longest line that asks or credits, in characters: more is the article.
const LONGEST_CALL: usize = 260;
/// The most words of a heading above a list of links.
const LONGEST_HEADING: usize = 8;

/// Takes the furniture out of the part of a page that was chosen as its article. A page that is `dated` elsewhere needs no line with its
/// date.
pub(super) fn remove(part: &Document, dated: bool) {
    for figure in part.select("figure").nodes() {
        if !figure.descendants_it().any(|inner| ["table", "blockquote", "pre"].iter().any(|name| inner.has_name(name))) {
            figure.remove_from_parent();
        }
    }
    part.select("figcaption").remove();
    for list in part.select("ul, ol").nodes() {
        if is_list_of_links(list) {
            if let Some(heading) = list.prev_element_sibling().filter(is_short_heading) {
                heading.remove_from_parent();
            }
            list.remove_from_parent();
        }
    }
    remove_teasers(part);
    remove_captions(part);
    let blocks: Vec<NodeRef> = part.root().descendants_it().filter(is_block).collect();
    // Captions come once for each way of showing a picture, one after the other.
    let mut last = String::new();
    for block in blocks {
        let text = squeezed(&block.text());
        let words = || text.split(' ').count();
        if text.is_empty() {
            continue;
        }
        if is_furniture(&block, &text, dated) || words() >= SHORTEST_REPEATED && !is_inline(&block) && text == last {
            block.remove_from_parent();
        } else if !is_inline(&block) {
            last = text;
        }
    }
}

fn is_block(node: &NodeRef) -> bool {
    is_one_of(node, BLOCKS)
        && !node
            .descendants_it()
            .any(|inner| is_one_of(&inner, &["p", "div", "li", "table", "h2", "h3", "h4", "blockquote", "section", "article"]))
        && !node.ancestors_it(None).any(|outer| is_one_of(&outer, &["table", "blockquote", "pre"]))
}

fn is_one_of(node: &NodeRef, names: &[&str]) -> bool {
    node.node_name().is_some_and(|name| names.contains(&&*name))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters of a text without blanks.
pub(super) fn characters(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}

/// Characters of the links in a part.
fn in_links(node: &NodeRef) -> usize {
    node.descendants_it().filter(|inner| inner.has_name("a")).map(|link| characters(&link.text())).sum()
}

/// Two items and more, nearly all of whose text is links, and which are no sentences.
fn is_list_of_links(list: &NodeRef) -> bool {
    let items = list.element_children();
    let (all, links) = (characters(&list.text()), in_links(list));
    let sentences = items.iter().filter(|item| item.text().trim().ends_with('.')).count();
    items.len() >= 2 && (all == 0 || links * 10 >= all * 8) && sentences * 2 < items.len()
}

/// Lists of links and articles under a heading that says that they are others: "More:", "Related stories", "You may also like".
fn remove_teasers(part: &Document) {
    for heading in
        part.select("p, div, h2, h3, h4, h5, h6, strong").nodes().iter().filter(|node| is_short_heading(node) && leads_elsewhere(node))
    {
        let mut led = false;
        while let Some(next) = heading.next_element_sibling().filter(is_teaser) {
            next.remove_from_parent();
            led = true;
        }
        if led {
            heading.remove_from_parent();
        }
    }
}

/// The words beside a picture in a part of their own, where they are no sentence.
fn remove_captions(part: &Document) {
    const LONGEST_CAPTION: usize = 20;
    const MOST_PARTS: usize = 40;
    let is_caption = |node: &NodeRef| {
        // What holds more is no frame of one picture, and would be read for each.
        if node.descendants_it().nth(MOST_PARTS).is_some() {
            return false;
        }
        let text = squeezed(&node.text());
        text.split(' ').count() <= LONGEST_CAPTION
            && !text.ends_with(['.', '!', '?', ':', '"', '”', '…'])
            && !text.contains(['%', '$', '€', '£'])
            && node.descendants_it().any(|inner| is_one_of(&inner, SMALL) && characters(&inner.text()) == characters(&text))
            && !node.descendants_it().any(|inner| is_one_of(&inner, NO_CAPTION))
    };
    for picture in part.select("img").nodes() {
        let around = picture.ancestors_it(Some(4)).filter(|outer| is_one_of(outer, FRAMES));
        let frame = around.take_while(is_caption).last();
        if let Some(frame) = frame.filter(|frame| !frame.text().trim().is_empty() && !within_text(frame)) {
            frame.remove_from_parent();
        }
    }
}

/// What a picture and its caption stand in, what a caption is set in, and what none holds.
const FRAMES: &[&str] = words!("p|div|center|section");
const SMALL: &[&str] = words!("span|small|em|i|font|figcaption|cite");
const NO_CAPTION: &[&str] = words!("h1|h2|h3|h4|h5|h6|ul|ol|table|blockquote|pre|article");

fn leads_elsewhere(heading: &NodeRef) -> bool {
    let text = squeezed(&heading.text()).to_lowercase();
    let label = text.trim_end_matches([':', '.', '…', '!', ' ']);
    let words: Vec<&str> = label.split(' ').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_named = ["class", "id"].iter().any(|name| heading.attr(name).is_some_and(|name| name.to_lowercase().contains("related")));
    LABELS.contains(&label)
        || POINTERS.contains(&label)
        || OTHER.contains(first) && (STORIES.contains(last) || text.ends_with(':') || words.get(1) == Some(&"from"))
        || first == &"top" && words.get(1) == Some(&"stories")
        || is_named
}

/// An article of its own, or a list in which every item has a link.
fn is_teaser(node: &NodeRef) -> bool {
    let has_link = |item: &NodeRef| item.descendants_it().any(|inner| inner.has_name("a"));
    match node.node_name().as_deref() {
        Some("article") => true,
        Some("ul" | "ol") => node.element_children().iter().all(has_link),
        _ => false,
    }
}

fn is_short_heading(node: &NodeRef) -> bool {
    let text = node.text();
    node.node_name().is_some_and(|name| matches!(&*name, "p" | "div" | "h2" | "h3" | "h4" | "h5" | "h6" | "strong"))
        && text.split_whitespace().count() <= LONGEST_HEADING
        && (!text.trim().ends_with(['.', ',']) || text.trim().ends_with("..."))
}

fn is_furniture(block: &NodeRef, text: &str, dated: bool) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_start_matches(['[', '•', '|', ' ']);
    let starts = |list: &[&str]| list.iter().any(|start| bare.starts_with(start));
    if LABELS.contains(&lower.trim_end_matches([':', '!', '.', '…', ' ']))
        || counts_pictures(&lower)
        || counts_comments(&lower)
        || names_networks(&lower)
    {
        return true;
    }
    if dated && is_stamp(&lower) {
        return true;
    }
    let credited = bare.trim_start_matches(['(', '—', '-', ' ']);
    if BYLINES.iter().any(|start| credited.starts_with(start))
        && text.split(' ').count() <= LONGEST_BYLINE
        && !text.contains(['%', '$', '€', '£'])
    {
        return true;
    }
    if text.len() < 1000
        && OFFERS.iter().any(|offer| lower.contains(offer))
        && in_links(block) * 100 >= characters(text) * 85
        && !within_line(block)
    {
        return true;
    }
    if characters(text) > LONGEST_CALL {
        return false;
    }
    // "China warns rivals [VIDEO]"
    let marks = in_brackets(text);
    let all = if marks < characters(text) { characters(text) - marks } else { characters(text) };
    let links = in_links(block);
    if (is_address(&lower) || is_trail(text)) && !within_line(block) {
        return true;
    }
    let is_sentence = text.ends_with(['.', '”', '"']) && !text.ends_with("...");
    let is_heading = block.node_name().is_some_and(|name| name.starts_with('h') && name.len() == 2);
    let has_figures = text.contains(|sign: char| sign.is_ascii_digit());
    let stamps = starts(STAMPS) && has_figures && text.split(' ').count() <= LONGEST_STAMP;
    starts(CREDITS)
        || THANKS.iter().any(|thanks| lower.contains(thanks))
        || lower.starts_with("follow ") && FOLLOWED.iter().any(|followed| lower.contains(followed))
        || lower.starts_with("email ") && lower.contains('@')
        || stamps && !text.ends_with('.')
        || bare.starts_with("source: ") && text.split(' ').count() <= 4 && !text.contains(char::is_numeric)
        || claims_copyright(bare)
        || is_short_code(text)
        || links > 0 && !has_figures && offers_newsletter(&lower)
        || starts(CALLS) && !has_figures
        || starts(POINTERS) && links * 3 >= all
        || links * 100 >= all * 85 && !is_sentence && !is_heading && !is_source(text) && !within_text(block)
}

/// Characters in brackets that hold nothing but capitals: what a link leads to.
fn in_brackets(text: &str) -> usize {
    let marks = text.split('[').skip(1).filter_map(|part| part.split_once(']')).map(|(mark, _)| mark.trim());
    let is_mark = |mark: &&str| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ');
    marks.filter(is_mark).map(|mark| characters(mark) + 2).sum()
}

/// "Copyright © 2019 Cork Press. All rights reserved.": no sentence about the firm's figures.
fn claims_copyright(text: &str) -> bool {
    ["copyright", "(c) ", "© ", "©"].iter().any(|start| text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
        && (text.contains('©') || text.contains("(c)"))
        && text.split(' ').count() <= LONGEST_STAMP
        && !text.contains(['%', '$', '€', '£'])
}

/// "[button link=a]Send us yours[/button]": what the page's program would have put something in the place of.
fn is_short_code(text: &str) -> bool {
    let name = text.strip_prefix('[').and_then(|rest| rest.split([' ', ']']).next()).unwrap_or_default();
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && text.ends_with(&format!("[/{name}]"))
}

/// "There is more where this came from: sign up for our daily newsletter."
fn offers_newsletter(text: &str) -> bool {
    ["sign up for", "sign up to", "subscribe to"].iter().any(|call| text.contains(call))
        && ["newsletter", "inbox", "alerts"].iter().any(|offer| text.contains(offer))
}

/// "Nov. 20, 2019 6:02 AM EST": nothing but a day and an hour, with a month or a year.
fn is_stamp(text: &str) -> bool {
    let words = || text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let in_calendar = |word: &str| CALENDAR.contains(&word.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    words().count() >= 3
        && (4..=30).contains(&digits)
        && words().all(|word| is_number(word) || in_calendar(word))
        && words().any(|word| word.len() >= 3 && in_calendar(word) || text.contains(':') && word.len() == 4)
        && !text.contains(['%', '$', '€', '£'])
}

/// "ann.hill@example.com twitter.com/annhill": nothing but addresses, or a pointer that ends with one. A full address alone on its line is
/// a source that the author gives.
fn is_address(text: &str) -> bool {
    let is_host = |word: &str| {
        word.split_once('/').is_some_and(|(host, _)| {
            host.contains('.')
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
                && !host.as_bytes()[0].is_ascii_digit()
        })
    };
    let is_one = |word: &str| {
        word.contains("://")
            || word.starts_with("www.")
            || word.starts_with('@')
            || is_host(word)
            || word.split_once('@').is_some_and(|(_, host)| host.contains('.'))
    };
    let pointer = text.starts_with("more ") && text.contains(": ") && text.split(' ').count() <= LONGEST_STAMP;
    text.split(' ').all(is_one) && !is_source(text) || pointer && text.rsplit(' ').next().is_some_and(is_one)
}

/// "https://example.com/shops"
fn is_source(text: &str) -> bool {
    text.contains("://") && !text.contains(' ')
}

/// "News > Nation", "Home » Business » Shops": where in its site the page stands.
fn is_trail(text: &str) -> bool {
    const DEEPEST_WORDS: usize = 12;
    let steps = |mark: &str| {
        text.split(mark).count() >= 2 && text.split(mark).all(|step| step.split(' ').count() <= 4 && step.starts_with(char::is_uppercase))
    };
    text.split(' ').count() <= DEEPEST_WORDS
        && !text.contains(|sign: char| sign.is_ascii_digit())
        && [" > ", " » ", " › "].iter().any(|mark| steps(mark))
}

/// "0 comments"
fn counts_comments(text: &str) -> bool {
    text.strip_suffix(" comments")
        .or_else(|| text.strip_suffix(" comment"))
        .is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
}

/// "Facebook Twitter Email"
fn names_networks(text: &str) -> bool {
    text.contains(' ') && text.split(' ').all(|word| NETWORKS.contains(&word))
}

/// "image 3 of 9"
fn counts_pictures(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words[..], ["image" | "photo" | "slide", one, "of", all] if is_number(one) && is_number(all))
}

fn is_inline(block: &NodeRef) -> bool {
    block.node_name().is_some_and(|name| matches!(&*name, "span" | "strong" | "em"))
}

/// Whether the block is an inline part of a line that goes on.
fn within_text(block: &NodeRef) -> bool {
    is_inline(block) && block.parent().is_some_and(|parent| characters(&parent.text()) > characters(&block.text()))
}

/// Whether an inline block, or the link around it, stands in a line with more text.
fn within_line(block: &NodeRef) -> bool {
    let is_part = |node: &NodeRef| node.node_name().is_some_and(|name| matches!(&*name, "a" | "b" | "i" | "u" | "span" | "strong" | "em"));
    is_part(block)
        && block.ancestors_it(None).find(|outer| !is_part(outer)).is_some_and(|line| characters(&line.text()) > characters(&block.text()))
}

#[cfg(test)]
mod tests {
    use super::super::flow;
    use super::*;

    fn left(html: &str) -> String {
        let page = Document::from(html);
        remove(&page, true);
        flow::of(&page.root())
    }

    #[test]
    fn captions_links_and_calls_go() {
        for furniture in [
            "<figure><img><figcaption>The plant in Cork</figcaption></figure>",
            "<h3>Related stories</h3><ul><li><a href=a>Rival loses 5%</a></li><li><a href=b>Costs rise 3%</a></li></ul>",
            "<p>Image: Getty</p>",
            "<p>Image 1 of 9</p>",
            "<p>READ MORE: <a href=a>Rival loses 5% of its sales</a></p>",
            "<p><strong><a href=a>Rival loses 5% of its sales</a></strong></p>",
            "<p>Sign up for our newsletter</p>",
            "<div>Share</div>",
            "<p>Published 10:02 AM Nov 19, 2024</p>",
            "<p>Nov. 20, 2024 6:02 AM EST</p>",
            "<div>19.11.2024, 08:57</div>",
            "<p>Facebook Twitter Email</p>",
            "<h4>3 Comments</h4>",
            "<p>Ann Hill and Bo Lund contributed to this report.</p>",
            "<p>Follow Ann Hill on Twitter: @annhill</p>",
            "<p>SOURCE: News agencies</p>",
            "<p>[Related: <a href=a>Rival loses 5%</a>]</p>",
            "<h4>More:</h4><ul><li><h4><a href=a>Rival loses 5%</a></h4></li></ul><ul><li><h4><a href=b>Oil falls</a></h4></li></ul>",
            "<div>More fine <b>Weekly</b> stories</div><ul><li>A rival loses, <a href=a>and how</a></li><li>Why <a href=b>oil falls</a></li></ul>",
            "<h3 class='relatedpoststitle'>For you</h3><article><p>Rivals lost 5% of their sales.</p></article><article>Oil fell.</article>",
            "<p><a href=a>Read us for $5 in the first year of your subscription.</a></p>",
            "<p>(Reporting by Ann Hill in Cork; editing by Bo Lund)</p>",
            "<p>ann.hill@example.com</p>",
            "<p>More on shops: https://example.com/shops</p>",
            "<div>Home » Business » Shops</div>",
            "<center><span>Advert</span><br></center>",
            "<div>Loading content ...</div>",
            "<p>Copyright © 2024 Cork Press. All rights reserved.</p>",
            "<p>[button link=a]Send us yours[/button]</p>",
            "<p>There is more of this. Sign up for <a href=a>the daily newsletter</a>.</p>",
            "<p><a href=a>Rival loses 5% of its sales</a> [VIDEO]</p>",
            "<p>Via <a href=a>Cork Press</a></p>",
            "<div><img src=a><br><span>The new plant from the air</span></div>",
            "<center><a href=a>Whatsapp</a> <a href=b>Facebook</a></center>",
        ] {
            let page = format!("<p>Sales rose 5%.</p>{furniture}<p>Costs fell 3%.</p>");
            assert_eq!(left(&page), "Sales rose 5%.\n\nCosts fell 3%.", "{furniture}");
        }
    }

    #[test]
    fn the_article_stays() {
        for article in [
            "<div><span>Sales of the company rose 5% to $105 million last year.</span></div>",
            "<p>Sales rose <a href=a>5% to $105 million</a>.</p>",
            "<p><a href=a>The company said that sales rose 5%.</a></p>",
            "<ul><li>Sales rose <a href=a>5%</a></li><li>Costs fell 3%</li></ul>",
            "<p>Subscribers rose 5% to 2 million.</p>",
            "<h2><a href=a>Costs</a></h2>",
            "<figure><table><tr><td>Sales</td><td>5</td></tr></table></figure>",
            "<p>Related costs fell 3%.</p>",
            "<p>May 2024</p>",
            "<p>2019 2020 2021</p>",
            "<p><a href=a>https://example.com/shops-of-2024</a></p>",
            "<p>Follow-on orders rose 3%.</p>",
            "<p>Source: the company, figures for 2024</p>",
            "<p>The bank contributed 3% of the sum.</p>",
            "<h3>More shops</h3><p>Sales rose 5%.</p>",
            "<h3>Top markets</h3><ul><li><a href=a>Norway</a> rose 5%</li><li>Peru fell 3%</li></ul>",
            "<p>Reporting by country was dropped, which cost 3% of profit.</p>",
            "<p>5/10 of them, or 50%</p>",
            "<p>Sales > Costs in 2024</p>",
            "<p>Subscriptions rose <a href=a>5%</a>.</p>",
            "<p>Copyright fees rose 5% in 2024.</p>",
            "<p>Subscribers to the newsletter rose 5%, <a href=a>it said</a>.</p>",
            "<p>[It was the first] rise of sales since the plant opened [/it said]</p>",
            "<p><a href=a>Sales</a> of the firm [UNAUDITED] rose</p>",
            "<p>Via its shops the <a href=a>firm</a> sold 5 cars.</p>",
            "<div><img src=a><h2>Costs</h2></div>",
            "<div><img src=a><p>Sales rose as the plant opened.</p></div>",
            "<p>Sales rose, said <a href=a><span>@annhill</span></a> of the bank.</p>",
        ] {
            assert_eq!(left(article), flow::of(&Document::from(article).root()), "{article}");
        }
    }
}
