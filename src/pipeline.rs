//! The stages in order, from an article to its fact sheet. Several articles pass a stage together: what it works with, code and tables, is
//! then still at hand for the next one, where a short article alone would find it gone.

use std::borrow::Cow;

use crate::article::Article;
use crate::check::{self, Answer};
use crate::document::Document;
use crate::extract::{self, period::Expression};
use crate::headline::Headed;
use crate::link::{self, Question};
use crate::mention::{Figure, NamedEntity, TimeSpan};
use crate::options::Options;
use crate::publish::{self, Found};
use crate::relate::{self, FigureFact};
use crate::sheet::FactSheet;
use crate::table;
use crate::text::{Plain, foreign};

/// How many articles pass the stages together: of newswire, no more makes it faster.
const ARTICLES: usize = 64;

/// Bytes of their text, unless one alone has more: what is made of them stays within a few megabytes.
const BYTES: usize = 256 << 10;

/// Reads one article: text goes in, passes once through mentions, facts and checks, and a fact sheet comes out.
///
/// For text of any origin and length there is [`try_analyze`](crate::try_analyze), for many articles [`analyze_all`].
///
/// ```
/// use newsfacts::{Article, Options, analyze};
///
/// let sheet = analyze(&Article::from_text("Exports rose 39% to $830 million from $596 million."), &Options::default());
/// assert_eq!((sheet.facts[1].text.as_str(), sheet.facts[1].unit.as_str()), ("$830 million", "USD"));
/// ```
pub fn analyze(article: &Article, options: &Options) -> FactSheet {
    together(std::slice::from_ref(article), options).pop().expect("an article has a sheet")
}

/// Reads articles, each for itself: the sheets that [`analyze`] makes, in order, in less time where articles are short.
///
/// For text of any origin and length there is [`try_analyze_all`](crate::try_analyze_all).
///
/// ```
/// use newsfacts::{Article, Options, analyze_all};
///
/// let articles = ["It paid $5 million.", "Sales rose 5%."].map(Article::from_text);
/// let sheets = analyze_all(&articles, &Options::default());
/// assert_eq!(sheets[1].facts[0].text, "5%");
/// ```
pub fn analyze_all(articles: &[Article], options: &Options) -> Vec<FactSheet> {
    batches(articles).flat_map(|articles| together(articles, options)).collect()
}

/// Articles cut into those that pass the stages together.
pub(crate) fn batches(mut articles: &[Article]) -> impl Iterator<Item = &[Article]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let others = articles.iter().skip(1).take(ARTICLES - 1).take_while(|article| {
            bytes += article.text.len();
            bytes <= BYTES
        });
        let (batch, rest) = articles.split_at_checked(1 + others.count())?;
        articles = rest;
        Some(batch)
    })
}

/// Takes articles through the stages, each of which has read all of them when the next begins.
fn together(articles: &[Article], options: &Options) -> Vec<FactSheet> {
    let headed: Vec<Headed> = articles.iter().map(Headed::new).collect();
    let plain: Vec<Plain> = headed.iter().map(|headed| Plain::new(&headed.text, &headed.tables)).collect();
    let read: Vec<Cow<Article>> = (0..articles.len()).map(|i| headed[i].read_as(&articles[i], &plain[i])).collect();
    let mut passing: Vec<Passing> = read.iter().zip(&plain).map(|(article, plain)| Passing::document(article, plain, options)).collect();
    for stage in
        [Passing::periods, Passing::figures, Passing::entities, Passing::facts, Passing::tables, Passing::questions, Passing::checks]
    {
        passing.iter_mut().for_each(stage);
    }
    passing.into_iter().enumerate().map(|(i, passed)| passed.sheet(&articles[i], &headed[i], &plain[i])).collect()
}

/// What is known of an article so far.
struct Passing<'a> {
    document: Document<'a>,
    expressions: Vec<Expression>,
    periods: Vec<TimeSpan>,
    figures: Vec<Figure>,
    entities: Vec<NamedEntity>,
    /// Those of prose first, then those of tables.
    facts: Vec<FigureFact>,
    /// How many facts stand in prose.
    prose: usize,
    tables: table::Tables,
    questions: Vec<Question>,
    checks: Vec<Answer>,
}

impl<'a> Passing<'a> {
    fn document(article: &'a Article, plain: &Plain, options: &Options) -> Self {
        let (document, expressions) = extract::document_of(article, plain, options);
        Passing {
            document,
            expressions,
            periods: Vec::new(),
            figures: Vec::new(),
            entities: Vec::new(),
            facts: Vec::new(),
            prose: 0,
            tables: table::Tables::default(),
            questions: Vec::new(),
            checks: Vec::new(),
        }
    }

    fn periods(&mut self) {
        self.periods = extract::periods(&self.document, &self.expressions);
    }

    fn figures(&mut self) {
        self.figures = extract::figures(&self.document, &self.periods);
    }

    fn entities(&mut self) {
        self.entities = extract::entities(&self.document, &self.figures, &self.periods);
    }

    fn facts(&mut self) {
        let figures = std::mem::take(&mut self.figures);
        self.facts = relate::facts(&self.document, figures, &mut self.periods, &self.entities);
        self.prose = self.facts.len();
    }

    fn tables(&mut self) {
        self.tables = table::read_all(&self.document, &mut self.facts, &mut self.periods);
    }

    fn questions(&mut self) {
        self.questions = link::questions(&self.document, &self.facts[..self.prose], &self.periods);
        table::questions(&self.document, &self.tables, &mut self.facts, self.prose, &self.periods, &mut self.questions);
    }

    fn checks(&mut self) {
        self.checks = check::checks(self.document.text, &self.facts, std::mem::take(&mut self.questions));
    }

    fn sheet(self, article: &Article, headed: &Headed, plain: &Plain) -> FactSheet {
        let Passing { document, entities, periods, facts, checks, .. } = self;
        let mut sheet = publish::publish(article, headed, plain, &document, Found { entities, periods, facts, checks });
        if let Some(language) = foreign(document.text, &document.tokens) {
            sheet.claim_nothing(language);
        }
        sheet
    }
}
