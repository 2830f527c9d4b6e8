use crate::Article;
use crate::fact_lines::lines;

/// Each fact's text with its measure.
fn measures(text: &str) -> Vec<String> {
    lines(&Article::from_text(text), |_, fact| fact.measure.clone().unwrap_or("-".into()))
}

#[test]
fn subjects_of_change_and_level() {
    assert_eq!(
        measures("Net profit rose 5% to $10 million from $9.5 million."),
        ["5%: Net profit", "$10 million: Net profit", "$9.5 million: Net profit"]
    );
    assert_eq!(measures("The price of copper in London was $9,000 a tonne."), ["$9,000: price of copper"]);
}

#[test]
fn objects_and_modified_nouns() {
    assert_eq!(measures("The start-up Zumbo raised $8 million in seed funding."), ["$8 million: seed funding"]);
    assert_eq!(measures("The regulator imposed a $2 billion fine on the bank."), ["$2 billion: fine"]);
    assert_eq!(measures("Inflation will come down to the bank's 2% target."), ["2%: target"]);
    assert_eq!(measures("Shipments brought a 7% rise in exports."), ["7%: exports"]);
}

#[test]
fn never_a_verb_or_a_holder() {
    assert_eq!(measures("The average price target of $29 implies 24% downside."), ["$29: average price target", "24%: downside"]);
    assert_eq!(measures("The unemployment rate also rose slightly to 6.9%."), ["6.9%: unemployment rate"]);
    assert_eq!(measures("Ardent bought the Zumbo chain for $5 million."), ["$5 million: price"]);
    assert_eq!(measures("A new mine will cost $90 million."), ["$90 million: cost"]);
}

#[test]
fn phrases_are_kept_whole() {
    assert_eq!(measures("Cash provided by operating activities was $9 million."), ["$9 million: Cash provided by operating activities"]);
    assert_eq!(measures("Net profit attributable to owners of $33 million was paid out."), ["$33 million: Net profit"]);
    assert_eq!(measures("The increase in tariffs for soya and wheat was 5%."), ["5%: tariffs"]);
    assert_eq!(measures("Economic growth of 2% is likely."), ["2%: Economic growth"]);
    assert_eq!(measures("The $80 billion five-year capital plan stands."), ["$80 billion: capital plan"]);
}

#[test]
fn kinds_bases_and_what_is_put_on_something() {
    for (text, measure) in [
        ("The charge for impairment of long-lived assets was $5 million.", "$5 million: charge"),
        ("Hiring by shops rose 5%.", "5%: Hiring"),
        ("Hiring by shops, it said, rose 5%.", "5%: -"),
        ("Brask Q1 adjusted earnings per share $1.10.", "$1.10: adjusted earnings per share"),
        ("A downward trend in prices of 5% is clear.", "5%: prices"),
        ("A trend of headline and core inflation towards 3% is clear.", "3%: headline and core inflation"),
        ("The chain offered two types of bread contracts.", "two: types of bread contracts"),
        ("He will raise tariffs on as much as $3 million in rye exports.", "$3 million: rye exports"),
        ("Some $6 million has been earmarked for residential care.", "$6 million: residential care"),
        ("Up to $6 million will be provided by the state.", "$6 million: funding"),
        ("Core inflation would remain above trend at 3%.", "3%: Core inflation"),
        ("The state will provide $6 million to the mill.", "$6 million: funding"),
        ("The mill is said to be losing about $2 million a year.", "$2 million: loss"),
        ("The bank kept the Overnight Policy Rate (OPR) at 2.75%.", "2.75%: Overnight Policy Rate"),
        ("The notes bear interest at an annual rate of 6%.", "6%: interest"),
        ("The rate averaged a little above the level of 5%.", "5%: -"),
    ] {
        assert_eq!(measures(text).first().map(String::as_str), Some(measure), "{text}");
    }
}

#[test]
fn changes_are_of_what_changes() {
    for (text, measure) in [
        ("The lender told of a 34% quarter-over-quarter decline in mortgage income.", "34%: mortgage income"),
        ("Sales of ovens are growing at a 15% CAGR.", "15%: Sales of ovens"),
        ("Brask Foods told of a 7% price increase for rolls.", "7%: price"),
        ("Net advanced to $9 million.", "$9 million: Net"),
        ("Shares of Brask Foods lost 5%.", "5%: Shares"),
        ("The county spends 50% more than it did.", "50%: -"),
        ("The market for these coatings will grow at a 15% CAGR.", "15%: market for these coatings"),
        ("China will set up a $20 billion fund to buy homes.", "$20 billion: fund"),
        ("The institute spends $8 million annually on repairs.", "$8 million: repairs"),
        ("The minister told of a $4 billion road and rail support package.", "$4 billion: road and rail support package"),
        ("Reduced net bank debt by $30 million.", "$30 million: net bank debt"),
        ("Turnover hit a local high of $7 million.", "$7 million: Turnover"),
        ("Brask Foods ended the year with $5 million in cash.", "$5 million: cash"),
        ("The trust has a position worth about $5 million.", "$5 million: position"),
        ("The lab seeks profits from sales, estimated at $5 million.", "$5 million: profits from sales"),
        ("Brask Foods will invest $5 million in research and development.", "$5 million: research and development"),
        ("The count of white cells decreased (16%).", "16%: count of white cells"),
        ("Brask Foods raised $9 million through a private placement.", "$9 million: private placement"),
        ("Tourism has help from the $1 billion Relief and Recovery Fund.", "$1 billion: Relief and Recovery Fund"),
        ("It will acquire all classes of stock for $9 million.", "$9 million: price"),
        ("The EBITDA margin has plummeted to 5%.", "5%: EBITDA margin"),
        ("The bakery has a capital gain of $3 million.", "$3 million: capital gain"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
    assert_eq!(measures("The outlay for rail rose from 3% to 5% of GDP."), ["3%: outlay", "5%: outlay"]);
}

#[test]
fn who_bears_a_sum_is_not_measured() {
    assert_eq!(measures("The bakery pays its bakers $20."), ["$20: -"]);
    assert_eq!(measures("The fire has cost many families $2 million."), ["$2 million: cost"]);
    assert_eq!(measures("The global oven market will reach $9 billion."), ["$9 billion: global oven market"]);
    assert_eq!(measures("Assets of the 40 funds grew by $5 million.").last().map(String::as_str), Some("$5 million: Assets"));
}

#[test]
fn rates_marks_and_bounds() {
    for (text, measure) in [
        ("The central bank raised its rate to 4%.", "4%: rate"),
        ("The economy grew at an annual rate of 5%.", "5%: economy"),
        ("A large order of $9 million was received.", "$9 million: order"),
        ("Sales were of the order of $9 million.", "$9 million: Sales"),
        ("The plan sets a $4 billion floor for rail spending.", "$4 billion: floor for rail spending"),
        ("The bakery opened a $9 million state of the art training programme.", "$9 million: training programme"),
        ("The fall in costs brought a 3% decrease to the bakery's bottom line.", "3%: bottom line"),
        ("The yield is far off its all-time closing high of 9%.", "9%: all-time closing high"),
        ("Brask Foods told of earnings per share (EPS) growth of 24%.", "24%: earnings per share"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
}

#[test]
fn ranges_lists_and_units() {
    assert_eq!(measures("Analysts expect 13% earnings growth for bakers this year and 16% next year."), ["13%: earnings", "16%: earnings"]);
    assert_eq!(measures("It guided for sales between $2 million and $3 million."), ["$2 million: sales", "$3 million: sales"]);
    assert_eq!(measures("Sales of ovens, mixers and forks rose 18%."), ["18%: Sales of ovens"]);
    assert_eq!(measures("Revenue surged 46% Y/Y to $9 million."), ["46%: Revenue", "$9 million: Revenue"]);
    assert_eq!(measures("It plans 5% sales growth and 9% adjusted EPS growth."), ["5%: sales", "9%: adjusted EPS"]);
    assert_eq!(measures("Profit before tax fell 12%."), ["12%: Profit"]);
    assert_eq!(measures("It raised $5 million and more than $9 million was spent on ovens.")[1], "$9 million: spending");
}

#[test]
fn what_was_expected_and_who_trades() {
    assert_eq!(measures("Sales rose to $9 million. Analysts had expected $8 million.")[1], "$8 million: Sales");
    assert_eq!(measures("Brask amended its $27 offer, raising it to $35."), ["$27: offer", "$35: offer"]);
    assert_eq!(measures("It sold a stake to a group of European institutions for $9 million."), ["$9 million: -"]);
    assert_eq!(measures("The bill needs a portion of this $9 million."), ["$9 million: -"]);
    assert_eq!(measures("The stock peaked at $5 before retreating to $4."), ["$5: stock", "$4: stock"]);
    assert_eq!(measures("Ransomware stays, accounting for 66% of attacks."), ["66%: -"]);
    assert_eq!(measures("It was a good year, with oven sales doubling to $9 million.")[1], "$9 million: oven sales");
}

#[test]
fn subjects_over_asides_and_set_phrases() {
    for (text, measure) in [
        ("Shares of Brask have in fact risen 22%.", "22%: Shares"),
        ("The stock, a symbol of the craze, spiked 7%.", "7%: stock"),
        ("It had a rough year with its share price down 19%.", "19%: share price"),
        ("Unit costs were expected to return to $6 million.", "$6 million: Unit costs"),
        ("In spring oven fraud cases surged by nearly 300%.", "300%: fraud cases"),
        ("The bond is priced at 101 pct.", "101 pct: price"),
        ("The bakery reports revenue up 4%.", "4%: revenue"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
}

#[test]
fn prices_valuations_and_targets() {
    for (text, measure) in [
        ("Brask lifts its target to $52.", "$52: price target"),
        ("Brask lifts its target to $52 million.", "$52 million: -"),
        ("The deal values the company at $9 million.", "$9 million: valuation"),
        ("The stake in the bakery was valued at $9 million.", "$9 million: stake"),
        ("The bakery offered nearly $9 million.", "$9 million: offer"),
        ("The shops added $9 million in sales.", "$9 million: sales"),
        ("It sold a unit with a $9 million gain on the sale.", "$9 million: gain"),
        ("The start-up has raised $9 million.", "$9 million: funding"),
        ("The funds yield 4%.", "4%: yield"),
        ("It sought to buy more than 15% of the baker's parent.", "15%: stake"),
        ("Costs related to ovens and mixers were $9 million.", "$9 million: Costs related to ovens"),
        ("Brask slashed entry prices for ovens with glass doors to $900.", "$900: entry prices"),
        ("Net cash provided by operating activities $9 million.", "$9 million: Net cash provided by operating activities"),
        ("It booked a non-cash gain of $9 million.", "$9 million: gain"),
        ("Among the wins was a $9 million order for ovens.", "$9 million: order"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
    assert_eq!(
        measures("On the news, the bakery's share price fell $1.50, or 9%, to close at $7."),
        ["$1.50: share price", "9%: share price", "$7: share price"]
    );
    assert_eq!(measures("The best was the maker Ovenex Technology, gaining 3%."), ["3%: price"]);
}

#[test]
fn numbers_of_things() {
    for (text, measure) in [
        ("The new hall will shelter more than 100 local and regional teams.", "100: local and regional teams"),
        ("It hires 125 pastry makers.", "125: pastry makers"),
        ("It is laying off about 300 people.", "300: people"),
        ("It shipped 50 tonnes of rice.", "50: rice"),
        ("It had an annual output of 50 tonnes of rice.", "50: annual output"),
        ("The bakery has 3,000 sq ft of floor space.", "3,000: floor space"),
        ("The bakery has a growing network of 40 shops.", "40: shops"),
        ("The 90 MW solar farm opened.", "90: solar farm"),
        ("Growth fell on account of three factors.", "three: factors"),
        ("Net debt was 5x core profit.", "5x: Net debt"),
        ("The prize is a 50 kW solar farm.", "50: solar farm"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
    assert_eq!(measures("Sales rose to 433 ovens from 414 ovens and 342 ovens.")[2], "342: Sales");
    assert_eq!(measures("Stocks climbed to 60 mln barrels of oil against 50 mln."), ["60 mln: Stocks", "50 mln: Stocks"]);
}

#[test]
fn shares_of_people_and_of_listed_names() {
    for (text, measure) in [
        ("It is laying off 25% of the staff.", "25%: staff"),
        ("A study says 85% of bakers approve of her.", "85%: bakers"),
        ("Some 23% of respondents planning a trip bake.", "23%: respondents"),
        ("Among pastry cooks, 60% have a good view of her.", "60%: pastry cooks"),
        ("The board approved raising the dividend by 5%.", "5%: dividend"),
        ("The year was good, with growth expected to average 3 per cent.", "3 per cent: growth"),
        ("The industrial sector grew by 6%.", "6%: industrial sector"),
        ("In fact we've already got 540 soldiers on the ground.", "540: soldiers"),
        ("In fact we’ve already got 540 soldiers on the ground.", "540: soldiers"),
    ] {
        assert_eq!(measures(text), [measure]);
    }
    assert_eq!(
        measures("The town saw a 21% rise in voters, followed by Zumbo’s Brask (20%) and Selby (19%)."),
        ["21%: voters", "20%: voters", "19%: voters"]
    );
    assert_eq!(measures("Shr loss 2.47 dlrs vs profit 31 cts."), ["2.47 dlrs: Shr loss", "31 cts: profit"]);
}

#[test]
fn labels_and_parts() {
    assert_eq!(measures("- Revenue: $5 million"), ["$5 million: Revenue"]);
    assert_eq!(measures("Exports accounted for 40% of sales."), ["40%: Exports"]);
}

#[test]
fn what_a_sum_is_given_for() {
    for (text, measure) in [
        ("The county will receive $3 million over four years to repair the old pier.", "$3 million: old pier"),
        ("The minister announced $3 million for dredging.", "$3 million: dredging"),
        ("- $3 million for dredging", "$3 million: dredging"),
        ("It put $3 million into a freight subsidy.", "$3 million: freight subsidy"),
        ("The bill authorizes $3 million each year for the Harbour Safety Program.", "$3 million: Harbour Safety Program"),
        ("It received $3 million to start a fitness and safety course.", "$3 million: fitness and safety course"),
        ("The county got $3 million for families.", "$3 million: -"),
        ("The bakery sold its oven for $3 million.", "$3 million: price"),
    ] {
        assert_eq!(measures(text).first().map(String::as_str), Some(measure), "{text}");
    }
}

#[test]
fn subjects_from_the_start_of_the_clause() {
    for (text, measure) in [
        ("The cost of feeding the flock all winter in the north was $3 million.", "$3 million: cost"),
        ("Net earnings for the nine months to May 31, 1994, amounted to $3 million.", "$3 million: Net earnings"),
        ("The bakery said the average price of ovens having a door was $900.", "$900: average price of ovens"),
        ("Demand for sweet rolls, such as buns, was 5% higher.", "5%: Demand"),
        ("Trade improved at a good pace and total output rose 5%.", "5%: total output"),
    ] {
        assert_eq!(measures(text).first().map(String::as_str), Some(measure), "{text}");
    }
}

#[test]
fn cuts_discounts_and_comparisons() {
    for (text, measure) in [
        ("The bakers asked for a 50% cut in rye quotas.", "50%: rye quotas"),
        ("The shops will run a 25% off sale.", "25%: discount"),
        ("The ovens are 35% more efficient than before.", "35%: -"),
        ("The 51%-owned maker lost its chief.", "51%: stake"),
        ("It has already trimmed rates by 1%.", "1%: rates"),
    ] {
        assert_eq!(measures(text).first().map(String::as_str), Some(measure), "{text}");
    }
    assert_eq!(measures("It bought 3 million shares of common stock for $9 million.")[1], "$9 million: price");
}

#[test]
fn verbs_that_bound_a_figure_have_a_subject() {
    for (text, measure) in [
        ("Its research costs exceeded $3 million.", "$3 million: research costs"),
        ("Output topped 5% of the plan, with the price of rye approaching $90 a tonne.", "$90: price of rye"),
        ("The mill told of a rise in turnover, totaling $3 million.", "$3 million: turnover"),
        ("The mill keeps earnings per share guidance of $2.25.", "$2.25: earnings per share guidance"),
        ("The weighted-average per share fair value of options was $8.90.", "$8.90: weighted-average per share fair value of options"),
        ("The county gives money, including $3 million for new ropes.", "$3 million: ropes"),
        ("The mill sold its $3 million seven-year notes.", "$3 million: notes"),
        ("Zumbo Limited told of good trade, totaling $3 million.", "$3 million: trade"),
    ] {
        assert_eq!(measures(text).last().map(String::as_str), Some(measure), "{text}");
    }
}
