//! `newsfacts report`: pages for people.

use std::fs;
use std::io::Write;
use std::path::Path;

use newsfacts::read::Problem;
use newsfacts::render::Analysis;
use newsfacts::render::html::{ArticleEntry, index, report};

use super::arguments::ReportArguments;
use super::output::{Output, say};
use super::work::{self, Outcome};
use super::{End, Failure};

/// Writes one page, or a directory of pages with an index.
pub(super) fn run(arguments: &ReportArguments) -> Result<End, Failure> {
    let output = arguments.input.output.as_deref();
    let outcome = match output.filter(|path| is_directory(path)) {
        Some(directory) => pages(arguments, directory),
        None => page(arguments),
    }?;
    Ok(if outcome.problems > 0 { End::Failed } else { End::Fine })
}

/// A path without the ending of a page names a directory.
fn is_directory(path: &Path) -> bool {
    let is_page = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"));
    path != Path::new("-") && (path.is_dir() || !is_page)
}

/// Figures that a page shows at most: with more, a browser takes minutes to open it.
const MOST_FIGURES: usize = 20_000;

/// The page of an article.
fn page_of(analysis: &Analysis) -> Result<String, Problem> {
    if analysis.sheet.facts.len() > MOST_FIGURES {
        let problem = Problem::new(
            &analysis.article.source,
            format!("the article has more than {},000 figures, too many for a page", MOST_FIGURES / 1000),
        );
        return Err(problem.advise("use `newsfacts check` or `newsfacts extract`"));
    }
    Ok(report(analysis))
}

/// One article, one page.
fn page(arguments: &ReportArguments) -> Result<Outcome, Failure> {
    let mut output = Output::open(arguments.input.output.as_deref())?;
    // Held until it is known to be the only one.
    let mut held: Option<String> = None;
    let outcome = work::run(
        &arguments.input,
        |analysis| page_of(&analysis),
        |page| {
            if held.replace(page).is_some() {
                return Err(std::io::Error::other("several articles make several pages: name a directory, such as --output report"));
            }
            Ok(())
        },
    )?;
    // Without a page there is nothing to put in the place of an earlier one.
    if let Some(page) = held {
        output.write_all(page.as_bytes())?;
        output.commit()?;
    }
    Ok(outcome)
}

/// A page for each article and an index of them.
fn pages(arguments: &ReportArguments, directory: &Path) -> Result<Outcome, Failure> {
    let named = |error: std::io::Error| Failure::new(format!("{}: cannot be written: {error}", directory.display()));
    fs::create_dir_all(directory).map_err(named)?;
    let mut entries = Vec::new();
    let mut written = Vec::new();
    let mut failure = None;
    let outcome = work::run(
        &arguments.input,
        |analysis| Ok((page_of(&analysis)?, analysis)),
        |(page, analysis)| {
            let file = file_name(entries.len() + 1, &analysis);
            entries.push(ArticleEntry::new(file.as_str(), &analysis));
            written.push(file.clone());
            write(&directory.join(file), &page).map_err(|what| {
                failure = Some(what);
                std::io::ErrorKind::Other.into()
            })
        },
    );
    let outcome = outcome.map_err(|other| failure.unwrap_or(other))?;
    stale(directory, &written);
    write(&directory.join("index.html"), &index(entries))?;
    Ok(outcome)
}

/// Names the pages of an earlier report that are still in the directory.
fn stale(directory: &Path, written: &[String]) {
    let is_page = |name: &str| {
        let digits = name.bytes().take_while(u8::is_ascii_digit).count();
        digits >= 3 && name.ends_with(".html") && name[digits..].starts_with(['-', '.'])
    };
    let names = fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut stale: Vec<String> = names.filter(|name| is_page(name) && !written.contains(name)).collect();
    stale.sort();
    if let [first, rest @ ..] = &stale[..] {
        let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
        say("warning", &format!("{}: pages of an earlier report are still there: {first}{more}", directory.display()));
    }
}

fn write(path: &Path, page: &str) -> Result<(), Failure> {
    let mut output = Output::open(Some(path))?;
    output.write_all(page.as_bytes())?;
    output.commit()
}

/// The most letters that a file name takes from a title.
const NAME_LETTERS: usize = 48;

/// "003-exports-rise.html": its number, and what names the article in letters that every file system takes.
fn file_name(number: usize, analysis: &Analysis) -> String {
    let article = &analysis.article;
    let stem = || Path::new(&article.source).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = article.title.clone().or_else(|| article.id.clone()).or_else(stem).unwrap_or_default();
    let words: Vec<String> =
        name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    let mut slug: String = words.join("-").chars().take(NAME_LETTERS).collect();
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { format!("{number:03}.html") } else { format!("{number:03}-{slug}.html") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsfacts::{Article, Options, analyze};

    #[test]
    fn file_names_are_plain() {
        let named = |source: &str, title: Option<&str>| {
            let article = Article { source: source.into(), title: title.map(String::from), ..Article::from_text("") };
            let sheet = analyze(&article, &Options::default());
            file_name(7, &Analysis { article, sheet, findings: Vec::new(), silenced: 0 })
        };
        assert_eq!(named("desk/Cork exports.txt", None), "007-cork-exports.html");
        assert_eq!(named("a.jsonl", Some("../Profits “up” 5%")), "007-profits-up-5.html");
        assert_eq!(named("-", Some("コルク")), "007.html");
        assert_eq!(named("-", Some(&"word ".repeat(40))).len(), "007-.html".len() + 48);
    }

    #[test]
    fn a_path_that_is_no_page_is_a_directory() {
        assert!(is_directory(Path::new("report")) && is_directory(Path::new("out.d")));
        assert!(!is_directory(Path::new("report.html")) && !is_directory(Path::new("REPORT.HTM")) && !is_directory(Path::new("-")));
    }
}
