//! `cargo xtask codegen`: the TypeScript types of the wire, written from the Rust types so that the two cannot drift apart.
//! The api crate's own test does the writing, and fails in every other run when the committed file differs.

use std::process::Command;

use crate::shell;

/// Writes the types into the front end.
pub(crate) fn codegen() -> Result<(), String> {
    let mut write = test();
    write.env("ZONEWRIGHT_CODEGEN", "1");
    shell::show(write)?;
    println!("ui/src/api/generated/wire.ts is current.");
    Ok(())
}

/// Fails when the committed types are not what the generator writes.
pub(crate) fn compare() -> Result<(), String> {
    let counts = shell::count(test())?;
    if counts.passed == 0 {
        Err("the types were not compared".to_owned())
    } else {
        Ok(())
    }
}

fn test() -> Command {
    shell::cargo(&[
        "test",
        "--package",
        "zonewright-api",
        "--lib",
        "the_generated_typescript_is_what_the_wire_types_say",
    ])
}
