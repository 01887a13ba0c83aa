//! How every requirement stands at a unit, as the sheet shows it: the answer that holds there, ready to be changed there.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use zonewright_catalog::{PROGRAMME_PACK, TECHNICAL_PACK};
use zonewright_domain::answer::{Answer, AnswerKey, Scope};
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::pack::{Pack, Requirement};
use zonewright_domain::plan::Unit;

use crate::app::App;
use crate::pack::find_pack;
use crate::posture::read_unit;
use crate::problem::Problem;

/// One requirement.
pub(super) struct Standing {
    pub(super) requirement: &'static Requirement,
    pub(super) due: bool,
    /// The fact whose absence makes it not applicable here; then there is nothing to ask.
    pub(super) void_by: Option<ScopingFact>,
    /// The answer that holds here, under the key of an answer that is given here.
    pub(super) base: Answer,
}

/// All requirements of a unit or of the site.
pub(super) struct Stands {
    pub(super) pack: &'static Pack,
    pub(super) unit: Option<Unit>,
    pub(super) name: String,
    pub(super) all: Vec<Standing>,
}

impl Stands {
    /// Reads `site` or a unit.
    pub(super) fn of(app: &App, unit: &str) -> Result<Self, Problem> {
        if unit == "site" {
            Self::of_site(app)
        } else {
            Self::of_unit(app, &crate::plan::unit_of(unit)?)
        }
    }

    fn of_site(app: &App) -> Result<Self, Problem> {
        let pack = find_pack(PROGRAMME_PACK)?;
        let answers = app.file()?.answers_for(&pack.id, &[Scope::Site])?;
        let standing = |requirement: &'static Requirement| {
            let key = key(pack, requirement, &Scope::Site);
            let own = answers.iter().find(|answer| answer.key == key);
            Standing {
                requirement,
                due: true,
                void_by: None,
                base: base(key, own, None),
            }
        };
        Ok(Self {
            pack,
            unit: None,
            name: app.file()?.site()?.name,
            all: pack.requirements.iter().map(standing).collect(),
        })
    }

    fn of_unit(app: &App, unit: &Unit) -> Result<Self, Problem> {
        let pack = find_pack(TECHNICAL_PACK)?;
        let (posture, answers) = read_unit(app, unit, pack)?;
        let at = |key: &AnswerKey| answers.iter().find(|answer| answer.key == *key);
        let own = Scope::Unit(unit.clone());
        let all = posture.requirements.iter().filter_map(|state| {
            let requirement = pack.find_requirement(&state.requirement)?;
            let here = key(pack, requirement, &own);
            let wider = state
                .answered_at
                .as_ref()
                .and_then(|scope| at(&key(pack, requirement, scope)));
            Some(Standing {
                requirement,
                due: state.due,
                void_by: state.void_by,
                base: base(here.clone(), at(&here), wider),
            })
        });
        let all = all.collect();
        Ok(Self {
            pack,
            unit: Some(unit.clone()),
            name: posture.name,
            all,
        })
    }
}

fn key(pack: &Pack, requirement: &Requirement, scope: &Scope) -> AnswerKey {
    AnswerKey {
        pack: pack.id.clone(),
        requirement: requirement.id.clone(),
        scope: scope.clone(),
    }
}

/// The answer to start from. One that is given here decides; a silent one lends its notes to the wider answer that holds.
fn base(key: AnswerKey, own: Option<&Answer>, wider: Option<&Answer>) -> Answer {
    match (own, wider) {
        (Some(own), None) => own.clone(),
        (Some(own), Some(_)) if !own.is_silent() => own.clone(),
        (own, Some(wider)) => {
            let mut base = Answer {
                key,
                come_back: false,
                ..wider.clone()
            };
            if let Some(own) = own {
                base.come_back = own.come_back;
                if !own.note.is_empty() {
                    base.note.clone_from(&own.note);
                }
            }
            base
        }
        (None, None) => Answer::empty(key),
    }
}

impl Standing {
    /// Sixteen letters that change when anything changes that the sheet shows of an answer, or when a fact makes the
    /// question void. They tell whether somebody was at work in the program while the sheet was out; they protect
    /// against nobody.
    pub(super) fn seal(&self) -> String {
        let answer = &self.base;
        let shown = serde_json::json!([
            answer.choices,
            answer
                .overrule
                .as_ref()
                .map(|overrule| (overrule.outcome.word(), &overrule.reason)),
            answer.note,
            answer.said_by,
            answer.said_on,
            answer.checked.map(|how| how.word()),
            self.void_by.map(|fact| fact.word()),
        ]);
        let digest = Sha256::digest(shown.to_string().as_bytes());
        digest[..8].iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("writing to a string cannot fail");
            text
        })
    }
}
