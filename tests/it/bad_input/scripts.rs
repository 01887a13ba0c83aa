//! Scripts with a mistake: it is named by its line, what stood above it is done and saved, nothing below it is.

use super::terminal::Terminal;

#[test]
fn a_script_stops_at_its_first_mistake_and_says_what_became_of_the_rest() {
    let good = "> create_person {\"name\": \"Bo\"}\n";
    for (mistake, code) in [
        ("create_person {}", "script.line"),
        ("> create_person {\"name\": \"Bo\"", "script.line"),
        ("> create_person {\"name\": 7}", "input.shape"),
        ("> create_person {\"name\": \"\"}", "input.field"),
        (
            "> create_person {\"name\": \"Bo\", \"colour\": \"red\"}",
            "input.shape",
        ),
        ("> paint_person {}", "command.unknown"),
        ("> delete_person {\"id\": \"nobody\"}", "person.missing"),
        (
            "> add_evidence {\"pack\": \"iec62443-3-3-2013\", \"requirement\": \"SR 1.1\", \"scope\": \"site\", \"file\": \"@absent.txt\"}",
            "file.unreadable",
        ),
    ] {
        let terminal = Terminal::with_sample();
        terminal.put("first.flow", format!("{mistake}\n{good}"));
        let refusal = terminal.refused_as("apply s.zwsite first.flow", code);
        assert!(
            refusal.message.starts_with("Line 1: "),
            "{}",
            refusal.message
        );
        terminal.put(
            "third.flow",
            format!("# Two people\n{good}{mistake}\n{good}"),
        );
        let before = people(&terminal);
        let output = terminal.run("apply s.zwsite third.flow");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(
            text.starts_with("Line 3: ")
                && text.contains("What the 1 command above it did is saved."),
            "{text}"
        );
        assert_eq!(people(&terminal), before + 1);
        terminal.head("s.zwsite");
    }
}

#[test]
fn evidence_beyond_every_measure_is_refused_before_it_is_read_whole() {
    let terminal = Terminal::with_sample();
    let head = terminal.head("s.zwsite");
    let large = std::fs::File::create(terminal.path("video.mp4")).unwrap();
    large.set_len(65 * 1024 * 1024).unwrap();
    let input = "{\"pack\": \"iec62443-3-3-2013\", \"requirement\": \"SR 1.1\", \"scope\": \"site\", \"file\": \"@video.mp4\"}";
    terminal.put("large.flow", format!("> add_evidence {input}\n"));
    let output = terminal.run("apply s.zwsite large.flow");
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.contains("“video.mp4” is larger than 64 MB. Nothing was changed."),
        "{text}"
    );
    assert_eq!(terminal.head("s.zwsite"), head);
}

#[test]
fn a_script_that_cannot_be_read_changes_nothing() {
    let terminal = Terminal::with_sample();
    terminal.refused_as("apply s.zwsite absent.flow", "file.unreadable");
    terminal.refused_as("apply s.zwsite .", "file.unreadable");
    terminal.refused_as("apply s.zwsite s.zwsite", "file.unreadable");
}

/// How many operations added a person.
fn people(terminal: &Terminal) -> usize {
    let history = terminal.accepted("history s.zwsite --limit 1000");
    let kinds = history.as_array().unwrap().iter();
    kinds
        .filter(|operation| operation["kind"] == "create_person")
        .count()
}
