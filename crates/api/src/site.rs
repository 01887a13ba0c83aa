//! The site's own texts, and the checks that every text from outside passes.

use zonewright_domain::maturity::Maturity;
use zonewright_domain::snapshot::Site;

use crate::app::App;
use crate::problem::Problem;
use crate::wire::Nothing;
use crate::wire::site::{SiteView, UpdateSite};

/// Longest name, in characters.
const LONGEST_NAME: usize = 300;
/// Longest text, in characters.
const LONGEST_TEXT: usize = 100_000;

pub(crate) fn get(app: &App, _input: Nothing) -> Result<SiteView, Problem> {
    Ok(view(&app.file()?.site()?))
}

pub(crate) fn update(app: &mut App, input: UpdateSite) -> Result<SiteView, Problem> {
    let site = app.transact("update_site", "Change the site", |tx| {
        let mut site = tx.site()?;
        if let Some(name) = &input.name {
            site.name = name_of("name", name)?;
        }
        for (text, field) in [
            (&input.company, &mut site.company),
            (&input.location, &mut site.location),
            (&input.suc, &mut site.suc),
            (&input.boundary, &mut site.boundary),
            (&input.assessor, &mut site.assessor),
        ] {
            if let Some(text) = text {
                *field = trimmed(text)?;
            }
        }
        if let Some(target) = input.target_maturity {
            site.target_maturity = target
                .map(|number| {
                    Maturity::new(number).ok_or_else(|| {
                        Problem::field(
                            "target_maturity",
                            "A maturity level is a number from 0 to 4.",
                        )
                    })
                })
                .transpose()?;
        }
        tx.put_site(&site)?;
        Ok(site)
    })?;
    Ok(view(&site))
}

pub(crate) fn view(site: &Site) -> SiteView {
    SiteView {
        id: site.id.to_string(),
        name: site.name.clone(),
        company: site.company.clone(),
        location: site.location.clone(),
        suc: site.suc.clone(),
        boundary: site.boundary.clone(),
        assessor: site.assessor.clone(),
        target_maturity: site.target_maturity.map(Maturity::number),
    }
}

/// A name: trimmed, on one line, not empty, at most 300 characters.
pub(crate) fn name_of(field: &str, text: &str) -> Result<String, Problem> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Problem::field(field, "A name is needed here."));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Problem::field(
            field,
            format!("A name has at most {LONGEST_NAME} characters."),
        ));
    }
    Ok(without_nul(&name))
}

/// A text: without space at its end, at most 100,000 characters.
pub(crate) fn trimmed(text: &str) -> Result<String, Problem> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::field(
            "text",
            format!("A text has at most {LONGEST_TEXT} characters."),
        ));
    }
    Ok(without_nul(text.trim_end()))
}

/// SQLite text ends at the first NUL for many tools, so none gets in.
fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}
