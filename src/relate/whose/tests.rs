use crate::fact_lines::owners;

#[test]
fn possessives_subjects_and_carried_owners() {
    assert_eq!(owners("Norway’s exports rose 4% to $20 billion. Imports fell 2%."), ["4%: Norway", "$20 billion: Norway", "2%: Norway"]);
    assert_eq!(
        owners("The start-up Zumbo raised $8 million, and the lender Plinth raised $3 million."),
        ["$8 million: Zumbo", "$3 million: Plinth"]
    );
}

#[test]
fn sides_of_a_rate_are_nobodys() {
    let text = "India’s exports rose to 5 billion rupees. They will grow. ($1 = 86.81 rupees)";
    assert_eq!(owners(text), ["5 billion rupees: India", "$1: ", "86.81 rupees: "]);
}

#[test]
fn phrases_pronouns_and_places() {
    for (text, owned) in [
        ("Shares of Brask Foods fell 4%.", "4%: Brask Foods"),
        ("Unemployment in Norway rose to 5%.", "5%: Norway"),
        ("Brask Foods Inc. opened a plant. The company had sales of $20 million.", "$20 million: Brask Foods Inc."),
        ("Brask Foods Inc. opened a plant. Its revenue was $20 million.", "$20 million: Brask Foods Inc."),
        ("The broker Loop Capital raised its price target on Brask Foods to $50.", "$50: Brask Foods"),
        ("Norway’s mills closed. Data that the Census Bureau released showed inflation of 5%.", "5%: Norway"),
    ] {
        assert_eq!(owners(text), [owned]);
    }
}

#[test]
fn somebody_else_owns_nothing_that_has_a_name() {
    for text in [
        "The market grew 4%, according to Gartner.",
        "Brask Foods Inc. bakes bread. The frozen goods division posted a profit of 4%.",
        "Maria Keller said that sales rose 4%.",
    ] {
        assert_eq!(owners(text), ["4%: "], "{text}");
    }
    assert_eq!(owners("The price of copper in London was $9,000 a tonne."), ["$9,000: "]);
}

#[test]
fn nobody_owns_what_is_not_said_of_him() {
    for text in [
        "The Texas oilman has bought a 26% stake.",
        "The Cancer Society estimates that 5% of smokers will quit.",
        "By Maria Keller\n\nMaria Keller bakes. Maria Keller sells.\n\nGold rose 4%.",
        "Zumbo Fair is a fair. Zumbo Fair is held in May.\n\nRain is likely, and wages growth is 4%.",
    ] {
        assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}");
    }
    let list = "Grants were made.\n\n- $3 million for training at Brask College\n- $5 million for bridges";
    assert_eq!(owners(list).last().map(String::as_str), Some("$5 million: "));
}

#[test]
fn who_is_told_of_behind_another_verb() {
    for text in [
        "Analysts expect a 5% revenue decline for Brask Foods.",
        "The prime example is Brask Foods, a baking company, which has $5 million in contracts.",
        "Brask Foods Inc. bakes. Its mills are old.\n\nThe company said sales rose 5%.",
    ] {
        assert!(owners(text).iter().all(|owner| owner.contains(": Brask Foods")), "{text}: {:?}", owners(text));
    }
}

#[test]
fn what_a_topic_does_not_own() {
    let many = owners("Brask Foods Inc. makes bread. Some 62% of businesses plan to hire.");
    assert_eq!(many.last().map(|owner| owner.ends_with(": ")), Some(true), "{many:?}");
    assert_eq!(owners("Canada sells steel. Exports rose 5%."), ["5%: Canada"]);
}

#[test]
fn who_says_it_and_whose_turn_it_is() {
    let it = "OSLO, March 2 - Brask Foods Inc. said in a statement that it has bought a bakery for $5 million.";
    assert_eq!(owners(it), ["$5 million: Brask Foods Inc."]);
    let town = "Brask Foods Inc., based in Bergen, Norway, said it expects sales of $5 million.";
    assert_eq!(owners(town), ["$5 million: Brask Foods Inc."]);
    let talk =
        "DOE: Brask Foods Inc. has cut its sales.\n\nROE: And now?\n\nDOE: Sales were low.\n\nROE: By how much?\n\nDOE: The sales fell 5%.";
    assert_eq!(owners(talk), ["5%: "]);
    assert_eq!(owners("The $5 million Oslo Culture fund is new."), ["$5 million: "]);
    assert_eq!(owners("The California fire will cost a lot. A charge of $5 million is likely."), ["$5 million: "]);
}

#[test]
fn sums_are_theirs_to_whom_they_go() {
    for (text, owned) in [
        ("The ministry announced a $400,000 grant to Crawford County for roads.", "$400,000: Crawford County"),
        ("The Department of Justice is awarding $700,000 to the Bergen Policing Institute (BPI).", "$700,000: Bergen Policing Institute"),
        ("The Department of Commerce awarded Brask Foods $44,000 for training.", "$44,000: Brask Foods"),
        ("The court fined Brask Foods $5 million.", "$5 million: Brask Foods"),
        ("Congress approved $500 million in aid for Poland.", "$500 million: Poland"),
        ("Brask Foods Inc. paid a $5 million dividend to Plinth Mills Inc.", "$5 million: Brask Foods Inc."),
        ("The ministry announced a $5 million grant to Bergen schools.", "$5 million: "),
    ] {
        assert_eq!(owners(text), [owned], "{text}");
    }
}

#[test]
fn which_of_many_and_who_has_no_verb() {
    let some = "Brask Foods Inc. asked bakers at companies with at least $2 billion in revenue.";
    assert_eq!(owners(some), ["$2 billion: "]);
    let own = "Brask Foods Inc. is a firm with $2 billion in revenue.";
    assert_eq!(owners(own), ["$2 billion: Brask Foods Inc."]);
    let list = "While Norway had a 29% rise in claims, Hungary a 6% rise, and Poland a 7% rise, Peru had none.";
    assert_eq!(owners(list), ["29%: Norway", "6%: Hungary", "7%: Poland"]);
    let colon = "Brask Foods Inc. kept all prices: the price of bread at $5.";
    assert_eq!(owners(colon), ["$5: Brask Foods Inc."]);
}

#[test]
fn adjectives_leads_of_lists_and_names_on_the_way() {
    let state = "They asked in Alaska. Alaskan household consumption rose 10%.";
    assert_eq!(owners(state), ["10%: Alaska"]);
    assert_eq!(owners("They asked in Alaska. Some 10% of Alaskan people smoke."), ["10%: "]);
    let list = "If all goes well, Brask Foods Inc. will:\n\n- Provide $5 million to patrol the woods\n- Build old mills";
    assert_eq!(owners(list), ["$5 million: Brask Foods Inc."]);
    let other = "Brask Foods Inc. bakes:\n\n- The old woods were patrolled for $5 million";
    assert_eq!(owners(other), ["$5 million: "]);
    let aside = "Brask Foods Inc. (NYSE: BRSK) bakes. Brask Foods Inc. sells. Brask Foods Inc. is old.\n\nPlinth Mills Inc. stock rose \
                 2%.\n\nNet revenue was $5 million.";
    assert_eq!(owners(aside), ["2%: Plinth Mills Inc.", "$5 million: Brask Foods Inc."]);
}

#[test]
fn committees_vote_and_banks_set() {
    let bank = "The Bank of Thailand met. Thailand grows.\n\nThe Monetary Policy Committee kept the policy rate at 2%. The Committee saw \
                inflation of 5%.";
    assert_eq!(owners(bank), ["2%: Bank of Thailand", "5%: Thailand"]);
    let other = "The Bank of Thailand met. Thailand grows.\n\nNorway’s policy rate was 4%.";
    assert_eq!(owners(other), ["4%: Norway"]);
}

#[test]
fn statistics_are_of_the_country() {
    let bank = "OSLO, March 2 - Norway’s central bank met. The Sight Rate Board (SRB) kept its rate. The SRB said little.\n\nInflation was \
                5%. Consumer prices rose 4%.";
    assert_eq!(owners(bank), ["5%: Norway", "4%: Norway"]);
    let firm = "OSLO, March 2 - Brask Foods Inc. (NYSE: BRSK) sells bread in Norway. Brask Foods Inc. is large. Inflation was 5%.";
    assert_eq!(owners(firm), ["5%: "]);
}

#[test]
fn central_banks_set_rates() {
    let korea = "The Bank of Korea met.\n\nThe base rate is 2%. Mortgage rates rose to 4%.";
    assert_eq!(owners(korea).first().map(String::as_str), Some("2%: Bank of Korea"));
    let home = "Norway is rich. Norway sells fish, and Norway sells oil.\n\nBrask Foods is old.\n\nInflation was 5%.";
    assert_eq!(owners(home), ["5%: Norway"]);
}

#[test]
fn a_noun_stands_for_the_only_body_named_with_it() {
    let college = "The University of Bergen opens. The university has an enrolment of 2,000 students.";
    assert_eq!(owners(college), ["2,000: University of Bergen"]);
    let two = "Brask University and Plinth University meet. The university has a budget of $5 million.";
    assert_eq!(owners(two), ["$5 million: "]);
    let whole = "China accounted for 10% of Norway’s exports.";
    assert_eq!(owners(whole), ["10%: Norway"]);
}

#[test]
fn counts_of_the_text_and_names_of_sources_own_nothing() {
    for text in [
        "Norway is large. The chapter has six sections.",
        "The 2016 forecast in the Brask Economics inflation survey was 3.5%.",
        "In 2018 a non-U.S. state made up 12% of our takings.",
    ] {
        assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}: {:?}", owners(text));
    }
}

#[test]
fn what_stands_between_ends_what_was_spoken_of() {
    for text in [
        "Zumbo Fair is held in May. Some 62% like it.",
        "Brask Foods Inc. joined. The four-year project has a budget of $5 million.",
        "Rents in Bergen rose 5%.",
    ] {
        assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}: {:?}", owners(text));
    }
}

#[test]
fn lists_of_tickers_and_names_before_nouns() {
    assert_eq!(
        owners("Mills rose, including Brask Foods (BRSK) +16.1%, Plinth Mills (PLM) +8.3%.").first().map(String::as_str),
        Some("+16.1%: Brask Foods")
    );
    assert_eq!(owners("Brask Foods Inc. expects to spend $5 million Norland Plan funds."), ["$5 million: Brask Foods Inc."]);
    assert_eq!(owners("Bitcoin fell 3% as crypto prices sank."), ["3%: Bitcoin"]);
    assert_eq!(owners("The Nasdaq fell 3%, and the S&P 500 lost 2%."), ["3%: Nasdaq", "2%: S&P 500"]);
}

#[test]
fn the_country_and_the_company() {
    assert_eq!(owners("Norway is rich. The country has foreign debt of $20 billion."), ["$20 billion: Norway"]);
    assert_eq!(owners("Brask Foods Inc. (BRSK) is currently at $20."), ["$20: Brask Foods Inc."]);
    assert_eq!(owners("Brask Foods Inc. won a $20 million contract."), ["$20 million: Brask Foods Inc."]);
}

#[test]
fn who_is_not_spoken_of() {
    let rated = "Dorvan Securities cut its price target on Brask Foods Inc. to $18. Earnings may reach $2 a share.";
    assert!(owners(rated).iter().all(|owner| owner.ends_with(": Brask Foods Inc.")), "{:?}", owners(rated));
    let market = "Brask Foods Inc. (BRSK) bakes. The bread market is expected to grow to $5 billion.";
    assert_eq!(owners(market).last().map(String::as_str), Some("$5 billion: "));
    let analysts = "Brask Foods Inc. earned $2 a share. Analysts expected $3 a share.";
    assert_eq!(owners(analysts), ["$2: Brask Foods Inc.", "$3: Brask Foods Inc."]);
    let fire = "Brask Foods Inc. said that the California fire will result in a charge of $5 million.";
    assert_eq!(owners(fire), ["$5 million: Brask Foods Inc."]);
    let cost = "Brask Foods Inc. estimates that the fire would cost the company $5 million.";
    assert_eq!(owners(cost), ["$5 million: Brask Foods Inc."]);
    let lists = "Maria Keller won by a margin of 254 votes. Brask Foods Inc. has $5 million of assets, compared with $4 million at Plinth Mills \
                 Inc.";
    assert_eq!(owners(lists), ["254: Maria Keller", "$5 million: Brask Foods Inc.", "$4 million: Plinth Mills Inc."]);
    let unnamed = "Our sales rose. The Company sold its mill to Plinth Mills Inc. Our gross margin rose 5%.";
    assert_eq!(owners(unnamed).last().map(String::as_str), Some("5%: "));
    let new = "Brask Foods Inc. (BRSK) bakes. The new company will have sales of $5 million.";
    assert_eq!(owners(new), ["$5 million: "]);
    let called =
        "Brask Foods Inc. (BRSK) parts from its mills, to be named Zumbo Mills Inc. The new company will have sales of $5 million.";
    assert_eq!(owners(called), ["$5 million: Zumbo Mills Inc."]);
}

#[test]
fn a_release_is_about_its_company() {
    let text = "OSLO, Feb. 10, 2025 (GLOBE NEWSWIRE) -- Brask Foods Inc. (NYSE: BRSK) reported results.\n\n- Revenue rose 5%.\n\
                - Earnings per share (EPS) were $2.";
    assert_eq!(owners(text), ["5%: Brask Foods Inc.", "$2: Brask Foods Inc."]);
}

#[test]
fn who_is_named_anew_and_whose_adjective_it_is() {
    let anew = "Norway had a rise of 5%, and Denmark saw a rise of 6%.";
    assert_eq!(owners(anew), ["5%: Norway", "6%: Denmark"]);
    assert_eq!(owners("Germany is rich. German exports rose 5%."), ["5%: Germany"]);
    let firm = "Brask Foods Inc. (NYSE: BRSK) sells bread in Germany. German sales rose 5%.";
    assert!(!owners(firm).contains(&"5%: Germany".to_string()), "{:?}", owners(firm));
    assert_eq!(owners("They asked for the $5 million in aid that Brask Foods gave."), ["$5 million: Brask Foods"]);
    let mill = "Brask Foods Inc. bakes. The oil and bread company had sales of $5 million.";
    assert_eq!(owners(mill), ["$5 million: Brask Foods Inc."]);
}
