//! Checks that the newsroom does not want.

use newsfacts::sheet::{FactSheet, Verdict};
use newsfacts::silence::LEFT_OUT;

use super::config::Config;

/// Turns the checks that are left out into unchecked ones, so that nobody takes them for checked.
pub(super) fn leave_out(sheet: &mut FactSheet, config: &Config) {
    for check in sheet.checks.iter_mut().filter(|check| config.leave_out.iter().any(|name| name == check.rule.as_str())) {
        check.verdict = Verdict::Unchecked;
        check.reason = Some(LEFT_OUT.into());
        check.severity = None;
        (check.computed, check.exactness, check.formula, check.cause, check.suggestion) = (None, None, None, None, None);
    }
}
