//! The command line: captures in, verdict out.

mod arguments;
mod output;
mod profile;
mod progress;
mod reading;
mod scan;
mod selection;
mod threads;
mod trackers;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Command::Scan(arguments) = Arguments::parse().command;
    match scan::scan(&arguments) {
        Ok(ending) => ExitCode::from(ending.status(arguments.strict)),
        Err(error) => {
            complain(&error);
            ExitCode::from(scan::FAILED)
        }
    }
}

/// Says on standard error what is wrong.
fn complain(what: impl std::fmt::Display) {
    // Where even standard error is closed there is nobody to tell.
    let _nobody =
        std::io::Write::write_fmt(&mut anstream::stderr(), format_args!("leaklight: {what}\n"));
}
