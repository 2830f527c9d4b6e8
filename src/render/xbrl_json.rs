//! xBRL-JSON: every figure with one value as a fact of a report, and the taxonomy that defines its concepts.
//! Source: XBRL International, "xBRL-JSON 1.0" and "Open Information Model 1.0".
