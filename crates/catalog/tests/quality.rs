//! The embedded packs are complete, plain and free of repetition: what an editor would look for.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use zonewright_catalog::{packs, site_packs};
use zonewright_domain::answer::CheckMethod;
use zonewright_domain::pack::{Pack, PackScale, Question, Requirement};

/// Questions that share more of their words than this ask nearly the same.
const MOST_SHARED: f64 = 0.6;
/// Longest question in words, the longest that is still understood when read aloud.
const MOST_WORDS: usize = 32;
/// Longest sentence in any help text.
const MOST_WORDS_IN_HELP: usize = 32;
/// Flesch reading ease of a whole pack: plain English is 60 and more, a standard about 20.
const LEAST_EASE: f64 = 55.0;

/// Requirements of the packs that sites are assessed by. The others are briefer and need not say all of it.
fn requirements() -> impl Iterator<Item = (&'static Pack, &'static Requirement)> {
    let packs = site_packs().into_iter();
    packs.flat_map(|pack| pack.requirements.iter().map(move |one| (pack, one)))
}

/// Requirements of every pack.
fn every_requirement() -> impl Iterator<Item = &'static Requirement> {
    packs().iter().flat_map(|pack| &pack.requirements)
}

fn questions() -> impl Iterator<Item = (&'static Pack, &'static Question)> {
    requirements().flat_map(|(pack, one)| one.questions.iter().map(move |asked| (pack, asked)))
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_requirement_says_what_goes_wrong_and_what_helps() {
    let mut faults = Vec::new();
    for (pack, one) in requirements() {
        let guidance = &one.guidance;
        let mut must = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("{}: {what}", one.id));
            }
        };
        must(guidance.wrong.len() > 40, "what goes wrong");
        must(
            (2..=5).contains(&guidance.measures.len()),
            "two to five measures",
        );
        match pack.scale {
            PackScale::Technical | PackScale::Component => must(
                (1..=4).contains(&guidance.compensating.len()),
                "one to four ways for old equipment",
            ),
            PackScale::Programme => {
                must(
                    (1..=3).contains(&guidance.topics.len()),
                    "one to three topics",
                );
            }
        }
    }
    none(&faults);
}

#[test]
fn programme_requirements_are_rated_by_two_to_four_questions() {
    let faults = requirements()
        .filter(|(pack, one)| pack.scale == PackScale::Programme && one.questions.len() < 2)
        .map(|(_, one)| one.id.clone());
    none(&faults.collect::<Vec<_>>());
}

#[test]
fn every_question_says_whom_to_ask_where_to_go_and_how_to_check() {
    let mut faults = Vec::new();
    for (_, question) in questions() {
        let methods: BTreeSet<CheckMethod> =
            question.steps.iter().map(|step| step.method).collect();
        let complete = (1..=3).contains(&question.ask.len())
            && (1..=3).contains(&question.at.len())
            && (2..=4).contains(&question.steps.len())
            && methods.len() > 1;
        if !complete {
            faults.push(question.id.clone());
        }
    }
    none(&faults);
}

/// Words that say what a question is about.
fn telling_words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_two_questions_are_nearly_the_same() {
    let all: Vec<_> = questions()
        .map(|(_, question)| (&question.id, telling_words(&question.text)))
        .collect();
    let mut faults = Vec::new();
    for (place, (id, words)) in all.iter().enumerate() {
        for (other, other_words) in &all[place + 1..] {
            let shared = words.intersection(other_words).count();
            let either = words.union(other_words).count();
            let share = f64::from(u32::try_from(shared).unwrap())
                / f64::from(u32::try_from(either.max(1)).unwrap());
            if share > MOST_SHARED {
                faults.push(format!("{id} and {other} share {share:.2} of their words"));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_choice_leads_somewhere_else_than_its_neighbours() {
    let mut faults = Vec::new();
    for question in every_requirement().flat_map(|one| &one.questions) {
        let outcomes: BTreeSet<_> = question
            .choices
            .iter()
            .map(|choice| choice.outcome.word())
            .collect();
        if outcomes.len() != question.choices.len() {
            faults.push(question.id.clone());
        }
    }
    none(&faults);
}

/// Every text that a person reads, with the entry it belongs to.
fn texts(one: &Requirement) -> Vec<(&str, &str)> {
    let mut texts = vec![
        (one.id.as_str(), one.intent.as_str()),
        (one.id.as_str(), one.guidance.wrong.as_str()),
    ];
    let lists = [&one.guidance.measures, &one.guidance.compensating];
    texts.extend(
        lists
            .into_iter()
            .flatten()
            .map(|line| (one.id.as_str(), line.as_str())),
    );
    for question in &one.questions {
        let id = question.id.as_str();
        let own = [
            &question.text,
            &question.why,
            &question.good,
            &question.look,
            &question.evidence,
        ];
        texts.extend(own.map(|text| (id, text.as_str())));
        texts.extend(question.steps.iter().map(|step| (id, step.text.as_str())));
        texts.extend(
            question
                .choices
                .iter()
                .map(|choice| (id, choice.text.as_str())),
        );
        if let Some(other) = &question.conduit {
            let other = [&other.text, &other.good, &other.look];
            texts.extend(
                other
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .map(|text| (id, text.as_str())),
            );
        }
    }
    texts
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', ':', ';'])
        .filter(|sentence| sentence.split_whitespace().count() > 1)
}

#[test]
fn sentences_are_short_enough_to_be_read_aloud() {
    let mut faults = Vec::new();
    for one in every_requirement() {
        for (id, text) in texts(one) {
            let most = if text.ends_with('?') {
                MOST_WORDS
            } else {
                MOST_WORDS_IN_HELP
            };
            let long = sentences(text).find(|sentence| sentence.split_whitespace().count() > most);
            faults.extend(long.map(|sentence| format!("{id}: {sentence}")));
        }
    }
    none(&faults);
}

/// Syllables by the usual rule: groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let vowel = |letter: &char| "aeiouy".contains(*letter);
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(place, letter)| vowel(letter) && (*place == 0 || !vowel(&letters[place - 1])))
        .count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn packs_read_easily() {
    for pack in packs() {
        let (mut words, mut parts, mut count) = (0_u32, 0_u32, 0_u32);
        for text in pack
            .requirements
            .iter()
            .flat_map(texts)
            .map(|(_, text)| text)
        {
            for sentence in sentences(text) {
                count += 1;
                for word in sentence
                    .split(|letter: char| !letter.is_alphabetic())
                    .filter(|word| !word.is_empty())
                {
                    words += 1;
                    parts += u32::try_from(syllables(word)).unwrap();
                }
            }
        }
        let (words, parts, count) = (f64::from(words), f64::from(parts), f64::from(count));
        let ease = 206.835 - 1.015 * words / count - 84.6 * parts / words;
        assert!(
            ease >= LEAST_EASE,
            "{} has a reading ease of {ease:.1}",
            pack.id
        );
    }
}

#[test]
fn texts_use_our_own_tone() {
    const FOREIGN: [&str; 8] = [
        "shall", "please", "utilize", "utilise", "leverage", "e.g.", "i.e.", "whilst",
    ];
    let mut faults = Vec::new();
    for one in every_requirement() {
        for (id, text) in texts(one) {
            let lower = format!(" {} ", text.to_lowercase());
            let found = FOREIGN
                .iter()
                .find(|word| lower.contains(&format!(" {word} ")));
            faults.extend(found.map(|word| format!("{id} says “{word}”: {text}")));
            if text
                .chars()
                .any(|letter| !letter.is_ascii() && !"–…".contains(letter))
            {
                faults.push(format!("{id} has an unusual letter: {text}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn conduits_have_words_of_their_own_where_the_pack_is_about_paths() {
    let fr5: Vec<_> = requirements()
        .filter(|(_, one)| one.group == "FR 5")
        .flat_map(|(_, one)| &one.questions)
        .collect();
    assert!(fr5.len() >= 11);
    assert!(fr5.iter().all(|question| question.conduit.is_some()));
    let mut seen = BTreeMap::new();
    for (_, question) in questions() {
        if let Some(other) = &question.conduit {
            assert_ne!(other.text, question.text, "{}", question.id);
            let before = seen.insert(other.text.as_str(), question.id.as_str());
            assert_eq!(before, None, "{}", question.id);
        }
    }
}
