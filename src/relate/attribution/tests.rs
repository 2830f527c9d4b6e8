use crate::Article;
use crate::fact_lines::{lines, name};

/// Each fact's text with the name of who says so.
fn said(text: &str) -> Vec<String> {
    lines(&Article::from_text(text), |sheet, fact| name(sheet, &fact.attribution))
}

#[test]
fn subjects_quotes_and_sources() {
    assert_eq!(said("Maria Keller said that sales rose 5%."), ["5%: Maria Keller"]);
    assert_eq!(said("“Sales rose 5%,” Maria Keller said. “Costs fell 3%.”"), ["5%: Maria Keller", "3%: Maria Keller"]);
    assert_eq!(said("Sales rose 5%, said Minister for Trade Maria Keller. He left."), ["5%: Maria Keller"]);
    assert_eq!(said("Sales rose 5%."), ["5%: "]);
}

#[test]
fn what_stands_between_two_of_one_source() {
    let report = "A report by Norway’s Trade Ministry showed that exports rose 5%. Imports fell 3%. The report said that debt fell 2%.";
    assert_eq!(said(report), ["5%: Trade Ministry", "3%: Trade Ministry", "2%: Trade Ministry"]);
    let survey = "Data from Gartner showed that sales rose 5%. Costs fell 3%. The data showed that rents rose 2%.";
    assert_eq!(said(survey), ["5%: Gartner", "3%: Gartner", "2%: Gartner"]);
    let market = "Maria Keller said that sales rose 5%. Shares fell 3%. Maria Keller said that rents rose 2%.";
    assert_eq!(said(market), ["5%: Maria Keller", "3%: ", "2%: Maria Keller"]);
    let he = "Maria Keller said that sales rose 5%. Brask Foods Inc. said that costs fell 3%. Rents rose 2%, she added.";
    assert_eq!(said(he).last().map(String::as_str), Some("2%: Maria Keller"));
}

#[test]
fn who_is_cited_once_does_not_tell_the_rest() {
    let filler = "The port is old. ".repeat(12);
    let long = format!("A survey by Gartner found that sales rose 5%. {filler}Rents rose 2%.");
    assert_eq!(said(&long), ["5%: Gartner", "2%: "]);
    assert_eq!(said("CNBC reported that sales rose 5%. The yard had cash of $4 million."), ["5%: CNBC", "$4 million: "]);
}

#[test]
fn pronouns_and_offices() {
    assert_eq!(said("Maria Keller said sales rose 5%. Costs fell 3%, she added."), ["5%: Maria Keller", "3%: Maria Keller"]);
    assert_eq!(said("Trade Minister Maria Keller opened the fair. The minister hoped that exports would rise 9%."), ["9%: Maria Keller"]);
}

#[test]
fn what_stands_between_a_speaker_and_his_verb() {
    for (text, source) in [
        ("Brask Foods Inc., a maker of bread and rolls in the south, said 40 bakers will leave a plant in Shelby.", "Brask Foods Inc."),
        ("Brask Foods Inc. (NYSE: BRSK) said sales rose 5%.", "Brask Foods Inc."),
        ("Brask Foods Inc. also said that sales rose 5%.", "Brask Foods Inc."),
        ("Brask Foods Inc. bakes bread. It also said sales rose 5%.", "Brask Foods Inc."),
        ("Brask Foods Inc. bakes bread. The Bergen, Norway-based company said sales rose 5%.", "Brask Foods Inc."),
        ("Brask Foods Inc. bakes bread. Sales rose 5%, according to a spokesman for the company.", "Brask Foods Inc."),
        ("The baking group Brask Foods Inc. is planning to sell 25% of a mill, the company said.", "Brask Foods Inc."),
        ("Brask Foods Inc. runs 40 shops, according to its website.", "Brask Foods Inc."),
        ("Rents rose 5%, per a poll from research firm Gartner.", "Gartner"),
        ("Maria Keller of Brask Foods Inc., who expects sales to rise 5%, is leaving.", "Maria Keller"),
    ] {
        assert!(said(text).iter().all(|said| said.ends_with(source)), "{text}: {:?}", said(text));
    }
    assert_eq!(said("Brask Foods Inc. (NYSE: BRSK) is also expected to sell 5% more."), ["5%: "]);
}

#[test]
fn whose_estimate_it_is() {
    assert_eq!(said("Sales rose 5%, against Gartner's forecast of 6%."), ["5%: ", "6%: Gartner"]);
    let poll = "Maria Keller cited a report by Gartner projecting a 5% rise in rents.";
    assert_eq!(said(poll), ["5%: Gartner"]);
}

#[test]
fn companies_brokers_and_surveys() {
    for (text, source) in [
        ("Maria Keller sees sales growth of 5%.", "5%: Maria Keller"),
        ("Brask Foods Inc. bakes bread. The company said sales rose 5%.", "5%: Brask Foods Inc."),
        ("Sales rose 5%, a survey by Gartner found.", "5%: Gartner"),
        ("Sales rose 5%, according to a Tokyo Stock Exchange filing.", "5%: "),
        ("Brask Foods shares added 5%.", "5%: "),
    ] {
        assert_eq!(said(text), [source]);
    }
}

#[test]
fn what_parts_a_figure_from_who_speaks_behind_it() {
    assert_eq!(
        said("The loss was $2.16, while Dorvan Institute analysts said that $2.21 was likely."),
        ["$2.16: ", "$2.21: Dorvan Institute"]
    );
    assert_eq!(said("Brask stock rose 6.4% after Dorvan Institute said that the firm is for sale."), ["6.4%: "]);
    assert_eq!(said("Brask Foods Inc. wrote off $5 million."), ["$5 million: "]);
    assert_eq!(said("Costs rose 5% after a fire, Maria Keller said."), ["5%: Maria Keller"]);
}

#[test]
fn one_report_retold() {
    let report = "OSLO, March 2 - Retail sales rose 5 pct in May, the Norwegian Trade Office said.\n\nFood sales rose 3 pct. Sales of \
                  cars fell 2 pct.";
    assert!(said(report).iter().all(|fact| fact.ends_with(": Norwegian Trade Office")), "{:?}", said(report));
    let two = "Retail sales rose 5 pct in May, the Norwegian Trade Office said. Banks lend more, the Dorvan Institute said.\n\nFood \
               is dear. Prices rose in all towns. Sales of cars fell 2 pct.";
    assert_eq!(said(two).last().map(String::as_str), Some("2 pct: "));
    let own = "Brask Foods Inc. said that sales rose 5%. It bakes bread.\n\nBrask Foods Inc. is old. Costs fell 2%.";
    assert_eq!(said(own).last().map(String::as_str), Some("2%: "));
}

#[test]
fn brokers_and_their_analysts() {
    let note = "Dorvan Securities slightly lowered its price target on Brask Foods. Analysts wrote that “costs rose 5%.” The research firm \
                cut the target to $18.";
    assert!(said(note).iter().all(|fact| fact.ends_with(": Dorvan Securities")), "{:?}", said(note));
    let bank = "According to analyst Maria Keller at Dorvan Securities, Brask Foods Inc. sells more. Volumes rose 5%, the brokerage noted.";
    assert_eq!(said(bank), ["5%: Maria Keller"]);
    assert_eq!(said("Traders sold. Sales fell 5%, analysts said."), ["5%: "]);
}

#[test]
fn who_closes_a_sentence_and_who_stands_between_dashes() {
    assert_eq!(said("Maria Keller – an analyst at Dorvan Institute – said that sales rose 5%."), ["5%: Maria Keller"]);
    assert_eq!(
        said("Brask Foods Inc. told investors that sales rose 5% in the north, Dorvan Institute analyst Maria Keller says."),
        ["5%: Maria Keller"]
    );
}

#[test]
fn what_a_report_and_it_are() {
    let report = "A report by Norway’s Trade Ministry showed that exports rose 5%. By data of the office Statbank, debt fell 3%, the \
                  report said.";
    assert_eq!(said(report).last().map(String::as_str), Some("3%: Trade Ministry"));
    let cited = "Brask Foods Inc. bakes. Brask Foods Inc. earned $5, against $6 according to Gartner data. It said costs rose 3%.";
    assert_eq!(said(cited).last().map(String::as_str), Some("3%: Brask Foods Inc."));
    let chain = "Finance Minister Maria Keller said the deficit will be $5 million. Spending is seen at $9 million. Tax is forecast at \
                 $2 million. Duties are expected to be $1 million. Fees are seen at $3 million.";
    assert!(said(chain).iter().all(|fact| fact.ends_with(": Maria Keller")), "{:?}", said(chain));
    assert_eq!(said("Brask shares fell 5% as Dorvan Institute said that the firm is for sale."), ["5%: "]);
}

#[test]
fn turns_of_a_talk() {
    let shouted = "JOHN DOE, HOST: Is it true?\n\nKELLER: It is. Rents rose 5% last year.\n\nJOURNALIST: And a loss of 4%?\n\nMARIA \
                   KELLER: Costs fell 3%.";
    assert_eq!(said(shouted), ["5%: KELLER", "4%: ", "3%: KELLER"]);
    let titled = "Question: Is it true, Maria Keller?\n\nMs Keller: It is a loss of 5%.\n\nQuestion: Is it 4%?\n\nMaria Keller: Costs \
                  fell 3%.";
    assert_eq!(said(titled), ["5%: Maria Keller", "4%: ", "3%: Maria Keller"]);
    let cites = "KELLER: Rents rose 5%.\n\nJOURNALIST: Why?\n\nKELLER: Costs fell 3%, according to Gartner. Maria Keller.";
    assert_eq!(said(cites), ["5%: Maria Keller", "3%: Gartner"]);
    let no_talk = "Maria Keller bakes.\n\nPrices: up 5%\n\nCosts: down 3%\n\nRents: up 4%";
    assert_eq!(said(no_talk), ["5%: ", "3%: ", "4%: "]);
}

#[test]
fn who_announces_today_and_whose_statement_follows() {
    assert_eq!(said("Sen. Maria Keller (R-OH) today announced that the town will get $5 million."), ["$5 million: Maria Keller"]);
    let headline = "SEN. KELLER ANNOUNCES $5 MILLION GRANT\n\nSen. Maria Keller bakes.";
    assert_eq!(said(headline), ["$5 MILLION: Maria Keller"]);
    let text =
        "The Senate met.\n\nSen. Maria Keller (D-OR) today issued the following statement:\n\nI saw the town. I will seek $5 million.";
    assert_eq!(said(text), ["$5 million: Maria Keller"]);
    let bare = "Sen. Maria Keller came following a vote.\n\nThe town will get $5 million.";
    assert_eq!(said(bare), ["$5 million: "]);
    let quoted = "Statement of Senator Maria Keller on the budget\n\n\"I saw the town. It lost $5 million.\"";
    assert_eq!(said(quoted), ["$5 million: Maria Keller"]);
}

#[test]
fn charts_have_sources_of_their_own_and_companies_none() {
    let chart = "Rents rose 5%.\n\nSource: Gartner\n\nCosts fell 3%.\n\nSource: Statbank Office";
    assert_eq!(said(chart), ["5%: ", "3%: "]);
    assert_eq!(said("Rents rose 5%.\n\nSource: Gartner"), ["5%: Gartner"]);
    assert_eq!(said("The Company estimates its rate. The Company says that the price of options was $8."), ["$8: "]);
}

#[test]
fn who_announces_what_stands_before() {
    assert_eq!(
        said("Exports rose 6.3% last year after 2.9% in 2019, the Norwegian Trade Office announced."),
        ["6.3%: Norwegian Trade Office", "2.9%: Norwegian Trade Office"]
    );
    assert_eq!(said("Brask Foods Inc. announced sales of $5 million."), ["$5 million: "]);
    assert_eq!(said("Maria Keller confirmed a margin of 5%."), ["5%: Maria Keller"]);
    assert_eq!(said("The agency rates the Dorvan Bank notes 5% above par."), ["5%: "]);
    assert_eq!(said("Maria Keller spoke at noon. At the meeting, he remarked, “Sales rose 5%.”"), ["5%: Maria Keller"]);
}

#[test]
fn who_speaks_for_whom_and_whose_finding_it_is() {
    for (text, source) in [
        ("A spokesman for Brask Foods Inc. said it will bake. He said costs rose 5%.", "5%: Brask Foods Inc."),
        ("The news follows Gartner’s recent finding that rents rose 5%.", "5%: Gartner"),
        ("Dorvan Institute puts the loss at $5 million.", "$5 million: Dorvan Institute"),
        ("A survey by Gartner found that many bake, 5% at home.", "5%: Gartner"),
        ("OSLO, March 2 - House Speaker Maria Keller, D-Texas, said Senate Trade Committee members want 5% more.", "5%: Maria Keller"),
        ("Maria Keller bought it in 2017 for $5 million, town records show.", "$5 million: "),
    ] {
        assert_eq!(said(text), [source], "{text}");
    }
    let vendor = "Sales were $5 million, above the consensus of $4 million, according to FactSet.";
    assert_eq!(said(vendor), ["$5 million: ", "$4 million: FactSet"]);
    let quoted = "“It bakes,” Maria Keller said.\n\nThe mill will receive $5 million.";
    assert_eq!(said(quoted), ["$5 million: "]);
}
