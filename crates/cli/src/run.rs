//! Turns each command of the command line into messages to the core.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zonewright_api::{App, Problem, dispatch, io_reason, run_script};

use crate::args::{Args, Command};
use crate::host::Terminal;
use crate::show;

/// What a command leaves: JSON, text, and whether the answer is yes.
pub(crate) struct Outcome {
    pub(crate) json: Value,
    pub(crate) text: String,
    pub(crate) ok: bool,
}

pub(crate) fn run(args: Args) -> Result<Outcome, Problem> {
    let mut app = App::new(Box::new(Terminal::new()));
    let app = &mut app;
    match args.command {
        Command::New { site, name, id } => {
            let file = app.grant(site);
            done(
                ask(
                    app,
                    "new_site",
                    json!({ "file": file, "name": name, "id": id }),
                )?,
                show::site,
            )
        }
        Command::Sample { site } => {
            let file = app.grant(site);
            done(
                ask(app, "open_sample", json!({ "file": file }))?,
                show::site,
            )
        }
        Command::Apply { site, script } => apply(app, site, &script),
        Command::Import {
            site,
            file,
            sheet,
            header_row,
            map,
            dry_run,
            create_zones,
        } => {
            open(app, site, dry_run)?;
            let file = app.grant(file);
            let mut input = json!({ "file": file, "sheet": sheet, "header_row": header_row });
            if !map.is_empty() {
                let preview = ask(app, "import_preview", input.clone())?;
                input["columns"] = columns(&map, &preview)?;
            }
            if dry_run {
                return done(ask(app, "import_preview", input)?, show::preview);
            }
            input["create_zones"] = create_zones.into();
            done(ask(app, "import_assets", input)?, show::imported)
        }
        Command::Walkdown {
            site,
            read: Some(sheet),
            dry_run,
            ..
        } => {
            open(app, site, dry_run)?;
            let file = app.grant(sheet);
            let (command, show): (&str, fn(&Value) -> String) = if dry_run {
                ("walkdown_preview", show::walkdown_plan)
            } else {
                ("import_walkdown", show::walkdown_done)
            };
            done(ask(app, command, json!({ "file": file }))?, show)
        }
        Command::Walkdown {
            site,
            out,
            unit,
            open: open_only,
            due,
            contact,
            place,
            ..
        } => {
            open(app, site, true)?;
            let unit = unit_named(app, &unit.unwrap_or_default())?;
            let file = app.grant(out.unwrap_or_default());
            let input = json!({
                "unit": unit, "file": file, "open_only": open_only, "due_only": due, "contact": contact, "place": place
            });
            done(ask(app, "export_walkdown", input)?, |sheet| {
                format!(
                    "Wrote {} questions to {}.\n",
                    sheet["questions"],
                    show::text(sheet, "name")
                )
            })
        }
        Command::Posture { site } => {
            open(app, site, true)?;
            done(ask(app, "posture_site", json!({}))?, show::posture)
        }
        Command::Report { site, out } => {
            open(app, site, true)?;
            let file = app.grant(out);
            done(
                ask(app, "make_report", json!({ "file": file }))?,
                show::report,
            )
        }
        Command::Identity {
            name,
            organisation,
            passphrase_file,
        } => {
            let passphrase = passphrase(&passphrase_file)?;
            let input =
                json!({ "name": name, "organisation": organisation, "passphrase": passphrase });
            done(ask(app, "make_identity", input)?, show::identity)
        }
        Command::Sign {
            pdf,
            role,
            p12,
            identity,
            passphrase_file,
            reason,
        } => {
            let file = app.grant(pdf);
            let p12 = p12.map(|path| app.grant(path));
            let passphrase = passphrase(&passphrase_file)?;
            let input = json!({
                "file": file, "role": role, "identity": identity, "p12": p12, "passphrase": passphrase, "reason": reason
            });
            verified(ask(app, "sign_report", input)?)
        }
        Command::Verify { pdf, site } => {
            if let Some(site) = site {
                open(app, site, true)?;
            }
            let file = app.grant(pdf);
            verified(ask(app, "verify_report", json!({ "file": file }))?)
        }
        Command::Check { site } => {
            open(app, site, true)?;
            let json = ask(app, "check_site", json!({}))?;
            Ok(Outcome {
                ok: json["ok"] == true,
                text: show::check(&json),
                json,
            })
        }
        Command::History { site, limit } => {
            open(app, site, true)?;
            done(
                ask(app, "history_list", json!({ "limit": limit }))?,
                show::history,
            )
        }
        Command::Catalog { pack, check } => catalog(app, pack, check),
        Command::Copy { site, to } => {
            open(app, site, true)?;
            let file = app.grant(to);
            done(ask(app, "copy_site", json!({ "file": file }))?, |copy| {
                format!("Saved a copy as {}.\n", show::text(copy, "name"))
            })
        }
    }
}

fn catalog(
    app: &mut App,
    pack: Option<String>,
    check: Option<PathBuf>,
) -> Result<Outcome, Problem> {
    match (pack, check) {
        (_, Some(folder)) => {
            let file = app.grant(folder);
            let json = ask(app, "check_pack", json!({ "file": file }))?;
            Ok(Outcome {
                ok: json["ok"] == true,
                text: show::pack_check(&json),
                json,
            })
        }
        (Some(pack), None) => done(ask(app, "catalog_pack", json!({ "id": pack }))?, show::pack),
        (None, None) => done(ask(app, "catalog_list", json!({}))?, show::catalog),
    }
}

fn apply(app: &mut App, site: PathBuf, script: &Path) -> Result<Outcome, Problem> {
    open(app, site, false)?;
    let text =
        std::fs::read_to_string(script).map_err(|error| unreadable("script", script, &error))?;
    let folder = script.parent().unwrap_or(Path::new("."));
    let commands = run_script(app, &text, folder)?;
    Ok(Outcome {
        json: json!({ "commands": commands }),
        text: format!("{commands} commands done.\n"),
        ok: true,
    })
}

fn open(app: &mut App, site: PathBuf, read_only: bool) -> Result<(), Problem> {
    let file = app.grant(site);
    ask(
        app,
        "open_site",
        json!({ "file": file, "read_only": read_only }),
    )
    .map(drop)
}

fn ask(app: &mut App, command: &str, mut input: Value) -> Result<Value, Problem> {
    if let Value::Object(fields) = &mut input {
        fields.retain(|_, value| !value.is_null());
    }
    let mut reply = dispatch(app, command, input)?;
    Ok(reply["output"].take())
}

fn done(json: Value, show: impl Fn(&Value) -> String) -> Result<Outcome, Problem> {
    Ok(Outcome {
        text: show(&json),
        json,
        ok: true,
    })
}

fn verified(json: Value) -> Result<Outcome, Problem> {
    Ok(Outcome {
        ok: json["verdict"] == "valid",
        text: show::verification(&json),
        json,
    })
}

/// The unit that a person names as the plan does; what is no name is taken as it stands.
fn unit_named(app: &mut App, given: &str) -> Result<String, Problem> {
    let posture = ask(app, "posture_site", json!({}))?;
    let units = posture["units"].as_array().map_or(&[][..], Vec::as_slice);
    let mut named = units.iter().filter(|unit| unit["name"] == given);
    match (named.next(), named.next()) {
        (Some(unit), None) => Ok(show::text(unit, "unit").to_owned()),
        (Some(_), Some(_)) => Err(refused(
            "usage.unit",
            format!("More than one unit is called “{given}”. Nothing was written."),
            "Write zone:ID or conduit:ID; posture --json prints them.",
        )),
        (None, _) => Ok(given.to_owned()),
    }
}

/// `FIELD=COLUMN` with the column as letters or as header, into the column choices of the import.
fn columns(map: &[String], preview: &Value) -> Result<Value, Problem> {
    let known = preview["columns"].as_array().cloned().unwrap_or_default();
    let choice = |entry: &String| {
        let (field, column) = entry.split_once('=').ok_or_else(|| bad_map(entry))?;
        let matches = |c: &&Value| {
            c["letter"]
                .as_str()
                .is_some_and(|letter| letter.eq_ignore_ascii_case(column))
                || c["header"] == column
        };
        let found = known.iter().find(matches).ok_or_else(|| bad_map(entry))?;
        Ok(json!({ "column": found["column"], "field": field }))
    };
    map.iter()
        .map(choice)
        .collect::<Result<Vec<_>, _>>()
        .map(Value::from)
}

fn bad_map(entry: &str) -> Problem {
    refused(
        "usage.map",
        format!("“{entry}” names no column of this sheet. Nothing was changed."),
        "Write --map FIELD=COLUMN with the column's letter or header, such as --map manufacturer=D.",
    )
}

fn passphrase(file: &Path) -> Result<String, Problem> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| unreadable("passphrase file", file, &error))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn unreadable(what: &str, path: &Path, error: &std::io::Error) -> Problem {
    let message = format!(
        "The {what} “{}” cannot be read: {}. Nothing was changed.",
        path.display(),
        io_reason(error)
    );
    refused("file.unreadable", message, "Check the path and try again.")
}

fn refused(code: &str, message: String, help: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        kind: zonewright_api::ProblemKind::Refused,
        message,
        help: help.to_owned(),
        args: serde_json::Map::new(),
    }
}
