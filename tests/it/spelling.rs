//! Every word of the questions stands in a British dictionary or in the list of the trade's own words.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use zonewright_tests::place::{files, given, read};

/// Words of the trade, of tools and of makers, one a line.
const OWN_WORDS: &str = "assessments/words.txt";

/// Words of a text that a dictionary can know: letters only, possessives taken off, abbreviations left out.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_ascii_alphabetic() || letter == '\''))
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| word.len() > 1 && word.chars().any(|letter| letter.is_ascii_lowercase()))
}

/// The texts of a chapter: everything in quotation marks but identifiers and words of closed lists.
fn texts(file: &str) -> impl Iterator<Item = &str> {
    const WITHOUT_TEXT: [&str; 10] = [
        "id =",
        "group =",
        "from =",
        "to =",
        "ask =",
        "at =",
        "needs =",
        "topics =",
        "components =",
        "scale =",
    ];
    file.lines()
        .filter(|line| !WITHOUT_TEXT.iter().any(|start| line.starts_with(start)))
        .map(|line| line.split_once("text = ").map_or(line, |(_, text)| text))
        .filter_map(|line| line.split_once('"').map(|(_, text)| text))
}

#[test]
fn words_are_spelled_as_in_the_dictionary() {
    let dictionary = std::fs::read_to_string(given("ZONEWRIGHT_DICTIONARY")).unwrap();
    let known: BTreeSet<String> = dictionary.lines().map(str::to_lowercase).collect();
    assert!(known.len() > 50_000, "the dictionary is cut short");
    let own = read(OWN_WORDS);
    let own: BTreeSet<&str> = own.lines().collect();
    let files = files("assessments", |name| name.ends_with(".toml"));
    assert!(files.len() > 15, "the packs are not found");
    let mut unknown: BTreeMap<String, String> = BTreeMap::new();
    for name in &files {
        for word in texts(&read(name)).flat_map(words) {
            if !known.contains(&word.to_lowercase()) && !own.contains(word) {
                unknown.insert(word.to_owned(), name.clone());
            }
        }
    }
    let listed: Vec<_> = unknown
        .iter()
        .map(|(word, file)| format!("{word} ({file})"))
        .collect();
    assert!(
        listed.is_empty(),
        "Correct these words, or add them to {OWN_WORDS}:\n{}",
        listed.join("\n")
    );
    let mut sorted: Vec<_> = own.iter().copied().collect();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        read(OWN_WORDS).lines().collect::<Vec<_>>(),
        "{OWN_WORDS} is sorted, each word once"
    );
}
