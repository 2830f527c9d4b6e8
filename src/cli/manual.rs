//! `newsfacts completions` and `newsfacts man`: made from the definitions of the arguments.

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionsArguments, ManArguments};
use super::{End, Failure};

/// Prints a completion script.
pub(super) fn completions(arguments: &CompletionsArguments) -> Result<End, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "newsfacts", &mut script);
    super::print(&script)?;
    Ok(End::Fine)
}

/// Prints the man page of the program or of one command.
pub(super) fn man(arguments: &ManArguments) -> Result<End, Failure> {
    let mut program = Arguments::command();
    program.build();
    let command = match &arguments.command {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| Failure::new(format!("there is no command {name:?}")))?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    super::print(&page)?;
    Ok(End::Fine)
}
