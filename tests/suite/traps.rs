//! What a hasty reading of news gets wrong, one test for each trap: nothing of this may be called inconsistent, and what adds up is found.

use newsfacts::sheet::Verdict;
use newsfacts::{Article, FactSheet, Options, analyze};

fn sheet(text: &str) -> FactSheet {
    analyze(&Article::from_text(text), &Options::default())
}

/// The stated figures of one verdict.
fn stated(text: &str, verdict: Verdict) -> Vec<String> {
    let sheet = sheet(text);
    let text_of = |id: &str| sheet.facts.iter().find(|fact| fact.id == id).map(|fact| fact.text.clone()).unwrap_or_default();
    sheet.checks.iter().filter(|check| check.verdict == verdict).map(|check| text_of(&check.stated)).collect()
}

/// Nothing is accused, and just these figures add up.
fn adds_up(text: &str, figures: &[&str]) {
    assert_eq!(stated(text, Verdict::Inconsistent), [""; 0], "accused in {text:?}");
    assert_eq!(stated(text, Verdict::Consistent), figures, "confirmed in {text:?}");
}

/// Just these figures are accused.
fn is_wrong(text: &str, figures: &[&str]) {
    assert_eq!(stated(text, Verdict::Inconsistent), figures, "accused in {text:?}");
}

#[test]
fn what_analysts_expected_is_no_base() {
    adds_up("Revenue rose 12% to $4.0bn, vs $4.2bn consensus.", &[]);
    adds_up("Revenue rose 12% to $4.0bn, beating the $3.9bn that analysts had forecast.", &[]);
    adds_up("Sales up 9.8% to $5.67 billion vs. $5.52 billion consensus (2.7% beat).", &[]);
}

#[test]
fn guidance_and_targets_are_no_levels() {
    adds_up("Revenue rose 12% to $4.0bn. The company expects revenue of $4.2bn in 2026, and aims for $5.0bn by 2028.", &[]);
    adds_up("It raised its guidance to $450 million from $430 million, and the shares rose 7%.", &[]);
}

#[test]
fn more_than_and_nearly_are_taken_at_their_word() {
    adds_up("Profit rose by more than 50% to $3.2m from $2.0m.", &["50%"]);
    adds_up("Profit rose nearly 50% to $2.98m from $2.0m.", &["50%"]);
    is_wrong("Profit rose by more than 50% to $2.8m from $2.0m.", &["50%"]);
    is_wrong("Profit rose nearly 50% to $3.2m from $2.0m.", &["50%"]);
}

#[test]
fn two_measures_in_a_sentence_keep_their_own_levels() {
    adds_up("Profit rose 10% to $2.2m from $2.0m while revenue rose 5% to $21m from $20m.", &["10%", "5%"]);
    adds_up("Revenue rose 5% to $21m, and profit was $2.2m, compared with $2.0m.", &[]);
}

#[test]
fn currency_adjusted_growth_is_not_that_of_the_reported_levels() {
    adds_up("Sales rose 12% to $560m from $500m, or 9% in constant currency.", &["12%"]);
    adds_up("Sales were $560m, up from $500m, or 9% on an organic basis.", &[]);
}

#[test]
fn quarter_on_quarter_stands_beside_year_on_year() {
    adds_up(
        "Revenue in the fourth quarter of 2024 was $120m, up 4% sequentially and up 20% from $100m in the fourth quarter of 2023.",
        &["20%"],
    );
    adds_up(
        "Interest income grew 8% quarter-over-quarter to $27.6m in the fourth quarter of 2024, an increase from $20m in the fourth quarter of 2023.",
        &[],
    );
}

#[test]
fn an_amount_in_brackets_is_a_conversion() {
    adds_up("Sales rose 10% to $1.13bn (£600m) from $1.03bn (£547m).", &["10%", "£600m", "£547m"]);
}

#[test]
fn an_old_amount_was_converted_at_an_old_rate() {
    adds_up("It bought the unit for 1.0bn euros ($1.2bn) in 2018. ($1 = 0.96 euros)", &["$1.2bn"]);
    is_wrong("It bought the unit for 1.0bn euros ($1.04m). ($1 = 0.96 euros)", &["$1.04m"]);
}

#[test]
fn per_share_stands_beside_totals() {
    adds_up("Profit was $3.5 million, or $0.46 per share, up 75 percent from $2.0 million, or $0.30 per share.", &["75 percent"]);
}

#[test]
fn a_loss_that_becomes_a_profit_is_a_change_over_zero() {
    adds_up("It swung to a profit of $0.2 million from a loss of $0.5 million, an improvement of $0.7 million.", &["$0.7 million"]);
    adds_up("It made a profit of $0.2 million, up 140% from a loss of $0.5 million.", &["140%"]);
    adds_up("It made a profit of $0.2 million, up 60% from a loss of $0.5 million.", &[]);
}

#[test]
fn a_scale_is_inherited() {
    adds_up("Revenue rose 13.8% to $340.4M from $299.3.", &["13.8%"]);
}

#[test]
fn respectively_pairs_in_order() {
    adds_up("Costs and sales were up $1m or 10% and $2m or 5%, respectively, to $11m and $42m.", &["10%", "5%"]);
}

#[test]
fn stakes_margins_and_rates_are_levels() {
    adds_up("It bought a 12% stake for $30m from a fund that paid $25m.", &[]);
    adds_up("The bank pays 4.5% on deposits of $10m, up from $9m.", &[]);
    adds_up("The margin was 12.4%, up from 11.9%, on sales of $30m.", &[]);
}

#[test]
fn a_multiple_of_something_else_is_no_change() {
    adds_up("The offer was 26 times oversubscribed, with bids of $52m for $2m.", &[]);
    adds_up("The shares trade at 26 times earnings, and rose to $52 from $50.", &[]);
}

#[test]
fn share_prices_move_beside_earnings() {
    adds_up("The shares rose 8% after profit climbed to $5.5m from $5.0m.", &[]);
    adds_up("Shares fell 3% to $48.50 as revenue fell to $90m from $100m.", &[]);
}

#[test]
fn a_compound_annual_rate_is_not_the_whole_change() {
    adds_up("The market will grow from $2.0bn in 2020 to $4.0bn in 2030, at a compound annual growth rate of 7.2%.", &[]);
    adds_up("Sales grew from $2.0bn to $4.0bn over ten years, or 7.2% a year on average.", &[]);
}

#[test]
fn percent_of_is_a_share_and_percent_a_change() {
    adds_up("Exports rose 5% to $63m from $60m.", &["5%"]);
    adds_up("Exports were $63m, which was 75% of output of $84m.", &["75%"]);
}

#[test]
fn basis_points_are_hundredths_of_points() {
    adds_up("The rate rose 50 basis points to 3.2% from 2.7%.", &["50 basis points"]);
    is_wrong("The rate rose 5 basis points to 3.2% from 2.7%.", &["5 basis points"]);
}

#[test]
fn slips_like_those_found_in_print_are_found() {
    is_wrong("Output grew 356.68% to $20.38 million from $7.94 million.", &["356.68%"]);
    is_wrong("Trading revenue rose 172% to $1.6 billion from $529 million.", &["172%"]);
    is_wrong("Sales rose 24.4% to Rs 671.7 crore from Rs 496.6 crore.", &["24.4%"]);
    is_wrong("Net income was down 1% to $101 million from $100 million.", &["1%"]);
}

#[test]
fn a_change_in_something_else_is_not_of_the_levels_before_it() {
    adds_up(
        "Harbour had total revenue of $95.8 million in 2024, compared to $76.4 million in 2023, reflecting a 3% increase in rental revenue.",
        &[],
    );
    is_wrong("Exports rose 93% to $830 million from $596 million.", &["93%"]);
}
