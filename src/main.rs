//! The `newsfacts` program.

use newsfacts::{Article, Options, analyze};

fn main() {
    for path in std::env::args().skip(1).filter(|argument| argument.contains('/') || argument.contains('.')) {
        let text = std::fs::read_to_string(&path).expect("readable");
        let mut articles = vec![(Article { source: path.clone(), text: text.clone(), ..Article::default() }, Options::default())];
        if path.ends_with(".jsonl") {
            articles.clear();
            for line in text.lines() {
                let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
                let mut article = Article::from_text(record["text"].as_str().expect("text"));
                article.date = record["date"].as_str().and_then(|date| date.parse().ok());
                articles.push((article, Options::default()));
            }
        }
        for (article, options) in articles {
            println!("{}", serde_json::to_string(&analyze(&article, &options)).expect("serializable"));
        }
    }
}
