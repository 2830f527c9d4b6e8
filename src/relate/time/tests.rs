//! Which period which figure takes, by sentences.

use crate::{Article, Options, analyze};

/// Figures with the text of their periods.
fn periods(text: &str) -> Vec<(String, Option<String>)> {
    let sheet = analyze(&Article::from_text(text), &Options::default());
    let text_of = |id: &String| sheet.periods.iter().find(|period| &period.id == id).map(|period| period.text.clone());
    sheet.facts.iter().map(|fact| (fact.text.clone(), fact.period.as_ref().and_then(text_of))).collect()
}

fn expect(text: &str, expected: &[(&str, Option<&str>)]) {
    let expected: Vec<(String, Option<String>)> =
        expected.iter().map(|(figure, period)| (figure.to_string(), period.map(String::from))).collect();
    assert_eq!(periods(text), expected, "{text}");
}

#[test]
fn a_figure_takes_the_period_of_its_clause() {
    expect("Exports rose 39% to $830 million in 2004.", &[("39%", Some("2004")), ("$830 million", Some("2004"))]);
    expect("In 2003, sales were $4m, and $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
    expect("Sales were $4m in 2003 while profit was $1m in 2002.", &[("$4m", Some("2003")), ("$1m", Some("2002"))]);
}

#[test]
fn a_comparison_keeps_its_period_to_itself() {
    expect("Revenue was $5m in 2004, compared with $4m in 2003.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
    expect("Sales in 2004 rose from $4m to $5m.", &[("$4m", None), ("$5m", Some("2004"))]);
    expect("Income grew from $4m in 2003 to $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
    expect("Profit rose 9% on the previous year.", &[("9%", None)]);
}

#[test]
fn brackets_and_pairs() {
    expect("Fees were $186 million in 2004 (2003 - $95 million).", &[("$186 million", Some("2004")), ("$95 million", Some("2003"))]);
    expect("It paid $6 million (RM24.94mil) in 2021.", &[("$6 million", Some("2021")), ("RM24.94mil", Some("2021"))]);
    expect("Sales were $5m and $4m in 2004 and 2003, respectively.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
}

/// Dates of the figures' periods in an article of 10 February 2025.
fn dates(text: &str) -> Vec<(String, Option<String>)> {
    let article = Article { date: "2025-02-10".parse().ok(), ..Article::from_text(text) };
    let sheet = analyze(&article, &Options::default());
    let dates_of = |id: &String| {
        let period = sheet.periods.iter().find(|period| &period.id == id)?;
        Some(format!("{}..{}", period.from.as_ref()?, period.to.as_ref()?))
    };
    sheet.facts.iter().map(|fact| (fact.text.clone(), fact.period.as_ref().and_then(dates_of))).collect()
}

fn expect_dates(text: &str, expected: &[(&str, Option<&str>)]) {
    let expected: Vec<_> = expected.iter().map(|(figure, dates)| (figure.to_string(), dates.map(String::from))).collect();
    assert_eq!(dates(text), expected, "{text}");
}

#[test]
fn what_changed_over_a_stretch_that_is_named_by_its_end_is_of_it() {
    expect_dates("Prices rose 6.8 per cent over the year to May 2024.", &[("6.8 per cent", Some("2023-06-01..2024-05-31"))]);
    expect_dates("Over the three months ended June 2024 sales grew 5%.", &[("5%", Some("2024-04-01..2024-06-30"))]);
    // What sales are held against is no time of theirs: they are of the year after, or of no time that is told.
    expect_dates("Sales grew 5% over 2023.", &[("5%", Some("2024-01-01..2024-12-31"))]);
    expect_dates("Sales grew 5% over 2021.", &[("5%", None)]);
}

#[test]
fn a_look_back_takes_the_shape_of_what_it_is_compared_with() {
    expect_dates(
        "In the second quarter of 2024 sales were $5m, against $4m a year earlier.",
        &[("$5m", Some("2024-04-01..2024-06-30")), ("$4m", Some("2023-04-01..2023-06-30"))],
    );
    expect_dates(
        "Q4 2024\n\n- Sales were EUR 9.1 (8.4) million.\n",
        &[("EUR 9.1", Some("2024-10-01..2024-12-31")), ("8.4", Some("2023-10-01..2023-12-31"))],
    );
}

#[test]
fn market_moves_terms_and_contracts() {
    expect_dates("The bank met on Friday. Its shares fell 3% on Friday.", &[("3%", Some("2025-02-07..2025-02-07"))]);
    expect_dates("In 2024 it bought a 25% stake, it said.", &[("25%", None)]);
    expect_dates("Wheat for March delivery cost $6.", &[("$6", None)]);
    expect_dates("A report on May 1, 2024 told of it. On this news, Acme shares fell 14%.", &[("14%", None)]);
    expect_dates("On this news, Acme shares fell 14% on May 1, 2024.", &[("14%", Some("2024-05-01..2024-05-01"))]);
}

#[test]
fn since_balances_and_days_unsaid() {
    expect_dates("Dividends have grown 10% since 2018.", &[("10%", Some("2018-01-01..2025-02-10"))]);
    expect_dates("Dividends grew 10%, the fastest since 2018.", &[("10%", None)]);
    expect_dates("Net debt was $5m in 2024.", &[("$5m", Some("2024-01-01..2024-12-31"))]);
    expect_dates("Taxes of 25% hit Malta, which sold the most in 2023.", &[("25%", None)]);
    expect_dates("The plan renews the 2017 tax cuts and costs $5m.", &[("$5m", None)]);
    expect_dates("From January to June 2024, sales rose 3%.", &[("3%", Some("2024-01-01..2024-06-30"))]);
    expect_dates(
        "It opened in 1991 and sold $2m. Since then it has grown to sales of $5m.",
        &[("$2m", Some("1991-01-01..1991-12-31")), ("$5m", None)],
    );
    expect_dates("Acme Corp fell 3%.", &[("3%", Some("2025-02-10..2025-02-10"))]);
    expect_dates("Its shares fell 3% in heavy trading yesterday.", &[("3%", Some("2025-02-09..2025-02-09"))]);
    expect_dates("Its shares fell 3% to $12.", &[("3%", Some("2025-02-10..2025-02-10")), ("$12", Some("2025-02-10..2025-02-10"))]);
    expect_dates("Shares slumped 9% after sales in the fourth quarter missed forecasts.", &[("9%", Some("2025-02-10..2025-02-10"))]);
}

#[test]
fn events_names_and_what_went_before() {
    expect_dates("Founded in 2018, it now serves over 800 clients and took in $5m.", &[("800", None), ("$5m", None)]);
    expect_dates("A tax introduced in October brings in $5m.", &[("$5m", None)]);
    expect_dates("In 2018 it took in $5m.", &[("$5m", Some("2018-01-01..2018-12-31"))]);
    expect_dates("After a loss in 2023, it earned $5m in 2024.", &[("$5m", Some("2024-01-01..2024-12-31"))]);
    expect_dates("After a loss of $1m in 2023, it spent $5m.", &[("$1m", Some("2023-01-01..2023-12-31")), ("$5m", None)]);
    expect_dates("Under the Market Act of 1934 it paid $5m.", &[("$5m", None)]);
    expect_dates(
        "Sales were $5m in 2024, lower than $6m a year earlier.",
        &[("$5m", Some("2024-01-01..2024-12-31")), ("$6m", Some("2023-01-01..2023-12-31"))],
    );
}

#[test]
fn marks_of_markets_and_weeks() {
    expect_dates(
        "Gas (NG) is currently at $4, up 3%.\n\n- Off 17% from its high of $5 hit Jan. 16, 2025\n- Up 2%\n",
        &[
            ("$4", Some("2025-02-10..2025-02-10")),
            ("3%", Some("2025-02-10..2025-02-10")),
            ("17%", Some("2025-01-16..2025-02-10")),
            ("$5", Some("2025-01-16..2025-01-16")),
            ("2%", Some("2025-02-10..2025-02-10")),
        ],
    );
    expect_dates("USD/TRY rises 1% to 36.", &[("1%", Some("2025-02-10..2025-02-10")), ("36", Some("2025-02-10..2025-02-10"))]);
    expect_dates(
        "Sales rose 6% in the first quarter ended on October 26. It sees second-quarter sales of $13 billion.",
        &[("6%", Some("2024-07-28..2024-10-26")), ("$13 billion", Some("2024-10-27..2025-01-25"))],
    );
}

#[test]
fn what_goes_with_a_comparison_or_a_move() {
    expect_dates("The rise in 2019 compared to 2014 was 9%.", &[("9%", Some("2019-01-01..2019-12-31"))]);
    expect_dates(
        "Sales in the fourth quarter of 2024 were $9m. Annual sales were $40m.",
        &[("$9m", Some("2024-10-01..2024-12-31")), ("$40m", None)],
    );
    expect_dates("Acme Corp fell 3% to $12.", &[("3%", Some("2025-02-10..2025-02-10")), ("$12", Some("2025-02-10..2025-02-10"))]);
}

#[test]
fn what_is_expected_takes_a_time_to_come() {
    expect_dates(
        "The bakery forecasts a profit of $3m for 2026. In 2024 sales were $9m. Costs are expected to be $7m.",
        &[("$3m", Some("2026-01-01..2026-12-31")), ("$9m", Some("2024-01-01..2024-12-31")), ("$7m", Some("2026-01-01..2026-12-31"))],
    );
    expect_dates("In 2024 sales were $9m. The bakery owns a plant worth $4m.", &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", None)]);
    expect_dates(
        "In 2024 sales were $9m. Profit was $4m.",
        &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", Some("2024-01-01..2024-12-31"))],
    );
    expect_dates(
        "Since 2018, payments have doubled from $1 to $2.",
        &[("doubled", Some("2018-01-01..2025-02-10")), ("$1", Some("2018-01-01..2018-12-31")), ("$2", None)],
    );
    expect_dates("Income rose to a record $9 million last year.", &[("$9 million", Some("2024-01-01..2024-12-31"))]);
    expect_dates("It pays $9 million to holders of record on March 14, 2025.", &[("$9 million", None)]);
    expect_dates(
        "The deal, worth $7 million, helps to bring rolls to 15% of output by 2030.",
        &[("$7 million", None), ("15%", Some("2030-01-01..2030-12-31"))],
    );
    expect_dates("Natural gas for March delivery gained 8% today.", &[("8%", Some("2025-02-10..2025-02-10"))]);
    expect_dates(
        "Last week, the index climbed 350 points, or 0.5%.",
        &[("350", Some("2025-02-03..2025-02-09")), ("0.5%", Some("2025-02-03..2025-02-09"))],
    );
    expect_dates(
        "It expects growth of 2% for 2025 and for 2026, of 3%.",
        &[("2%", Some("2025-01-01..2025-12-31")), ("3%", Some("2026-01-01..2026-12-31"))],
    );
}

#[test]
fn brackets_effect_and_what_is_no_time_of_a_figure() {
    expect_dates("Growth in the second quarter of 2024 (2%) was slow.", &[("2%", Some("2024-04-01..2024-06-30"))]);
    expect_dates("In December 2024 it cut the tax to 21% effective January 1, 2025.", &[("21%", Some("2025-01-01..2025-01-01"))]);
    expect_dates("The levy rises to 15% effective 1 July.", &[("15%", Some("2025-07-01..2025-07-01"))]);
    expect_dates("The $5 million plan announced in June 2024 is over.", &[("$5 million", None)]);
    expect_dates("It opened in September 2024 and will travel to eight towns.", &[("eight", None)]);
    expect_dates("It paid $9 million to owners of record after the bell on March 14, 2025.", &[("$9 million", None)]);
    expect_dates(
        "In 2024 sales were $9m. A grant of $4m over five years will help.",
        &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", None)],
    );
    expect_dates("In 2024 output was $9m. The house has 40 ovens.", &[("$9m", Some("2024-01-01..2024-12-31")), ("40", None)]);
    // Years of a list whose first is called fiscal are all fiscal, on a calendar that nothing tells.
    expect_dates("Sales were $9m and $8m in fiscal 2024 and 2023, respectively.", &[("$9m", None), ("$8m", None)]);
}

#[test]
fn times_of_other_clauses_and_heads() {
    expect_dates("The $5m subsidy is small and will not reach bakers until late April.", &[("$5m", None)]);
    expect_dates("The mill opens on 3 March, thanks to a $5m grant.", &[("$5m", None)]);
    expect_dates("MEDIA RELEASE 7 February 2025 $5 MILLION FOR MILLS", &[("$5 MILLION", None)]);
    expect_dates("Prices rose 3%, extending a run of rises at the start of the year.", &[("3%", None)]);
    expect_dates("Bakers fear the January summit and a $5m levy.", &[("$5m", None)]);
    expect_dates("The $5m plan that was announced last year is over.", &[("$5m", None)]);
    expect_dates("A berth went for $5, down $1 from the previous sale last Friday.", &[("$5", None), ("$1", None)]);
    expect_dates("Sales grow at a 5% pace from 2024 to 2035.", &[("5%", Some("2024-01-01..2035-12-31"))]);
    expect_dates("Fenn shares rise 5%.", &[("5%", Some("2025-02-10..2025-02-10"))]);
    expect_dates("Fenn shares are off 5%.", &[("5%", Some("2025-02-10..2025-02-10"))]);
    expect_dates("Fenn shares may rise 5%.", &[("5%", None)]);
    expect_dates("In January sales rose 5%.", &[("5%", Some("2025-01-01..2025-01-31"))]);
}

#[test]
fn headings_and_sentences_before() {
    expect(
        "Acme grows\n\nSecond Quarter 2004 Highlights\n\n- Sales of $5m\n- Profit of $1m in the first half of 2004\n",
        &[("$5m", Some("Second Quarter 2004")), ("$1m", Some("the first half of 2004"))],
    );
    expect("Sales fell in 2004. They came to $5m.", &[("$5m", Some("2004"))]);
}
